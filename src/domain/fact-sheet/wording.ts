import type { CheckedClaim, Span } from '../checks/subject';
import { figureText, intervalText, unitText } from '../figure-text';
import { readPrinted } from '../lineage/printed-figure';
import { periodText } from '../period-text';
import { findNumbers } from '../text/numbers';
import { DISTORTION } from '../words';
import type { WordingForm } from './sheet';

/** What the wording of a claim is made of. A frozen claim and a checked one both have it. */
type Worded = Pick<CheckedClaim, 'statement' | 'figure' | 'period'> & {
  place: { name: string; note: string | null };
};

/**
 * The approved sentence of a claim: the statement that was published with it, closed with a full stop. The short form:
 * figure, unit, of what, where and when. The figure: number, interval and unit. None of them is written by hand.
 */
export function wordingOf(claim: Worded, form: WordingForm): string {
  if (form === 'sentence') return /[.!?]$/.test(claim.statement) ? claim.statement : `${claim.statement}.`;
  const { figure } = claim;
  const figureWords = [bounded(claim), unitText(figure)].filter((part) => part !== null && part !== '').join(' ');
  if (form === 'figure') return figureWords;
  const whole = figure.of === null ? '' : ` of ${figure.of}`;
  const interval = intervalText(figure);
  const period = periodText(claim.period);
  const facts = [
    interval === null ? null : `interval ${interval}`,
    claim.place.name,
    period ?? 'period not established',
  ];
  return `${figureWords}${whole} (${facts.filter((fact) => fact !== null).join('; ')})`;
}

const BOUND_WORDS = { '≈ ': 'about ', '≥ ': 'at least ', '≤ ': 'at most ' } as const;

/** The figure with its bound in words: a sign in the middle of a sentence is not read out. */
function bounded({ figure }: Worded): string {
  const text = figureText(figure);
  for (const [sign, words] of Object.entries(BOUND_WORDS))
    if (text.startsWith(sign)) return `${words}${text.slice(sign.length)}`;
  return figure.kind === 'direction' ? text.toLowerCase() : text;
}

/** Where the figure stands in words that came from the evidence base; the whole of them where it is said without digits. */
export function figureSpan(claim: Worded, form: WordingForm): Span {
  const text = wordingOf(claim, form);
  if (form !== 'sentence')
    return { start: 0, end: form === 'figure' ? text.length : wordingOf(claim, 'figure').length };
  const wanted = [claim.figure.value, claim.figure.low, claim.figure.high].filter((value) => value !== null);
  const found = findNumbers(text).find(({ value }) => wanted.some((one) => Math.abs(one) === value));
  return found === undefined ? { start: 0, end: text.length } : { start: found.start, end: found.end };
}

/**
 * What the figure must not be made to say: what it does not measure, what its kind and measure forbid, and what others made
 * of it. Sentences without a full stop, in the order in which a reader goes wrong, each once.
 */
export function notToSay({ figure, period, population, doesNotMeasure, citations, relations }: NotToSayOf): string[] {
  const said = [
    ...relations
      .filter(({ kind, direction }) => kind === 'misquotation-of' && direction === 'incoming')
      .map(({ claim }) => `Not as ${claim.id} puts it, which misquotes it: “${claim.statement}”`),
    ...ofMeasure(period.measure),
    ...ofKind(figure),
    ...(population.group === 'content' ? ['Not as a number of children: it counts reports or content'] : []),
    ...(figure.bound === 'at-least' ? ['Not without “at least”'] : []),
    ...(figure.bound === 'at-most' ? ['Not without “at most” or “up to”'] : []),
    ...distorted(citations),
    ...doesNotMeasure.map((one) => `Not as this: ${one.replace(/\.$/, '')}`),
  ];
  return [...new Set(said)];
}

type NotToSayOf = Pick<CheckedClaim, 'figure' | 'period' | 'population' | 'doesNotMeasure' | 'citations' | 'relations'>;

function ofMeasure(measure: CheckedClaim['period']['measure']): string[] {
  if (measure === 'stock') return ['Not “every year” or “each day”: it is a number at one time'];
  if (measure === 'cumulative') return ['Not “every year”: it is a running total'];
  return measure === 'flow' ? ['Not as how many there are at one time: it is a number per period'] : [];
}

function ofKind({ kind, of }: CheckedClaim['figure']): string[] {
  if (kind === 'percentage-points') return ['Not “per cent”: it is a difference in percentage points'];
  if (kind === 'percentage' && of !== null) return [`Not as a number, nor as a share of anything but ${of}`];
  if (kind === 'percent-change')
    return ['Not as a share, nor as percentage points: it is a change relative to an earlier value'];
  return [];
}

/** What works that repeat it are recorded to have changed, by kind. A rounded number is no fault that anybody falls into. */
function distorted(citations: NotToSayOf['citations']): string[] {
  const kinds = new Set(citations.flatMap(({ distortions }) => distortions.map(({ kind }) => kind)));
  kinds.delete('rounded');
  return [...kinds].map((kind) => {
    const printed = citations.find((one) => one.distortions.some((distortion) => distortion.kind === kind));
    const where =
      printed === undefined ? '' : ` (as ${printed.source.shortName} does${printedText(printed.figureAsPrinted)})`;
    return `Not so: ${DISTORTION[kind].meaning.replace(/\.$/, '').toLowerCase()}${where}`;
  });
}

/** The few words that were printed, where they hold a number to recognise. */
function printedText(asPrinted: string | null): string {
  return asPrinted !== null && readPrinted(asPrinted).numbers.length > 0 ? `: “${asPrinted}”` : '';
}
