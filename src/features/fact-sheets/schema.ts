import { z } from 'zod';
import type { ClaimStatus } from '../../domain/claim';
import type { Edit } from '../../domain/fact-sheet/edit';
import { ReleaseId, type SheetFinding, Sha256 } from '../../domain/fact-sheet/release';
import { LabelLanguage, Override, Paper, ReferenceStyle, Sheet, type SheetChart } from '../../domain/fact-sheet/sheet';
import type { SheetClaim } from '../../domain/fact-sheet/sheet-claim';
import { typedText } from '../../domain/fact-sheet/typed-text';
import type { Reliability } from '../../domain/grade';
import { ClaimId } from '../claims/schema';
import type { LineageDto } from '../lineage/schema';
import type { SeriesDto } from '../series/schema';

/** Public id of a fact sheet. Only its owner can open it; its releases have ids of their own. */
export const SheetId = z
  .string()
  .regex(/^F[1-9]\d{0,8}$/)
  .meta({ id: 'FactSheetId', example: 'F1' });

/** The files of a release. PDF and Word files are there for both sizes of paper. */
export const FileFormat = z
  .enum(['pdf-a4', 'pdf-letter', 'docx-a4', 'docx-letter', 'html', 'md', 'json', 'bib', 'ris', 'csl'])
  .meta({ id: 'FactSheetFileFormat' });
export type FileFormat = z.infer<typeof FileFormat>;

