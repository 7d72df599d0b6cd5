import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DistortionKind } from '../../domain/citation';
import { checkText, checkUse, countsOf, type Finding } from '../../domain/checks/run';
import type { CheckedClaim } from '../../domain/checks/subject';
import { citedOf } from '../../domain/fact-sheet/cited';
import { notToSay, wordingOf } from '../../domain/fact-sheet/wording';
import { type Credits, creditsOf } from '../../domain/text-check/credits';
import { type Judged, judged } from '../../domain/text-check/judge';
import { type Candidate, isOwnSentence } from '../../domain/text-check/match';
import { type Finders, type Mention, mentionsOf } from '../../domain/text-check/mention';
import { type Decision, decidedTogether } from '../../domain/text-check/verdict';
import { type Flowing, flowing } from '../../domain/text/flowing';
import { findQuantities } from '../../domain/text/quantities/find-quantities';
import type { Quantity } from '../../domain/text/quantities/quantity';
import { listClaimsInUse } from '../checks/data';
import { listClaimsById } from '../claims/list-data';
import type { ClaimSummary } from '../claims/schema';
import { getKnownBase, listPossibleClaims } from './known-claim-data';
import type { TextCheck, TextFinding, TextMatch } from './schema';

/**
 * Finds every figure of a text and holds it against the evidence base.
 *
 * @param today ISO date @param all also the numbers that are no statistics
 */
export async function checkDraft(text: string, { today, all }: { today: string; all: boolean }): Promise<TextCheck> {
  const base = await getKnownBase();
  const { finders } = base;
  const flow = flowing(text);
  const quantities = findQuantities(flow.text);
  const told = mentionsOf(flow.text, quantities, finders);
  const mentions = told.slice(0, FIGURES_MAX);
  const possible = await listPossibleClaims(mentions, base);
  const decisions = await decidedTogether(mentions, possible, base.vocabulary, nextTurn);
  const known = await readKnown(decisions);
  const context: Context = { known, credits: new Map(), finders, text: flow.text, today };
  const findings: TextFinding[] = [];
  for (const [index, mention] of mentions.entries()) {
    const decision = decisions[index] ?? { kind: 'unlisted', candidates: [] };
    findings.push(findingOf(mention, decision, context));
    if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
  }
  const words = checkText(flow.text, { today }).map((word) => placedFinding(word, flow));
  const noFigures = quantities.filter(({ noFigure }) => noFigure !== null);
  return {
    summary: {
      ...summaryOf(text, findings, words, noFigures.length),
      leftOut: told.length - mentions.length,
    },
    findings: (all ? [...findings, ...noFigures.map(noFigureOf)] : findings)
      .sort((a, b) => a.span.start - b.span.start)
      .map((finding) => placedIn(text, finding, flow)),
    words,
  };
}

/** With its places in the text as it was sent, and its words as they stand there. */
function placedIn(text: string, finding: TextFinding, flow: Flowing): TextFinding {
  const span = flow.placed(finding.span);
  return {
    ...finding,
    span,
    text: text.slice(span.start, span.end),
    sentence: flow.placed(finding.sentence),
    checks: finding.checks.map((check) => placedFinding(check, flow)),
  };
}

const placedFinding = (finding: Finding, { placed }: Flowing): Finding =>
  finding.span === null ? finding : { ...finding, span: placed(finding.span) };

/** Figures that are held against the base: more than stand in any report of the length that is taken. */
const FIGURES_MAX = 2000;
/** Figures after which others get their turn. */
const AT_ONCE = 20;

type Known = { summaries: ReadonlyMap<string, ClaimSummary>; checked: ReadonlyMap<string, CheckedClaim> };

