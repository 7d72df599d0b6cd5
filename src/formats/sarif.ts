import type { Finding } from '../domain/checks/run';
import { RULES } from '../domain/checks/rules';
import type { Severity } from '../domain/checks/rule';

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  note: 'note',
};

export type SarifRule = { id: string } & Record<string, unknown>;

/** What was found: its rule by id, and the rest of a result as the format has it. */
export type SarifResult = { ruleId: string } & Record<string, unknown>;

/** Where something was found: the address of the record or file, its name where that is another, and the lines and columns. */
type Span = NonNullable<Finding['span']>;
type Place = {
  uri: string;
  name: string | null;
  regionOf: (span: Span) => object;
  /** What else is to be said of where it is, such as its page. */
  saidOf?: (span: Span) => string | null;
};

/** The checks of records, as rules. */
export function checkRules(siteUrl: string): SarifRule[] {
  return RULES.map(({ id, slug, title, severity }) => ({
    id,
    name: slug,
    shortDescription: { text: title },
    helpUri: `${siteUrl}/docs/checks/${slug}`,
    defaultConfiguration: { level: LEVEL[severity] },
  }));
}

/**
 * Results as a SARIF log, the format that editors and code hosts show as annotations.
 * Static Analysis Results Interchange Format 2.1.0 (OASIS Standard, 2020).
 *
 * @param siteUrl where the pages of the rules are, without a slash at the end
 * @param invocation how the run went, where that is known
 */
export function sarifLog(
  siteUrl: string,
  rules: readonly SarifRule[],
  results: readonly SarifResult[],
  invocation: object | null = null,
): object {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Plumbline', informationUri: siteUrl, rules } },
        ...(invocation === null ? {} : { invocations: [invocation] }),
        columnKind: 'utf16CodeUnits',
        results: results.map(({ ruleId, ...rest }) => ({ ruleId, ruleIndex: indexes.get(ruleId) ?? -1, ...rest })),
      },
    ],
  };
}

/** Findings about records as a SARIF log. */
export function toSarif(
  found: readonly { place: Pick<Place, 'uri' | 'name'>; findings: readonly Finding[] }[],
  siteUrl: string,
): object {
  const results = found.flatMap(({ place, findings }) =>
    findings.map((finding) => checkResult({ ...place, regionOf: offsets }, finding)),
  );
  return sarifLog(siteUrl, checkRules(siteUrl), results);
}

const offsets: Place['regionOf'] = ({ start, end }) => ({ charOffset: start, charLength: end - start });

export function checkResult(place: Place, { rule, severity, message, remedy, span, suppressed }: Finding): SarifResult {
  return {
    ruleId: rule,
    level: LEVEL[severity],
    message: { text: `${message} ${remedy}` },
    locations: [locationOf(place, span)],
    ...(suppressed === null ? {} : { suppressions: [{ kind: 'external', justification: suppressed }] }),
  };
}

export function locationOf({ uri, name, regionOf, saidOf }: Place, span: Finding['span']): object {
  const said = span === null ? null : (saidOf?.(span) ?? null);
  return {
    physicalLocation: { artifactLocation: { uri }, ...(span === null ? {} : { region: regionOf(span) }) },
    ...(said === null ? {} : { message: { text: said } }),
    ...(name === null ? {} : { logicalLocations: [{ fullyQualifiedName: name, kind: 'member' }] }),
  };
}
