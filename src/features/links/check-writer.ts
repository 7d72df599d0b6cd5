import 'server-only';
import type { Actor } from '../../domain/permission';
import { afterCheck, type LinkRecord } from '../../domain/link-check';
import { enumValue, prisma, type Transaction } from '../../db/prisma';
import { recordEvents } from '../history/event-writer';
import type { LinkQuestion, Probe } from './probe-data';

/** A run, and the process that works on it. */
export type Work = { run: number; worker: string; actor: Pick<Actor, 'id' | 'name'> };

export type Finding = { link: LinkQuestion; probe: Probe; copy: { url: string; at: string } | null; at: Date };

/**
 * Writes what one check found, in one transaction: the check, how the link stands after it, what became of quoted words,
 * the progress of the run, and, where the link went from working to broken or back, a public line of its history.
 *
 * @returns false when the run is not this process's any more: then nothing was written
 */
export function writeFinding(work: Work, finding: Finding): Promise<boolean> {
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.linkRun.updateMany({
      where: { id: work.run, worker: work.worker, state: 'running' },
      data: { done: { increment: 1 } },
    });
    if (count === 0) return false;
    const { link, probe, at } = finding;
    const found = await tx.linkState.findUnique({ where: { sourceNumber: link.number } });
    const before = found?.url === link.url ? found : null;
    const after = afterCheck(
      before === null
        ? null
        : { ...before, failedFirst: iso(before.failedFirst), brokenSince: iso(before.brokenSince) },
      { outcome: probe.outcome, isMoved: probe.isMoved, at: at.toISOString() },
    );
    await writeState(tx, finding, after, before);
    await tx.linkCheck.create({
      data: {
        runId: work.run,
        sourceNumber: link.number,
        url: link.url,
        checkedAt: at,
        outcome: probe.outcome,
        ...answerOf(probe),
        archiveUrl: finding.copy?.url ?? null,
        archiveAt: finding.copy?.at ?? null,
        failures: after.failures,
      },
    });
    await writeQuotes(tx, finding);
    const wasBroken = before?.brokenSince != null;
    if (wasBroken !== (after.brokenSince !== null)) await writeTurn(tx, work, finding, after);
    return true;
  });
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

const answerOf = ({ status, finalUrl, error }: Probe) => ({ status, finalUrl, error });

async function writeState(
  tx: Transaction,
  { link, probe, copy, at }: Finding,
  { state, failures, failedFirst, brokenSince }: LinkRecord,
  before: { archiveUrl: string | null; archiveAt: Date | null } | null,
): Promise<void> {
  const data = {
    url: link.url,
    state: enumValue(state),
    checkedAt: at,
    ...answerOf(probe),
    failures,
    failedFirst,
    brokenSince,
    // A copy that is known is kept: the archive may be away today.
    archiveUrl: copy?.url ?? before?.archiveUrl ?? null,
    archiveAt: copy?.at ?? before?.archiveAt ?? null,
  };
  const where = { sourceNumber: link.number };
  await tx.linkState.upsert({ where, create: { ...where, ...data }, update: data });
}

async function writeQuotes(tx: Transaction, { link, probe, at }: Finding): Promise<void> {
  for (const { key, exact, outcome } of probe.quotes) {
    const data = { sourceNumber: link.number, exact, outcome, checkedAt: at };
    await tx.quoteCheck.upsert({
      where: { citationKey: key },
      create: { citationKey: key, ...data },
      update: data,
    });
  }
}

async function writeTurn(
  tx: Transaction,
  { actor }: Work,
  { link, probe }: Finding,
  { brokenSince }: LinkRecord,
): Promise<void> {
  const [action, summary] =
    brokenSince === null
      ? ['link works', `The link of the source works again: ${link.url}`]
      : ['link broken', `The link of the source no longer works: ${link.url} (${probe.error ?? 'no answer'}).`];
  await recordEvents(tx, actor, [{ action, subject: `S${link.number}`, summary }]);
}
