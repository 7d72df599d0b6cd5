import { z } from 'zod';
import type { CheckedClaim, Prose, Span, Use } from './subject';

/** `error` must not be printed as it stands; `warning` has to be printed with it; `note` is worth knowing. */
export const Severity = z.enum(['error', 'warning', 'note']).meta({ id: 'Severity' });
export type Severity = z.infer<typeof Severity>;

export const RuleId = z
  .string()
  .regex(/^PL\d{3}$/)
  .meta({ id: 'RuleId', description: 'Never given to another rule.', example: 'PL007' });

/** What a rule has to say once. */
export type Found = {
  /** What is wrong, in one sentence, with the values that show it. */
  message: string;
  /** What to do about it. */
  remedy: string;
  /** Where it weighs more or less than the rule does as such. */
  severity?: Severity;
  /** Part of the sentence or text that was looked at. */
  span?: Span;
  /** The citation it is about. */
  citation?: number;
};

/** What a rule may know besides its subject. */
export type Context = {
  /** ISO date, as of which something is old. */
  today: string;
};

/** A check: a named rule that finds one kind of fault. Given the same subject, it says the same. */
export type Rule = {
  id: string;
  /** Name of its page: /docs/checks/{slug}. */
  slug: string;
  title: string;
  severity: Severity;
  /** Of the record itself. */
  ofClaim?: (claim: CheckedClaim, context: Context) => Found[];
  /** Of its being used at all, whatever is said of it. */
  ofUse?: (use: Use, context: Context) => Found[];
  /** Of the words in which it is used. Its own wording, alone, is not asked: whoever published it has read it. */
  ofSentence?: (use: Use, context: Context) => Found[];
  /** Of claims that are set side by side: in one sentence, which is given then, in a list, table or chart. */
  ofClaims?: (claims: readonly CheckedClaim[], context: Context & { sentence?: string }) => Found[];
  /** Of words that name no claim. */
  ofText?: (text: string, context: Context) => Found[];
  /** Of the prose of a fact sheet as it is typed, with its tokens. */
  ofProse?: (prose: Prose, context: Context) => Found[];
};
