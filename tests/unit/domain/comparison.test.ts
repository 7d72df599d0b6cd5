import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimStatus, Measure, PopulationGroup } from '@/domain/claim';
import { seriesBreaks, type SeriesStep } from '@/domain/comparison/breaks';
import { axisOf, chartRule } from '@/domain/comparison/chart-rules';
import { type AspectVerdict, compareClaims } from '@/domain/comparison/compare';
import type { ComparedClaim, ComparedRelation } from '@/domain/comparison/compared-claim';
import { comparisonFinding } from '@/domain/comparison/finding';
import type { Aspect } from '@/domain/comparison/verdict';
import { Bound, FigureKind, IntervalKind } from '@/domain/figure';
import { Reliability } from '@/domain/grade';
import { MethodKind } from '@/domain/method';

/** A claim of which all is established: 1.8 million children at one time, worldwide. */
function claim(id: string, change: Partial<ComparedClaim> = {}): ComparedClaim {
  return {
    id,
    figure: {
      kind: 'count',
      value: 1_800_000,
      low: null,
      high: null,
      interval: null,
      unit: 'children',
      bound: 'approximately',
      direction: null,
      of: null,
    },
    population: { group: 'children', description: 'Children under 18', ageMin: null, ageMax: 17 },
    place: { code: '001', name: 'World', note: null, within: [] },
    period: { start: '2000', end: '2000', measure: 'stock', label: null },
    methodKind: 'modelled-estimate',
    definition: 'Any commercial sexual exploitation of a person under 18.',
    series: 'series',
    status: 'current',
    reliability: 'low',
    grades: { source: 'B', method: 'low', transmission: 'accurate' },
    ...change,
  };
}

const figure = (change: Partial<ComparedClaim['figure']>) => ({ figure: { ...claim('C1').figure, ...change } });
const period = (change: Partial<ComparedClaim['period']>) => ({ period: { ...claim('C1').period, ...change } });
const people = (change: Partial<ComparedClaim['population']>) => ({
  population: { ...claim('C1').population, ...change },
});
const percentage = (of: string | null) => figure({ kind: 'percentage', value: 20, unit: 'per cent', of });

const alone = { relations: [], breaks: [] };

function verdictOf(aspect: Aspect, claims: ComparedClaim[], relations: ComparedRelation[] = []): AspectVerdict {
  const found = compareClaims(claims, { relations, breaks: [] }).aspects.find((entry) => entry.aspect === aspect);
  if (found === undefined) throw new Error(`${aspect} is not judged`);
  return found;
}

