import { z } from 'zod';
import { Severity } from '../../domain/checks/rule';
import { Finding } from '../../domain/checks/run';
import { ClaimId } from '../claims/schema';

// What the checks say, on pages, on the wire and at the command line.

export const SeverityCounts = z
  .object({ error: z.number().int(), warning: z.number().int(), note: z.number().int() })
  .meta({ id: 'SeverityCounts', description: 'Findings that are passed over with a reason are not counted.' });
export type SeverityCounts = z.infer<typeof SeverityCounts>;

/** One claim, checked. */
export const ClaimChecks = z
  .object({ id: ClaimId, statement: z.string(), counts: SeverityCounts, findings: z.array(Finding) })
  .meta({ id: 'ClaimChecks' });
export type ClaimChecks = z.infer<typeof ClaimChecks>;

export const RuleDto = z
  .object({
    id: z.string(),
    slug: z.string(),
    title: z.string(),
    severity: Severity.describe('As a rule; a finding may weigh more or less.'),
    url: z.string().describe('Its page: what it finds, why, and what to do.'),
  })
  .meta({ id: 'Rule' });
export type RuleDto = z.infer<typeof RuleDto>;

/** How often one rule finds something in the whole evidence base. */
export const RuleCount = z.object({ rule: z.string(), slug: z.string(), title: z.string(), counts: SeverityCounts });
export type RuleCount = z.infer<typeof RuleCount>;

/** One finding of the whole evidence base, with the claim that it is in. */
export type ClaimFinding = { id: string; statement: string; finding: Finding };

export const BaseCheckFilters = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) });
