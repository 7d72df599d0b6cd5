import { templateColumns } from '../src/formats/import/csv';
import { csvOf } from '../src/formats/csv';
import { type Random, randomFrom, seedOf } from './random';
import { sentence, words } from './vocabulary';

// Files of made-up rows, as an editor would send them: most are in order, some repeat others, some have faults.

const FAULTY = 0.01;
const REPEATED = 0.02;

type Cells = Record<string, string | null>;

/** A CSV with so many rows. */
export function syntheticFile(kind: 'claims' | 'sources', count: number, seed: number): Uint8Array {
  const heads = templateColumns(kind);
  const row = kind === 'claims' ? claimCells : sourceCells;
  const rows: Cells[] = [];
  for (let index = 0; index < count; index += 1) {
    const random = randomFrom(seedOf(seed, index));
    const earlier = rows[random.whole(0, Math.max(0, index - 1))];
    rows.push(random.chance(REPEATED) && earlier !== undefined ? earlier : row(random, index));
  }
  return Buffer.from(
    csvOf(
      heads,
      rows.map((cells) => heads.map((head) => cells[head] ?? null)),
    ),
  );
}

function sourceCells(random: Random, index: number): Cells {
  return {
    key: `work-${index}`,
    title: sentence(random, 6, 12),
    type: random.chance(FAULTY) ? 'leaflet' : 'report',
    author: `${words(random, 1)}, ${words(random, 1)}|{${words(random, 2)}}`,
    issued: String(random.whole(1995, 2025)),
    publisher: words(random, 2),
    doi: random.chance(0.3) ? `10.5555/bench-${index}` : null,
    note: random.chance(0.3) ? sentence(random, 10, 20) : null,
  };
}

function claimCells(random: Random, index: number): Cells {
  const year = random.whole(1995, 2024);
  return {
    statement: `${sentence(random, 8, 16)}`.slice(0, 390),
    kind: 'count',
    value: random.chance(FAULTY) ? 'about a dozen' : String(random.whole(1, 2_000_000)),
    unit: 'children',
    bound: 'approximately',
    population_group: 'children',
    population: sentence(random, 4, 8),
    age_max: '17',
    geography: '001',
    period_start: String(year),
    period_end: String(year + random.whole(0, 1)),
    measure: 'flow',
    topics: 'online|trafficking',
    definition: sentence(random, 8, 16),
    does_not_measure: `${sentence(random, 6, 10)}|${sentence(random, 6, 10)}`,
    method_kind: 'administrative-records',
    method_description: sentence(random, 8, 16),
    source: `S${1 + (index % 50)}`,
    locator: `p. ${random.whole(1, 200)}`,
    role: 'states',
    origin: 'origin',
  };
}
