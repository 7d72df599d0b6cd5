import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '@/domain/figure';
import { disagreement } from '@/domain/lineage/agreement';
import {
  attributionDifference,
  type ClaimFacts,
  compared,
  nameFinder,
  type Statement,
} from '@/domain/lineage/difference';

const figure: Figure = {
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
};

const facts: ClaimFacts = {
  id: 'C1',
  figure,
  population: { group: 'children', description: 'Children under 18', ageMin: null, ageMax: 17 },
  place: { code: '001', name: 'World', ancestors: ['001'] },
  period: { start: '2000', end: '2000', measure: 'stock' },
};

/** What is found between an origin with these facts and a work that prints this. */
function found(printed: string | null, changes: Partial<ClaimFacts> = {}, to: Partial<ClaimFacts> = changes): string[] {
  const from: Statement = { claim: { ...facts, ...changes }, printed: null, isOrigin: true };
  const after: Statement = { claim: { ...facts, ...to }, printed, isOrigin: false };
  return compared(from, after).differences.map(({ kind, label }) => `${kind}: ${label}`);
}

const share = (value: number, more: Partial<Figure> = {}): Partial<ClaimFacts> => ({
  figure: { ...figure, kind: 'percentage', value, unit: 'per cent', bound: 'exact', of: 'detected victims', ...more },
});

describe('the difference of a number', () => {
  it.each([
    ['1.8 million children', []],
    ['nearly two million children', ['rounded: 1.8 million → 2 million']],
    ['2 million children', ['rounded: 1.8 million → 2 million']],
    ['2.0 million children', ['inflated: 1.8 million → 2 million']],
    ['3 million children', ['inflated: 1.8 million → 3 million']],
    ['1.2 million children', ['deflated: 1.8 million → 1.2 million']],
    ['millions of children', ['inflated: 1.8 million → millions']],
    ['1.800.000', []],
    ['as many as 1.8 million', ['transcription: about → at most']],
    ['children in every region', []],
  ])('1.8 million printed as "%s" is %j', (printed, expected) => {
    expect(found(printed)).toEqual(expected);
  });

  it('reads fractions in words, and holds nobody to their digits', () => {
    expect(found('two thirds of them', share(67))).toEqual([]);
    expect(found('one in five of them', share(20))).toEqual([]);
    expect(found('almost a third', share(27))).toEqual(['inflated: 27 % → almost a third']);
  });

  it('shows the end of a range that is left, and the bound that is dropped', () => {
    expect(found('about 10 per cent', share(8, { value: null, low: 8, high: 10, interval: 'range' }))).toEqual([
      'caveat-dropped: 8–10 % → 10 %',
    ]);
    expect(found('8 to 10 per cent', share(8, { value: null, low: 8, high: 10, interval: 'range' }))).toEqual([]);
    expect(found('1.8 million people', { figure: { ...figure, bound: 'at-least' } })).toEqual([
      'caveat-dropped: at least → a plain number',
    ]);
  });

  it('is none where the same number is printed, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }).filter((n) => n < 1900 || n > 2100),
        (value) => {
          expect(found(value.toLocaleString('en-GB'), { figure: { ...figure, value } })).toEqual([]);
        },
      ),
    );
  });

  it('is rounding where the number rounds to what is printed, and never otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 1e9 }), fc.integer({ min: 1, max: 3 }), (value, digits) => {
        const rounded = Number(value.toPrecision(digits));
        const kinds = found(`${rounded.toLocaleString('en-GB')} children`, { figure: { ...figure, value } });
        if (rounded === value || (rounded >= 1900 && rounded <= 2100)) return;
        expect(kinds.map((text) => text.split(':')[0])).toEqual(['rounded']);
      }),
    );
  });
});

