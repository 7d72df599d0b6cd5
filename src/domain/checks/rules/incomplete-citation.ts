import { isCritic } from '../../citation';
import type { SourceType } from '../../source';
import type { Found, Rule } from '../rule';
import type { CheckedCitation } from '../subject';

/** Works with pages or sections, in which a reader cannot find a figure without a locator. */
const LONG_WORKS: ReadonlySet<SourceType> = new Set(['report', 'article-journal', 'book', 'chapter', 'thesis']);

/** A citation that a reader cannot follow: no date, no author and no publisher, or no place in a long work. */
export const incompleteCitation: Rule = {
  id: 'PL001',
  slug: 'incomplete-citation',
  title: 'Incomplete citation',
  severity: 'warning',
  ofClaim: ({ citations }) => citations.filter((citation) => !isCritic(citation)).flatMap(missing),
};

function missing({ id, source, locator, originState }: CheckedCitation): Found[] {
  const parts = [
    !source.hasAuthor && source.publisher === null ? 'author and publisher' : null,
    source.issued === null ? 'date' : null,
    locator === null && LONG_WORKS.has(source.type) ? 'page or section' : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return [];
  return [
    {
      message: `${source.id} (${source.shortName}) is cited without ${parts.join(', ')}.`,
      remedy: 'Look it up in the work itself and record it; leave open what nobody has seen.',
      severity: originState === 'origin' ? 'warning' : 'note',
      citation: id,
    },
  ];
}
