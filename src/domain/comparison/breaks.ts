import type { MethodKind } from '../method';
import { axisOf } from './chart-rules';
import { byId, type ComparedClaim, type SeriesBreak } from './compared-claim';
import { grouped } from './judge';
import { yearOf } from '../partial-date';

/**
 * A step of a series: `from` continues or supersedes `to`. The two methods are those of its ends; `recorded`: an editor
 * says that the series breaks here; the note is the editor's.
 */
export type SeriesStep = {
  from: string;
  to: string;
  kind: 'supersedes' | 'continues';
  fromMethod: MethodKind;
  toMethod: MethodKind;
  recorded: boolean;
  note: string | null;
};

const METHOD_CHANGED = 'Series break: the method changed, so the two make no trend.';
const REPLACED = 'Series break: the later estimate replaces the earlier one, so the two make no trend.';
const BETWEEN = 'Series break: the series was made anew between the two, so they make no trend.';

/**
 * Where the series of the compared claims break, also when the claims between two of them are not compared themselves.
 * A break is what the SDMX code list for observation status (CL_OBS_STATUS) gives the code B, "Time series break":
 * something else was observed, or in another way, than the time before. Linear in the steps for each claim; ends on
 * loops.
 *
 * @param steps every recorded step of the series concerned
 */
export function seriesBreaks(claims: readonly ComparedClaim[], steps: readonly SeriesStep[]): SeriesBreak[] {
  const sorted = [...claims].sort(byId);
  const found = new Map<string, SeriesBreak>();
  const joined = new Set<string>();
  for (const claim of sorted) {
    for (const { reached, broken } of reachedFrom(claim.id, sorted, steps)) {
      const key = pairKey(claim.id, reached);
      joined.add(key);
      if (!broken) continue;
      const earlier = sorted.find(({ id }) => id === reached);
      const direct = steps.filter(({ from, to }) => from === claim.id && to === reached).flatMap(noteOf);
      const note = direct.sort()[0] ?? (earlier?.methodKind === claim.methodKind ? BETWEEN : METHOD_CHANGED);
      found.set(key, { from: reached, to: claim.id, note });
    }
  }
  for (const [earlier, later] of neighboursInSeries(sorted)) {
    const key = pairKey(earlier.id, later.id);
    if (joined.has(key) || earlier.methodKind === later.methodKind) continue;
    found.set(key, { from: earlier.id, to: later.id, note: METHOD_CHANGED });
  }
  return [...found.values()].sort((a, b) => byId({ id: a.to }, { id: b.to }) || byId({ id: a.from }, { id: b.from }));
}

/** Compared claims that this one follows, and whether there is a break on a way to them. */
function reachedFrom(start: string, claims: readonly ComparedClaim[], steps: readonly SeriesStep[]) {
  const compared = new Set(claims.map(({ id }) => id));
  const broken = new Map<string, boolean>([[start, false]]);
  const queue = [start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const step of steps) {
      if (step.from !== id || step.to === start) continue;
      const now = broken.get(id) === true || isBreak(step);
      const before = broken.get(step.to);
      // A way with a break tells more than one without, and is followed even where the other came first.
      if (before === true || before === now) continue;
      broken.set(step.to, now);
      if (!compared.has(step.to)) queue.push(step.to);
    }
  }
  return [...broken].flatMap(([id, isBroken]) =>
    id !== start && compared.has(id) ? [{ reached: id, broken: isBroken }] : [],
  );
}

function isBreak({ kind, fromMethod, toMethod, recorded }: SeriesStep): boolean {
  return recorded || kind === 'supersedes' || fromMethod !== toMethod;
}

/** Why a series breaks at one step, in the editor's words where there are any; nothing where it does not break. */
function noteOf(step: SeriesStep): string[] {
  if (!isBreak(step)) return [];
  if (step.note !== null) return [/break|broken/i.test(step.note) ? step.note : `Series break. ${step.note}`];
  return [step.fromMethod === step.toMethod ? REPLACED : METHOD_CHANGED];
}

function pairKey(a: string, b: string): string {
  return [a, b].sort().join(' ');
}

/** Claims that measure the same within one series and follow each other in time, among those compared. */
function neighboursInSeries(claims: readonly ComparedClaim[]): [ComparedClaim, ComparedClaim][] {
  const lines = grouped(claims, ({ series, figure }) => (series === null ? null : `${series} ${axisOf(figure)}`));
  return lines.flatMap((line) => {
    const members = inTime(line.claims);
    return members.slice(1).map((later, index): [ComparedClaim, ComparedClaim] => [members[index] ?? later, later]);
  });
}

/** The claims by the year their period ends in, those without one last, and by id within a year. */
export function inTime<Timed extends Pick<ComparedClaim, 'id' | 'period'>>(claims: readonly Timed[]): Timed[] {
  const year = ({ period }: Timed) => yearOf(period.end) ?? yearOf(period.start) ?? Number.POSITIVE_INFINITY;
  return [...claims].sort((a, b) => (year(a) === year(b) ? byId(a, b) : year(a) - year(b)));
}
