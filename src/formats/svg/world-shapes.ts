import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { geoArea, geoCentroid } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { countryLetters } from '../../domain/country-number';

export type Shape = Feature<Polygon | MultiPolygon, { name: string }>;

export type WorldShapes = {
  /** Land by country, coarse enough for a map of the world; `code` is null for land that ISO 3166-1 gives no code. */
  land: readonly { code: string | null; shape: Shape }[];
  /** Longitude and latitude in degrees: the middle of each country's largest part, small islands included. */
  middles: ReadonlyMap<string, readonly [longitude: number, latitude: number]>;
};

const PACKAGE = join(process.cwd(), 'node_modules', 'world-atlas');
const ANTARCTICA = 'AQ';

let shapes: Promise<WorldShapes> | undefined;

/** The land of the world from Natural Earth, as the package world-atlas has it, read once. */
export function worldShapes(): Promise<WorldShapes> {
  shapes ??= readShapes();
  return shapes;
}

async function readShapes(): Promise<WorldShapes> {
  const [coarse, fine] = await Promise.all(['countries-110m.json', 'countries-50m.json'].map(countriesOf));
  const middles = new Map<string, [number, number]>();
  // The finer file first: it has the small states that the other leaves out.
  for (const { id, ...shape } of [...(fine ?? []), ...(coarse ?? [])]) {
    const code = countryLetters(String(id));
    if (code !== null) middles.set(code, geoCentroid(largestPart(shape)));
  }
  const land = (coarse ?? []).map((shape) => ({ code: countryLetters(String(shape.id)), shape }));
  return { land: land.filter(({ code }) => code !== ANTARCTICA), middles };
}

async function countriesOf(file: string): Promise<Shape[]> {
  const topology = JSON.parse(await readFile(join(PACKAGE, file), 'utf8')) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  return feature(topology, topology.objects.countries).features as Shape[];
}

/** The largest piece of land of a country: the middle of all pieces together often lies in the sea. */
function largestPart({ geometry }: Pick<Shape, 'geometry'>): Polygon {
  if (geometry.type === 'Polygon') return geometry;
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  const [first = { type: 'Polygon', coordinates: [] }, ...rest] = parts;
  return rest.reduce<Polygon>((best, part) => (geoArea(part) > geoArea(best) ? part : best), first);
}
