import type { DistortionKind } from '../citation';
import type { CheckedCitation, CheckedClaim } from '../checks/subject';
import { comparedAsRead } from '../lineage/difference';
import { yearOf } from '../partial-date';
import type { Mention } from './mention';
import { saidIn, statedBy } from './said';
import { type NumberFit, sharpness } from './number-fit';
import { MANIFESTATIONS, termSet } from './terms';

/** What a text changed in a claim. */
export type TextDistortion = { kind: DistortionKind; label: string };

export type Judged = {
  distortions: TextDistortion[];
  /** Works in the base that print it so. */
  seenIn: { citation: CheckedCitation; kinds: DistortionKind[] }[];
};

/** Rounding that says so, by no more than this, is faithful: "about 36 million" of 36.2 million. */
const ROUNDED_MAX = 0.05;

/**
 * Holds a sentence against the claim that it speaks of: first by the engine of lineage, as any citation is held against
 * what it drew on, then by what only a whole sentence can tell: whom it credits, what it says of today, and what it leaves out
 * of the definition.
 *
 * @param bodies of each citation's work, as the text's finder calls them @param today ISO date
 */
export function judged(mention: Mention, claim: CheckedClaim, fit: NumberFit, credits: Credits, today: string): Judged {
  if (claim.status === 'misquotation') return restated(mention, claim);
  const { differences } = comparedAsRead(statedBy(claim), saidIn(mention, claim));
  const found: TextDistortion[] = [
    // A number that stands beside the figure in the claim's own statement is not the figure itself.
    ...differences.filter(({ kind, aspect }) => !isPardoned(kind, aspect, mention, claim, fit)),
    ...detectedDropped(mention, claim),
    ...todayInstead(mention, claim, today),
    ...creditedTo(mention, credits),
    ...otherDefinition(mention, claim),
  ].map(({ kind, label }) => ({ kind, label }));
  const distortions = found.filter((one, index) => found.findIndex(({ kind }) => kind === one.kind) === index);
  return {
    distortions,
    seenIn: seenIn(
      mention,
      claim,
      distortions.map(({ kind }) => kind),
    ),
  };
}

/** To whom a claim may rightly be credited, and to whom works in the base are recorded to credit it wrongly. */
export type Credits = { rightly: ReadonlySet<string>; wrongly: ReadonlySet<string> };

function restated(mention: Mention, claim: CheckedClaim): Judged {
  const recorded = claim.citations.flatMap(({ distortions }) => distortions);
  const kinds = [...new Set(recorded.map(({ kind }) => kind))];
  const origin = claim.relations.find(({ kind, direction }) => kind === 'misquotation-of' && direction === 'outgoing');
  const label = origin === undefined ? 'a misquotation' : `misquotes ${origin.claim.id}`;
  const distortions = (kinds.length > 0 ? kinds : (['definition-changed'] as const)).map((kind) => ({
    kind,
    label: recorded.find((one) => one.kind === kind)?.note ?? label,
  }));
  return { distortions, seenIn: seenIn(mention, claim, kinds) };
}

function isPardoned(
  kind: DistortionKind,
  aspect: string,
  { quantity, sentence }: Mention,
  claim: CheckedClaim,
  { how }: NumberFit,
): boolean {
  if (
    how === 'stated' &&
    (aspect === 'number' || aspect === 'bound' || aspect === 'interval' || aspect === 'unit' || aspect === 'population')
  )
    return true;
  if (kind === 'rounded') {
    const exact = claim.figure.value;
    if (exact === null || quantity.value === null) return false;
    const error = Math.abs(quantity.value - exact) / Math.max(Math.abs(exact), 1e-9);
    if (quantity.isFraction) return true;
    return error <= ROUNDED_MAX && (quantity.bound !== null || error <= 0.005 || sharpness(quantity) >= 3);
  }
  if (kind === 'caveat-dropped' && aspect === 'bound') {
    // "Over 80 per cent" of "at least 80"; and a bound that a word further off keeps.
    return (
      /\b(?:minimum|at least|conservativ\w+|more than|over|exceed\w*|no fewer|upwards)\b/i.test(sentence) &&
      claim.figure.bound === 'at-least'
    );
  }
  return false;
}

const FOUND = /\b(?:detected|reported|identified|recorded|known|confirmed|registered|assessed)\b/i;
const SAYS_FOUND =
  /\b(?:detect\w*|report(?:s|ed)?|identif\w*|record(?:s|ed)?|known|confirm\w*|registered|assess\w*|discovered|found|officially|uncovered|came to (?:light|attention)|seen|rescued|on (?:the )?(?:books|record)s?)\b/i;

