import { z } from 'zod';
import { ClaimChange } from '../../domain/fact-sheet/changes-since';
import { ReleaseDocument, ReleaseId, Sha256 } from '../../domain/fact-sheet/release';
import { FILE, FileFormat, ReleaseSummary, SheetId } from '../fact-sheets/schema';

/** What is different about one claim of a release since then. */
export const ChangedClaim = z
  .object({
    claim: z.string(),
    statement: z.string().describe('As the release has it.'),
    changes: z.array(ClaimChange),
  })
  .meta({ id: 'ChangedClaim' });
export type ChangedClaim = z.infer<typeof ChangedClaim>;

/** Whether something was released here, and whether it still stands. */
export const ReleaseVerdict = z
  .object({
    genuine: z.boolean(),
    how: z
      .enum(['id', 'file', 'content'])
      .describe(
        'What was compared: nothing but the id; the hash of a file; the hash of the content of a JSON file, which was written anew since.',
      ),
    sha256: Sha256.nullable().describe('The hash that was looked up.'),
    format: FileFormat.nullable().describe('Which file of the release it is.'),
    release: ReleaseSummary.nullable(),
    state: z
      .enum(['stands', 'stale'])
      .nullable()
      .describe('stale: something weighty has changed about a claim of it since.'),
    changes: z.array(ChangedClaim).describe('Claims that are not as they were, the weightier changes first.'),
    newer: ReleaseSummary.nullable().describe('The latest release of the same sheet, where it is not this one.'),
    named: z.array(ReleaseId).describe('Releases whose id stands in a file that is not genuine.'),
  })
  .meta({ id: 'ReleaseVerdict' });
export type ReleaseVerdict = z.infer<typeof ReleaseVerdict>;

/** A release as the API hands it out. */
export const ReleaseAnswer = ReleaseDocument;

export const VerifiableId = z.union([ReleaseId, Sha256]).describe('Id of a release, or SHA-256 of a file of one.');
export const VerifyBody = z.strictObject({ file: z.file().describe('At most 30 MB.') });

/** What a file says of itself, as far as it is needed to verify it. */
export type SentFile = {
  sha256: string;
  /** Hash of its content in canonical form, where it is JSON. */
  contentSha256: string | null;
  /** Ids of releases that stand in it, whether there are such releases or not. */
  named: readonly string[];
};

/** A release in the public gallery. */
export const GalleryItem = ReleaseSummary.extend({
  isStale: z.boolean().describe('Whether something weighty has changed about a claim of it since.'),
}).meta({ id: 'GalleryItem' });
export type GalleryItem = z.infer<typeof GalleryItem>;

/** The file's place beside the page of its release. */
export const fileName = (format: FileFormat) => `fact-sheet.${FILE[format].ending}`;
export const fileHref = (releaseId: string, format: FileFormat) => `/fact-sheets/${releaseId}/${fileName(format)}`;

/** Which file an address means; null when none has this name. */
export const formatOf = (name: string) => FileFormat.options.find((format) => fileName(format) === name) ?? null;

/** The latest release of a sheet of one's own that a change has overtaken. */
export type Recall = {
  sheetId: string;
  releaseId: string;
  number: number;
  title: string;
  /** `since`: when it was noticed; null: just now. */
  claims: (ChangedClaim & { since: string | null })[];
};

/** What the owner of a release is told: to whom, and about what. */
export type RecallNews = Omit<Recall, 'claims'> & { name: string; claims: ChangedClaim[] };

export const RedraftForm = z.object({ id: SheetId });
