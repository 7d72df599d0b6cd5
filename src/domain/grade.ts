import { z } from 'zod';

/** Source reliability: the Admiralty code's words. A completely … E unreliable, F cannot be judged. */
export const SourceReliability = z.enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type SourceReliability = z.infer<typeof SourceReliability>;

/** Method certainty: GRADE's four levels. */
export const MethodCertainty = z.enum(['high', 'moderate', 'low', 'very-low']);
export type MethodCertainty = z.infer<typeof MethodCertainty>;

/** Transmission fidelity: computed from the lineage, never typed in. */
export const TransmissionFidelity = z.enum(['accurate', 'minor-distortion', 'major-distortion', 'untraced']);
export type TransmissionFidelity = z.infer<typeof TransmissionFidelity>;

/** The one word on a claim's badge. */
export const Reliability = z.enum(['high', 'moderate', 'low', 'very-low', 'not-graded']);
export type Reliability = z.infer<typeof Reliability>;

const reasons = z.array(z.string().min(1)).min(1).describe('Why, one reason a sentence.');

export const SourceAppraisalRecord = z.strictObject({ reliability: SourceReliability, reasons });

export const ClaimAppraisalRecord = z.strictObject({
  method: z.strictObject({ certainty: MethodCertainty.nullable(), reasons }),
  reliability: z.strictObject({ level: Reliability, reasons }),
});
export type ClaimAppraisalRecord = z.infer<typeof ClaimAppraisalRecord>;