describe('the difference of what is said', () => {
  it('names points that became per cent, and a share that became a count', () => {
    const points: Partial<ClaimFacts> = {
      figure: { ...figure, kind: 'percentage-points', value: 7, unit: 'percentage points', of: 'detected victims' },
    };
    const change: Partial<ClaimFacts> = {
      id: 'C6',
      figure: { ...figure, kind: 'percent-change', value: 7, unit: 'per cent' },
    };
    expect(found('up 7 per cent', points, change)).toContain('unit-changed: percentage points → per cent');
    expect(found('7% increase in the number of children trafficked', points, change)).toContain(
      'unit-changed: percentage points → per cent, share → count',
    );
    expect(found('7 percentage points higher', points, points)).toEqual([]);
  });

  it('names a stock that became a flow', () => {
    expect(found('1.8 million children every year')).toEqual(['stock-to-flow: stock → flow']);
    expect(found('1.8 million children a year', { period: { start: '2000', end: '2000', measure: 'flow' } })).toEqual(
      [],
    );
  });

  it('names reports that became children', () => {
    const content = { ...facts.population, group: 'content' as const };
    const reports = { population: content, figure: { ...figure, unit: 'reports' } };
    expect(found('1.8 million children', reports)).toEqual(['unit-changed: reports, pages or images → people']);
    expect(found('1.8 million reports', reports)).toEqual([]);
    expect(
      found('80 per cent of the victims', { population: content, ...share(80, { of: 'victims in material' }) }),
    ).toEqual([]);
  });

  it('names detected victims that became all, and any exploitation that became sexual', () => {
    expect(found('27 per cent of all victims', share(27))).toEqual(['scope-widened: detected → all']);
    const any = { ...facts.population, description: 'Children trafficked into any exploitation' };
    expect(found('1.8 million trafficked for sexual exploitation', { population: any })).toEqual([
      'scope-narrowed: any exploitation → sexual exploitation',
    ]);
  });

  it('names a share that was attached to another whole', () => {
    expect(found('27 per cent', share(27), { ...share(27, { of: 'all children' }), id: 'C2' })).toEqual([
      'denominator-swapped: of detected victims → of all children',
    ]);
  });

  it('names what two claims say of other people, places and times', () => {
    const to: Partial<ClaimFacts> = {
      id: 'C2',
      population: { ...facts.population, group: 'girls' },
      place: { code: 'KH', name: 'Cambodia', ancestors: ['KH', '035', '142', '001'] },
      period: { start: '2004', end: '2005', measure: 'flow' },
    };
    expect(found(null, {}, to)).toEqual([
      'scope-narrowed: children → girls',
      'scope-narrowed: World → Cambodia',
      'stock-to-flow: stock → flow',
      'period-shifted: 2000 → 2004–2005',
    ]);
    expect(found(null, to, {}).slice(0, 2)).toEqual([
      'scope-widened: girls → children',
      'scope-widened: Cambodia → World',
    ]);
  });

  it('names an organisation that the figure did not come from', () => {
    const namedIn = nameFinder(['ILO', 'UNICEF', 'UN']);
    expect(attributionDifference(namedIn('UNICEF says 1.8 million'), ['ILO']).map(({ label }) => label)).toEqual([
      'ILO → UNICEF',
    ]);
    expect(attributionDifference(namedIn('the ILO says 1.8 million'), ['ILO'])).toEqual([]);
    expect(attributionDifference(namedIn('1.8 million'), ['ILO'])).toEqual([]);
  });

  it('is none between a statement and itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('1.8 million', 'up 7 per cent', 'every year', 'a third', 'reports in 2012', 'all victims'),
        (printed) => {
          const statement: Statement = { claim: facts, printed, isOrigin: false };
          expect(compared(statement, statement).differences.filter(({ aspect }) => aspect !== 'period')).toEqual([]);
        },
      ),
    );
  });

  it('can be asked of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void found(text)));
  });
});

describe('rules and editors', () => {
  const rounded = { kind: 'rounded' as const, aspect: 'number' as const, label: '1.8 → 2' };
  it('agree where the one covers the other', () => {
    expect(disagreement([rounded], [{ kind: 'rounded' }, { kind: 'caveat-dropped' }], true)).toBeNull();
    expect(disagreement([], [], true)).toBeNull();
  });
  it('differ where a rule finds what nobody recorded', () => {
    expect(disagreement([rounded], [], true)?.computedOnly).toEqual([rounded]);
  });
  it('differ where the numbers speak against the record, and only then', () => {
    expect(disagreement([], [{ kind: 'inflated' }], true)?.recordedOnly).toEqual(['inflated']);
    expect(disagreement([], [{ kind: 'inflated' }], false)).toBeNull();
    expect(disagreement([], [{ kind: 'caveat-dropped' }], true)).toBeNull();
  });
});
