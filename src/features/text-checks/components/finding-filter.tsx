import { VERDICT_WORDS } from '../../../domain/text-check/verdict-words';
import type { TextCheck } from '../schema';
import { COUNTED_VERDICTS } from './verdict-mark';

/** Which findings are in sight, by verdict. The style sheet looks at the boxes, so that it works without scripts. */
export function FindingFilter({ findings }: { findings: TextCheck['findings'] }) {
  const present = COUNTED_VERDICTS.map((verdict) => ({
    verdict,
    count: findings.filter((finding) => finding.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  if (present.length < 2) return null;
  return (
    <fieldset className="finding-filter">
      <legend>Show</legend>
      <div className="finding-filter-boxes">
        {present.map(({ verdict, count }) => (
          <label key={verdict}>
            <input type="checkbox" id={`show-${verdict}`} defaultChecked suppressHydrationWarning />{' '}
            {VERDICT_WORDS[verdict].label} ({count.toLocaleString('en')})
          </label>
        ))}
      </div>
    </fieldset>
  );
}
