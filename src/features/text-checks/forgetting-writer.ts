import 'server-only';
import { prisma } from '../../db/prisma';
import { isDatabaseAway } from '../../lib/database-error';
import { isOutage } from '../../lib/outage';
import { recordEvents } from '../history/event-writer';

/** How long an editor can look again at what somebody wrote, after the report was settled. */
const KEPT_DAYS = 90;

/** In milliseconds: how often it is looked for. */
const EVERY = 6 * 60 * 60 * 1000;

/**
 * Forgets what old settled reports have of their senders: the sentence, the reason, and who it was. What was found stays:
 * the figure, the claims, the verdict and the note, from which the next editor and the corpus of tests can learn.
 *
 * @returns how many reports
 */
export async function forgetOldReports(): Promise<number> {
  return prisma().$transaction(async (tx) => {
    const forgotten = await tx.$executeRaw`
      update match_reports set sentence = null, reason = null, sender_id = null, sender_name = null
      where settled_at < now() - make_interval(days => ${KEPT_DAYS}::int)
        and num_nonnulls(sentence, reason, sender_id, sender_name) > 0`;
    if (forgotten > 0) {
      const summary = `Forgot the words and the senders of ${forgotten === 1 ? 'a report' : `${forgotten} reports`} settled ${KEPT_DAYS} days ago or earlier.`;
      await recordEvents(tx, { id: null, name: 'clean-up' }, [{ action: 'forgotten', subject: 'matches', summary }]);
    }
    return forgotten;
  });
}

/** Does so now and from time to time, for as long as this process lives. It does not keep the process alive. */
export function keepForgetting(): void {
  const look = async () => {
    if (!isOutage()) await forgetOldReports().catch(sayUnlessAway);
    setTimeout(look, EVERY).unref();
  };
  setTimeout(look, 60_000).unref();
}

/** That the database is away, others say already. */
function sayUnlessAway(error: unknown): void {
  if (!isDatabaseAway(error)) console.error('old reports of matches:', error);
}
