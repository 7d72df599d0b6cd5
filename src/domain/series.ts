import type { z } from 'zod';
import { ageRangeText } from './age-band';
import type { ClaimStatus, Period, Population } from './claim';
import type { Figure } from './figure';
import type { MethodKind } from './method';

// A series: claims on one subject over time. What may be read as a trend, and what may not.

/** What must be known of a claim to set it beside the others of its series. */
export type SeriesMember = {
  id: string;
  figure: Pick<Figure, 'kind' | 'value' | 'low' | 'high' | 'unit' | 'bound' | 'direction' | 'of'>;
  period: z.infer<typeof Period>;
  population: z.infer<typeof Population>;
  geography: { code: string; name: string };
  methodKind: MethodKind;
  definition: string | null;
  status: ClaimStatus;
};

/** A recorded relation between two claims of the series: `from` continues or supersedes `to`. */
export type SeriesLink = {
  from: string;
  to: string;
  kind: 'continues' | 'supersedes';
  note: string | null;
  seriesBreak: boolean;
};

export type ChangeKind =
  | 'break'
  | 'kind'
  | 'unit'
  | 'denominator'
  | 'population'
  | 'age'
  | 'place'
  | 'measure'
  | 'method'
  | 'definition-wording';

/** What a claim is set against: the one it continues or supersedes, or else the one before it in time. */
export type Comparison = { to: string; link: SeriesLink | null; changes: ChangeKind[] };

/** Fractional years: 2000 is the first moment of that year, 2001 its last. */
export type Span = { start: number; end: number };

/**
 * The time a claim speaks of, as far as its dates say it; null where no date is known. A date known to the year
 * covers the year, one known to the month the month. Of a period with one known end only that end counts.
 */
export function spanOf({ start, end }: Pick<z.infer<typeof Period>, 'start' | 'end'>): Span | null {
  const [first, last] = [start ?? end, end ?? start];
  return first === null || last === null ? null : { start: dateSpan(first).start, end: dateSpan(last).end };
}

function dateSpan(date: string): Span {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return { start: year, end: year + 1 };
  const monthStart = year + (month - 1) / 12;
  if (day === undefined) return { start: monthStart, end: monthStart + 1 / 12 };
  return { start: monthStart + (day - 1) / 372, end: monthStart + day / 372 };
}

/** Where a claim stands on the axis of time: the middle of its period. */
export function middleOf(span: Span): number {
  return (span.start + span.end) / 2;
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}

/** By the middle of the reference period, then its start, then id. A claim without any date comes last. */
export function inOrder<Member extends Pick<SeriesMember, 'id' | 'period'>>(members: readonly Member[]): Member[] {
  const key = ({ id, period }: Member) => {
    const span = spanOf(period);
    return span === null
      ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, numberOf(id)]
      : [middleOf(span), span.start, numberOf(id)];
  };
  return members
    .map((member) => ({ member, key: key(member) }))
    .sort((a, b) => {
      const at = a.key.findIndex((part, index) => part !== b.key[index]);
      return at === -1 ? 0 : (a.key[at] ?? 0) < (b.key[at] ?? 0) ? -1 : 1;
    })
    .map(({ member }) => member);
}

/**
 * Claims that may stand on one axis over time: same kind of figure, unit, denominator, population group, place, and
 * stock or flow. Groups come in the order of their first claim, claims within in order of time.
 */
export function comparableGroups<Member extends SeriesMember>(members: readonly Member[]): Member[][] {
  return grouped(inOrder(members), ({ figure, population, geography, period }) => [
    figure.kind,
    figure.unit,
    figure.of,
    population.group,
    geography.code,
    period.measure,
  ]);
}

/** Lists of what has the same key, in the order in which the keys first come. */
export function grouped<Member>(members: readonly Member[], keyOf: (member: Member) => unknown): Member[][] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const key = JSON.stringify(keyOf(member));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return [...groups.values()];
}

/** How the claims of a series are drawn; each is in one place only. */
export type Panels<Member> = {
  /** Comparable figures of at least two points in time: years against values. */
  time: Member[][];
  /** Figures of one kind, unit and measure that differ in place, group, whole or definition: a row each, no time axis. */
  rows: Member[][];
  /** What no drawing shows: no number, or no other figure of its kind. */
  undrawn: Member[];
};

