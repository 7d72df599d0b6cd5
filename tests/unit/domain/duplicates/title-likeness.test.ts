import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BEGINNING_MIN } from '@/domain/duplicates/reason';
import { TitleLikeness, trigramsOf } from '@/domain/duplicates/title-likeness';

function shareOf(a: string, b: string): number {
  const [one, other] = [trigramsOf(a), trigramsOf(b)];
  const common = [...one].filter((trigram) => other.has(trigram)).length;
  return common === 0 ? 0 : common / (one.size + other.size - common);
}

const likeOf = (titles: readonly string[], least = 0.6) => {
  const likeness = new TitleLikeness(titles, least);
  // In stretches, as an import does it.
  return [0, 3, 6, 9, 12, 15, 18].flatMap((from) => likeness.compare(from, from + 3, () => true));
};

const WORDS = ['child', 'children', 'report', 'reports', 'abuse', 'online', 'of', 'the', '2019', '2020', 'global'];
const Title = fc.array(fc.constantFrom(...WORDS), { minLength: 0, maxLength: 6 }).map((words) => words.join(' '));

describe('titles that are alike', () => {
  test('are found exactly where each with each would find one, and the most alike is named', () => {
    fc.assert(
      fc.property(fc.array(Title, { maxLength: 20 }), fc.constantFrom(0.3, 0.5, 0.6, 0.9), (titles, least) => {
        const found = new Map(likeOf(titles, least).map(({ title, like }) => [title, like]));
        titles.forEach((title, place) => {
          const shares = titles.slice(0, place).map((other) => shareOf(title, other));
          const best = Math.max(0, ...shares);
          const begins = titles
            .slice(0, place)
            .some(
              (other) =>
                Math.min(title.length, other.length) >= BEGINNING_MIN &&
                (title.startsWith(other) || other.startsWith(title)),
            );
          const like = found.get(place);
          if (best >= least) expect(shares[like ?? -1]).toBe(best);
          else expect(like !== undefined).toBe(begins);
        });
      }),
    );
  });

  test('of which one begins with the other are found whichever comes first', () => {
    const [short, long] = ['profiting from abuse', 'profiting from abuse an investigation into many things elsewhere'];
    expect(likeOf([short, long])).toEqual([{ title: 1, like: 0 }]);
    expect(likeOf([long, short])).toEqual([{ title: 1, like: 0 }]);
    expect(likeOf(['report', 'report on the many things that were seen elsewhere'])).toEqual([]);
  });

  test('of ten thousand that are all alike are found before anybody loses patience', () => {
    const titles = Array.from({ length: 10_000 }, (_, n) => `annual report of the committee number ${n}`);
    const likeness = new TitleLikeness(titles, 0.6);
    expect(likeness.compare(0, titles.length, () => true).length).toBeGreaterThan(9900);
  }, 60_000);
});
