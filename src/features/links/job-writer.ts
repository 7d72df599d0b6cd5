import 'server-only';
import { setMaxListeners } from 'node:events';
import { z } from 'zod';
import { inTurns } from '../../lib/host-turns';
import { prisma } from '../../db/prisma';
import { query, sql } from '../../db/sql';
import { recordEvents } from '../history/event-writer';
import { type Finding, type Work, writeFinding } from './check-writer';
import { FRESH, LINK_URL } from './links-sql';
import { type CheckSettings, type LinkQuestion, Prober } from './probe-data';
import { readUrl } from '../../lib/read-url';

// The job that a run is. What it knows stands in the database, so that it can be watched from anywhere, and gone on with
// by another process when this one dies.

const HEARTBEAT_MS = 1000;

const Question = z.object({
  number: z.number().int(),
  url: z.string(),
  archiveUrl: z.string().nullable(),
  quotes: z.array(
    z.object({ key: z.string(), exact: z.string(), prefix: z.string().nullable(), suffix: z.string().nullable() }),
  ),
}) satisfies z.ZodType<LinkQuestion>;

/** What the run has still to check. */
export function openQuestions(run: number): Promise<LinkQuestion[]> {
  return query(
    Question,
    sql`select s.id as number, ${LINK_URL} as url, l.archive_url as "archiveUrl",
        (select coalesce(json_agg(json_build_object('key', x.key, 'exact', x.quote_exact, 'prefix', x.quote_prefix,
          'suffix', x.quote_suffix)), '[]') from citations x where x.source_id = s.id and x.quote_exact is not null) as quotes
      from link_runs r cross join sources s left join link_states l on l.source_number = s.id and l.url = ${LINK_URL}
      where r.id = ${run} and (s.url is not null or s.doi is not null)
        and (r.scope <> 'one' or s.id = r.source_number)
        and (r.scope <> 'due' or l.checked_at is null or l.checked_at < r.started_at - ${FRESH})
        and not exists (select from link_checks k where k.run_id = r.id and k.source_number = s.id)
      order by l.checked_at nulls first, s.id`,
  );
}

/** Works on a run until it is done, cancelled, taken over, or the network is away; then says so in the run. */
export async function workOn(work: Work, settings: CheckSettings): Promise<void> {
  const stopping = new AbortController();
  // Every request and every wait of every lane listens.
  setMaxListeners(0, stopping.signal);
  const outcome: { end: 'done' | 'cancelled' | 'network_away' | 'lost' } = { end: 'done' };
  const stop = (why: typeof outcome.end) => {
    if (!stopping.signal.aborted) outcome.end = why;
    stopping.abort();
  };
  const heart = setInterval(() => {
    void beat(work).then(
      (state) => {
        if (state !== 'alive') stop(state);
      },
      () => {}, // The database is away for a moment: what cannot be written is not lost, only asked again.
    );
  }, HEARTBEAT_MS);
  try {
    const prober = new Prober(settings, stopping.signal);
    const record = async (finding: Omit<Finding, 'copy'>) => {
      const wantsCopy = finding.link.archiveUrl === null && finding.probe.outcome !== 'refused';
      const copy = wantsCopy ? await prober.closestCopy(finding.link.url) : null;
      if (!(await writeFinding(work, { ...finding, copy }))) stop('lost');
    };
    const line = new Line(prober, settings.silentHostsMax, record, () => stop('network_away'));
    await inTurns(
      await openQuestions(work.run),
      { atOnce: settings.atOnce, hostOf, turns: prober.turns, isStopped: () => stopping.signal.aborted },
      async (link) => {
        const probe = await prober.probe(link);
        if (probe !== null) await line.take({ link, probe, at: new Date() });
      },
    );
    await line.close();
  } finally {
    clearInterval(heart);
  }
  if (outcome.end !== 'lost') await endRun(work, outcome.end);
}

function hostOf({ url }: LinkQuestion): string {
  return readUrl(url)?.hostname ?? '';
}

type Noted = Omit<Finding, 'copy'>;

/**
 * Keeps back failures that may be our own until somebody answers. When too many hosts in a row say nothing, addresses
 * that always answer are asked: if even those are silent, the network is away, and what was kept back is forgotten.
 */
class Line {
  #kept: Noted[] = [];
  #asking: Promise<void> | null = null;

  constructor(
    readonly prober: Prober,
    readonly silentHostsMax: number,
    readonly record: (finding: Noted) => Promise<void>,
    readonly away: () => void,
  ) {}

  async take(finding: Noted): Promise<void> {
    if (finding.probe.isOfTheLine) {
      this.#kept.push(finding);
      if (new Set(this.#kept.map(({ link }) => hostOf(link))).size >= this.silentHostsMax) await this.#ask();
      return;
    }
    // An address that is never asked answers nothing.
    if (finding.probe.outcome !== 'refused') await this.#believe();
    await this.record(finding);
  }

  async close(): Promise<void> {
    if (this.#kept.length > 0 && !this.prober.signal.aborted) await this.#ask();
  }

  /** All lanes that wonder at once wait for one answer. */
  #ask(): Promise<void> {
    this.#asking ??= this.prober
      .isNetworkThere()
      .then(async (isThere) => {
        if (isThere) await this.#believe();
        else this.away();
      })
      .finally(() => {
        this.#asking = null;
      });
    return this.#asking;
  }

  async #believe(): Promise<void> {
    const kept = this.#kept;
    this.#kept = [];
    for (const finding of kept) await this.record(finding);
  }
}

/** Says that the process lives, and learns whether somebody cancelled the run or took it over. */
async function beat({ run, worker }: Work): Promise<'alive' | 'cancelled' | 'lost'> {
  const [row] = await query(
    z.object({ cancel_asked: z.boolean() }),
    sql`update link_runs set heartbeat_at = now() where id = ${run} and worker = ${worker} and state = 'running'
      returning cancel_asked`,
  );
  if (row === undefined) return 'lost';
  return row.cancel_asked ? 'cancelled' : 'alive';
}

const ENDED = { done: 'Checked', cancelled: 'Stopped checking', network_away: 'Could not go on checking' } as const;

/** The end of a run with its one line of history: how many links were found in which state. */
async function endRun({ run, worker, actor }: Work, state: keyof typeof ENDED): Promise<void> {
  await prisma().$transaction(async (tx) => {
    const { count } = await tx.linkRun.updateMany({
      where: { id: run, worker, state: 'running' },
      data: { state, endedAt: new Date() },
    });
    if (count === 0) return;
    const { total } = await tx.linkRun.findUniqueOrThrow({ where: { id: run }, select: { total: true } });
    const groups = await tx.linkCheck.groupBy({ by: ['outcome'], where: { runId: run }, _count: true });
    const counts = Object.fromEntries(groups.map(({ outcome, _count }) => [outcome, _count]));
    const done = groups.reduce((sum, { _count }) => sum + _count, 0);
    const why = state === 'network_away' ? ': the network seems to be away' : '';
    const found = groups.map(({ outcome, _count }) => `${_count} ${outcome}`).join(', ');
    const summary = `${ENDED[state]} links${why}. ${done} of ${total} checked${found === '' ? '' : ` (${found})`}.`;
    await recordEvents(tx, actor, [
      { action: 'links checked', subject: `links:${run}`, summary, after: { state, total, done, ...counts } },
    ]);
  });
}
