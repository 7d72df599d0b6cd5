import { z } from 'zod';
import { wordingOf } from '../fact-sheet/wording';
import { RULES } from './rules';
import { type Context, type Found, type Rule, RuleId, Severity } from './rule';
import type { CheckedClaim, Prose, Use } from './subject';

/** A finding is passed over where somebody says why. It stays in the result, with the reason. */
export const Suppression = z
  .strictObject({
    rule: RuleId,
    claim: z.string().nullable().describe('Id of the claim; null: wherever the rule finds something.'),
    reason: z.string().trim().min(10).max(500).describe('Printed with the result.'),
  })
  .meta({ id: 'Suppression' });
export type Suppression = z.infer<typeof Suppression>;

export const Finding = z
  .object({
    rule: RuleId,
    slug: z.string(),
    title: z.string(),
    severity: Severity,
    claims: z.array(z.string()).describe('Ids of the claims that it is about.'),
    citation: z.number().int().nullable(),
    message: z.string(),
    remedy: z.string(),
    span: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
    suppressed: z.string().nullable().describe('Why it is passed over; null: it is not.'),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

type Options = Context & { suppressions?: readonly Suppression[] };

/** All that the rules find in a record, worst first. */
export function checkClaim(claim: CheckedClaim, options: Options): Finding[] {
  return sorted(RULES.flatMap((rule) => findings(rule, [claim.id], rule.ofClaim?.(claim, options), options)));
}

/** All that the rules find in what a text makes of a claim. What is wrong with the record itself is `checkClaim`. */
export function checkUse(use: Use, options: Options): Finding[] {
  const found = RULES.flatMap((rule) => [
    ...findings(rule, [use.claim.id], rule.ofUse?.(use, options), options),
    ...(isApproved(use) ? [] : findings(rule, [use.claim.id], rule.ofSentence?.(use, options), options)),
  ]);
  return sorted(found);
}

/** Words that came from the evidence base, and not one more. */
function isApproved({ wording, sentence, claim }: Use): boolean {
  const words = (text: string) => text.trim().replace(/\.$/, '');
  return wording !== 'typed' && words(sentence) === words(wordingOf(claim, wording));
}

/** What keeps claims from standing side by side. */
export function checkTogether(claims: readonly CheckedClaim[], options: Options & { sentence?: string }): Finding[] {
  const ids = claims.map(({ id }) => id);
  return sorted(RULES.flatMap((rule) => findings(rule, ids, rule.ofClaims?.(claims, options), options)));
}

/** What is wrong with words as such. */
export function checkText(text: string, options: Options): Finding[] {
  return sorted(RULES.flatMap((rule) => findings(rule, [], rule.ofText?.(text, options), options)));
}

/** What is wrong with prose as it is typed: its tokens, and the numbers beside them. */
export function checkProse(prose: Prose, options: Options): Finding[] {
  return sorted(RULES.flatMap((rule) => findings(rule, [], rule.ofProse?.(prose, options), options)));
}

function findings(rule: Rule, claims: string[], found: Found[] | undefined, { suppressions = [] }: Options): Finding[] {
  if (found === undefined) return [];
  const suppression = suppressions.find(
    (one) => one.rule === rule.id && (one.claim === null || claims.includes(one.claim)),
  );
  return found.map(({ message, remedy, severity, span, citation }) => ({
    rule: rule.id,
    slug: rule.slug,
    title: rule.title,
    severity: severity ?? rule.severity,
    claims,
    citation: citation ?? null,
    message,
    remedy,
    span: span ?? null,
    suppressed: suppression?.reason ?? null,
  }));
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** The worst first, and of the same weight in the order of the rules. */
export function byWeight(a: Finding, b: Finding): number {
  return WEIGHT[a.severity] - WEIGHT[b.severity] || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

const sorted = (found: Finding[]): Finding[] => found.sort(byWeight);

/** How many there are of each severity, without those that are passed over. */
export function countsOf(found: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity, suppressed } of found) if (suppressed === null) counts[severity] += 1;
  return counts;
}
