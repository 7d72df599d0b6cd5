import type { CheckedClaim } from '../checks/subject';
import type { TextDistortion } from './distortion';
import { bodiesOf, OF_THE_UN } from './names';
import type { Finders, Mention } from './mention';

/** To whom a claim may rightly be credited, and to whom works in the base are recorded to credit it wrongly. */
export type Credits = {
  rightly: ReadonlySet<string>;
  wrongly: ReadonlySet<string>;
  /** Codes of the countries that its statement names within its place. */
  countries: readonly string[];
};

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

/** Credited to somebody who did not make it. */
export function creditedTo({ credited, speakers }: Mention, { rightly, wrongly }: Credits): TextDistortion[] {
  if (credited.length === 0 || [...credited, ...speakers].some((name) => rightly.has(name))) return [];
  const source = [...rightly][0] ?? 'others';
  // Recorded to be wrong, or a body that the base does not know to have stated it at all.
  const name = credited.find((one) => wrongly.has(one)) ?? credited[0] ?? '';
  return [{ kind: 'attribution-shifted', label: `${source} → ${name}` }];
}
