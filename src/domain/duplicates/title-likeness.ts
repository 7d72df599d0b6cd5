import { BEGINNING_MIN } from './reason';

// Which of many titles are nearly the same: every pair of fifty thousand would be a thousand million comparisons, so
// only titles are compared that share one of their rarest parts. Whether a pair counts is decided where all pairs are.

/**
 * How many shared rare parts are counted for all titles together, and for each at least. Of many titles that are all alike,
 * only the rarest parts are counted; so it ends, and what differs in its rarest parts only may be overlooked.
 */
const COUNTED_MAX = 200_000_000;
const COUNTED_EACH = 5000;

/** How many titles that begin with another are looked through for one that stands before it. */
const LOOKED_AT_MAX = 1000;

/** The trigrams of words in lower case with one space between, as PostgreSQL's pg_trgm takes them. */
export function trigramsOf(words: string): Set<string> {
  const found = new Set<string>();
  for (const word of words.split(' ')) {
    if (word === '') continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** For one title, the one before it that is most like it: its place among all, counted from 0. */
export type LikeTitle = { title: number; like: number };

/**
 * Finds titles like others by trigrams (Jaccard similarity), with the prefix filter of Chaudhuri, Ganti and Kaushik (2006,
 * https://doi.org/10.1109/ICDE.2006.9): two sets with this share in common share one of their rarest members.
 */
export class TitleLikeness {
  /** Numbers of each title's trigrams, the rarest first. */
  readonly #sets: Int32Array[];
  readonly #sizes: Int32Array;
  readonly #sorted: Int32Array;
  readonly #byRare: number[][];
  readonly #byText = new Map<string, number>();
  /** Of titles that are kept: how many trigrams are not among their rare ones, and the last that is. */
  readonly #uncounted: Int32Array;
  readonly #lastRare: Int32Array;
  readonly #kept: Uint8Array;
  /** How many of their rare trigrams the title at hand and each other have in common. */
  readonly #common: Int32Array;

  /**
   * @param titles as `plain_words` makes them; empty ones are like nothing
   * @param least share of trigrams in common, above 0
   */
  constructor(
    readonly titles: readonly string[],
    readonly least: number,
  ) {
    const { sets, kinds } = numbered(titles);
    this.#sets = sets;
    this.#sizes = Int32Array.from(sets, ({ length }) => length);
    this.#byRare = Array.from({ length: kinds }, () => []);
    this.#common = new Int32Array(titles.length);
    this.#uncounted = new Int32Array(titles.length);
    this.#lastRare = new Int32Array(titles.length);
    this.#kept = new Uint8Array(titles.length);
    const order = [...titles.keys()];
    order.sort((a, b) => compareTexts(titles[a] ?? '', titles[b] ?? '') || a - b);
    this.#sorted = Int32Array.from(order);
  }

  /**
   * Compares these titles with those before them; call it for one stretch after the other, from 0 on.
   *
   * @param isWanted whether it matters what this title is like
   * @param isKept whether later titles are compared with this one
   */
  compare(
    from: number,
    to: number,
    isWanted: (title: number) => boolean,
    isKept: (title: number) => boolean = () => true,
  ): LikeTitle[] {
    const found: LikeTitle[] = [];
    for (let title = from; title < Math.min(to, this.titles.length); title += 1) {
      const like = isWanted(title) ? (this.#mostLike(title) ?? this.#beginsAlike(title)) : null;
      if (like !== null) found.push({ title, like });
      if (isKept(title)) this.#keep(title);
    }
    return found;
  }

  /** How many of a title's rarest trigrams have to be looked at. */
  #rare(size: number): number {
    return size - Math.ceil(this.least * size - 1e-9) + 1;
  }

  #keep(title: number): void {
    const set = this.#sets[title] ?? NONE;
    const rare = this.#rare(set.length);
    for (const trigram of set.subarray(0, rare)) this.#byRare[trigram]?.push(title);
    this.#uncounted[title] = set.length - rare;
    this.#lastRare[title] = set[rare - 1] ?? 0;
    this.#kept[title] = 1;
    const text = this.titles[title] ?? '';
    if (!this.#byText.has(text)) this.#byText.set(text, title);
  }

  #mostLike(title: number): number | null {
    const own = this.#sets[title] ?? NONE;
    const [{ touched, rare }, all] = [this.#countRare(own), this.#rare(own.length)];
    let [best, score] = [null as number | null, this.least - 1e-6];
    for (const other of touched) {
      const counted = this.#common[other] ?? 0;
      this.#common[other] = 0;
      // Where not all could be counted, titles that are alike have at least a third of those in common that were.
      if (rare < all && counted * 3 < rare) continue;
      // Whatever the two share and was not counted is among the other trigrams of the one whose rare ones end first.
      const endsFirst = (own[rare - 1] ?? 0) < (this.#lastRare[other] as number);
      const uncounted = endsFirst ? own.length - rare : (this.#uncounted[other] as number);
      if (counted + uncounted < neededOf(own.length + (this.#sizes[other] as number), score)) continue;
      const share = shareOf(own, this.#sets[other] ?? NONE, score);
      if (share > score || (share === score && best !== null && other < best)) [best, score] = [other, share];
    }
    return best;
  }

  /** Counts what earlier titles share of these rare trigrams. @returns the titles that share any, and how many were counted */
  #countRare(own: Int32Array): { touched: number[]; rare: number } {
    const [shortest, longest] = [own.length * this.least - 1e-9, own.length / this.least + 1e-9];
    const touched: number[] = [];
    const all = this.#rare(own.length);
    let left = Math.max(COUNTED_EACH, COUNTED_MAX / this.titles.length);
    for (let rare = 0; rare < all; rare += 1) {
      const others = this.#byRare[own[rare] as number] ?? [];
      left -= others.length;
      if (left < 0 && rare > 0) return { touched, rare };
      for (const other of others) {
        const before = this.#common[other] as number;
        if (before > 0) this.#common[other] = before + 1;
        else {
          const size = this.#sizes[other] as number;
          if (size < shortest || size > longest) continue;
          this.#common[other] = 1;
          touched.push(other);
        }
      }
    }
    return { touched, rare: all };
  }

  /** A title before this one that begins with it, or that it begins with. */
  #beginsAlike(title: number): number | null {
    const text = this.titles[title] ?? '';
    for (let end = text.length - 1; end >= BEGINNING_MIN; end -= 1) {
      const before = this.#byText.get(text.slice(0, end));
      if (before !== undefined) return before;
    }
    if (text.length < BEGINNING_MIN) return null;
    const first = this.#placeOf(text);
    for (let at = first; at < Math.min(first + LOOKED_AT_MAX, this.#sorted.length); at += 1) {
      const other = this.#sorted[at] ?? 0;
      if (!(this.titles[other] ?? '').startsWith(text)) return null;
      if (other < title && this.#kept[other] === 1) return other;
    }
    return null;
  }

  /** The first place in the sorted titles that is not before this text. */
  #placeOf(text: string): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareTexts(this.titles[this.#sorted[middle] ?? 0] ?? '', text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const NONE = new Int32Array();

/** The least that two sets must have in common, of so many members together. */
function neededOf(members: number, least: number): number {
  return (least / (1 + least)) * members - 1e-9;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Each title's trigrams as numbers that grow with how often a trigram occurs: so sorted, the rarest come first. */
function numbered(titles: readonly string[]): { sets: Int32Array[]; kinds: number } {
  const ids = new Map<string, number>();
  const often: number[] = [];
  const sets = titles.map((title) => {
    const numbers: number[] = [];
    for (const trigram of trigramsOf(title)) {
      const id = ids.get(trigram) ?? ids.size;
      ids.set(trigram, id);
      often[id] = (often[id] ?? 0) + 1;
      numbers.push(id);
    }
    return Int32Array.from(numbers);
  });
  const byRarity = [...often.keys()].sort((a, b) => (often[a] ?? 0) - (often[b] ?? 0) || a - b);
  const rank = new Int32Array(often.length);
  byRarity.forEach((id, place) => {
    rank[id] = place;
  });
  for (const set of sets) {
    for (let at = 0; at < set.length; at += 1) set[at] = rank[set[at] ?? 0] ?? 0;
    set.sort();
  }
  return { sets, kinds: often.length };
}

/** What two sorted sets have in common of all that they have, or 0 when it is certainly less than `least`. */
function shareOf(a: Int32Array, b: Int32Array, least: number): number {
  const needed = neededOf(a.length + b.length, least);
  let [i, j, common] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (common + Math.min(a.length - i, b.length - j) < needed) return 0;
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) common += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return common / (a.length + b.length - common);
}
