import type { CheckedClaim } from '../checks/subject';
import type { Credits } from './judge';
import { bodiesOf, OF_THE_UN } from './names';
import type { Finders } from './mention';

const NEWS = /news|magazine|broadcast/;

/**
 * To whom a claim may be credited: whoever its statement names, and whose work states it first; where no origin is known, also
 * everybody who passes it on without being recorded to credit it wrongly.
 */
export function creditsOf({ statement, citations, place }: CheckedClaim, finders: Finders): Credits {
  const finder = finders.names;
  const names = ({ source }: CheckedClaim['citations'][number]) =>
    bodiesOf(finder, `${source.shortName} · ${source.publisher ?? ''}`);
  const isWrong = ({ distortions }: CheckedClaim['citations'][number]) =>
    distortions.some(({ kind }) => kind === 'attribution-shifted');
  const origins = citations.filter(({ originState }) => originState === 'origin');
  const right = origins.length > 0 ? origins : citations.filter((citation) => !isWrong(citation));
  // A newspaper that reports a figure does not claim it.
  const news = citations.filter(({ source }) => NEWS.test(source.type));
  const rightly = new Set([...bodiesOf(finder, statement), ...[...right, ...news].flatMap(names)]);
  if ([...rightly].some((name) => OF_THE_UN.has(name))) rightly.add('United Nations');
  return {
    rightly,
    countries: finders
      .places(statement)
      .filter(({ place: one }) => one.within.includes(place.code))
      .map(({ place: one }) => one.code),
    wrongly: new Set(citations.filter(isWrong).flatMap(names)),
  };
}
