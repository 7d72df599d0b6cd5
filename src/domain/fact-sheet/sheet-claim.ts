import { z } from 'zod';
import { CitationRole, OriginState } from '../citation';
import { ClaimStatus, Period, Population } from '../claim';
import { Figure } from '../figure';
import { MethodCertainty, Reliability, SourceReliability, TransmissionFidelity } from '../grade';
import { MethodKind } from '../method';
import { Name, SourceType } from '../source';
import { Standing } from '../standing';
import { Verification } from '../verification';

/** A work as references are made of it: its bibliographic record on the day. Unknown is null. */
export const Work = z.strictObject({
  id: z.string(),
  shortName: z.string(),
  organisation: z.string().nullable(),
  type: SourceType,
  title: z.string(),
  author: z.array(Name),
  issued: z.string().nullable(),
  publisher: z.string().nullable(),
  publisherPlace: z.string().nullable(),
  containerTitle: z.string().nullable(),
  volume: z.string().nullable(),
  issue: z.string().nullable(),
  page: z.string().nullable(),
  numberOfPages: z.number().int().nullable(),
  number: z.string().nullable(),
  doi: z.string().nullable(),
  isbn: z.string().nullable(),
  url: z.string().nullable(),
});
export type Work = z.infer<typeof Work>;

/** Another claim, named. */
const Named = z.strictObject({ id: z.string(), statement: z.string() });

/**
 * A claim with everything that a fact sheet prints of it, as it was on a day. A release keeps it, and is held against what
 * the evidence base says later.
 */
export const SheetClaim = z
  .strictObject({
    id: z.string(),
    url: z.string(),
    statement: z.string(),
    figure: z.strictObject(Figure.shape),
    population: Population,
    place: z.strictObject({ code: z.string(), name: z.string(), note: z.string().nullable() }),
    period: Period,
    definition: z.string().nullable(),
    methodKind: MethodKind,
    limits: z.array(z.string()).describe('Known limits, from its method note.'),
    doesNotMeasure: z.array(z.string()),
    notToSay: z.array(z.string()).describe('What the figure must not be made to say, each in a sentence.'),
    status: ClaimStatus,
    standingReason: z.string().nullable(),
    successors: z.array(Named).describe('Claims that supersede it.'),
    misquotes: z.array(Named).describe('Claims that it is a misquotation of.'),
    reliability: Reliability,
    grades: z.strictObject({
      source: SourceReliability.nullable(),
      method: MethodCertainty.nullable(),
      transmission: TransmissionFidelity.nullable(),
    }),
    provisional: z.boolean(),
    underReview: z.array(z.string()).nullable().describe('Why its grade is looked at again; null: it is not.'),
    citation: z
      .strictObject({
        role: CitationRole,
        originState: OriginState.describe('`origin`: the work that stated it first, as far as is known.'),
        standing: Standing,
        locator: z.string().nullable(),
        figureAsPrinted: z.string().nullable(),
        work: Work,
      })
      .nullable()
      .describe('The work to cite for it: its origin, or, where none is known, the first work that states it.'),
    citations: z.strictObject({ total: z.number().int(), roots: z.number().int() }),
    verification: Verification,
    updatedAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'FactSheetClaim' });
export type SheetClaim = z.infer<typeof SheetClaim>;