/** A share of those who were found is no share of all: a whole sentence has room to say so. */
function detectedDropped({ sentence, quantity }: Mention, { figure, population }: CheckedClaim): TextDistortion[] {
  const whole = figure.of ?? `${population.description} ${figure.unit}`;
  const word = FOUND.exec(whole)?.[0];
  if (word === undefined || population.group === 'content' || SAYS_FOUND.test(sentence)) return [];
  if (quantity.kind === 'count' && figure.kind === 'count' && population.group === 'offenders') return [];
  return [{ kind: 'scope-widened', label: `${word.toLowerCase()} → all` }];
}

const TODAY =
  /\b(?:today|now|currently|at present|nowadays|at this (?:very )?(?:moment|hour)|right now|each day|every day|daily|this year|as we speak|tonight|this morning)\b/i;
/** Years after which what was so is not so today. */
const FRESH_YEARS = 4;

/** Of a time that is over, as if it were now. */
function todayInstead(
  { clause, sentence, years }: Mention,
  { period, statement }: CheckedClaim,
  today: string,
): TextDistortion[] {
  const end = yearOf(period.end) ?? yearOf(period.start);
  const said = TODAY.exec(clause) ?? (years.length === 0 ? TODAY.exec(sentence) : null);
  if (said === null || end === null || years.length > 0 || TODAY.test(statement)) return [];
  if (Number(today.slice(0, 4)) - end < FRESH_YEARS) return [];
  return [{ kind: 'period-dropped', label: `${end} → “${said[0].toLowerCase()}”` }];
}

/** Credited to somebody who did not make it. */
function creditedTo({ credited }: Mention, { rightly, wrongly }: Credits): TextDistortion[] {
  if (credited.length === 0 || credited.some((name) => rightly.has(name))) return [];
  const source = [...rightly][0];
  if (source === undefined) return [];
  // Recorded to be wrong, or a body that the base does not know to have stated it at all.
  const name = credited.find((one) => wrongly.has(one)) ?? credited[0] ?? '';
  return [{ kind: 'attribution-shifted', label: `${source} → ${name}` }];
}

const RISK = /\b(?:at risk|vulnerable|in danger|exposed|could|might|may have)\b/i;

/** Said of another thing than was counted: those exploited for those at risk, one kind of exploitation for another. */
function otherDefinition({ sentence, terms }: Mention, claim: CheckedClaim): TextDistortion[] {
  const own = `${claim.statement} ${claim.population.description} ${claim.figure.unit} ${claim.figure.of ?? ''}`;
  if (/\bat risk\b/i.test(`${claim.population.description} ${claim.figure.unit}`) && !RISK.test(sentence))
    return [{ kind: 'definition-changed', label: 'at risk → exploited' }];
  const ownThemes = [...termSet(own)].filter((term) => MANIFESTATIONS.has(term));
  const themes = [...terms].filter(([term, near]) => near >= 0.5 && MANIFESTATIONS.has(term)).map(([term]) => term);
  if (ownThemes.length === 0 || themes.length === 0 || themes.some((theme) => ownThemes.includes(theme))) return [];
  if (claim.figure.kind === 'percentage' && claim.figure.of !== null)
    return [{ kind: 'denominator-swapped', label: `${named(ownThemes)} → ${named(themes)}` }];
  return [{ kind: 'definition-changed', label: `${named(ownThemes)} → ${named(themes)}` }];
}

const named = (terms: readonly string[]) => terms.join(', ').replaceAll('-', ' ');

/** Works of the base that are recorded to have changed the same, those that print the same number first. */
function seenIn(
  { quantity }: Mention,
  { citations }: CheckedClaim,
  kinds: readonly DistortionKind[],
): Judged['seenIn'] {
  return citations
    .flatMap((citation) => {
      const shared = citation.distortions.map(({ kind }) => kind).filter((kind) => kinds.includes(kind));
      return shared.length === 0
        ? []
        : [{ citation, kinds: shared, prints: citation.figureAsPrinted?.includes(quantity.text) === true }];
    })
    .sort((a, b) => Number(b.prints) - Number(a.prints) || b.kinds.length - a.kinds.length)
    .slice(0, 3)
    .map(({ citation, kinds: shared }) => ({ citation, kinds: shared }));
}
