import type { PlaceCount } from '../domain/place-counts';
import { csvOf } from './csv';

/** Places with their claims as a table. @param base address of this site, without a slash at its end */
export function placeCsv(places: readonly PlaceCount[], base: string): string {
  return csvOf(
    ['code', 'place', 'kind', 'claims', 'claims_with_places_inside', 'best_reliability', 'latest_year', 'list'],
    places.map(({ code, name, kind, own, within, bestReliability, latestYear }) => [
      code,
      name,
      kind,
      own,
      within,
      bestReliability,
      latestYear,
      `${base}/claims?geography=${code}`,
    ]),
  );
}
