import { type Vocabulary, weightOf } from './known-claim';

type Base = { vocabulary: Vocabulary; terms: ReadonlyMap<number, readonly string[]> };

/**
 * Of many claims those with the most words in common with what is said, as many as are asked for; all of them where they
 * are no more than that.
 *
 * @param said the terms around a quantity, each with how near it stands, from 0 to 1
 * @param base the terms of each claim, by its number, and how common each is
 */
export function mostAlike(
  ids: ReadonlySet<number>,
  said: ReadonlyMap<string, number>,
  { vocabulary, terms }: Base,
  most: number,
): Iterable<number> {
  if (ids.size <= most) return ids;
  const weights = new Map([...said].map(([term, near]) => [term, near * weightOf(term, vocabulary)]));
  const sharedBy = (id: number) => (terms.get(id) ?? []).reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
  return [...ids]
    .map((id) => ({ id, shared: sharedBy(id) }))
    .sort((a, b) => b.shared - a.shared || a.id - b.id)
    .slice(0, most)
    .map(({ id }) => id);
}
