import 'server-only';
import { z } from 'zod';
import type { CitationRecord } from '../../domain/citation';
import type { ClaimRecord } from '../../domain/claim';
import type { Fault, RecordKind, RecordOf } from '../../domain/record';
import type { SourceRecord } from '../../domain/source';
import { enumValue, queryIn, type Transaction } from '../../db/prisma';
import { sql } from '../../db/sql';
import { isNeverLinked, NEVER_LINKED } from '../../lib/denied-links';
import { refreshClaimIndex } from '../claims/index-writer';
import { citationColumns, claimColumns, sourceColumns } from './column-writer';

// The one way in which a record's document becomes rows: published, restored or changed, it is always written whole.

/** Faults are of references: a source that is not published, a DOI that another source has. Then nothing was written. */
export type Written = { ok: true } | { ok: false; faults: Fault[] };

/**
 * Writes a whole record, new or existing, and brings the index up to date. The record has been read by `readRecord`,
 * and the caller writes the event in the same transaction.
 */
export function writeRecord<Kind extends RecordKind>(
  tx: Transaction,
  kind: Kind,
  record: RecordOf[Kind],
): Promise<Written> {
  return kind === 'source' ? writeSource(tx, record as SourceRecord) : writeClaim(tx, record as ClaimRecord);
}

function numberOf(record: { id: string }): number {
  return Number(record.id.slice(1));
}

const Numbered = z.object({ id: z.number().int(), key: z.string() });

async function writeSource(tx: Transaction, record: SourceRecord): Promise<Written> {
  const id = numberOf(record);
  if (isNeverLinked(record.url)) return { ok: false, faults: [{ path: 'url', message: NEVER_LINKED }] };
  if (record.doi !== null) {
    const [other] = await queryIn(
      tx,
      Numbered,
      sql`select id, key from sources where doi = ${record.doi} and id <> ${id}`,
    );
    if (other !== undefined) {
      return { ok: false, faults: [{ path: 'doi', message: `is the DOI of S${other.id}: merge the two instead` }] };
    }
  }
  const columns = sourceColumns(record);
  await tx.source.upsert({
    where: { id },
    create: { id, ...columns },
    update: { ...columns, version: { increment: 1 }, updatedAt: new Date() },
  });
  const citing = await queryIn(
    tx,
    z.object({ id: z.number().int() }),
    sql`select distinct claim_id as id from citations where source_id = ${id}`,
  );
  await refreshClaimIndex(
    tx,
    citing.map((claim) => claim.id),
  );
  return { ok: true };
}

async function writeClaim(tx: Transaction, record: ClaimRecord): Promise<Written> {
  const id = numberOf(record);
  const references = await findReferences(tx, record);
  const faults = [...referenceFaults(record, references), ...(await placeFaults(tx, record))];
  if (faults.length > 0) return { ok: false, faults };
  const columns = claimColumns(record);
  await tx.claim.upsert({
    where: { id },
    create: { id, ...columns },
    update: { ...columns, version: { increment: 1 }, updatedAt: new Date() },
  });
  await tx.claimTopic.deleteMany({ where: { claimId: id } });
  await tx.claimTopic.createMany({
    data: record.topics.map((topicCode, position) => ({ claimId: id, topicCode, position })),
  });
  await tx.methodNote.upsert({
    where: { claimId: id },
    create: { claimId: id, ...record.methodNote },
    update: record.methodNote,
  });
  await writeCitations(tx, id, record.citations, references);
  const touched = await writeRelations(tx, id, record, references);
  await refreshClaimIndex(tx, [id, ...touched]);
  return { ok: true };
}

type References = {
  sources: ReadonlyMap<string, number>;
  claims: ReadonlyMap<string, number>;
  /** Citations that are there now: this claim's, those they draw on, and any other of the same key. */
  citations: ReadonlyMap<string, { id: number; claimId: number; drawnBy: string[] }>;
};

async function findReferences(tx: Transaction, record: ClaimRecord): Promise<References> {
  const sourceKeys = record.citations.map((citation) => citation.source);
  const citationKeys = record.citations.flatMap(({ key, drawnFrom }) => [key, drawnFrom]);
  const claimKeys = record.relations.map((relation) => relation.to);
  const sources = await queryIn(tx, Numbered, sql`select id, key from sources where key = any(${sourceKeys}::text[])`);
  const claims = await queryIn(tx, Numbered, sql`select id, key from claims where key = any(${claimKeys}::text[])`);
  const citations = await queryIn(
    tx,
    Numbered.extend({ claimId: z.number().int(), drawnBy: z.array(z.string()) }),
    sql`select x.id, x.key, x.claim_id as "claimId",
        (select coalesce(json_agg(y.key), '[]') from citations y where y.drawn_from_id = x.id and y.claim_id <> ${numberOf(record)}) as "drawnBy"
      from citations x where x.claim_id = ${numberOf(record)} or x.key = any(${citationKeys}::text[])`,
  );
  return {
    sources: new Map(sources.map(({ id, key }) => [key, id])),
    claims: new Map(claims.map(({ id, key }) => [key, id])),
    citations: new Map(citations.map(({ key, ...citation }) => [key, citation])),
  };
}

