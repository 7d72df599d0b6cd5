import { type Random, randomFrom, seedOf } from './random';
import { sentence, words } from './vocabulary';

// Rows of made-up evidence, by table and in the columns of the tables. The words are of no meaning and the figures are
// of nothing; what is real about them is how often things occur, how long they are, and what hangs on what.

type Row = Record<string, unknown>;
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** What the evidence is spread over: the codes of the real database, and the words of the domain. */
export type Words = {
  countries: readonly string[];
  areas: readonly string[];
  topics: readonly string[];
  populations: readonly string[];
  methods: readonly string[];
};

const CITATIONS_EACH = 3;
const CLAIMS_A_SOURCE = 20;
const WRITTEN_AT = '2026-01-01T00:00:00Z';

const VERIFICATION = {
  verification_level: 'source',
  verification_confidence: 'high',
  verification_how: 'Made up for the benchmark.',
};

export function sourceCount(claims: number): number {
  return Math.max(50, Math.ceil(claims / CLAIMS_A_SOURCE));
}

/** The sources with these numbers, both included. */
export function sourceRows(seed: number, first: number, last: number): Rows {
  const rows = { sources: [] as Row[], source_grades: [] as Row[] };
  for (let id = first; id <= last; id += 1) {
    const random = randomFrom(seedOf(seed, -id));
    const organisation = words(random, 2);
    rows.sources.push({
      id,
      key: `source-${id}`,
      short_name: `${organisation} ${random.whole(1995, 2025)}`,
      organisation,
      type: 'report',
      title: sentence(random, 6, 12),
      author: [{ literal: organisation }],
      issued: String(random.whole(1995, 2025)),
      publisher: organisation,
      url: `https://example.org/${id}`,
      created_at: WRITTEN_AT,
      updated_at: WRITTEN_AT,
      ...VERIFICATION,
    });
    rows.source_grades.push({
      source_id: id,
      reliability: random.pickZipf(['B', 'C', 'A', 'D', 'F', 'E']),
      reasons: [sentence(random, 6, 12), sentence(random, 6, 12)],
      provisional: true,
    });
  }
  return rows;
}

/** The claims with these numbers, both included, with all that hangs on them. Relations point to lower numbers. */
export function claimRows(seed: number, first: number, last: number, sources: number, from: Words): Rows {
  const rows: Record<string, Row[]> = {
    claims: [],
    claim_topics: [],
    method_notes: [],
    claim_grades: [],
    claim_relations: [],
    citations: [],
    distortions: [],
    events: [],
  };
  for (let id = first; id <= last; id += 1) {
    const random = randomFrom(seedOf(seed, id));
    const figure = figureColumns(random);
    rows.claims?.push({ id, key: `claim-${id}`, ...claimColumns(random, figure, from) });
    const topics = new Set([random.pickZipf(from.topics), ...(random.chance(0.4) ? [random.pick(from.topics)] : [])]);
    for (const topic of topics) rows.claim_topics?.push({ claim_id: id, topic_code: topic, position: 0 });
    rows.method_notes?.push(methodNote(random, id, from));
    if (random.chance(0.85)) rows.claim_grades?.push(grade(random, id));
    if (id > 1 && random.chance(0.15)) rows.claim_relations?.push(relation(random, id));
    addCitations(random, id, sources, figure.figure_as_printed, rows);
    rows.events?.push({
      id,
      at: WRITTEN_AT,
      actor: 'benchmark',
      action: 'added',
      subject: `C${id}`,
      summary: 'Made up.',
    });
  }
  return rows;
}

function figureColumns(random: Random) {
  const kind = random.pickZipf([
    'count',
    'percentage',
    'rate',
    'direction',
    'percent-change',
    'ratio',
    'percentage-points',
  ]);
  const none = { figure_value: null, figure_low: null, figure_high: null, figure_interval: null };
  if (kind === 'direction') {
    const direction = random.pick(['increases', 'decreases', 'no-effect', 'contested']);
    const rest = { figure_unit: 'children', figure_bound: 'exact', figure_as_printed: null };
    return { figure_kind: kind, ...none, ...rest, figure_direction: direction };
  }
  const share = kind !== 'count';
  const value = share ? random.whole(1, 900) / 10 : Math.max(1, Math.round(10 ** (random.next() * 7)));
  const spread = random.chance(0.3);
  return {
    figure_kind: kind,
    figure_value: value,
    figure_low: spread ? Math.floor(value * 0.8) : null,
    figure_high: spread ? Math.ceil(value * 1.1) : null,
    figure_interval: spread ? 'range' : null,
    figure_unit: share ? 'per cent' : 'children',
    figure_bound: random.pickZipf(['approximately', 'exact', 'at-least', 'at-most']),
    figure_direction: null,
    figure_as_printed: share ? `${value}%` : value.toLocaleString('en'),
  };
}

