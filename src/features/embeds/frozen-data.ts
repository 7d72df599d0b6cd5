import 'server-only';
import { z } from 'zod';
import { claimStatus, Period, Population, RelationKind } from '../../domain/claim';
import { CitationRole, OriginState } from '../../domain/citation';
import { cardCitation, type CitedPlace, type ClaimCard, type ExplainingClaim } from '../../domain/embed/claim-card';
import { endOfDay } from '../../domain/embed/address';
import { Figure } from '../../domain/figure';
import { Reliability } from '../../domain/grade';
import { Standing } from '../../domain/standing';
import { queryOne } from '../../db/sql';
import { frozenStatement } from './frozen-sql';

/** What a card needs of a claim's document. Other fields come and go with editions, and are not asked for. */
const ClaimDocument = z.object({
  id: z.string(),
  statement: z.string(),
  figure: Figure,
  population: Population,
  period: Period,
  doesNotMeasure: z.array(z.string()),
  standing: Standing,
  standingReason: z.string().nullable(),
  citations: z.array(
    z.object({ source: z.string(), locator: z.string().nullable(), originState: OriginState, role: CitationRole }),
  ),
  relations: z.array(z.object({ kind: RelationKind, to: z.string() })),
});

const SourceDocument = z.object({
  shortName: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  issued: z.string().nullable(),
  standing: Standing,
});

const Named = z.object({ id: z.string(), record: z.object({ statement: z.string() }) });

const FrozenRow = z.object({
  wasThere: z.boolean().nullable(),
  since: z.string().nullable(),
  went: z.boolean(),
  changed: z.boolean(),
  document: z.unknown(),
  place: z.object({ name: z.string(), note: z.string().nullable() }).nullable(),
  grade: z.object({ grade: z.object({ reliability: Reliability, provisional: z.boolean() }).nullable() }).nullable(),
  underReview: z.boolean(),
  sources: z.array(z.object({ key: z.string(), id: z.string(), record: SourceDocument })),
  misquotes: z.array(Named),
  supersededBy: z.array(Named),
});
type FrozenRow = z.infer<typeof FrozenRow>;

export type FrozenClaim =
  /** `changed`: whether the record was written again since. */
  | { found: 'card'; card: ClaimCard; changed: boolean }
  | { found: 'nothing' }
  /** It was published later: on this day, in UTC. */
  | { found: 'later'; since: string }
  /** By then it was part of another. */
  | { found: 'merged' }
  /** Nobody kept it as it was. */
  | { found: 'not-kept' };

/** A claim as it stood when this day ended. @param number of its id; @param day as YYYY-MM-DD, in UTC */
export async function getFrozenClaim(number: number, day: string): Promise<FrozenClaim> {
  const row = await queryOne(FrozenRow, frozenStatement(number, endOfDay(day)));
  if (row === null || row.wasThere === null || row.since === null) return { found: 'nothing' };
  if (!row.wasThere) return { found: 'later', since: new Date(row.since).toISOString().slice(0, 10) };
  if (row.went) return { found: 'merged' };
  const document = ClaimDocument.safeParse(row.document);
  if (!document.success || row.place === null) return { found: 'not-kept' };
  return { found: 'card', card: cardOf(document.data, row.place, row), changed: row.changed };
}

type Document = z.infer<typeof ClaimDocument>;

function cardOf(document: Document, place: ClaimCard['place'], row: FrozenRow): ClaimCard {
  const { id, statement, figure, population, period, doesNotMeasure, standing, standingReason } = document;
  const status = claimStatus(
    standing,
    document.relations.map(({ kind }) => kind),
    row.supersededBy.map(() => 'supersedes'),
  );
  return {
    ...{ id, statement, figure, population, place, period, doesNotMeasure, status, standingReason },
    explainedBy:
      status === 'misquotation' ? named(row.misquotes) : status === 'superseded' ? named(row.supersededBy) : [],
    reliability:
      row.grade === null
        ? null
        : {
            level: row.grade.grade?.reliability ?? 'not-graded',
            provisional: row.grade.grade?.provisional ?? true,
            underReview: row.underReview,
          },
    citation: cardCitation(citedPlaces(document, row)),
  };
}

function named(claims: FrozenRow['misquotes']): ExplainingClaim[] {
  return claims
    .map(({ id, record }) => ({ id, statement: record.statement }))
    .sort((one, other) => Number(one.id.slice(1)) - Number(other.id.slice(1)));
}

function citedPlaces({ citations }: Document, { sources }: FrozenRow): CitedPlace[] {
  return citations.flatMap(({ source: key, locator, originState, role }) => {
    const work = sources.find((source) => source.key === key);
    if (work === undefined) return [];
    const { standing, ...source } = work.record;
    return [{ originState, role, locator, source: { id: work.id, ...source }, standing }];
  });
}