export const FILE: Readonly<Record<FileFormat, { label: string; ending: string; contentType: string }>> = {
  'pdf-a4': { label: 'PDF (A4)', ending: 'a4.pdf', contentType: 'application/pdf' },
  'pdf-letter': { label: 'PDF (US Letter)', ending: 'letter.pdf', contentType: 'application/pdf' },
  'docx-a4': {
    label: 'Word (A4)',
    ending: 'a4.docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  'docx-letter': {
    label: 'Word (US Letter)',
    ending: 'letter.docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  html: { label: 'Web page', ending: 'html', contentType: 'text/html; charset=utf-8' },
  md: { label: 'Markdown', ending: 'md', contentType: 'text/markdown; charset=utf-8' },
  json: { label: 'JSON', ending: 'json', contentType: 'application/json; charset=utf-8' },
  bib: { label: 'References for BibTeX', ending: 'bib', contentType: 'application/x-bibtex; charset=utf-8' },
  ris: {
    label: 'References for RIS',
    ending: 'ris',
    contentType: 'application/x-research-info-systems; charset=utf-8',
  },
  csl: {
    label: 'References as CSL-JSON',
    ending: 'csl.json',
    contentType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  },
};

/** A release in a list. */
export const ReleaseSummary = z
  .object({
    id: ReleaseId,
    sheetId: SheetId,
    number: z.number().int(),
    title: z.string(),
    audience: z.string(),
    releasedAt: z.iso.datetime({ offset: true }),
    releasedBy: z.string(),
    sha256: Sha256,
    claims: z.array(z.string()),
  })
  .meta({ id: 'FactSheetReleaseSummary' });
export type ReleaseSummary = z.infer<typeof ReleaseSummary>;

/** A claim as the editor shows it. */
export type WordedClaim = {
  id: string;
  sentence: string;
  short: string;
  figure: string;
  notToSay: string[];
  reliability: Reliability;
  status: ClaimStatus;
  /** The drawings that there can be of it. */
  charts: SheetChart[];
};

/** A claim that was found for placing. */
export type FoundToPlace = { id: string; statement: string; reliability: Reliability; status: ClaimStatus };

export type SheetChecks = { findings: SheetFinding[]; obstacles: string[]; claims: WordedClaim[] };

/** All that the editor of a sheet shows. */
export type EditorView = SheetChecks & {
  id: string;
  version: number;
  sheet: Sheet;
  updatedAt: string;
  /** Steps that can be taken back. */
  steps: number;
  /** Why what was sent is not saved; null: it is. `other`: the version that somebody saved in another tab. */
  problem: { message: string; other: number | null } | null;
  found: { q: string; claims: FoundToPlace[] } | null;
  /** Reasons that were typed and are not given yet, by the finding they are for. */
  reasons: Readonly<Record<string, string>>;
};

/** What came of sending the editor's form: what is different from the sheet as it is read from the database. */
export type EditorAnswer = Pick<EditorView, 'problem' | 'found' | 'reasons'> & Partial<EditorView>;

/** What a drawing is made from: the lineage or the series of the claim, or, with neither, its interval. */
export type ToDraw = { block: string; claim: SheetClaim; lineage: LineageDto | null; series: SeriesDto | null };

/** A sheet in a link: title, audience and text as they are typed, and what is looked for beside them. */
export const LinkSheet = z.object({
  title: z.string().overwrite(typedText).trim().max(300, 'The title is longer than 300 characters, and was cut.'),
  audience: z.string().overwrite(typedText).trim().max(300, 'The audience is longer than 300 characters, and was cut.'),
  text: z.string().overwrite(typedText).max(100_000, 'The text is longer than 100,000 characters, and was cut.'),
  language: LabelLanguage.or(z.literal('').transform(() => 'en' as const)),
  style: ReferenceStyle.or(z.literal('').transform(() => 'apa' as const)),
  paper: Paper.or(z.literal('').transform(() => 'a4' as const)),
  q: z.string().trim().max(300, 'What you search for is longer than 300 characters.'),
});
export type LinkSheet = z.infer<typeof LinkSheet>;

/** What goes with the fields of the editor: which sheet, as of which version, and which button. */
export const SentSheet = z.object({
  id: SheetId,
  version: z.coerce.number().int().positive(),
  other: z.coerce.number().int().positive().catch(0),
  button: z.string().max(500).catch(''),
  q: z.string().max(300).catch(''),
});

export const AddForm = z.object({
  id: SheetId,
  claims: z
    .string()
    .transform((ids) => ids.split(' '))
    .pipe(z.array(ClaimId).min(1).max(50)),
});
export const ReleaseForm = z.object({ id: SheetId, version: z.coerce.number().int().positive(), digest: Sha256 });
export const SheetForm = z.object({ id: SheetId, do: z.enum(['away', 'back']) });
export const ListForm = z.object({ id: SheetId, list: z.enum(['yes', 'no']) });

/** With scripts the whole sheet is in one field. */
export const isWhole = (form: FormData) => form.has('sheet');

/** The sheet of the editor's form: in one field, or in many, which have the id of their block behind the name. */
export function sheetOfForm(form: FormData): z.ZodSafeParseResult<Sheet> {
  const text = (name: string) => typedText(String(form.get(name) ?? ''));
  if (isWhole(form)) return Sheet.safeParse(readJson(text('sheet'), typedText));
  const order = text('order')
    .split(' ')
    .filter((id) => id !== '');
  return Sheet.safeParse({
    title: text('title').trim(),
    audience: text('audience').trim(),
    language: text('language'),
    style: text('style'),
    paper: text('paper'),
    hasQrCode: form.get('hasQrCode') === 'yes',
    blocks: order.map((id) => {
      const kind = text(`kind.${id}`);
      if (kind !== 'claim') return { id, kind, text: text(`text.${id}`) };
      return { id, kind, claim: text(`claim.${id}`), form: text(`form.${id}`), chart: text(`chart.${id}`) || null };
    }),
    overrides: readJson(text('overrides')),
  });
}

/** @param each what is done to every text in it */
function readJson(text: string, each = (one: string) => one): unknown {
  try {
    return text === '' ? [] : JSON.parse(text, (_key, value) => (typeof value === 'string' ? each(value) : value));
  } catch {
    return null;
  }
}

const REASON = 'reason.';

/** The reasons that stand in the form, by the finding they are for. */
export function reasonsOfForm(form: FormData): Record<string, string> {
  const typed = [...form].flatMap(([name, value]) =>
    name.startsWith(REASON) && typeof value === 'string' && value.trim() !== ''
      ? [[name.slice(REASON.length), typedText(value).slice(0, 500)] as const]
      : [],
  );
  return Object.fromEntries(typed.slice(0, 500));
}

/** It is asked for where there is one to take back, and not kept. */
const NO_REASON = 'taken back';

/** What a button of the editor does, by its value: `up:b3`, `place:C12`, `pass:{…}`. Null: it only saves. */
export function editOfButton(value: string, form: FormData): Edit | 'undo' | 'search' | null {
  const [name, first = ''] = value.split(':');
  if (name === 'undo' || name === 'search') return name;
  if (name === 'up' || name === 'down' || name === 'remove') return { do: name, block: first };
  if (name === 'add' && (first === 'heading' || first === 'prose')) return { do: 'add', kind: first };
  if (name === 'place' && ClaimId.safeParse(first).success) return { do: 'place', claim: first };
  if (name !== 'pass' && name !== 'unpass') return null;
  const key = value.slice(name.length + 1);
  const reason = reasonsOfForm(form)[key] ?? '';
  const override = Override.safeParse({ ...Object(readJson(key)), reason: name === 'unpass' ? NO_REASON : reason });
  if (!override.success) return null;
  return name === 'pass' ? { do: 'pass', override: override.data } : { do: 'unpass', finding: override.data };
}
