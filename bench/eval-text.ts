import type { DistortionKind } from '../src/domain/citation';
import type { TextFinding } from '../src/features/text-checks/schema';
import { type CorpusFigure, type CorpusSentence, type CorpusSpan, type CorpusVerdict, spanOf } from './corpus';

// What was found in a labelled sentence, held against its labels. A label and a finding belong together where their
// spans overlap.

export type DistortionTally = {
  labelled: number;
  /** Of those, the ones whose claim was matched: more than these could not be found. */
  labelledAndMatched: number;
  said: number;
  right: number;
};

/** Everything that is counted. The measures are made of these numbers, so that tallies can be added up. */
export type Tally = {
  sentences: number;
  /** Labelled figures, and those of them that a finding overlaps. */
  figures: { labelled: number; found: number };
  /** Findings that are figures, and those of them that overlap a labelled figure. */
  findings: { said: number; right: number };
  matches: { right: number; wrong: number; missed: number };
  /** Right matches whose verdict is the label's too. */
  rightVerdicts: number;
  /** Verdicts “faithful”, and those of them that the label or the match belies. */
  faithful: { said: number; wrong: number };
  possibly: { labelled: number; right: number };
  unlisted: { labelled: number; right: number };
  distortions: Partial<Record<DistortionKind, DistortionTally>>;
  /** How often each label was answered with each verdict: “distorted → faithful”. */
  answers: Record<string, number>;
};

export type FailureKind =
  | 'figure not found'
  | 'no figure'
  | 'wrong match'
  | 'no match'
  | 'possibly'
  | 'wrong faithful'
  | 'wrong verdict'
  | 'wrong distortions';

export type TextFailure = {
  sentence: string;
  kind: FailureKind;
  quote: string;
  expected: string;
  got: string;
  text: string;
};

export type Judged = { tally: Tally; failures: TextFailure[] };

type Label = CorpusFigure & { span: CorpusSpan };

export function emptyTally(): Tally {
  return {
    sentences: 0,
    figures: { labelled: 0, found: 0 },
    findings: { said: 0, right: 0 },
    matches: { right: 0, wrong: 0, missed: 0 },
    rightVerdicts: 0,
    faithful: { said: 0, wrong: 0 },
    possibly: { labelled: 0, right: 0 },
    unlisted: { labelled: 0, right: 0 },
    distortions: {},
    answers: {},
  };
}

/** @param found all that was found, also the numbers that are no statistics */
export function judgeSentence(sentence: CorpusSentence, found: readonly TextFinding[]): Judged {
  const tally = { ...emptyTally(), sentences: 1 };
  const failures: TextFailure[] = [];
  const labels = sentence.figures.map((figure): Label => {
    const span = spanOf(sentence.text, figure);
    if (span === null) throw new Error(`${sentence.id}: “${figure.quote}” is not in the text.`);
    return { ...figure, span };
  });
  const fail = (kind: FailureKind, quote: string, expected: string, got: string) =>
    failures.push({ sentence: sentence.id, kind, quote, expected, got, text: sentence.text });

  for (const finding of found) {
    const label = finding.verdict === 'not-a-figure' ? undefined : labelOf(finding, labels);
    if (label === null) fail('no figure', finding.text, 'no statistic', wordsOf(finding));
    if (label !== undefined) countFinding(tally, finding, label);
  }
  for (const label of labels) {
    const finding = answerTo(label, found);
    countLabel(tally, label, finding);
    const kind = failureOf(label, finding);
    if (kind !== null) fail(kind, label.quote, expectation(label), finding === null ? 'nothing' : wordsOf(finding));
  }
  return { tally, failures };
}

function overlap(a: CorpusSpan, b: CorpusSpan): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** The label that a finding is about: the one that it overlaps most; null: it overlaps none. */
function labelOf({ span }: TextFinding, labels: readonly Label[]): Label | null {
  const [first] = [...labels].sort((a, b) => overlap(span, b.span) - overlap(span, a.span));
  return first !== undefined && overlap(span, first.span) > 0 ? first : null;
}

/** What was found for a label: a right match before others, and a figure before what was taken for none. */
function answerTo(label: Label, found: readonly TextFinding[]): TextFinding | null {
  const rank = (finding: TextFinding) =>
    isRightMatch(finding, label) ? 2 : finding.verdict === 'not-a-figure' ? 0 : 1;
  const [first] = found
    .filter(({ span }) => overlap(span, label.span) > 0)
    .sort((a, b) => rank(b) - rank(a) || overlap(b.span, label.span) - overlap(a.span, label.span));
  return first ?? null;
}

const isMatch = ({ verdict }: TextFinding) => verdict === 'faithful' || verdict === 'distorted';

function isRightMatch(finding: TextFinding, { claims }: Label): boolean {
  return isMatch(finding) && finding.match !== null && claims.includes(finding.match.claim.id);
}

const hasMatch = ({ verdict }: { verdict: CorpusVerdict }) => verdict === 'faithful' || verdict === 'distorted';

