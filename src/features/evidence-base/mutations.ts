import 'server-only';
import type { ClaimRecord } from '../../domain/claim';
import type { EvidenceBase, GeographyRecord } from '../../domain/evidence-base';
import type { SourceRecord } from '../../domain/source';
import { enumValue, prisma, type Transaction } from '../../db/prisma';
import { refreshClaimIndex } from '../claims/index-writer';
import { isNeverLinked } from '../../lib/denied-links';
import { type NewEvent, recordEvents } from '../history/event-writer';
import { citationColumns, claimColumns, sourceColumns, verificationColumns } from '../documents/column-writer';
import { BUNDLE, readBundledEvidence } from './bundle';
import { loadSeries, markSeriesBreaks } from './series-writer';

/**
 * Loads what the database lacks of the bundled evidence base, in one transaction. A record that is already there is
 * left as it is, whoever changed it since: loading twice changes nothing, and no edition overwrites an editor. The one
 * thing that reaches it is a break in a series (docs/decisions/0024-bundled-flags-reach-old-databases.md).
 *
 * @throws Error listing the faults, when the bundle does not hold together.
 */
export async function loadBundledEvidence(): Promise<{ loaded: boolean; claims: number; sources: number }> {
  const bundle = await readBundledEvidence();
  if (!bundle.ok) throw new Error(`The bundled evidence base is faulty:\n${bundle.faults.join('\n')}`);
  return loadEvidence(bundle.base);
}

/** What was added, and the lines of history that tell of it. */
type Loaded = { added: number; events: NewEvent[] };

export async function loadEvidence(base: EvidenceBase) {
  return prisma().$transaction(
    async (tx) => {
      // Two starts at once wait for each other here; the second then finds everything in place.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('plumbline evidence base'))`;
      await loadReference(tx, base);
      await loadSeries(tx, base.series);
      const sources = await loadSources(tx, base.sources);
      const claims = await loadClaims(tx, base.claims);
      const breaks = await markSeriesBreaks(tx, base.claims);
      await recordEvents(tx, BUNDLE, [...sources.events, ...claims.events, ...breaks]);
      const [claimsAdded, sourcesAdded] = [claims.added, sources.added];
      return {
        loaded: claimsAdded + sourcesAdded + breaks.length > 0,
        claims: claimsAdded,
        sources: sourcesAdded,
      };
    },
    { timeout: 120_000, maxWait: 10_000 },
  );
}

async function loadReference(tx: Transaction, base: EvidenceBase): Promise<void> {
  const parents = new Map(base.geographies.map((place) => [place.code, place.parent]));
  const path = (code: string): string[] => {
    const parent = parents.get(code) ?? null;
    return parent === null ? [code] : [...path(parent), code];
  };
  const depth = (place: GeographyRecord) => path(place.code).length;
  await tx.geography.createMany({
    // From the world inwards, so that every place finds its parent.
    data: [...base.geographies]
      .sort((a, b) => depth(a) - depth(b))
      .map(({ code, name, kind, parent }) => ({ code, name, kind, parentId: parent, ancestors: path(code) })),
    skipDuplicates: true,
  });
  await tx.topic.createMany({
    data: base.topics.map((topic, position) => ({ ...topic, position })),
    skipDuplicates: true,
  });
  await tx.term.createMany({
    data: base.terms.map(({ advice, verification, ...term }) => ({
      ...term,
      advice: enumValue(advice),
      ...verificationColumns(verification),
    })),
    skipDuplicates: true,
  });
}

/** Numbers of records that were deleted here: a bundled record is not brought back against somebody's will. */
async function retired(tx: Transaction, kind: 'claims' | 'sources'): Promise<Set<number>> {
  return new Set((await tx.retiredNumber.findMany({ where: { kind } })).map((entry) => entry.number));
}

async function loadSources(tx: Transaction, all: readonly SourceRecord[]): Promise<Loaded> {
  const present = new Set((await tx.source.findMany({ select: { key: true } })).map((source) => source.key));
  const gone = await retired(tx, 'sources');
  const records = all
    .filter((record) => !present.has(record.key) && !gone.has(Number(record.id.slice(1))))
    // Whoever runs the site may deny a host that the bundle names: the work stays, without its address.
    .map((record) => (isNeverLinked(record.url) ? { ...record, url: null } : record));
  const id = (record: SourceRecord) => Number(record.id.slice(1));
  await tx.source.createMany({
    data: records.map((record) => ({ id: id(record), ...sourceColumns(record) })),
  });
  const judged = records.flatMap((record) => (record.appraisal ? [{ record, appraisal: record.appraisal }] : []));
  await tx.sourceGrade.createMany({
    data: judged.map(({ record, appraisal }) => ({ sourceId: id(record), ...appraisal, provisional: true })),
  });
  await tx.provisionalReading.createMany({
    data: judged.map(({ record, appraisal }) => ({
      sourceId: id(record),
      after: 'AACODS',
      reader: BUNDLE.name,
      judgement: appraisal,
    })),
  });
  const summary = 'Added with the bundled evidence base.';
  const events = records.map((record) => ({ action: 'added', subject: record.id, summary, after: ungraded(record) }));
  return { added: records.length, events };
}

