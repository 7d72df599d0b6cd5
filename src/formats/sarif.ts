import type { Finding } from '../domain/checks/run';
import { RULES } from '../domain/checks/rules';
import type { Severity } from '../domain/checks/rule';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  note: 'note',
};

/** Where something was found: the address of the record, and its name. */
type Place = { uri: string; name: string };

/**
 * Findings as a SARIF log, the format that editors and code hosts show as annotations.
 * Static Analysis Results Interchange Format 2.1.0 (OASIS Standard, 2020).
 *
 * @param siteUrl where the pages of the rules are, without a slash at the end
 */
export function toSarif(found: readonly { place: Place; findings: readonly Finding[] }[], siteUrl: string): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Plumbline',
            informationUri: siteUrl,
            rules: RULES.map(({ id, slug, title, severity }) => ({
              id,
              name: slug,
              shortDescription: { text: title },
              helpUri: `${siteUrl}/docs/checks/${slug}`,
              defaultConfiguration: { level: LEVEL[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: found.flatMap(({ place, findings }) => findings.map((finding) => toResult(place, finding))),
      },
    ],
  };
}

function toResult({ uri, name }: Place, { rule, severity, message, remedy, span, suppressed }: Finding): object {
  const region = span === null ? {} : { region: { charOffset: span.start, charLength: span.end - span.start } };
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex(({ id }) => id === rule),
    level: LEVEL[severity],
    message: { text: `${message} ${remedy}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri }, ...region },
        logicalLocations: [{ fullyQualifiedName: name, kind: 'member' }],
      },
    ],
    ...(suppressed === null ? {} : { suppressions: [{ kind: 'external', justification: suppressed }] }),
  };
}