describe('what forbids comparing', () => {
  const forbidden: [
    name: string,
    aspect: Aspect,
    a: Partial<ComparedClaim>,
    b: Partial<ComparedClaim>,
    says: RegExp,
  ][] = [
    ['a stock and a flow', 'measure', {}, period({ measure: 'flow' }), /a stock is not a flow/],
    ['a running total', 'measure', {}, period({ measure: 'cumulative' }), /running total/],
    ['a count and a share', 'figure-kind', {}, percentage('victims'), /a share is not a count/],
    [
      'percentage points and per cent',
      'figure-kind',
      percentage('victims'),
      figure({ kind: 'percentage-points', unit: 'percentage points' }),
      /percentage points are not per cent/,
    ],
    ['a share and a number without a whole', 'denominator', percentage('victims'), {}, /another whole, or of none/],
    ['shares of other wholes', 'denominator', percentage('victims'), percentage('children'), /different wholes/],
    [
      'reports and children',
      'unit',
      {},
      { ...figure({ unit: 'reports' }), ...people({ group: 'content' }) },
      /reports are not children/,
    ],
    ['reports and children', 'population', {}, people({ group: 'content' }), /reports and images are not people/],
    ['images and victims', 'unit', figure({ unit: 'victims' }), figure({ unit: 'images' }), /images are not victims/],
    ['people of all ages', 'population', {}, people({ group: 'all-ages', ageMax: null }), /not a number of children/],
    ['another age range', 'ages', {}, people({ ageMin: 5, ageMax: 17 }), /another age range/],
    ['another place', 'place', {}, { place: { code: 'TH', name: 'Thailand', note: null, within: [] } }, /one place/],
    [
      'a part of the place',
      'place',
      {},
      { place: { code: '142', name: 'Asia', note: null, within: ['001'] } },
      /a part is not compared with its whole/,
    ],
    ['another definition', 'definition', {}, { definition: 'Forced exploitation only.' }, /worded differently/],
  ];

  it.each(forbidden)('%s (%s)', (_name, aspect, a, b, says) => {
    const found = verdictOf(aspect, [claim('C1', a), claim('C2', b)]);
    expect(found.verdict).toBe('forbids');
    expect(found.sentence).toMatch(says);
    expect(found.sentence).toMatch(/C1.*C2|C2.*C1/s);
  });

  it('a part of the other, and a misquotation of it', () => {
    const pair = [claim('C1'), claim('C2')];
    for (const kind of ['part-of', 'misquotation-of'] as const) {
      const found = verdictOf('relations', pair, [{ from: 'C2', to: 'C1', kind }]);
      expect([kind, found.verdict]).toEqual([kind, 'forbids']);
      expect(found.sentence).toMatch(/^C2 .* C1/);
    }
  });

  it('what is not established for one of them has to be acknowledged as well', () => {
    const comparison = compareClaims([claim('C1'), claim('C2', { definition: null })], alone);
    const found = comparison.aspects.find(({ aspect }) => aspect === 'definition');
    expect(found).toMatchObject({ verdict: 'unknown', sentence: 'The definition is not established for C2.' });
    expect(comparison.mustAcknowledge).toBe(true);
  });

  it('not two ways to say the same ages: from birth to 17, and under 18', () => {
    expect(verdictOf('ages', [claim('C1'), claim('C2', people({ ageMin: 0, ageMax: 17 }))]).verdict).toBe('same');
  });

  it('not a count that names what it is a part of beside one that does not, nor a claim that is not graded', () => {
    const part = claim('C2', { ...figure({ of: 'all victims' }), reliability: 'not-graded' });
    const pair = [claim('C1'), part];
    expect(verdictOf('denominator', pair)).toMatchObject({
      verdict: 'differs',
      sentence: 'C1 names no whole, C2 counts some of all victims: what they count is not part of the same whole.',
    });
    expect(verdictOf('grade', pair)).toMatchObject({
      verdict: 'differs',
      sentence: 'C1 has low reliability, C2 is not graded.',
    });
    expect(verdictOf('denominator', [part, { ...part, id: 'C3' }]).verdict).toBe('same');
  });

  it('not another year, method or grade: those are only worth knowing', () => {
    const other = claim('C2', { ...period({ start: '2004', end: '2004' }), methodKind: 'census', reliability: 'high' });
    const { aspects, mustAcknowledge } = compareClaims([claim('C1'), other], alone);
    const differing = aspects.filter(({ verdict }) => verdict === 'differs').map(({ aspect }) => aspect);
    expect(differing).toEqual(['period', 'method', 'grade']);
    expect(mustAcknowledge).toBe(false);
  });
});

