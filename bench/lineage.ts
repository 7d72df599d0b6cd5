import type { LineageRow } from '../src/features/lineage/data';
import { randomFrom } from './random';

// A claim that is cited very often: most draw on an early work or on each other, some lead nowhere, and it is printed
// in as many ways as a real one.

const PRINTED = [
  '1.8 million children',
  'nearly two million children',
  '2 million children every year',
  'as many as 1.8 million',
  'an estimated 1,800,000 children',
  'millions of children',
  'up to 1.8 million girls and boys',
  'more than one million',
  null,
];

/** What the database would give for claim C1 with so many citations. */
export function syntheticLineage(count: number, seed: number): LineageRow {
  const random = randomFrom(seed);
  const steps = Array.from({ length: count }, (_, id): LineageRow['steps'][number] => {
    const fate = random.next();
    const isOrigin = id === 0 || fate > 0.995;
    const isDrawn = !isOrigin && fate < 0.95;
    const source = random.whole(0, Math.floor(count / 2));
    return {
      id,
      claimId: 'C1',
      source: {
        id: `S${source}`,
        shortName: `Work ${source}`,
        title: `Work ${source}`,
        organisation: source % 3 === 0 ? null : `Organisation ${source % 40}`,
        issued: source % 10 === 0 ? null : String(random.whole(2000, 2025)),
        url: null,
      },
      locator: null,
      figureAsPrinted: random.pick(PRINTED),
      role: isOrigin ? 'states' : fate < 0.01 ? 'disputes' : 'reports',
      originState: isOrigin ? 'origin' : isDrawn ? 'drawn' : 'untraced',
      // Half draw on the first works, half on whatever came before.
      drawnFromId: isDrawn ? random.whole(0, random.chance(0.5) ? Math.min(id, 20) - 1 : id - 1) : null,
      searchLog: isOrigin || isDrawn ? null : 'Looked for in a benchmark.',
      distortions: isDrawn && random.chance(0.4) ? [{ kind: 'caveat-dropped', note: 'Made up.' }] : [],
    };
  });
  return { claims: [CLAIM], steps, successors: [], contradicting: [], relations: [] };
}

const CLAIM: LineageRow['claims'][number] = {
  number: 1,
  statement: 'A benchmark claims that 1.8 million children were counted in the year 2000.',
  figure: {
    kind: 'count',
    value: 1_800_000,
    low: null,
    high: null,
    interval: null,
    unit: 'children',
    bound: 'approximately',
    direction: null,
    asPrinted: null,
    of: null,
  },
  population: { group: 'children', description: 'Children in a benchmark', ageMin: null, ageMax: 17 },
  place: { code: '001', name: 'World', ancestors: ['001'] },
  period: { start: '2000', end: '2000', measure: 'stock', label: null },
  methodKind: 'modelled-estimate',
  reliability: 'low',
  provisional: true,
  doesNotMeasure: ['Anything outside this benchmark.'],
};
