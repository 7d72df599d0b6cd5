import { z } from 'zod';
import { RuleId } from '../checks/rule';
import { BLOCK_CHARACTERS_MAX, BLOCKS_MAX } from './edit';

// A fact sheet as it is written. What it says of claims stands in the evidence base: the sheet only names them.

const ClaimId = z.string().regex(/^C[1-9]\d{0,8}$/);

/** Language of the labels that we print: `Reliability`, `Does not measure`. Statements stay as the evidence base has them. */
export const LabelLanguage = z.enum(['en', 'fr', 'es', 'de', 'ar']).meta({ id: 'LabelLanguage' });
export type LabelLanguage = z.infer<typeof LabelLanguage>;

export const ReferenceStyle = z.enum(['apa', 'chicago', 'vancouver', 'harvard']).meta({ id: 'ReferenceStyle' });
export type ReferenceStyle = z.infer<typeof ReferenceStyle>;

export const Paper = z.enum(['a4', 'letter']).meta({ id: 'Paper' });
export type Paper = z.infer<typeof Paper>;

/**
 * What is printed where a claim is named. `sentence`: the statement that was published with it; `short`: figure, unit,
 * place and period; `figure`: the figure alone.
 */
export const WordingForm = z.enum(['sentence', 'short', 'figure']).meta({ id: 'WordingForm' });
export type WordingForm = z.infer<typeof WordingForm>;

/** A drawing beside a claim: where it was said first and who repeated it; its series; its interval. */
export const SheetChart = z.enum(['lineage', 'series', 'interval']).meta({ id: 'SheetChart' });
export type SheetChart = z.infer<typeof SheetChart>;

/** Written by hand, so that a block keeps its name when it is moved. Unique in its sheet. */
const BlockId = z.string().regex(/^b[1-9]\d{0,5}$/);

export const Block = z
  .discriminatedUnion('kind', [
    z.strictObject({ id: BlockId, kind: z.literal('heading'), text: z.string().max(300) }),
    z.strictObject({
      id: BlockId,
      kind: z.literal('prose'),
      text: z
        .string()
        .max(BLOCK_CHARACTERS_MAX)
        .describe('Paragraphs, divided by an empty line; `- ` begins a point of a list; {{C1}} names a claim.'),
    }),
    z.strictObject({
      id: BlockId,
      kind: z.literal('claim'),
      claim: ClaimId,
      form: WordingForm.exclude(['figure']),
      chart: SheetChart.nullable(),
    }),
  ])
  .meta({ id: 'FactSheetBlock' });
export type Block = z.infer<typeof Block>;

/** A finding that somebody passes over: exactly this one, in these words. Where the words change, it is found again. */
export const Override = z
  .strictObject({
    rule: RuleId,
    claim: ClaimId.nullable().describe('The one claim that it is about; null: none, or several.'),
    block: BlockId.nullable(),
    quote: z.string().max(100).nullable(),
    reason: z.string().trim().min(10).max(500).describe('Printed with the sheet.'),
  })
  .meta({ id: 'FactSheetOverride' });
export type Override = z.infer<typeof Override>;

export const Sheet = z
  .strictObject({
    title: z.string().max(300),
    audience: z.string().max(300).describe('For whom it is written; empty: not said.'),
    language: LabelLanguage,
    style: ReferenceStyle,
    paper: Paper,
    hasQrCode: z.boolean(),
    blocks: z
      .array(Block)
      .max(BLOCKS_MAX)
      .refine((blocks) => new Set(blocks.map(({ id }) => id)).size === blocks.length, 'two blocks have the same id'),
    overrides: z.array(Override).max(500).describe('Findings that are passed over. Their reasons are printed.'),
  })
  .meta({ id: 'FactSheet' });
export type Sheet = z.infer<typeof Sheet>;

/** What a new sheet begins as. */
export const EMPTY_SHEET: Sheet = {
  title: '',
  audience: '',
  language: 'en',
  style: 'apa',
  paper: 'a4',
  hasQrCode: true,
  blocks: [],
  overrides: [],
};
