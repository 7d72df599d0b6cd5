import 'server-only';
import { z } from 'zod';
import { isMoved, isOfTheLine, type LinkOutcome, verdictOf } from '../../domain/link-check';
import { htmlText } from '../../domain/text/html-text';
import { findQuote } from '../../domain/text/quote-selector';
import { deniedHosts, publicUrl } from '../../lib/env';
import { HostTurns } from '../../lib/host-turns';
import { type FetchOutcome, INTERNET, type Network, safeFetch } from '../../lib/safe-fetch';
import type { QuoteOutcome } from './schema';

/** What the checker uses of the world outside; tests put their own in its place. */
export type CheckSettings = {
  network: Network;
  /** Where the web archive answers. */
  archive: string;
  /** Addresses that answer whenever the network is there at all. */
  controls: readonly string[];
  /** Links asked at once, and the pause between two requests to one host, in milliseconds. */
  atOnce: number;
  gapMs: number;
  /** So many hosts without any answer, and it is asked whether the network is there. */
  silentHostsMax: number;
  limits?: { all: number; dns: number; connect: number; answer: number };
};

export const LIVE: CheckSettings = {
  network: INTERNET,
  archive: 'https://archive.org',
  controls: ['https://doi.org/', 'https://archive.org/', 'https://www.un.org/'],
  atOnce: 4,
  gapMs: 2000,
  silentHostsMax: 5,
};

export type LinkQuestion = {
  number: number;
  url: string;
  archiveUrl: string | null;
  quotes: readonly { key: string; exact: string; prefix: string | null; suffix: string | null }[];
};

export type Probe = {
  outcome: LinkOutcome;
  isMoved: boolean;
  /** Nobody answered: the fault may lie with our own line. */
  isOfTheLine: boolean;
  status: number | null;
  finalUrl: string | null;
  error: string | null;
  quotes: { key: string; exact: string; outcome: QuoteOutcome }[];
};

/** Asks the network on behalf of one run: with its turns before each host, until it is stopped. */
export class Prober {
  readonly turns: HostTurns;
  #archiveFailures = 0;

  constructor(
    readonly settings: CheckSettings,
    readonly signal: AbortSignal,
  ) {
    this.turns = new HostTurns(settings.gapMs, signal);
  }

  /** What one link answers; null when the run was stopped meanwhile. */
  async probe({ url, quotes }: LinkQuestion): Promise<Probe | null> {
    // A page that words are quoted from is read; of any other it is enough that it is there.
    const answer = await this.#fetch(url, quotes.length > 0 ? 'get' : 'head');
    if (this.signal.aborted) return null;
    const verdict = verdictOf(url, answer);
    return {
      ...verdict,
      isMoved: answer.ok && isMoved(url, answer.finalUrl),
      isOfTheLine: isOfTheLine(answer),
      status: answer.ok ? answer.status : null,
      finalUrl: answer.finalUrl === url ? null : answer.finalUrl,
      quotes: verdict.outcome === 'works' ? lookedUp(answer, quotes) : [],
    };
  }

  /** The closest copy that the Wayback Machine has (https://archive.org/help/wayback_api.php); null where it has none. */
  async closestCopy(url: string): Promise<{ url: string; at: string } | null> {
    // An archive that does not answer is left alone for the rest of the run.
    if (this.#archiveFailures >= 3) return null;
    const answer = await this.#fetch(
      `${this.settings.archive}/wayback/available?url=${encodeURIComponent(url)}`,
      'get',
    );
    if (!answer.ok || answer.status !== 200) {
      this.#archiveFailures += 1;
      return null;
    }
    this.#archiveFailures = 0;
    return readCopy(answer.body.toString('utf8'));
  }

  /** Whether anybody at all answers. */
  async isNetworkThere(): Promise<boolean> {
    const answers = await Promise.all(this.settings.controls.map((url) => this.#fetch(url, 'head')));
    return answers.some((answer) => !isOfTheLine(answer));
  }

  #fetch(url: string, method: 'get' | 'head'): Promise<FetchOutcome> {
    const { network, limits } = this.settings;
    return safeFetch(url, {
      method,
      userAgent: `Plumbline-Link-Check (+${publicUrl()})`,
      deniedHosts: deniedHosts(),
      whenLarger: 'cut',
      turn: (host) => this.turns.take(host),
      signal: this.signal,
      network,
      ...(limits === undefined ? {} : { limits }),
    });
  }
}

const Copy = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({
        available: z.literal(true),
        status: z.literal('200'),
        url: z.string().regex(/^https?:\/\/web\.archive\.org\/web\/\d{14}\//),
        timestamp: z.string().regex(/^\d{14}$/),
      })
      .optional(),
  }),
});

function readCopy(text: string): { url: string; at: string } | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null; // A page that says sorry in HTML has no copy to offer.
  }
  const closest = Copy.safeParse(json).data?.archived_snapshots.closest;
  if (closest === undefined) return null;
  const at = closest.timestamp.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z');
  return Number.isNaN(Date.parse(at)) ? null : { url: closest.url.replace(/^http:/, 'https:'), at };
}

/** Looks for the quoted words in a page that was read. Of a page that is no text, or was cut, nothing is said. */
function lookedUp(answer: FetchOutcome, quotes: LinkQuestion['quotes']): Probe['quotes'] {
  if (!answer.ok || quotes.length === 0) return [];
  const type = answer.contentType?.toLowerCase() ?? '';
  const isHtml = /^(text\/html|application\/xhtml\+xml)/.test(type);
  if (!isHtml && !type.startsWith('text/plain')) return [];
  const raw = decoder(type, answer.body).decode(answer.body);
  const text = isHtml ? htmlText(raw) : raw;
  return quotes.flatMap<Probe['quotes'][number]>(({ key, exact, prefix, suffix }) => {
    const anchor = findQuote(text, { exact, prefix, suffix });
    if (anchor.found) return [{ key, exact, outcome: 'found' }];
    return answer.isCut ? [] : [{ key, exact, outcome: anchor.why }];
  });
}

/** By the charset that the answer or the page names; UTF-8 otherwise. */
function decoder(type: string, body: Buffer): TextDecoder {
  const inPage = body.subarray(0, 2048).toString('latin1');
  const [, label = 'utf-8'] =
    /charset="?([\w-]{2,40})/.exec(type) ?? /<meta[^>]{0,200}charset="?([\w-]{2,40})/i.exec(inPage) ?? [];
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder(); // A charset that nobody knows.
  }
}
