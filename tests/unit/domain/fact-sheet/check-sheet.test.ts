import { describe, expect, test } from 'vitest';
import { checkSheet } from '@/domain/fact-sheet/check-sheet';
import { obstaclesTo, RELEASE_MAX } from '@/domain/fact-sheet/obstacles';
import { blocking } from '@/domain/fact-sheet/passing-over';
import { type Block, EMPTY_SHEET, type Override, type Sheet } from '@/domain/fact-sheet/sheet';
import type { CheckedClaim } from '@/domain/checks/subject';
import { checkedClaim, TODAY } from '../../../support/checked-claim';

const stock = checkedClaim();
const superseded = checkedClaim({
  id: 'C2',
  status: 'superseded',
  relations: [{ kind: 'supersedes', direction: 'incoming', claim: { id: 'C1', statement: stock.statement } }],
});
const claims = new Map<string, CheckedClaim>([stock, superseded].map((claim) => [claim.id, claim]));

const sheet = (blocks: Block[], overrides: Override[] = []): Sheet => ({
  ...EMPTY_SHEET,
  title: 'A title',
  blocks,
  overrides,
});
const prose = (text: string): Block => ({ id: 'b1', kind: 'prose', text });
const place = (claim: string): Block => ({ id: 'b1', kind: 'claim', claim, form: 'sentence', chart: null });
const rulesOf = (text: string) => checkSheet(sheet([prose(text)]), claims, TODAY).map(({ rule }) => rule);

describe('typed numbers', () => {
  test.each([
    'More than 2 million children are affected.',
    'Some 40 % of them.',
    'About two million.',
    'One in five is a boy.',
    'A third of the victims.',
    'Millions of children.',
    'In 37 countries.',
    'Every year 1800 are found.',
    '5000',
  ])('“%s” is an error: its figure has no footing', (text) => {
    const found = checkSheet(sheet([prose(text)]), claims, TODAY).filter(({ rule }) => rule === 'PL025');
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.severity).toBe('error');
  });

  test.each([
    'Since 2014 nothing has changed.',
    'On 26 November 2026, and on May 3.',
    'Children under 18, aged 12 to 17, and a 15-year-old.',
    'Article 34 of the Convention, paragraph 2; SDG 16.2; No. 182; see p. 12.',
    'See https://example.org/2023/12345 for more.',
    'All of them, and none of us.',
    '{{C1}} stands here.',
  ])('“%s” holds no figure', (text) => {
    expect(rulesOf(text)).not.toContain('PL025');
  });

  test('the remedy names the token of the claim that has the number', () => {
    const [found] = checkSheet(sheet([prose('There are 1.8 million of them. {{C1}}')]), claims, TODAY).filter(
      ({ rule }) => rule === 'PL025',
    );
    expect(found?.remedy).toContain('{{C1 figure}}');
    expect(found?.quote).toBe('1.8 million');
  });
});

describe('what prose makes of a claim', () => {
  test('a stock becomes no flow by the words around its token', () => {
    expect(rulesOf('Every year, {{C1 figure}} are exploited.')).toContain('PL011');
    expect(rulesOf('In 2021, {{C1 figure}} were exploited.')).not.toContain('PL011');
  });

  test('only the sentence in which a claim stands is held against it', () => {
    expect(rulesOf('We meet every year. {{C1}}')).not.toContain('PL011');
  });

  test('words of the evidence base are no typed words', () => {
    expect(rulesOf('{{C1}} {{C1 short}}')).not.toContain('PL025');
  });

  test('a token in a heading is read as well', () => {
    const found = checkSheet(sheet([{ id: 'b1', kind: 'heading', text: '{{C2 figure}} every year' }]), claims, TODAY);
    expect(found.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['PL007', 'PL011']));
  });

  test('a token in the title, where none is printed, is told to whoever writes', () => {
    const titled = { ...sheet([prose('{{C1}}')]), title: 'Of {{C1 figure}}' };
    const found = checkSheet(titled, claims, TODAY).filter(({ rule }) => rule === 'PL026');
    expect(found.map(({ message }) => message)).toEqual(['A title prints no tokens: C1 would stand there in braces.']);
  });
});

