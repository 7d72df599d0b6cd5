import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Instrument } from '@/domain/appraisal/instrument';
import { findInstrument, INSTRUMENTS, instrumentsFor } from '@/domain/appraisal/instruments';
import { MethodKind } from '@/domain/method';
import { olderTermsIn } from '@/domain/own-words';

const FOLDER = 'src/domain/appraisal/instruments';

test('every file of an instrument is read, and bears its id and version', () => {
  const known = INSTRUMENTS.map(({ id, version }) => `${id}-${version}.json`).sort();
  expect(readdirSync(FOLDER).sort()).toEqual(known);
});

describe.each(INSTRUMENTS.map((list) => [list.id, list] as const))('%s', (_id, list) => {
  test('says in our own words what it asks, and uses the preferred terms', () => {
    const texts = list.items.flatMap(({ question, help, departure, signals }) => [
      question,
      help,
      departure ?? '',
      ...signals.map(({ because }) => because),
    ]);
    expect(texts.flatMap(olderTermsIn)).toEqual([]);
  });

  test('names what it is after, its reference and its licence', () => {
    expect(list.based).toMatch(/^(After|Based on|Our own)/);
    if (!list.based.startsWith('Our own')) expect(list.reference.url ?? list.reference.doi).not.toBeNull();
    expect(list.licence.length).toBeGreaterThan(20);
  });
});

test('the published instruments have as many questions as they were published with', () => {
  const items = (id: string) => findInstrument(id)?.items ?? [];
  expect([items('jbi-prevalence').length, items('hoy').length, items('gather').length]).toEqual([9, 10, 18]);
  const heads = [...new Set(items('aacods').map(({ head }) => head))];
  expect(heads).toEqual(['Authority', 'Accuracy', 'Coverage', 'Objectivity', 'Date', 'Significance']);
});

test('a question that asks for something else than the published instrument says so, and its licence note that it is adapted', () => {
  const departures = (id: string) =>
    Object.fromEntries((findInstrument(id)?.items ?? []).map(({ number, departure }) => [number, departure]));
  expect(departures('hoy')['1']).toContain('The tool asks about the national population');
  for (const list of INSTRUMENTS.filter(({ based }) => !based.startsWith('Our own'))) {
    expect([list.id, list.items.some(({ departure }) => departure !== null)]).toEqual([list.id, true]);
    expect(list.licence).toMatch(/adapted/);
    // “Not applicable” is an answer of JBI alone.
    if (list.id !== 'hoy') continue;
    for (const { answers, departure } of list.items) {
      if (answers.includes('not-applicable')) expect(departure).toMatch(/“not applicable” is ours/i);
    }
  }
  for (const list of INSTRUMENTS.filter(({ based }) => based.startsWith('Our own'))) {
    expect(list.items.flatMap(({ departure }) => departure ?? [])).toEqual([]);
  }
});

test('there is exactly one usual instrument for every kind of method, and one for sources', () => {
  const usual = (kinds: readonly { alternative: boolean }[]) => kinds.filter(({ alternative }) => !alternative).length;
  for (const kind of MethodKind.options) expect([kind, usual(instrumentsFor('claim', kind))]).toEqual([kind, 1]);
  expect(usual(instrumentsFor('source', null))).toBe(1);
  expect(instrumentsFor('claim', 'probability-survey').map(({ id }) => id)).toEqual(['jbi-prevalence', 'hoy']);
});

describe('a file is refused', () => {
  const whole = JSON.parse(readFileSync(`${FOLDER}/counts-1.json`, 'utf8'));
  const [first, ...rest] = whole.items;
  const refused: [why: string, changes: object, said: RegExp][] = [
    ['in which a number stands twice', { items: [first, first, ...rest] }, /stands twice/],
    [
      'that caps at a level which the axis does not have',
      { items: [{ ...first, signals: [{ when: 'no', cap: 'B', because: 'x' }] }, ...rest] },
      /no level of method-certainty/,
    ],
    [
      'that waits for an answer nobody can give',
      { items: [{ ...first, signals: [{ when: 'not-applicable', cap: 'low', because: 'x' }] }, ...rest] },
      /no answer is/,
    ],
    [
      'whose combination asks for a question that is not there',
      {
        combinations: [
          {
            when: [
              { item: '1', answer: 'no' },
              { item: '99', answer: 'no' },
            ],
            level: 'low',
            because: 'x',
          },
        ],
      },
      /asks for no to item 99/,
    ],
    ['with a field that nobody knows', { score: 7 }, /score/],
  ];
  test.each(refused)('%s', (_why, changes, said) => {
    const parsed = Instrument.safeParse({ ...whole, ...changes });
    expect(parsed.success).toBe(false);
    expect(JSON.stringify(parsed.error?.issues)).toMatch(said);
  });
});
