'use server';

import { redirect } from 'next/navigation';
import { requireOwnOrigin } from '../../auth/origin';
import { edited } from '../../domain/fact-sheet/edit';
import { EMPTY_SHEET, type Sheet } from '../../domain/fact-sheet/sheet';
import { blocksOfText } from '../../domain/fact-sheet/sheet-text';
import { type Actor, Denied } from '../../domain/permission';
import { drawnCharts } from '../../formats/fact-sheet/charts';
import { filesOf } from '../../formats/fact-sheet/files';
import { type FormState, formTexts, refusedForm } from '../../lib/form-state';
import { leadToDenied, requireActor } from '../desk/loaders';
import { today } from '../../lib/today';
import { readToDraw } from './chart-data';
import { getSheet } from './data';
import { checksOfSheet, findToPlace, viewOf } from './editor-data';
import { createSheet, listInGallery, putSheetAway, saveSheet, type SheetOutcome, undoSheet } from './mutations';
import { drawUpRelease, keepRelease, type ReleaseProblem } from './release-writer';
import {
  AddForm,
  type EditorAnswer,
  editOfButton,
  type EditorView,
  type FoundToPlace,
  isWhole,
  LinkSheet,
  ListForm,
  reasonsOfForm,
  ReleaseForm,
  SentSheet,
  SheetForm,
  sheetOfForm,
} from './schema';

/** Somebody who may have sheets of their own, from a page of this site. */
async function owner(): Promise<Actor> {
  await requireOwnOrigin();
  return requireActor('fact-sheet.own');
}

/** Leads whoever may not do this to what would be needed. */
async function permitted<Result>(work: () => Promise<Result>): Promise<Result> {
  return work().catch((error: unknown) => {
    if (error instanceof Denied) leadToDenied(error);
    throw error;
  });
}

/**
 * Saves what the editor holds, with the step of the button that was pressed, and answers with the sheet as it is then. Where
 * it cannot be saved the answer holds what was sent: nothing is lost.
 */
export async function edit(_before: EditorAnswer | null, form: FormData): Promise<EditorAnswer> {
  const actor = await owner();
  const sent = SentSheet.safeParse(formTexts(form));
  const read = sheetOfForm(form);
  if (!sent.success || !read.success) return { ...UNREADABLE, reasons: reasonsOfForm(form) };
  const { id, version, other, button } = sent.data;
  const step = editOfButton(button, form);
  const sheet = step === null || typeof step === 'string' ? read.data : edited(read.data, step);
  const asked = { reasons: reasonsOfForm(form), found: null };
  const saved = await permitted(() =>
    button === 'theirs'
      ? takeTheirs(actor, { id, other, mine: sheet })
      : saveSheet(actor, { id, version: button === 'overwrite' ? other : version, content: sheet }),
  );
  if (!saved.ok) return { ...asked, ...(await refusedSave(sheet, version, saved)) };
  if (step === 'undo') await permitted(() => undoSheet(actor, { id, version: saved.version }));
  const problem = step === null && button.startsWith('pass:') ? { message: TOO_SHORT, other: null } : null;
  const found = step === 'search' ? { q: sent.data.q, claims: await findToPlace(sent.data.q) } : null;
  // Without scripts the page is made anew around the answer, which goes along with the next form: it is kept short.
  const now = isWhole(form) ? await getSheet(actor, id) : null;
  return { ...(now === null ? asked : { ...asked, ...(await viewOf(actor, now, today())) }), problem, found };
}

const GONE = 'This sheet is no longer there: it was put away. Take it back from the list of your sheets.';
const TOO_SHORT = 'Not passed over: a reason has at least ten characters, and is printed. Everything else is saved.';
const UNREADABLE = {
  problem: {
    message: 'This could not be read, and was not saved. Copy what you typed, and open the sheet again.',
    other: null,
  },
  found: null,
};

/** Saves what somebody has here, and puts back over it what was saved elsewhere: Undo then brings either of them back. */
async function takeTheirs(
  actor: Actor,
  { id, other, mine }: { id: string; other: number; mine: Sheet },
): Promise<SheetOutcome<{ version: number }>> {
  const theirs = await getSheet(actor, id);
  if (theirs === null) return { ok: false, problem: 'gone' };
  const kept = await saveSheet(actor, { id, version: other, content: mine });
  return kept.ok ? saveSheet(actor, { id, version: kept.version, content: theirs.content }) : kept;
}

/** The sheet stays as it was sent, and its version too: what somebody else has saved is not saved over unasked. */
async function refusedSave(
  sheet: Sheet,
  version: number,
  saved: Extract<SheetOutcome, { ok: false }>,
): Promise<Partial<EditorView> & Pick<EditorView, 'problem'>> {
  const [message, other] =
    saved.problem === 'conflict'
      ? ['This sheet was saved in another tab or window. What stands here is not saved yet.', saved.current.version]
      : [GONE, null];
  return { sheet, version, ...(await checksOfSheet(sheet, today())), problem: { message, other } };
}