async function loadClaims(tx: Transaction, all: readonly ClaimRecord[]): Promise<Loaded> {
  const present = new Map((await tx.claim.findMany({ select: { id: true, key: true } })).map((c) => [c.key, c.id]));
  const gone = await retired(tx, 'claims');
  const records = all.filter((record) => !present.has(record.key) && !gone.has(numberOf(record)));
  if (records.length === 0) return { added: 0, events: [] };
  const ids = new Map([...present, ...records.map((record): [string, number] => [record.key, numberOf(record)])]);
  await tx.claim.createMany({ data: records.map((record) => ({ id: numberOf(record), ...claimColumns(record) })) });
  await tx.claimTopic.createMany({
    data: records.flatMap((record) =>
      record.topics.map((topicCode, position) => ({ claimId: numberOf(record), topicCode, position })),
    ),
  });
  await tx.methodNote.createMany({
    data: records.map((record) => ({ claimId: numberOf(record), ...record.methodNote })),
  });
  await loadCitations(tx, records);
  const relations = records.flatMap((record) =>
    record.relations.flatMap(({ kind, to, note, seriesBreak }) => {
      const toId = ids.get(to);
      return toId === undefined ? [] : [{ fromId: numberOf(record), toId, kind: enumValue(kind), note, seriesBreak }];
    }),
  );
  await tx.claimRelation.createMany({ data: relations });
  await loadClaimGrades(tx, records);
  await refreshClaimIndex(tx, [...new Set([...records.map(numberOf), ...relations.map((r) => r.toId)])]);
  const summary = 'Added with the bundled evidence base; its grades are provisional.';
  const events = records.map((record) => ({ action: 'added', subject: record.id, summary, after: ungraded(record) }));
  return { added: records.length, events };
}

/** As a record is read from the database: grades are no part of it, and have a history of their own. */
function ungraded<Record extends SourceRecord | ClaimRecord>(record: Record): Record {
  return { ...record, appraisal: null };
}

function numberOf(record: ClaimRecord): number {
  return Number(record.id.slice(1));
}

/** Citations in waves: the origins and untraced ones first, then whatever draws on what is already there. */
async function loadCitations(tx: Transaction, records: readonly ClaimRecord[]): Promise<void> {
  const sources = new Map((await tx.source.findMany({ select: { id: true, key: true } })).map((s) => [s.key, s.id]));
  const ids = new Map((await tx.citation.findMany({ select: { id: true, key: true } })).map((c) => [c.key, c.id]));
  let waiting = records.flatMap((record) =>
    record.citations.map((citation, position) => ({ claimId: numberOf(record), position, citation })),
  );
  while (waiting.length > 0) {
    const ready = waiting.filter(({ citation }) => citation.drawnFrom === null || ids.has(citation.drawnFrom));
    if (ready.length === 0) {
      throw new Error(`These citations draw on each other in a ring: ${waiting.map((w) => w.citation.key).join(', ')}`);
    }
    const created = await tx.citation.createManyAndReturn({
      data: ready.map(({ claimId, position, citation }) => ({
        claimId,
        position,
        sourceId: found(sources, citation.source),
        drawnFromId: citation.drawnFrom === null ? null : found(ids, citation.drawnFrom),
        ...citationColumns(citation),
      })),
      select: { id: true, key: true },
    });
    for (const { id, key } of created) ids.set(key, id);
    waiting = waiting.filter(({ citation }) => !ids.has(citation.key));
  }
  await tx.distortion.createMany({
    data: records.flatMap((record) =>
      record.citations.flatMap((citation) =>
        citation.distortions.map(({ kind, note }) => ({
          citationId: found(ids, citation.key),
          kind: enumValue(kind),
          note,
        })),
      ),
    ),
  });
}

function found(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`nothing has the key ${key}`);
  return id;
}

async function loadClaimGrades(tx: Transaction, records: readonly ClaimRecord[]): Promise<void> {
  const judged = records.flatMap((record) => (record.appraisal ? [{ record, appraisal: record.appraisal }] : []));
  await tx.claimGrade.createMany({
    data: judged.map(({ record, appraisal }) => ({
      claimId: numberOf(record),
      method: appraisal.method.certainty === null ? null : enumValue(appraisal.method.certainty),
      methodReasons: appraisal.method.reasons,
      reliability: enumValue(appraisal.reliability.level),
      reliabilityReasons: appraisal.reliability.reasons,
      provisional: true,
    })),
  });
  await tx.provisionalReading.createMany({
    data: judged.map(({ record, appraisal }) => ({
      claimId: numberOf(record),
      after: 'GRADE',
      reader: BUNDLE.name,
      judgement: appraisal,
    })),
  });
}
