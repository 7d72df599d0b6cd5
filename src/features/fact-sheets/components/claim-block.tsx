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
  /** Null: there is no such claim. Undefined: it is not looked up yet. */
  claim: WordedClaim | null | undefined;
  onChange: (block: Block) => void;
};

/** A claim in a sheet: the words that will be printed, how else it may be said, and how not. */
export function ClaimBlock({ block, claim, onChange }: ClaimBlockProps) {
  return (
    <div className="sheet-claim">
      <input type="hidden" name={fieldOf('claim', block.id)} value={block.claim} />
      <p>
        <a href={`/claims/${block.claim}`} target="_blank" rel="noreferrer">
          {block.claim}
        </a>{' '}
        {claim == null ? null : (
          <>
            <ReliabilityBadge level={claim.reliability} /> <StatusTag status={claim.status} />
          </>
        )}
      </p>
      <p className="sheet-wording">
        {claim == null
          ? claim === null
            ? `The evidence base has no claim ${block.claim}.`
            : 'Being looked up …'
          : block.form === 'sentence'
            ? claim.sentence
            : claim.short}
      </p>
      <Choices block={block} claim={claim} onChange={onChange} />
      {claim == null ? null : (
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

/** How it is worded, and what is drawn beside it. */
function Choices({ block, claim, onChange }: ClaimBlockProps) {
  return (
    <div className="sheet-choices">
      <label>
        Wording{' '}
        <select
          className="field"
          name={fieldOf('form', block.id)}
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
          name={fieldOf('chart', block.id)}
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
  );
}
