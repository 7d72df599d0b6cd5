import { figureText, unitText } from '../../../domain/figure-text';
import { RELATION } from '../../../domain/words';
import type { ClaimDto, RelationDto } from '../schema';
import { ReliabilityBadge } from './badges';

/** How the claim stands to others, in words from this claim's side. Claims of the same number have their own section. */
export function RelationList({ claim }: { claim: ClaimDto }) {
  const relations = claim.relations.filter(({ kind }) => kind !== 'homonym-of');
  if (relations.length === 0) return null;
  const titles = new Map(relations.map((relation) => [titleOf(relation), RELATION[relation.kind].meaning]));
  return (
    <section aria-labelledby="relations">
      <h2 id="relations">Related claims</h2>
      {[...titles].map(([title, meaning]) => (
        <div key={title}>
          <h3>{title}</h3>
          <p className="meta">{meaning}</p>
          <ul className="relation-list">
            {relations
              .filter((relation) => titleOf(relation) === title)
              .map((relation) => (
                <Related key={relation.claim.id} relation={relation} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function titleOf({ kind, direction }: RelationDto): string {
  return RELATION[kind][direction];
}

function Related({ relation: { claim, note } }: { relation: RelationDto }) {
  return (
    <li>
      <p>
        <strong>{figureText(claim.figure)}</strong> {unitText(claim.figure)}{' '}
        <ReliabilityBadge level={claim.reliability} />
      </p>
      <p>
        <a href={`/claims/${claim.id}/${claim.slug}`}>{claim.statement}</a>
      </p>
      {note === null ? null : <p className="meta">{note}</p>}
    </li>
  );
}
