// The chain of the history, as docs/guides/history.md has it. Written a second time here, apart from the database's own
// functions, so that the one proves the other.

/** An event as it is sealed. Documents are the text that PostgreSQL gives of jsonb. */
export type SealedEvent = {
  position: number;
  /** Microseconds since 1970-01-01 00:00 UTC, as a whole number. */
  at: string;
  actor: string;
  actorId: string | null;
  action: string;
  subject: string;
  summary: string;
  reason: string | null;
  before: string | null;
  after: string | null;
  prevHash: string;
  hash: string;
};

/** SHA-256 of a text in UTF-8, as 64 small hexadecimal digits. */
export type Digest = (text: string) => string;

/** What the first event follows. */
export const NO_HASH = '0'.repeat(64);

/** The text that is hashed, version 1. */
export function eventText(event: SealedEvent, digest: Digest): string {
  const digestOf = (text: string | null) => (text === null ? null : digest(text));
  const fields: [name: string, value: string | null][] = [
    ['position', String(event.position)],
    ['at', event.at],
    ['actor', event.actor],
    ['actor_id_sha256', digestOf(event.actorId)],
    ['action', event.action],
    ['subject', event.subject],
    ['summary', event.summary],
    ['reason', event.reason],
    ['before_sha256', digestOf(event.before)],
    ['after_sha256', digestOf(event.after)],
    ['prev_hash', event.prevHash],
  ];
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const lines = fields.map(([name, value]) => `${name}=${value === null ? '-' : `${bytes(value)}:${value}`}\n`);
  return `plumbline event v1\n${lines.join('')}`;
}

/** Where the chain is after some events: how many there were, and the hash of the last. */
export type ChainState = { position: number; hash: string };

export const CHAIN_START: ChainState = { position: 0, hash: NO_HASH };

/** The first thing that is wrong: at which place, and what. */
export type BrokenLink = { position: number; problem: string };

/** Holds one event against the one before it. @returns where the chain is now, or what is wrong */
export function nextLink(state: ChainState, event: SealedEvent, digest: Digest): ChainState | BrokenLink {
  const expected = state.position + 1;
  if (event.position < expected) return { position: event.position, problem: 'stands in the history twice' };
  if (event.position > expected) {
    const last = event.position - 1;
    return { position: expected, problem: last > expected ? `is missing, and all up to no. ${last}` : 'is missing' };
  }
  if (event.prevHash !== state.hash) {
    const problem = 'does not follow from the event before it: one of the two is not what stood here';
    return { position: expected, problem };
  }
  const hash = digest(eventText(event, digest));
  if (hash !== event.hash) {
    return { position: expected, problem: 'is not what was sealed: its text or its hash was changed' };
  }
  return { position: expected, hash };
}