/** What is shown of the claims that were found; of those that are matched, also all that is judged by. */
async function readKnown(decisions: readonly Decision[]): Promise<Known> {
  const matched = decisions.flatMap((decision) => (decision.kind === 'match' ? [decision.match.claim.id] : []));
  const shown = decisions.flatMap(({ candidates }) => candidates.map(({ claim }) => claim.id));
  const [summaries, checked] = await Promise.all([
    listClaimsById([...new Set([...matched, ...shown])]),
    listClaimsInUse([...new Set(matched)]),
  ]);
  return {
    summaries: new Map(summaries.map((claim) => [claim.id, claim])),
    checked: new Map(checked.map((claim) => [claim.id, claim])),
  };
}

/** `credits`: of the claims that were judged by already, since a text tells of some of them many times. */
type Context = { known: Known; credits: Map<string, Credits>; finders: Finders; text: string; today: string };

function findingOf(mention: Mention, decision: Decision, context: Context): TextFinding {
  const { quantity, at } = mention;
  const { summaries, checked } = context.known;
  const candidates = decision.candidates.flatMap((candidate) => matchOf(candidate, summaries));
  const shared = { span: quantity.span, text: quantity.text, sentence: at, quantity: quantityOf(quantity), candidates };
  const claim = decision.kind === 'match' ? checked.get(decision.match.claim.id) : undefined;
  const [match] = decision.kind === 'match' ? matchOf(decision.match, summaries) : [];
  if (decision.kind !== 'match' || claim === undefined || match === undefined) {
    const verdict = candidates.length === 0 ? 'unlisted' : 'possibly';
    const advice = verdict === 'unlisted' ? NO_SOURCE : CANNOT_TELL;
    return {
      ...shared,
      match: null,
      verdict,
      distortions: [],
      seenIn: [],
      checks: [],
      remedy: { advice, sentence: null, citation: null, notToSay: [] },
    };
  }
  const checks = checksOf(mention, claim, context);
  const credits = context.credits.get(claim.id) ?? creditsOf(claim, context.finders);
  context.credits.set(claim.id, credits);
  const found = judged(mention, claim, decision.match.fit, credits, context.today);
  // A share beside the count that a claim is about has a sentence of its own to be read in.
  const isBeside =
    decision.match.fit.how === 'stated' || (mention.quantity.kind === 'per-cent' && claim.figure.kind === 'count');
  const { distortions, seenIn } = isBeside ? found : withMisread(found, checks);
  return {
    ...shared,
    match,
    verdict: distortions.length === 0 ? 'faithful' : 'distorted',
    distortions,
    seenIn: seenIn.map(seenOf),
    checks,
    remedy: remedyOf(claim, match.claim, distortions.length > 0, checks),
  };
}

/** Checks that find a sentence to say something else than its claim, and what that is as a distortion. */
const MISREAD: Readonly<Record<string, DistortionKind>> = {
  PL009: 'unit-changed',
  PL011: 'stock-to-flow',
  PL016: 'scope-narrowed',
  PL017: 'unit-changed',
};

/** Nothing is faithful of which a check says that it reads its claim wrongly. */
function withMisread({ distortions, seenIn }: Judged, checks: readonly Finding[]): Judged {
  const more = checks.flatMap(({ rule, severity, message }) => {
    const kind = severity === 'error' ? MISREAD[rule] : undefined;
    return kind === undefined || distortions.some((one) => one.kind === kind) ? [] : [{ kind, label: message }];
  });
  return { distortions: [...distortions, ...more], seenIn };
}

const NO_SOURCE =
  'No source for this figure is known here. Name the work that it comes from; if it is a claim on the sexual exploitation of children, propose it for the evidence base.';
const CANNOT_TELL = 'It cannot be told which claim is meant. Say who counted what, where and when, and cite the work.';

function matchOf({ claim, score, reasons }: Candidate, summaries: Known['summaries']): TextMatch[] {
  const summary = summaries.get(claim.id);
  return summary === undefined ? [] : [{ claim: summary, score: Math.min(1, Math.round(score * 100) / 100), reasons }];
}

