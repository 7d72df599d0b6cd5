import { z } from 'zod';
import { Finding } from '../checks/run';
import { Sheet } from './sheet';
import { SheetClaim } from './sheet-claim';

/** Public id of a release: R and eight characters without those that are taken for one another (Crockford's base 32). */
export const ReleaseId = z
  .string()
  .regex(/^R[0-9A-HJKMNP-TV-Z]{8}$/)
  .meta({ id: 'ReleaseId', description: 'Cannot be guessed, and is never given twice.', example: 'R7KQ2M9XD' });

/** SHA-256, in small hexadecimal digits. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ id: 'Sha256' });

/** What the checks found in a sheet: where, and what is made of it. */
export const SheetFinding = Finding.extend({
  block: z.string().nullable().describe('Id of the block; null: it is about the sheet as a whole.'),
  quote: z.string().nullable().describe('The words it is about, where there are any.'),
}).meta({ id: 'FactSheetFinding' });
export type SheetFinding = z.infer<typeof SheetFinding>;

/** A drawing as it was on the day: SVG text, what it shows in words, and the same as a table. */
export const ReleaseChart = z.strictObject({
  block: z.string(),
  svg: z.string(),
  alt: z.string(),
  caption: z.string(),
});
export type ReleaseChart = z.infer<typeof ReleaseChart>;

/**
 * All that a release is, and all that its files are made from. Its hash is SHA-256 over its canonical form (RFC 8785), so
 * it cannot stand in it.
 */
export const ReleaseDocument = z
  .strictObject({
    format: z.literal('plumbline-fact-sheet/1'),
    id: ReleaseId,
    number: z.number().int().min(1).describe('First release of this sheet: 1.'),
    sheetId: z.string().regex(/^F[1-9]\d{0,8}$/),
    previous: ReleaseId.nullable().describe('The release before this one.'),
    releasedAt: z.iso.datetime({ offset: true }),
    releasedBy: z.string(),
    verifyAt: z.string().describe('Address at which anybody can verify it.'),
    sheet: Sheet,
    claims: z.array(SheetClaim).describe('As they were, in the order in which the sheet names them.'),
    charts: z.array(ReleaseChart),
    findings: z.array(SheetFinding).describe('What the checks found, with what was passed over and why.'),
  })
  .meta({ id: 'FactSheetRelease' });
export type ReleaseDocument = z.infer<typeof ReleaseDocument>;

/** A release with its hash: what a renderer is given. A preview has neither id nor hash that would be worth anything. */
export type Release = { document: ReleaseDocument; sha256: string; isPreview: boolean };