describe('a series break', () => {
  const step = (from: string, to: string, change: Partial<SeriesStep> = {}): SeriesStep => ({
    from,
    to,
    kind: 'continues',
    fromMethod: 'modelled-estimate',
    toMethod: 'modelled-estimate',
    recorded: false,
    note: null,
    ...change,
  });
  const early = claim('C1');
  const late = claim('C3', period({ start: '2010', end: '2010' }));

  it('is where a claim supersedes the one before, and forbids reading a trend', () => {
    const breaks = seriesBreaks([early, late], [step('C3', 'C1', { kind: 'supersedes' })]);
    expect(breaks).toEqual([{ from: 'C1', to: 'C3', note: expect.stringMatching(/no trend/) }]);
    const { aspects } = compareClaims([early, late], { relations: [], breaks });
    expect(aspects.find(({ aspect }) => aspect === 'series')).toMatchObject({ verdict: 'forbids' });
  });

  it('is where the method changed within a series, whether or not a step is recorded', () => {
    const counted = claim('C3', { ...period({ start: '2010', end: '2010' }), methodKind: 'census' });
    expect(seriesBreaks([early, counted], [])).toMatchObject([{ from: 'C1', to: 'C3' }]);
    const recorded = step('C3', 'C1', { fromMethod: 'census' });
    expect(seriesBreaks([early, counted], [recorded])).toMatchObject([{ from: 'C1', to: 'C3' }]);
    // A share and a count of one series were never one line that could break.
    expect(seriesBreaks([early, { ...counted, ...percentage('victims') }], [])).toEqual([]);
  });

  it('is where an editor records one, and said in the editor’s words', () => {
    const recorded = step('C3', 'C1', { recorded: true, note: 'Break in the series: searching began.' });
    expect(seriesBreaks([early, late], [recorded])).toEqual([{ from: 'C1', to: 'C3', note: recorded.note }]);
  });

  it('is found between two claims when it lies at one that is not compared', () => {
    const steps = [step('C3', 'C2', { kind: 'supersedes' }), step('C2', 'C1')];
    expect(seriesBreaks([early, late], steps)).toMatchObject([{ from: 'C1', to: 'C3' }]);
    expect(seriesBreaks([early, late], [step('C3', 'C2'), step('C2', 'C1')])).toEqual([]);
  });

  it('is none where a claim continues another by the same method', () => {
    expect(seriesBreaks([early, late], [step('C3', 'C1')])).toEqual([]);
  });

  it('is looked for and found an end of in any graph, loops included', () => {
    const id = fc.integer({ min: 1, max: 6 }).map((n) => `C${n}`);
    const steps = fc.array(
      fc
        .tuple(id, id, fc.constantFrom('supersedes' as const, 'continues' as const), methodKind, methodKind)
        .map(([from, to, kind, fromMethod, toMethod]) => step(from, to, { kind, fromMethod, toMethod })),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(steps, (list) => {
        const claims = [claim('C1'), claim('C2'), claim('C3')];
        for (const { from, to } of seriesBreaks(claims, list)) {
          expect(from).not.toBe(to);
          expect(['C1', 'C2', 'C3']).toEqual(expect.arrayContaining([from, to]));
        }
        expect(seriesBreaks([...claims].reverse(), [...list].reverse())).toEqual(seriesBreaks(claims, list));
      }),
    );
  });
});

describe('one axis', () => {
  it('never measures children and per cent, reports or images together', () => {
    for (const other of [percentage('victims'), figure({ unit: 'reports' }), figure({ unit: 'images and videos' })]) {
      expect(chartRule([claim('C1'), claim('C2', other)])).toMatchObject({ drawable: false });
    }
  });

  it('measures people however they are named, and says why there is none for a direction', () => {
    expect(axisOf(claim('C1').figure)).toBe(axisOf({ ...claim('C1').figure, unit: 'girls and women alive' }));
    const direction = figure({ kind: 'direction', value: null, direction: 'increases' });
    expect(chartRule([claim('C1'), claim('C2', direction)])).toMatchObject({
      drawable: false,
      reason: expect.stringContaining('C2'),
    });
  });

  it('is logarithmic only from fifty times on, and never where there is a zero', () => {
    const with_ = (value: number) => chartRule([claim('C1', figure({ value: 100 })), claim('C2', figure({ value }))]);
    expect(with_(5000)).toEqual({ drawable: true, scale: 'linear' });
    expect(with_(5001)).toEqual({ drawable: true, scale: 'log' });
    expect(chartRule([claim('C1', figure({ value: 0 })), claim('C2')])).toEqual({ drawable: true, scale: 'linear' });
  });

  it('has a title that ranks nothing where something forbids it', () => {
    const claims = [claim('C1'), claim('C2', figure({ value: 900_000 }))];
    expect(comparisonFinding(claims, 0)).toBe(
      'C1 gives the most, ≈ 1.8 million children; C2 the least, ≈ 900,000 children',
    );
    expect(comparisonFinding(claims, 2)).toMatch(/not comparable/);
    expect(comparisonFinding(claims, 2)).not.toMatch(/most|least/);
  });
});