function claimColumns(random: Random, figure: ReturnType<typeof figureColumns>, from: Words): Row {
  const start = 2025 - Math.floor(random.next() ** 2 * 35);
  const dated = random.chance(0.9);
  const standing = random.pickZipf(['stands', 'stands', 'stands', 'stands', 'stands', 'disputed', 'retracted']);
  return {
    ...figure,
    statement: `${figure.figure_as_printed ?? 'More'} ${sentence(random, 9, 17)}`,
    figure_of: random.chance(0.3) ? words(random, 4) : null,
    population_group: random.pickZipf(from.populations),
    population_description: words(random, 4),
    population_age_max: random.chance(0.6) ? 17 : null,
    geography_code: random.chance(0.3) ? random.pickZipf(from.areas) : random.pickZipf(from.countries),
    geography_note: random.chance(0.1) ? words(random, 5) : null,
    period_start: dated ? String(start) : null,
    period_end: dated ? String(Math.min(2025, start + Math.floor(random.next() ** 3 * 6))) : null,
    period_measure: random.pickZipf(['stock', 'flow', 'cumulative']),
    definition: random.chance(0.7) ? sentence(random, 8, 18) : null,
    does_not_measure: Array.from({ length: random.whole(1, 2) }, () => sentence(random, 6, 12)),
    standing,
    standing_reason: standing === 'stands' ? null : sentence(random, 6, 12),
    created_at: WRITTEN_AT,
    updated_at: WRITTEN_AT,
    ...VERIFICATION,
  };
}

function methodNote(random: Random, id: number, from: Words): Row {
  return {
    claim_id: id,
    kind: random.pickZipf(from.methods),
    description: sentence(random, 10, 20),
    frame: random.chance(0.5) ? sentence(random, 5, 10) : null,
    limits: Array.from({ length: random.whole(0, 2) }, () => sentence(random, 6, 12)),
  };
}

function grade(random: Random, id: number): Row {
  return {
    claim_id: id,
    method: random.pickZipf(['low', 'moderate', 'very-low', 'high']),
    method_reasons: [sentence(random, 6, 12), sentence(random, 6, 12)],
    reliability: random.pickZipf(['low', 'moderate', 'very-low', 'high', 'not-graded']),
    reliability_reasons: [sentence(random, 6, 12)],
    provisional: true,
  };
}

function relation(random: Random, id: number): Row {
  const kind = random.pickZipf(['continues', 'supersedes', 'contradicts', 'part-of', 'misquotation-of', 'homonym-of']);
  return { from_id: id, to_id: random.whole(Math.max(1, id - 5000), id - 1), kind, note: null };
}

function addCitations(
  random: Random,
  claim: number,
  sources: number,
  printed: string | null,
  rows: Record<string, Row[]>,
): void {
  const traced = random.chance(0.85);
  for (let position = 0; position < CITATIONS_EACH; position += 1) {
    const id = claim * CITATIONS_EACH + position;
    const drawn = traced && position > 0;
    rows.citations?.push({
      id,
      key: `citation-${id}`,
      claim_id: claim,
      source_id: random.whole(1, sources),
      position,
      locator: `p. ${random.whole(1, 200)}`,
      figure_as_printed: printed,
      role: position === 0 ? 'states' : 'reports',
      origin_state: drawn ? 'drawn' : traced ? 'origin' : 'untraced',
      drawn_from_id: drawn ? id - 1 : null,
      search_log: traced ? null : sentence(random, 8, 14),
      note: random.chance(0.3) ? sentence(random, 8, 14) : null,
      ...VERIFICATION,
    });
    if (drawn && random.chance(0.25)) {
      const kind = random.pickZipf(['rounded', 'period-dropped', 'caveat-dropped', 'scope-widened', 'inflated']);
      rows.distortions?.push({ citation_id: id, kind, note: sentence(random, 6, 12) });
    }
  }
}
