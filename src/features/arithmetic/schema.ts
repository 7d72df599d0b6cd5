import { z } from 'zod';
import { ArithmeticOutcome, ArithmeticRule } from '../../domain/arithmetic/finding';
import { ClaimId, ClaimSummary } from '../claims/schema';

const NumberSpan = z
  .object({
    value: z.number().nullable(),
    low: z.number().nullable().describe('Null where nothing bounds it from below.'),
    high: z.number().nullable().describe('Null where nothing bounds it from above.'),
  })
  .meta({ id: 'NumberSpan', description: 'A number with every quantity it can stand for, rounding allowed.' });

export const ArithmeticFinding = z
  .object({
    rule: ArithmeticRule,
    outcome: ArithmeticOutcome,
    claims: z.array(ClaimId).describe('The claims whose numbers are in the equation.'),
    equation: z.string(),
    stated: NumberSpan,
    computed: NumberSpan,
    unit: z.string(),
    sentence: z.string().describe('What the outcome means here.'),
  })
  .meta({ id: 'ArithmeticFinding', description: 'A calculation that claims allow among themselves, checked.' });
export type ArithmeticFinding = z.infer<typeof ArithmeticFinding>;

export const Arithmetic = z
  .object({
    findings: z.array(ArithmeticFinding),
    claims: z.array(ClaimSummary).describe('Every other claim of the findings, once.'),
  })
  .meta({ id: 'Arithmetic' });
export type Arithmetic = z.infer<typeof Arithmetic>;