/** Which drawing each claim belongs to, in order of time. */
export function panelsOf<Member extends SeriesMember>(members: readonly Member[]): Panels<Member> {
  const dated = (member: Member) => member.figure.kind !== 'direction' && spanOf(member.period) !== null;
  const time = comparableGroups(members.filter(dated)).filter(
    (group) => new Set(group.map(({ period }) => JSON.stringify(spanOf(period)))).size > 1,
  );
  const drawn = new Set(time.flat());
  const others = inOrder(members).filter((member) => !drawn.has(member));
  const alike = grouped(
    others.filter(({ figure }) => figure.kind !== 'direction'),
    ({ figure, period }) => [figure.kind, figure.unit, period.measure],
  );
  const rows = alike.filter((group) => group.length > 1);
  for (const member of rows.flat()) drawn.add(member);
  return { time, rows, undrawn: others.filter((member) => !drawn.has(member)) };
}

type Pair = { from: string; to: string; note: string | null };

/** The recorded breaks between two claims of this group, earlier claim first. */
export function breaksWithin(group: readonly SeriesMember[], links: readonly SeriesLink[]): (Pair & Span)[] {
  return pairsWithin(
    group,
    links.filter((link) => link.seriesBreak),
  );
}

/**
 * The pairs of a group that a line may join: one is recorded to continue or supersede the other, it is later in time,
 * and no break of the group lies between them. Being neighbours is not enough: a line says that two figures belong
 * together, and only the record can say that.
 */
export function joinedPairs(
  group: readonly SeriesMember[],
  links: readonly SeriesLink[],
): { from: string; to: string }[] {
  const breaks = breaksWithin(group, links);
  return pairsWithin(
    group,
    links.filter((link) => !link.seriesBreak),
  )
    .filter((pair) => !breaks.some((gap) => gap.start < pair.end && pair.start < gap.end))
    .map(({ from, to }) => ({ from, to }));
}

/** Linked pairs of a group as earlier and later claim, with the middles of their periods. */
function pairsWithin(group: readonly SeriesMember[], links: readonly SeriesLink[]): (Pair & Span)[] {
  const times = new Map(
    group.flatMap(({ id, figure, period }) => {
      const span = figure.kind === 'direction' ? null : spanOf(period);
      return span === null ? [] : [[id, middleOf(span)] as const];
    }),
  );
  return links
    .flatMap((link) => {
      const [start, end] = [times.get(link.to), times.get(link.from)];
      return start === undefined || end === undefined || start >= end
        ? []
        : [{ from: link.to, to: link.from, note: link.note, start, end }];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || numberOf(a.to) - numberOf(b.to));
}

/** What each claim is set against, and what changed; nothing for the first claim, unless it continues another. */
export function comparisons(
  members: readonly SeriesMember[],
  links: readonly SeriesLink[],
): ReadonlyMap<string, Comparison> {
  const ordered = inOrder(members);
  const byId = new Map(ordered.map((member) => [member.id, member]));
  return new Map(
    ordered.flatMap((member, index) => {
      // Of several that it continues, a break is what must be known first; then the lowest number.
      const link =
        links
          .filter(({ from, to }) => from === member.id && byId.has(to))
          .sort((a, b) => Number(b.seriesBreak) - Number(a.seriesBreak) || numberOf(a.to) - numberOf(b.to))[0] ?? null;
      const before = link === null ? ordered[index - 1] : byId.get(link.to);
      if (before === undefined) return [];
      return [[member.id, { to: before.id, link, changes: changesBetween(before, member, link) }] as const];
    }),
  );
}

function changesBetween(before: SeriesMember, after: SeriesMember, link: SeriesLink | null): ChangeKind[] {
  const parts: readonly [ChangeKind, (member: SeriesMember) => unknown][] = [
    ['kind', ({ figure }) => figure.kind],
    ['unit', ({ figure }) => figure.unit],
    ['denominator', ({ figure }) => figure.of],
    ['population', ({ population }) => population.group],
    ['age', ({ population }) => ageRangeText(population)],
    ['place', ({ geography }) => geography.code],
    ['measure', ({ period }) => period.measure],
    ['method', ({ methodKind }) => methodKind],
    ['definition-wording', ({ definition }) => definition],
  ];
  const differs = parts.filter(([, of]) => JSON.stringify(of(before)) !== JSON.stringify(of(after)));
  return [...(link?.seriesBreak ? (['break'] as const) : []), ...differs.map(([kind]) => kind)];
}
