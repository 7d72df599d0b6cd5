import type { z } from 'zod';
import type { Verification } from '../../../domain/verification';
import { CONFIDENCE, VERIFICATION } from '../../../domain/words';

/** How a record was seen: stands with every record, so that nothing looks more certain than it is. */
export function VerificationLine({ verification }: { verification: z.infer<typeof Verification> }) {
  const { level, confidence, how } = verification;
  return (
    <p className="meta verification">
      <a href="/method#verification">{VERIFICATION[level].label}</a>, {CONFIDENCE[confidence].label}. {how}
    </p>
  );
}