/** Claims to place, while somebody types. */
export async function search(q: string): Promise<FoundToPlace[]> {
  await owner();
  return findToPlace(String(q));
}

/** Begins an empty sheet, and leads to its editor. */
export async function begin(): Promise<void> {
  const actor = await owner();
  await leadToEditor(await permitted(() => createSheet(actor, EMPTY_SHEET)));
}

/** Saves the sheet of a link to the account, and leads to its editor. */
export async function saveLink(_before: FormState | null, form: FormData): Promise<FormState> {
  const actor = await owner();
  const read = LinkSheet.safeParse({ ...formTexts(form), q: '' });
  if (!read.success) return refusedForm(read.error.issues[0]?.message ?? 'This could not be read.');
  const { title, audience, text, language, style, paper } = read.data;
  const content = { ...EMPTY_SHEET, title, audience, language, style, paper, blocks: blocksOfText(text) };
  const made = await permitted(() => createSheet(actor, content));
  return leadToEditor(made);
}

async function leadToEditor(made: SheetOutcome<{ id: string }>): Promise<FormState> {
  if (!made.ok) return refusedForm(made.problem === 'too-many' ? made.message : GONE);
  redirect(`/desk/fact-sheets/${made.id}`);
}

/** Places claims at the end of a sheet of one's own, and leads there. */
export async function addTo(_before: FormState | null, form: FormData): Promise<FormState> {
  const actor = await owner();
  const read = AddForm.safeParse(formTexts(form));
  if (!read.success) return refusedForm('This could not be read: choose a sheet.');
  const sheet = await permitted(() => getSheet(actor, read.data.id));
  if (sheet === null) return refusedForm(GONE);
  const content = read.data.claims.reduce((next, claim) => edited(next, { do: 'place', claim }), sheet.content);
  const saved = await permitted(() => saveSheet(actor, { id: sheet.id, version: sheet.version, content }));
  if (!saved.ok) return refusedForm('The sheet was saved by somebody else in that moment: try it again.');
  redirect(`/desk/fact-sheets/${sheet.id}#${content.blocks.at(-1)?.id ?? ''}`);
}

/** Releases a sheet as it was looked at, with all its files, and leads to the release. */
export async function release(_before: FormState | null, form: FormData): Promise<FormState> {
  const actor = await owner();
  const read = ReleaseForm.safeParse(formTexts(form));
  if (!read.success) return refusedForm('This could not be read: open the preview again.');
  const wanted = read.data;
  const drawn = await permitted(() =>
    drawUpRelease(actor, wanted, async (sheet, { claims }) => drawnCharts(await readToDraw(sheet, claims))),
  );
  if (!drawn.ok) return refusedForm(releaseProblem(drawn));
  const files = await filesOf({ document: drawn.document, sha256: drawn.sha256, isPreview: false }, drawn.canonical);
  const kept = await permitted(() => keepRelease(actor, wanted, drawn.canonical, drawn.document, files));
  if (!kept.ok) return refusedForm(releaseProblem(kept));
  redirect(`/desk/fact-sheets/${wanted.id}/preview?released=${kept.id}`);
}

function releaseProblem(refusal: ReleaseProblem): string {
  switch (refusal.problem) {
    case 'gone':
      return GONE;
    case 'conflict':
      return 'The sheet was saved since this preview was opened. Nothing was released: load the page again, and look at it once more.';
    case 'moved-on':
      return 'The evidence base has changed since this preview was opened. Nothing was released: load the page again, and look at what is different.';
    case 'blocked': {
      const why = [...refusal.obstacles, ...refusal.findings.map(({ message, remedy }) => `${message} ${remedy}`)];
      return `Nothing was released. ${why.slice(0, 3).join(' ')}${why.length > 3 ? ` And ${why.length - 3} more.` : ''}`;
    }
  }
}

/** Puts a sheet away, or takes it back. */
export async function putAway(form: FormData): Promise<void> {
  const actor = await owner();
  const read = SheetForm.safeParse(formTexts(form));
  if (read.success) await permitted(() => putSheetAway(actor, { id: read.data.id, away: read.data.do === 'away' }));
  redirect(`/desk/fact-sheets${read.success && read.data.do === 'away' ? `?away=${read.data.id}` : ''}`);
}

/** Shows the releases of a sheet in the gallery, or takes them out. */
export async function list(form: FormData): Promise<void> {
  const actor = await owner();
  const read = ListForm.safeParse(formTexts(form));
  if (!read.success) redirect('/desk/fact-sheets');
  await permitted(() => listInGallery(actor, { id: read.data.id, isListed: read.data.list === 'yes' }));
  redirect(`/desk/fact-sheets/${read.data.id}/preview`);
}
