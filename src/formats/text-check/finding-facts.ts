import { VERDICT_WORDS } from '../../domain/text-check/verdict-words';
import { CLAIM_STATUS, DISTORTION, RELIABILITY } from '../../domain/words';
import type { TextFinding, TextMatch } from '../../features/text-checks/schema';
import { contextOf, type NumberedFinding } from './report';

// What there is to say of one figure, as lines with a label each: a terminal and a file print the same.

/** `lines`: one thing or several, each a sentence or a name. `href`: where the first of them leads. */
export type Fact = { label: string; lines: string[]; href?: string };

export function factsOf(finding: NumberedFinding, text: string): Fact[] {
  const { page, verdict, distortions, match, candidates, checks, remedy } = finding;
  const facts: Fact[] = [
    { label: 'Verdict', lines: [`${VERDICT_WORDS[verdict].label}. ${VERDICT_WORDS[verdict].meaning}`] },
    { label: 'In the text', lines: [contextOf(text, finding)] },
    { label: 'Page', lines: page === null ? [] : [String(page)] },
    {
      label: 'What changed',
      lines: distortions.map(({ kind, label }) => `${DISTORTION[kind].label}: ${label}. ${DISTORTION[kind].meaning}`),
    },
    ...(match === null ? [] : claimFacts(match)),
    { label: 'Changed so by', lines: seenIn(finding) },
    ...(verdict === 'possibly' ? [{ label: 'May be meant', lines: candidates.map(candidateText) }] : []),
    { label: 'What to do', lines: [remedy.advice] },
    { label: 'Approved sentence', lines: listed(remedy.sentence) },
    { label: 'Cite as', lines: listed(remedy.citation) },
    { label: 'What not to say', lines: notSaidYet(finding) },
    {
      label: 'Checks',
      lines: checks.map(
        ({ rule, title, severity, message, remedy, suppressed }) =>
          `${severity} ${rule}, ${title}: ${message} ${suppressed === null ? remedy : `Passed over: ${suppressed}`}`,
      ),
    },
    { label: 'Matched because', lines: match === null ? [] : [scoreText(match)] },
    { label: 'Other claims', lines: verdict === 'possibly' || candidates.length === 0 ? [] : [others(candidates)] },
  ];
  return facts.filter(({ lines }) => lines.length > 0);
}

const listed = (line: string | null) => (line === null ? [] : [line]);

function claimFacts({ claim }: TextMatch): Fact[] {
  const { origin, status, reliability, grades } = claim;
  return [
    { label: 'Claim', lines: [`${claim.id}: ${claim.statement}`], href: claim.url },
    {
      label: 'First stated in',
      lines: [
        origin === null
          ? 'Not established.'
          : [origin.source.shortName, origin.citation.locator].filter((part) => part !== null).join(', '),
      ],
      href: origin?.source.url ?? undefined,
    },
    {
      label: 'Status',
      lines: status === 'current' ? [] : [`${CLAIM_STATUS[status].label}. ${CLAIM_STATUS[status].meaning}`],
    },
    {
      label: 'Reliability',
      lines: [
        `${RELIABILITY[reliability].label}${grades.provisional && reliability !== 'not-graded' ? ' (provisional)' : ''}. ${RELIABILITY[reliability].meaning}`,
      ],
    },
    { label: 'Does not measure', lines: claim.doesNotMeasure },
  ];
}

/** Works in which the same change is found: the wording has a history. */
function seenIn({ seenIn: works, match }: TextFinding): string[] {
  return works.map(({ citation, source, printed, kinds }) => {
    const changed = kinds.map((kind) => DISTORTION[kind].label.toLowerCase()).join(', ');
    const place = `${match === null ? '' : `${match.claim.id}, `}citation ${citation}`;
    return `${source.shortName}${printed === null ? '' : `, “${printed}”`} (${changed}; ${place})`;
  });
}

/** Why it was taken for this claim, and how surely. */
const scoreText = ({ score, reasons }: TextMatch) => [`score ${score.toFixed(2)} of 1`, ...reasons].join('; ');

/** A claim is never shown without how reliable it is and what it does not measure. */
function candidateText(match: TextMatch): string {
  const { id, statement, reliability, doesNotMeasure } = match.claim;
  const grade = `Reliability: ${RELIABILITY[reliability].label.toLowerCase()}.`;
  return `${id}: ${statement} ${grade} Does not measure: ${doesNotMeasure.join(' ')} (${scoreText(match)})`;
}

/** By their numbers alone: they are less likely than the one that is shown. */
const others = (candidates: readonly TextMatch[]) =>
  candidates.map(({ claim, score }) => `${claim.id} (score ${score.toFixed(2)})`).join(', ');

/** What a claim does not measure stands in a line of its own already. */
function notSaidYet({ match, remedy }: TextFinding): string[] {
  const said = (match?.claim.doesNotMeasure ?? []).map((one) => one.replace(/\.$/, ''));
  return remedy.notToSay.filter((one) => !said.some((other) => one.includes(other)));
}