function seenOf({ citation, kinds }: Judged['seenIn'][number]): TextFinding['seenIn'][number] {
  const { id, shortName } = citation.source;
  return { citation: citation.id, source: { id, shortName }, printed: citation.figureAsPrinted, kinds };
}

/** What a reader sees with a sentence: as much of the text around it. */
const AROUND = 600;

function checksOf(mention: Mention, claim: CheckedClaim, { text, today }: Context): Finding[] {
  const { at, isAlone } = mention;
  const around = text.slice(Math.max(0, at.start - AROUND), at.end + AROUND);
  // In a sentence with several figures the words of one must not be laid to the other.
  const shift = isAlone ? 0 : mention.clauseAt.start;
  const sentence = isAlone ? mention.sentence : mention.clause;
  const figure = { start: mention.figure.start - shift, end: mention.figure.end - shift };
  const wording = isOwnSentence(mention, claim) ? ('sentence' as const) : ('typed' as const);
  const use = { claim, wording, sentence, figure, around, isCaveatPrinted: false };
  return checkUse(use, { today }).map(({ span, ...finding }) => ({
    ...finding,
    span: span === null ? null : { start: span.start + shift + at.start, end: span.end + shift + at.start },
  }));
}

/** Checks that speak against using a claim at all, however faithfully: very low reliability, superseded, disputed. */
const UNFIT: ReadonlySet<string> = new Set(['PL006', 'PL007', 'PL008']);

function remedyOf(
  claim: CheckedClaim,
  summary: ClaimSummary,
  isDistorted: boolean,
  checks: readonly Finding[],
): TextFinding['remedy'] {
  const cited = citedOf(claim);
  const unfit = checks.find(({ rule, severity }) => UNFIT.has(rule) && severity === 'error');
  const advice = isDistorted ? 'Write what the claim says, and cite its source.' : AS_STATED;
  return {
    advice: unfit === undefined ? advice : `${advice} Better still: ${unfit.remedy}`,
    sentence: wordingOf(claim, 'sentence'),
    citation: cited === null ? null : citationText(cited.source, summary),
    notToSay: notToSay(claim),
  };
}

const AS_STATED = 'No change was found. Read the claim beside it, and cite its source.';

function citationText(
  { shortName, publisher, issued, url }: CheckedClaim['citations'][number]['source'],
  { origin }: ClaimSummary,
): string {
  const title = origin?.source.shortName === shortName ? `: ${origin.source.title}` : '';
  const parts = [publisher, issued?.slice(0, 4) ?? 'without date', url].filter((part) => part !== null);
  return `${shortName}${title}. ${parts.join(', ')}`;
}

function quantityOf({ kind, value, low, high, isRange, isFraction, isVague, bound, noFigure }: Quantity) {
  return { kind, value, low, high, isRange, isFraction, isVague, bound, noFigure };
}

function noFigureOf(quantity: Quantity): TextFinding {
  return {
    span: quantity.span,
    text: quantity.text,
    sentence: quantity.span,
    quantity: quantityOf(quantity),
    match: null,
    candidates: [],
    verdict: 'not-a-figure',
    distortions: [],
    seenIn: [],
    checks: [],
    remedy: { advice: 'A number that is no statistic.', sentence: null, citation: null, notToSay: [] },
  };
}

function summaryOf(
  text: string,
  findings: readonly TextFinding[],
  words: readonly Finding[],
  notFigures: number,
): Omit<TextCheck['summary'], 'leftOut'> {
  const count = (verdict: TextFinding['verdict']) => findings.filter((finding) => finding.verdict === verdict).length;
  const counts = countsOf([...findings.flatMap(({ checks }) => checks), ...words]);
  return {
    characters: text.length,
    language: 'en',
    figures: findings.length,
    faithful: count('faithful'),
    distorted: count('distorted'),
    possibly: count('possibly'),
    unlisted: count('unlisted'),
    notFigures,
    errors: counts.error + count('distorted'),
    warnings: counts.warning,
  };
}