function referenceFaults(record: ClaimRecord, { sources, claims, citations }: References): Fault[] {
  const faults: Fault[] = [];
  const own = new Set(record.citations.map((citation) => citation.key));
  record.citations.forEach(({ key, source, drawnFrom }, n) => {
    if (!sources.has(source)) {
      const message = `the source ${source.toUpperCase()} is not published: publish it first`;
      faults.push({ path: `citations.${n}.source`, message });
    }
    if (drawnFrom !== null && !own.has(drawnFrom) && !citations.has(drawnFrom)) {
      faults.push({ path: `citations.${n}.drawnFrom`, message: `there is no citation ${drawnFrom}` });
    }
    const other = citations.get(key);
    if (other !== undefined && other.claimId !== numberOf(record)) {
      faults.push({ path: `citations.${n}.key`, message: `is a citation of C${other.claimId}` });
    }
  });
  record.relations.forEach(({ to }, n) => {
    if (claims.has(to)) return;
    faults.push({
      path: `relations.${n}.to`,
      message: `the claim ${to.toUpperCase()} is not published: publish it first`,
    });
  });
  for (const [key, { claimId, drawnBy }] of citations) {
    if (claimId !== numberOf(record) || own.has(key) || drawnBy.length === 0) continue;
    faults.push({ path: 'citations', message: `${key} cannot be taken out: ${drawnBy.join(', ')} draws on it` });
  }
  return faults;
}

async function placeFaults(tx: Transaction, { geography, series }: ClaimRecord): Promise<Fault[]> {
  const [row] = await queryIn(
    tx,
    z.object({ place: z.boolean(), series: z.boolean() }),
    sql`select exists (select from geographies where code = ${geography}) as place,
      (${series}::text is null or exists (select from series where key = ${series})) as series`,
  );
  return [
    ...(row?.place ? [] : [{ path: 'geography', message: `no place has the code ${geography}` }]),
    ...(row?.series ? [] : [{ path: 'series', message: `there is no series ${series}` }]),
  ];
}

/**
 * Citations keep their rows, so that what draws on them still does. New ones are written as untraced first and linked
 * afterwards: they may draw on each other in any order.
 */
async function writeCitations(
  tx: Transaction,
  claimId: number,
  records: readonly CitationRecord[],
  { sources, citations }: References,
): Promise<void> {
  const ids = new Map([...citations].map(([key, { id }]) => [key, id]));
  const fresh = records.filter(({ key }) => !ids.has(key));
  const created = await tx.citation.createManyAndReturn({
    data: fresh.map((record, position) => ({
      ...citationColumns(record),
      ...UNLINKED,
      claimId,
      position,
      sourceId: found(sources, record.source),
    })),
    select: { id: true, key: true },
  });
  for (const { id, key } of created) ids.set(key, id);
  for (const [position, record] of records.entries()) {
    const drawnFromId = record.drawnFrom === null ? null : found(ids, record.drawnFrom);
    await tx.citation.update({
      where: { id: found(ids, record.key) },
      data: { ...citationColumns(record), position, sourceId: found(sources, record.source), drawnFromId },
    });
  }
  const kept = records.map(({ key }) => found(ids, key));
  // Those that are taken out may draw on each other: they are unlinked before they go.
  const gone = { claimId, id: { notIn: kept } };
  await tx.citation.updateMany({ where: gone, data: { drawnFromId: null, ...UNLINKED } });
  await tx.citation.deleteMany({ where: gone });
  await tx.distortion.deleteMany({ where: { citationId: { in: kept } } });
  await tx.distortion.createMany({
    data: records.flatMap(({ key, distortions }) =>
      distortions.map(({ kind, note }) => ({ citationId: found(ids, key), kind: enumValue(kind), note })),
    ),
  });
}

const UNLINKED = { originState: 'origin' } as const;

/** @returns the claims at the other ends of the relations that were there and that are there now */
async function writeRelations(
  tx: Transaction,
  fromId: number,
  { relations }: ClaimRecord,
  { claims }: References,
): Promise<number[]> {
  const before = await tx.claimRelation.findMany({ where: { fromId }, select: { toId: true } });
  await tx.claimRelation.deleteMany({ where: { fromId } });
  const data = relations.map(({ kind, to, note, seriesBreak }) => ({
    fromId,
    toId: found(claims, to),
    kind: enumValue(kind),
    note,
    seriesBreak,
  }));
  await tx.claimRelation.createMany({ data });
  return [...new Set([...before, ...data].map(({ toId }) => toId))];
}

function found(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`nothing has the key ${key}`);
  return id;
}