describe('passing over', () => {
  const found = checkSheet(sheet([place('C2')]), claims, TODAY);
  const error = found.find(({ rule }) => rule === 'PL007');
  const override = {
    rule: 'PL007',
    claim: 'C2',
    block: 'b1',
    quote: error?.quote ?? null,
    reason: 'It is told as history.',
  };

  test('a superseded claim blocks a release, and with a reason no longer', () => {
    expect(blocking(found).map(({ rule }) => rule)).toEqual(['PL007']);
    const passed = checkSheet(sheet([place('C2')], [override]), claims, TODAY);
    expect(blocking(passed)).toEqual([]);
    expect(passed.find(({ rule }) => rule === 'PL007')?.suppressed).toBe('It is told as history.');
  });

  test('a reason holds for this finding in this block, and for no other', () => {
    expect(blocking(checkSheet(sheet([{ ...place('C2'), id: 'b9' }], [override]), claims, TODAY))).toHaveLength(1);
    const typed = { ...override, rule: 'PL025', claim: null, quote: '5000' };
    const words = sheet([prose('There are 5000, and 6000 more.')], [typed]);
    expect(blocking(checkSheet(words, claims, TODAY)).map(({ quote }) => quote)).toEqual(['6000']);
  });

  test('a hole in a sentence is never passed over', () => {
    const broken = checkSheet(sheet([prose('{{C99}}')]), claims, TODAY).find(({ rule }) => rule === 'PL026');
    const passed = {
      rule: 'PL026',
      claim: null,
      block: 'b1',
      quote: broken?.quote ?? null,
      reason: 'never mind this one',
    };
    expect(blocking(checkSheet(sheet([prose('{{C99}}')], [passed]), claims, TODAY))).toHaveLength(1);
  });
});

describe('what keeps a sheet from being released', () => {
  test('an empty sheet has neither title nor claim', () => {
    expect(obstaclesTo(EMPTY_SHEET)).toHaveLength(2);
    expect(obstaclesTo(sheet([place('C1')]))).toEqual([]);
  });

  test('500 claims and 200 kB of prose are too much, and it says by how much', () => {
    const many = Array.from({ length: 500 }, (_, index): Block => ({ ...place(`C${index + 1}`), id: `b${index + 1}` }));
    expect(obstaclesTo(sheet(many))[0]).toContain(`500 claims, and a release has ${RELEASE_MAX.claims}`);
    expect(obstaclesTo(sheet([place('C1'), { ...prose('a'.repeat(200_000)), id: 'b2' }]))[0]).toContain(
      '200,000 characters',
    );
  });
});

describe('what others stumbled on', () => {
  const blocks = (...texts: string[]) =>
    texts.map((text, index): Block => ({ id: `b${index + 1}`, kind: 'prose', text }));
  const other = checkedClaim({ id: 'C3', period: { start: '2016', end: '2016', measure: 'flow', label: null } });
  const both = new Map(claims).set('C3', other);

  test.each(['Half a million children.', 'A hundred per cent rise.', 'Dozens of children.'])(
    '“%s” is typed',
    (text) => {
      expect(rulesOf(text)).toContain('PL025');
    },
  );

  test('a number to call for help is no figure', () => {
    expect(rulesOf('If a child is in danger, call 116 111, or the police helpline on 0800 1111.')).not.toContain(
      'PL025',
    );
  });

  test.each([
    '{{C1 figure}} cada año.',
    'Chaque année {{C1 figure}}.',
    '{{C1 figure}} jedes Jahr.',
    '{{C1 figure}} كل سنة.',
  ])('“%s” makes a stock a flow in another language of the labels', (text) => expect(rulesOf(text)).toContain('PL011'));

  test('a rise or fall between figures that are not comparable is an error, and beside each other a warning', () => {
    const severities = (text: string) =>
      checkSheet(sheet(blocks(text)), both, TODAY).flatMap(({ rule, severity }) =>
        rule === 'PL019' ? [severity] : [],
      );
    expect(severities('The number fell from {{C1 figure}} to {{C3 figure}}.')).toEqual(['error']);
    expect(severities('There are {{C1 figure}}. There are {{C3 figure}}.')).toEqual(['warning']);
    expect(severities('There are {{C1 figure}}.')).toEqual([]);
  });

  test('claims below each other that count the same thing otherwise are told of', () => {
    const neighbours = sheet([place('C1'), { ...place('C3'), id: 'b2' }]);
    const found = checkSheet(neighbours, both, TODAY).filter(({ rule }) => rule === 'PL019');
    expect(found).toMatchObject([{ block: 'b2', severity: 'warning' }]);
  });

  test('what is not fit to be quoted is told of, though its caveat is printed', () => {
    const weak = new Map([['C1', checkedClaim({ reliability: 'very-low' })]]);
    expect(checkSheet(sheet([place('C1')]), weak, TODAY)).toMatchObject([{ rule: 'PL006', severity: 'warning' }]);
  });
});

test('a claim that was merged is named with what it became', () => {
  const merged = new Map([['C900', 'C1']]);
  for (const block of [prose('Of them, {{C900 figure}}.'), place('C900')]) {
    const found = checkSheet(sheet([block]), claims, TODAY, merged).find(({ rule }) => rule === 'PL026');
    expect(found?.message).toBe('C900 was merged into C1.');
    expect(found?.remedy).toBe('Put C1 in its place.');
  }
});

test('a sheet that names claims in more places than anybody reads is not checked word by word, and not released', () => {
  const text = '{{C1 figure}} every year. '.repeat(RELEASE_MAX.uses + 1);
  const much = sheet([prose(text)]);
  expect(checkSheet(much, claims, TODAY).map(({ rule }) => rule)).not.toContain('PL011');
  expect(obstaclesTo(much).join(' ')).toContain('more than 1,000 places');
});
