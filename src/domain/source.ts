import { z } from 'zod';
import { SourceAppraisalRecord } from './grade';
import { PartialDate } from './partial-date';
import { Standing } from './standing';
import { Verification } from './verification';

/** CSL 1.0.2 item types that occur in the field. */
export const SourceType = z.enum([
  'report',
  'article-journal',
  'article-newspaper',
  'article',
  'book',
  'chapter',
  'dataset',
  'thesis',
  'treaty',
  'webpage',
  'post',
  'pamphlet',
]);
export type SourceType = z.infer<typeof SourceType>;

/** A CSL name: a person's parts, or an organisation's name as `literal`. */
export const Name = z.union([
  z.strictObject({ literal: z.string().min(1) }),
  z.strictObject({ family: z.string().min(1), given: z.string().min(1).optional() }),
]);
export type Name = z.infer<typeof Name>;

/** A bare DOI, lower case, without a resolver's address. DOIs are case-insensitive (ISO 26324). */
export const Doi = z.string().regex(/^10\.\d{4,9}\/[^\s\p{Lu}]+$/u, 'must be a DOI such as 10.1136/bmj.b2680');

/** A citable work. Every bibliographic field that nobody has seen is null: "not established". */
export const SourceRecord = z.strictObject({
  id: z.string().regex(/^S[1-9]\d*$/),
  key: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  shortName: z.string().min(1).describe('How it is named in running text: "ILO 2002".'),
  organisation: z.string().min(1).nullable().describe('The publishing body in its usual short form: "ILO".'),
  type: SourceType,
  title: z.string().min(1),
  author: z.array(Name),
  issued: PartialDate.nullable(),
  publisher: z.string().min(1).nullable(),
  publisherPlace: z.string().min(1).nullable(),
  containerTitle: z.string().min(1).nullable(),
  volume: z.string().min(1).nullable(),
  issue: z.string().min(1).nullable(),
  page: z.string().min(1).nullable().describe('Page range within the container.'),
  numberOfPages: z.number().int().positive().max(1_000_000).nullable(),
  number: z.string().min(1).nullable().describe('Report or document number.'),
  doi: Doi.nullable(),
  isbn: z.string().min(1).nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  citedAs: z.string().min(1).nullable().describe('As the founding document cites it.'),
  says: z.string().min(1).nullable().describe('What the work itself says, in our own words.'),
  note: z.string().min(1).nullable(),
  standing: Standing.default('stands'),
  standingReason: z.string().min(1).nullable().default(null),
  appraisal: SourceAppraisalRecord.nullable(),
  verification: Verification,
});
export type SourceRecord = z.infer<typeof SourceRecord>;
