import type { PlaceCount } from '../../domain/place-counts';

/** Claims by place. */
export type PlaceMap = {
  claims: number;
  /** Countries and territories that this evidence base knows: those of ISO 3166-1. */
  countryTotal: number;
  /** Countries with a claim of their own, most claims first. */
  countries: PlaceCount[];
  /** Areas larger than a country with a claim of their own, most claims first. */
  areas: PlaceCount[];
  /** Claims about the world as a whole. */
  worldwide: number;
};

/** What the map is made of, as it stands under it and in its files. */
export const MAP_SOURCES =
  'the claims of this evidence base; land and borders by Natural Earth (public domain), as they are held in fact: no view of anybody’s status is meant.';
