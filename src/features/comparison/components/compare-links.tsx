import type { RelationKind } from '../../../domain/claim';
import { RELATION } from '../../../domain/words';
import type { ClaimDto } from '../../claims/schema';
import { comparisonHref } from '../filters';
import { COMPARED_MAX } from '../schema';

/** Relations that ask for a comparison. A part beside its whole does not. */
const COMPARED_BY: ReadonlySet<RelationKind> = new Set([
  'continues',
  'supersedes',
  'contradicts',
  'misquotation-of',
  'homonym-of',
]);

/** From a claim to comparisons with the claims it is related to, or with one of the reader's choice. */
export function CompareLinks({ claim }: { claim: ClaimDto }) {
  const related = claim.relations.filter(({ kind }) => COMPARED_BY.has(kind));
  const others = [...new Map(related.map((relation) => [relation.claim.id, relation])).values()];
  if (others.length === 0) {
    return (
      <p className="compare-links">
        <a href={comparisonHref([claim.id])}>Compare {claim.id} with another claim</a>
      </p>
    );
  }
  const all = [claim.id, ...others.map((relation) => relation.claim.id)];
  return (
    <p className="compare-links">
      Compare {claim.id} with{' '}
      {others.map(({ kind, direction, claim: { id } }, index) => (
        <span key={id}>
          {index === 0 ? '' : ', '}
          <a href={comparisonHref([claim.id, id])}>{id}</a> ({RELATION[kind][direction].toLowerCase()})
        </span>
      ))}
      {others.length > 1 && all.length <= COMPARED_MAX ? (
        <>
          , or <a href={comparisonHref(all)}>with all of them</a>
        </>
      ) : null}
      .
    </p>
  );
}
