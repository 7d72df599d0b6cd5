import { VERDICT_WORDS } from '../../domain/text-check/verdict-words';
import { DISTORTION } from '../../domain/words';
import { checkResult, checkRules, locationOf, type SarifResult, type SarifRule, sarifLog } from '../sarif';
import { pageFinder } from '../../domain/text/page-finder';
import { placeFinder } from './line-places';
import { type NumberedFinding, numberedFindings, type TextReport, type Unread, VERDICTS } from './report';

/** Faithful figures are passed; of the others, what a verdict weighs. */
const LEVEL = { distorted: 'error', possibly: 'warning', unlisted: 'note', faithful: 'none' } as const;

type Run = {
  /** Address of the site whose evidence base was asked, without a slash at the end. */
  site: string;
  /** Files that could not be read or checked, each with why. */
  unread?: readonly Unread[];
};

/** Texts that were checked as one SARIF log: a rule for every check and one for every verdict. */
export function reportSarif(reports: readonly TextReport[], { site, unread = [] }: Run): object {
  const rules = [...VERDICTS.map((verdict) => verdictRule(verdict, site)), ...checkRules(site)];
  return sarifLog(site, rules, reports.flatMap(resultsOf), {
    // Whoever reads the log must not take a text that nobody read for one without faults.
    executionSuccessful: unread.length === 0,
    toolExecutionNotifications: unread.map(({ name, message }) => ({
      level: 'error',
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(name) } } }],
    })),
  });
}

const ruleId = (verdict: (typeof VERDICTS)[number]) => `figure-${verdict}`;

function verdictRule(verdict: (typeof VERDICTS)[number], site: string): SarifRule {
  const { label, meaning } = VERDICT_WORDS[verdict];
  return {
    id: ruleId(verdict),
    name: ruleId(verdict),
    shortDescription: { text: `Figure: ${label.toLowerCase()}` },
    fullDescription: { text: meaning },
    helpUri: `${site}/check`,
    defaultConfiguration: { level: LEVEL[verdict] },
  };
}

function resultsOf(report: TextReport): SarifResult[] {
  const { check, text, name, pageStarts } = report;
  const placeOf = placeFinder(text);
  const regionOf = ({ start, end }: { start: number; end: number }) => {
    const [from, to] = [placeOf(start), placeOf(end)];
    return {
      charOffset: start,
      charLength: end - start,
      ...{ startLine: from.line, startColumn: from.column },
      ...{ endLine: to.line, endColumn: to.column },
    };
  };
  const pageOf = pageFinder(pageStarts);
  const saidOf = ({ start }: { start: number }) => (pageStarts === null ? null : `Page ${pageOf(start)}`);
  const place = { uri: uriOf(name), name: null, regionOf, saidOf };
  const figures = numberedFindings(report).figures.flatMap((finding) => [
    verdictResult(place, finding),
    ...finding.checks.map((one) => checkResult(place, { ...one, span: one.span ?? finding.span })),
  ]);
  return [...figures, ...check.words.map((word) => checkResult(place, word))];
}

function verdictResult(place: Parameters<typeof locationOf>[0], finding: NumberedFinding): SarifResult {
  const { verdict, span, text, page, match, distortions, candidates, remedy } = finding;
  // Numbers that are no statistics have been left out.
  const key = verdict === 'not-a-figure' ? 'unlisted' : verdict;
  const { label, meaning } = VERDICT_WORDS[verdict];
  const changed = distortions.map(({ kind, label }) => `${DISTORTION[kind].label}: ${label}.`);
  const sentences = [
    `“${text}”${page === null ? '' : ` on page ${page}`}: ${label.toLowerCase()}. ${meaning}`,
    ...(match === null ? [] : [`Claim ${match.claim.id}: ${match.claim.statement}`]),
    ...changed,
    ...(candidates.length === 0 ? [] : [`May be meant: ${candidates.map(({ claim }) => claim.id).join(', ')}.`]),
    remedy.advice,
    ...(remedy.sentence === null || verdict === 'faithful' ? [] : [`Approved sentence: ${remedy.sentence}`]),
  ];
  return {
    ruleId: ruleId(key),
    kind: verdict === 'faithful' ? 'pass' : 'fail',
    level: LEVEL[key],
    message: { text: sentences.join(' ') },
    locations: [locationOf(place, span)],
    ...(match === null ? {} : { hostedViewerUri: match.claim.url }),
    properties: {
      page,
      score: match?.score ?? null,
      claim: match?.claim.id ?? null,
      distortions: distortions.map(({ kind }) => kind),
    },
  };
}

/** A file's name as an address: relative, with slashes. */
function uriOf(name: string): string {
  return name.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
