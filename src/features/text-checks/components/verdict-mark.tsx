import { VERDICT_WORDS } from '../../../domain/text-check/verdict-words';
import type { TextFinding } from '../schema';

/** The verdicts that a page counts, the ones that need something done first. */
export const COUNTED_VERDICTS = ['distorted', 'possibly', 'unlisted', 'faithful'] as const;

export function VerdictMark({ verdict }: Pick<TextFinding, 'verdict'>) {
  const { sign, label } = VERDICT_WORDS[verdict];
  return (
    <span className={`verdict-tag verdict-tag-${verdict}`}>
      <span aria-hidden="true">{sign}</span> {label}
    </span>
  );
}
