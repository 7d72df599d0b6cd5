import 'server-only';
import { currentActor } from '../../auth/session';
import { EMPTY_SHEET, type Sheet } from '../../domain/fact-sheet/sheet';
import { blocksOfText } from '../../domain/fact-sheet/sheet-text';
import { drawnCharts } from '../../formats/fact-sheet/charts';
import { htmlBody } from '../../formats/fact-sheet/html';
import { factSheetCss } from '../../formats/fact-sheet/html-css';
import { previewOf } from '../../formats/fact-sheet/preview';
import { printOf } from '../../formats/fact-sheet/print';
import type { RawParameters } from '../../lib/parameters';
import { today } from '../../lib/today';
import { requireActor } from '../desk/loaders';
import { readToDraw } from './chart-data';
import { getSheet, listReleasesOf, listSheets, type OwnSheet, type SheetState, stateOfSheet } from './data';
import { checksOfSheet, findToPlace, viewOf } from './editor-data';
import { readLinkSheet } from './filters';
import type { EditorView, LinkSheet, ReleaseSummary, SheetChecks } from './schema';

export type { OwnSheet };

/** The sheets of whoever asks. */
export async function loadOwnSheets(): Promise<OwnSheet[]> {
  return listSheets(await requireActor('fact-sheet.own'));
}

/** A sheet in its editor; null when it is not theirs, or put away. */
export async function loadEditor(id: string): Promise<EditorView | null> {
  const actor = await requireActor('fact-sheet.own');
  const sheet = await getSheet(actor, id);
  return sheet === null || sheet.deletedAt !== null ? null : viewOf(actor, sheet, today());
}

/** What will be printed, as HTML of our own making: every word in it is escaped. */
export type Printed = { html: string; css: string };

export type PreviewPage = {
  id: string;
  version: number;
  title: string;
  isListed: boolean;
  printed: Printed;
  state: Pick<SheetState, 'findings' | 'obstacles' | 'blocking' | 'digest'>;
  releases: ReleaseSummary[];
};

/** A sheet as it will print, with what keeps it from being released; null when it is not theirs, or put away. */
export async function loadPreview(id: string): Promise<PreviewPage | null> {
  const actor = await requireActor('fact-sheet.own');
  const found = await getSheet(actor, id);
  if (found === null || found.deletedAt !== null) return null;
  const { content: sheet, version, isListed } = found;
  const [state, releases] = await Promise.all([stateOfSheet(sheet, today()), listReleasesOf(actor, id)]);
  const charts = drawnCharts(await readToDraw(sheet, state.claims));
  return {
    id,
    version,
    title: sheet.title,
    isListed,
    printed: printedOf(sheet, { ...state, charts, name: actor.name }),
    state,
    releases,
  };
}

function printedOf(sheet: Sheet, rest: Omit<Parameters<typeof previewOf>[0], 'sheet' | 'day'>): Printed {
  const { claims, findings, charts, name } = rest;
  const release = previewOf({ sheet, claims, findings, charts, name, day: today() });
  return { html: htmlBody(printOf(release, sheet.paper), 2), css: factSheetCss };
}

/** A sheet that stands in a link: without an account, the link is where it is kept. */
export type LinkSheetPage = {
  asked: LinkSheet;
  checks: SheetChecks;
  /** Null where nothing stands in it yet. */
  printed: Printed | null;
  found: EditorView['found'];
  /** Claims that the link adds to the text. */
  added: string[];
  /** The sheets of whoever asks; null for a stranger. */
  own: OwnSheet[] | null;
  /** Why the link could not be taken whole as it came. */
  problems: string[];
};

export async function loadLinkSheet(raw: RawParameters): Promise<LinkSheetPage> {
  const { asked, added, problems } = readLinkSheet(raw);
  const actor = await currentActor();
  const sheet = sheetOfLink(asked);
  const [state, checks, found, own] = await Promise.all([
    stateOfSheet(sheet, today()),
    checksOfSheet(sheet, today()),
    findToPlace(asked.q),
    actor === null ? null : listSheets(actor),
  ]);
  return {
    asked,
    checks,
    printed: sheet.blocks.length === 0 ? null : printedOf(sheet, { ...state, charts: [], name: 'Plumbline' }),
    found: asked.q === '' ? null : { q: asked.q, claims: found },
    added,
    own: own?.filter(({ isDeleted }) => !isDeleted) ?? null,
    problems,
  };
}

function sheetOfLink({ title, audience, text, language, style, paper }: LinkSheet): Sheet {
  return { ...EMPTY_SHEET, title, audience, language, style, paper, blocks: blocksOfText(text) };
}
