import type { ReactNode } from 'react';
import { figureText, unitText } from '../../../domain/figure-text';
import { periodText } from '../../../domain/period-text';
import { METHOD_KIND } from '../../../domain/words';
import type { ClaimSummary } from '../schema';
import { ReliabilityBadge, StatusTag } from './badges';
import { Highlighted } from './highlighted';
import { AddToSheet } from './add-to-sheet';
import { OriginText } from './origin-text';

type ClaimItemProps = {
  claim: ClaimSummary;
  highlights?: readonly (readonly [number, number])[];
  /** What else there is to say of it where it stands. */
  children?: ReactNode;
  /** Id of the form that compares ticked claims; without one there is nothing to tick. */
  compareForm?: string;
};

/** A claim in a list, with everything it must never be shown without: origin, grade, and what it does not measure. */
export function ClaimItem({ claim, highlights = [], compareForm, children }: ClaimItemProps) {
  const href = `/claims/${claim.id}/${claim.slug}`;
  const [first, ...others] = claim.doesNotMeasure;
  return (
    <li className="claim-item">
      <p className="claim-item-figure">
        {figureText(claim.figure)} <span>{unitText(claim.figure)}</span>
      </p>
      <div>
        <h3>
          <a href={href}>
            <Highlighted text={claim.statement} ranges={highlights} />
          </a>
        </h3>
        <p className="claim-item-marks">
          <StatusTag status={claim.status} />
          <ReliabilityBadge level={claim.reliability} />
          <span className="meta">{particulars(claim)}</span>
        </p>
        <p className="meta">
          <strong>Does not measure:</strong> {first}
          {others.length === 0 ? null : ` (and ${others.length} more)`}
        </p>
        <Footing claim={claim} compareForm={compareForm} />
        {children}
      </div>
    </li>
  );
}

function Footing({ claim, compareForm }: Pick<ClaimItemProps, 'claim' | 'compareForm'>) {
  const cited = claim.citationCount === 1 ? '1 citation' : `${claim.citationCount} citations`;
  return (
    <p className="meta">
      <OriginText claim={claim} /> · {cited} · {claim.id}
      {compareForm === undefined ? null : (
        <>
          {'\u2003'}
          <label className="compare-box">
            <input type="checkbox" name="c" value={claim.id} form={compareForm} />
            Compare <span className="visually-hidden">{claim.id}</span>
          </label>
        </>
      )}
      {'\u2003'}
      <AddToSheet ids={[claim.id]} />
    </p>
  );
}

function particulars({ geography, period, methodKind }: ClaimSummary): string {
  return [geography.name, periodText(period) ?? 'period not established', METHOD_KIND[methodKind].label].join(' · ');
}
