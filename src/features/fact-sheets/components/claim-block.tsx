import type { Block, SheetChart } from '../../../domain/fact-sheet/sheet';
import { ReliabilityBadge, StatusTag } from '../../claims/components/badges';
import type { WordedClaim } from '../schema';
import { fieldOf } from './sheet-form';

const CHART: Readonly<Record<SheetChart, string>> = {
  lineage: 'Lineage: who said it first, and who repeated it',
  series: 'Its series over time',
  interval: 'Its interval',
};

type ClaimBlockProps = {
  block: Extract<Block, { kind: 'claim' }>;
  /** Undefined: not known yet, or not there. */
  claim: WordedClaim | undefined;
  onChange: (block: Block) => void;
};

/** A claim in a sheet: the words that will be printed, how else it may be said, and how not. */
export function ClaimBlock({ block, claim, onChange }: ClaimBlockProps) {
  const field = { form: fieldOf('form', block.id), chart: fieldOf('chart', block.id) };
  return (
    <div className="sheet-claim">
      <input type="hidden" name={fieldOf('claim', block.id)} value={block.claim} />
      <p>
        <a href={`/claims/${block.claim}`} target="_blank" rel="noreferrer">
          {block.claim}
        </a>{' '}
        {claim === undefined ? null : (
          <>
            <ReliabilityBadge level={claim.reliability} /> <StatusTag status={claim.status} />
          </>
        )}
      </p>
      <p className="sheet-wording">
        {claim === undefined ? 'Being looked up …' : block.form === 'sentence' ? claim.sentence : claim.short}
      </p>
      <div className="sheet-choices">
        <label>
          Wording{' '}
          <select
            className="field"
            name={field.form}
            value={block.form}
            onChange={({ target }) => onChange({ ...block, form: target.value === 'short' ? 'short' : 'sentence' })}
          >
            <option value="sentence">Approved sentence</option>
            <option value="short">Short form</option>
          </select>
        </label>
        <label>
          Chart{' '}
          <select
            className="field"
            name={field.chart}
            value={block.chart ?? ''}
            onChange={({ target }) =>
              onChange({ ...block, chart: claim?.charts.find((one) => one === target.value) ?? null })
            }
          >
            <option value="">None</option>
            {(claim?.charts ?? (block.chart === null ? [] : [block.chart])).map((chart) => (
              <option key={chart} value={chart}>
                {CHART[chart]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {claim === undefined ? null : (
        <details>
          <summary>What not to say</summary>
          <ul>
            {claim.notToSay.map((one) => (
              <li key={one}>{one}.</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