const methodKind = fc.constantFrom(...MethodKind.options);
const nullable = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const year = nullable(fc.integer({ min: 1990, max: 2025 }).map(String));

const anyClaim = fc
  .record({
    kind: fc.constantFrom(...FigureKind.options),
    value: fc.integer({ min: 0, max: 100 }),
    unit: fc.constantFrom('children', 'reports', 'per cent', 'people'),
    bound: fc.constantFrom(...Bound.options),
    interval: nullable(fc.constantFrom(...IntervalKind.options)),
    of: nullable(fc.constantFrom('victims', 'children')),
    group: fc.constantFrom(...PopulationGroup.options),
    ageMax: nullable(fc.constantFrom(14, 17)),
    place: fc.constantFrom('001', '142', 'TH'),
    start: year,
    end: year,
    measure: nullable(fc.constantFrom(...Measure.options)),
    methodKind,
    definition: nullable(fc.constantFrom('one', 'other')),
    series: nullable(fc.constantFrom('a', 'b')),
    status: fc.constantFrom(...ClaimStatus.options),
    reliability: fc.constantFrom(...Reliability.options),
  })
  .map((parts) => (id: string) => {
    const numberless = parts.kind === 'direction';
    const { value, interval } = parts;
    const ends = interval === null || numberless ? {} : { low: value, high: value + 10 };
    return claim(id, {
      ...figure({
        ...parts,
        ...ends,
        value: numberless ? null : value,
        direction: numberless ? 'increases' : null,
      }),
      ...people({ group: parts.group, ageMax: parts.ageMax }),
      ...period({ start: parts.start, end: parts.end, measure: parts.measure }),
      place: { code: parts.place, name: parts.place, note: null, within: parts.place === '001' ? [] : ['001'] },
      methodKind: parts.methodKind,
      definition: parts.definition,
      series: parts.series,
      status: parts.status,
      reliability: parts.reliability,
    });
  });

const anyClaims = fc
  .array(anyClaim, { minLength: 2, maxLength: 6 })
  .map((made) => made.map((make, index) => make(`C${index + 1}`)));

const judged = (claims: readonly ComparedClaim[], relations: readonly ComparedRelation[] = []) => {
  const { aspects, mustAcknowledge, chart } = compareClaims(claims, { relations, breaks: seriesBreaks(claims, []) });
  return {
    verdicts: aspects.map(({ aspect, verdict, sentence }) => ({ aspect, verdict, sentence })),
    mustAcknowledge,
    chart,
  };
};

describe('any claims', () => {
  it('are judged the same in whatever order they come', () => {
    fc.assert(
      fc.property(
        anyClaims.chain((claims) =>
          fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
        ),
        ([claims, shuffled]) => {
          expect(judged(shuffled)).toEqual(judged(claims));
        },
      ),
    );
  });

  it('are nothing that a copy of themselves could not be compared with', () => {
    fc.assert(
      fc.property(anyClaim, (make) => {
        const { verdicts } = judged([make('C1'), make('C2')]);
        expect(verdicts.filter(({ verdict }) => verdict === 'forbids' || verdict === 'differs')).toEqual([]);
      }),
    );
  });

  it('have a sentence for everything that is not the same, and a value or "not established" in each column', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const { aspects } = compareClaims(claims, alone);
        for (const { verdict, sentence, values } of aspects) {
          expect(sentence === null).toBe(verdict === 'same');
          expect(values.map(({ claim: id }) => id)).toEqual(claims.map(({ id }) => id));
        }
      }),
    );
  });

  it('forbid no less when one more is set beside them', () => {
    const weight = { same: 0, differs: 0, unknown: 1, forbids: 2 };
    fc.assert(
      fc.property(anyClaims, anyClaim, (claims, make) => {
        const [few, more] = [judged(claims).verdicts, judged([...claims, make('C9')]).verdicts];
        for (const [index, { aspect, verdict }] of few.entries()) {
          // A claim between two others in time can take their breaks upon itself.
          if (aspect === 'series') continue;
          expect(weight[more[index]?.verdict ?? 'same']).toBeGreaterThanOrEqual(weight[verdict]);
        }
      }),
    );
  });
});
