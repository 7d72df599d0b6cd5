import 'server-only';
import type { ClaimRecord } from '../../domain/claim';
import type { EvidenceBase } from '../../domain/evidence-base';
import { enumValue, type Transaction } from '../../db/prisma';
import type { NewEvent } from '../history/event-writer';

/** Series, before the claims that name them. One that a migration had to name after its key gets its name. */
export async function loadSeries(tx: Transaction, series: EvidenceBase['series']): Promise<void> {
  await tx.series.createMany({ data: series, skipDuplicates: true });
  const unnamed = await tx.$queryRaw<{ key: string }[]>`select key from series where name = key`;
  for (const { key } of unnamed) {
    const record = series.find((entry) => entry.key === key);
    if (record) await tx.series.update({ where: { key }, data: record });
  }
}

/**
 * Breaks in series that the bundle records of relations that were loaded before it did. It never takes one away, and
 * leaves a claim that somebody has edited here as they left it.
 *
 * @returns the lines of history to be written of it
 */
export async function markSeriesBreaks(tx: Transaction, claims: readonly ClaimRecord[]): Promise<NewEvent[]> {
  const bundled = claims.flatMap(({ key, relations }) =>
    relations.flatMap(({ kind, to, seriesBreak }) =>
      seriesBreak ? [{ from: { key, version: 1 }, to: { key: to }, kind: enumValue(kind) }] : [],
    ),
  );
  const where = { seriesBreak: false, OR: bundled };
  const found = await tx.claimRelation.findMany({ where, select: { fromId: true, toId: true } });
  if (found.length === 0) return [];
  await tx.claimRelation.updateMany({ where, data: { seriesBreak: true } });
  const fromIds = found.map(({ fromId }) => fromId);
  await tx.claim.updateMany({ where: { id: { in: fromIds } }, data: { updatedAt: new Date() } });
  return found.map(({ fromId, toId }) => ({
    action: 'changed',
    subject: `C${fromId}`,
    summary: `A break in the series between C${fromId} and C${toId} was recorded with the bundled evidence base.`,
  }));
}