/** “Possibly” is right with any of the claims among its candidates, and so is a match with one of them. */
function isRightPossibly(finding: TextFinding, label: Label): boolean {
  if (isRightMatch(finding, label)) return true;
  const named = [...(finding.match === null ? [] : [finding.match]), ...finding.candidates];
  return finding.verdict === 'possibly' && named.some(({ claim }) => label.claims.includes(claim.id));
}

function countFinding(tally: Tally, finding: TextFinding, label: Label | null): void {
  tally.findings.said += 1;
  if (label === null) add(tally.answers, `no figure → ${finding.verdict}`);
  else tally.findings.right += 1;
  const isRight = label !== null && isRightMatch(finding, label);
  // Where the label itself cannot tell which claim is meant, a match is neither a right nor a wrong one.
  if (isMatch(finding) && !isRight && label?.verdict !== 'possibly') tally.matches.wrong += 1;
  if (finding.verdict === 'faithful') {
    tally.faithful.said += 1;
    if (!isRight || label.verdict !== 'faithful') tally.faithful.wrong += 1;
  }
  for (const kind of kindsOf(finding)) {
    const one = distortionTally(tally, kind);
    one.said += 1;
    if (isRight && label.distortions.includes(kind)) one.right += 1;
  }
}

function countLabel(tally: Tally, label: Label, finding: TextFinding | null): void {
  const isFound = finding !== null && finding.verdict !== 'not-a-figure';
  const isRight = finding !== null && isRightMatch(finding, label);
  tally.figures.labelled += 1;
  if (isFound) tally.figures.found += 1;
  add(tally.answers, `${label.verdict} → ${finding?.verdict ?? 'not found'}`);
  if (hasMatch(label)) {
    if (isRight) tally.matches.right += 1;
    else tally.matches.missed += 1;
    if (isRight && finding.verdict === label.verdict) tally.rightVerdicts += 1;
  }
  for (const kind of label.distortions) {
    const one = distortionTally(tally, kind);
    one.labelled += 1;
    if (isRight) one.labelledAndMatched += 1;
  }
  if (label.verdict === 'possibly') {
    tally.possibly.labelled += 1;
    if (finding !== null && isRightPossibly(finding, label)) tally.possibly.right += 1;
  }
  if (label.verdict === 'unlisted') {
    tally.unlisted.labelled += 1;
    if (finding?.verdict === 'unlisted') tally.unlisted.right += 1;
  }
}

function failureOf(label: Label, finding: TextFinding | null): FailureKind | null {
  if (finding === null || finding.verdict === 'not-a-figure') return 'figure not found';
  if (label.verdict === 'possibly') return isRightPossibly(finding, label) ? null : 'possibly';
  if (finding.verdict === 'faithful' && label.verdict !== 'faithful') return 'wrong faithful';
  if (label.verdict === 'unlisted') {
    return finding.verdict === 'unlisted' ? null : isMatch(finding) ? 'wrong match' : 'possibly';
  }
  if (!isRightMatch(finding, label)) return isMatch(finding) ? 'wrong match' : 'no match';
  if (finding.verdict !== label.verdict) return 'wrong verdict';
  const [said, meant] = [kindsOf(finding), label.distortions].map((kinds) => [...kinds].sort().join());
  return said === meant ? null : 'wrong distortions';
}

function kindsOf({ distortions }: TextFinding): DistortionKind[] {
  return [...new Set(distortions.map(({ kind }) => kind))];
}

function distortionTally({ distortions }: Tally, kind: DistortionKind): DistortionTally {
  distortions[kind] ??= { labelled: 0, labelledAndMatched: 0, said: 0, right: 0 };
  return distortions[kind];
}

function add(counts: Record<string, number>, key: string, by = 1): void {
  counts[key] = (counts[key] ?? 0) + by;
}

function expectation({ verdict, claims, distortions }: Label): string {
  return [verdict, claims.join(' or '), distortions.join(', ')].filter((part) => part !== '').join(' · ');
}

function wordsOf({ verdict, match, candidates, distortions, quantity }: TextFinding): string {
  const named = ({ claim, score }: { claim: { id: string }; score: number }) => `${claim.id} ${score.toFixed(2)}`;
  return [
    verdict,
    quantity.noFigure ?? '',
    match === null ? '' : named(match),
    distortions.map(({ kind }) => kind).join(', '),
    candidates.length === 0 ? '' : `also ${candidates.map(named).join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Two tallies as one. Everything in a tally is a number, or an object of them. */
export function addTallies(a: Tally, b: Tally): Tally {
  return sum(a, b) as Tally;
}

type Numbers = { [key: string]: number | Numbers | undefined };

function sum(a: Numbers, b: Numbers): Numbers {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    keys.map((key) => {
      const [x, y] = [a[key], b[key]];
      if (typeof x === 'object' || typeof y === 'object') return [key, sum((x ?? {}) as Numbers, (y ?? {}) as Numbers)];
      return [key, (x ?? 0) + (y ?? 0)];
    }),
  );
}
