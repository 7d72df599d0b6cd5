import { nodeHref } from '../../../domain/network';
import { ClaimItem } from '../../claims/components/claim-item';
import type { Loop, NetworkDto } from '../schema';

/** Rings of citing: somebody's figure comes back to them as if it were another's. */
export function Loops({ loops: { organisations, sources } }: { loops: NetworkDto['loops'] }) {
  return (
    <section aria-labelledby="loops">
      <h2 id="loops">Loops</h2>
      <p className="network-note">
        In a loop everybody draws, directly or over others, on everybody else in it. Between organisations that can be
        plain exchange of different figures; where one figure runs round, it is repeated without gaining any support.
      </p>
      {organisations.length + sources.length > 0 ? null : (
        <p>No loop is recorded, neither between organisations nor between works.</p>
      )}
      <List loops={organisations} title="Between organisations" />
      <List loops={sources} title="Between works" />
    </section>
  );
}

const MEMBERS_SHOWN = 12;

function List({ loops, title }: { loops: readonly Loop[]; title: string }) {
  if (loops.length === 0) return null;
  return (
    <>
      <h3>
        {title} ({loops.length})
      </h3>
      {loops.map((loop) => (
        <Ring key={loop.members[0]?.key} loop={loop} />
      ))}
    </>
  );
}

function Ring({ loop: { members, edges } }: { loop: Loop }) {
  const names = new Map(members.map((member) => [member.key, member.name]));
  const more = members.length - MEMBERS_SHOWN;
  return (
    <div className="network-loop">
      <p>
        <strong>{members.length} in a ring:</strong>{' '}
        {members.slice(0, MEMBERS_SHOWN).map((member, index) => (
          <span key={member.key}>
            {index === 0 ? '' : ', '}
            <a href={nodeHref(member)}>{member.name}</a>
          </span>
        ))}
        {more > 0 ? ` and ${more} more` : ''}.
      </p>
      {edges.map(({ drawing, drawnOn, citations, claims }) => (
        <details key={`${drawing} ${drawnOn}`} className="chart-table">
          <summary>
            {names.get(drawing)} draws on {names.get(drawnOn)}:{' '}
            {citations === 1 ? '1 citation' : `${citations} citations`}
          </summary>
          <ul className="claim-list">
            {claims.map((claim) => (
              <ClaimItem key={claim.id} claim={claim} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
