import { CitationRole, OriginState } from '../citation';
import { GeographyCode, Measure, PopulationGroup, TopicCode } from '../claim';
import { Bound, Direction, FigureKind, IntervalKind } from '../figure';
import { MethodKind } from '../method';
import { possibleFaults } from '../possible';
import { type Cells, short, wordIn } from './cells';
import { ClaimContent, type ImportRow, labelOf } from './row';
import { checked, columnOf, noteOlderTerms, verificationOf } from './source-row';

/** Columns of a file of claims; those with true must be there. */
export const CLAIM_COLUMNS = {
  statement: true,
  kind: true,
  value: false,
  low: false,
  high: false,
  interval: false,
  unit: true,
  bound: true,
  direction: false,
  of: false,
  as_printed: false,
  population_group: true,
  population: true,
  age_min: false,
  age_max: false,
  geography: true,
  geography_note: false,
  period_start: false,
  period_end: false,
  measure: false,
  period_label: false,
  topics: true,
  definition: false,
  does_not_measure: true,
  series: false,
  method_kind: true,
  method_description: false,
  method_frame: false,
  method_sample: false,
  method_limits: false,
  source: true,
  locator: false,
  cited_as_printed: false,
  role: true,
  origin: true,
  drawn_from: false,
  search_log: false,
  citation_note: false,
  verification_level: false,
  verification_confidence: false,
  verification_how: false,
} as const;

/** One row of a CSV of claims: a claim with its first citation, or what is wrong with it. */
export function claimRow(cells: Cells, line: number, origin: string): ImportRow {
  const statement = cells.name('statement', 'what is claimed, in one sentence');
  const place = placeOf(cells);
  const candidate = {
    statement,
    figure: figureOf(cells),
    population: populationOf(cells),
    geography: GeographyCode.safeParse(place).success ? place : ANY_PLACE,
    geographyNote: cells.text('geography_note'),
    period: periodOf(cells),
    topics: topicsOf(cells),
    definition: cells.text('definition'),
    doesNotMeasure: cells.list('does_not_measure'),
    series: cells.text('series'),
    standing: 'stands' as const,
    standingReason: null,
    methodNote: methodNoteOf(cells),
    citations: [citationOf(cells, origin)],
    relations: [],
    appraisal: null,
    verification: verificationOf(cells, origin),
  };
  if (candidate.doesNotMeasure.length === 0) {
    cells.fault('does_not_measure', 'is empty; it should say what readers wrongly take the figure for, with | between');
  }
  const { definition, geographyNote, period, population, figure, methodNote } = candidate;
  noteOlderTerms(cells, [
    ...[statement, definition, geographyNote, period.label, population.description, figure.unit, figure.of],
    ...[methodNote.description, methodNote.frame, methodNote.sample, ...methodNote.limits],
    ...candidate.doesNotMeasure,
  ]);
  const citedSource = cells.required('source', 'the id (S12), the DOI or the key of a source');
  for (const { path, message } of possibleFaults(candidate)) cells.fault(columnOf(path.split('.')), message);
  const record = checked(ClaimContent, candidate, cells);
  return {
    kind: 'claim',
    line,
    label: labelOf(statement),
    reference: null,
    citedSource: citedSource || null,
    record: record === null ? null : { ...record, geography: place },
    faults: cells.faults,
    notes: cells.notes,
  };
}

function methodNoteOf(cells: Cells) {
  return {
    kind: cells.requiredWord('method_kind', MethodKind),
    description: cells.text('method_description'),
    frame: cells.text('method_frame'),
    sample: cells.text('method_sample'),
    limits: cells.list('method_limits'),
  };
}

function figureOf(cells: Cells) {
  return {
    kind: cells.requiredWord('kind', FigureKind),
    value: cells.number('value'),
    low: cells.number('low'),
    high: cells.number('high'),
    interval: cells.word('interval', IntervalKind),
    unit: cells.required('unit', 'what one of it is: children, reports, per cent'),
    bound: cells.requiredWord('bound', Bound),
    direction: cells.word('direction', Direction),
    asPrinted: cells.text('as_printed'),
    of: cells.text('of'),
  };
}

function populationOf(cells: Cells) {
  return {
    group: cells.requiredWord('population_group', PopulationGroup),
    description: cells.required('population', 'who or what is counted, in words'),
    ageMin: cells.whole('age_min', 0),
    ageMax: cells.whole('age_max', 0),
  };
}

/** Stands in for a place that is given by its name: which code that is, is looked up when the row is staged. */
const ANY_PLACE = '001';

/** A code, or the name of a place as forms take it. A spreadsheet takes 001 for a number and drops its noughts. */
function placeOf(cells: Cells): string {
  const given = cells.required(
    'geography',
    'the name of a country or region, or its code: two letters of ISO 3166 or three digits of UN M49, 001 for the world',
  );
  const code = /\(([a-z]{2}|\d{3})\)$/i.exec(given)?.[1] ?? given;
  if (/^\d{1,2}$/.test(code)) cells.notes.push(`geography ${code} was read as ${code.padStart(3, '0')}`);
  if (/^\d{1,3}$/.test(code)) return code.padStart(3, '0');
  return /^[a-z]{2}$/i.test(code) ? code.toUpperCase() : code;
}

function periodOf(cells: Cells) {
  return {
    start: cells.text('period_start'),
    end: cells.text('period_end'),
    measure: cells.word('measure', Measure),
    label: cells.text('period_label'),
  };
}

function topicsOf(cells: Cells): TopicCode[] {
  const words = cells.list('topics');
  const should = `should be one or more of: ${TopicCode.options.join(', ')}, with | between`;
  if (words.length === 0) cells.fault('topics', `is empty; it ${should}`);
  const topics = words.flatMap((word) => {
    const topic = wordIn(TopicCode, word);
    if (topic === null) cells.fault('topics', `"${short(word)}" is none; it ${should}`);
    return topic ?? [];
  });
  return [...new Set(topics)];
}

/** Its key and its source's stand in here: both are known only when the numbers have been drawn. */
function citationOf(cells: Cells, origin: string) {
  const originState = cells.requiredWord('origin', OriginState);
  const [drawnFrom, searchLog] = [cells.text('drawn_from'), cells.text('search_log')];
  if (originState === 'untraced' && searchLog === null) {
    cells.fault('search_log', 'is empty; for an untraced citation it should say what was looked for, and where');
  }
  if (originState === 'drawn' && drawnFrom === null) {
    cells.fault('drawn_from', 'is empty; it should be the key of the citation that this one drew from');
  }
  if (originState !== 'drawn' && drawnFrom !== null) cells.fault('drawn_from', 'is only for a citation that is drawn');
  return {
    key: 'first',
    source: 'first',
    locator: cells.text('locator'),
    figureAsPrinted: cells.text('cited_as_printed') ?? (originState === 'origin' ? cells.text('as_printed') : null),
    role: cells.requiredWord('role', CitationRole),
    originState,
    drawnFrom,
    searchLog,
    distortions: [],
    note: cells.text('citation_note'),
    verification: verificationOf(cells, origin),
  };
}
