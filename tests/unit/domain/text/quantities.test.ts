import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bound } from '@/domain/figure';
import { findQuantities } from '@/domain/text/quantities/find-quantities';
import { plainCharacters } from '@/domain/text/quantities/plain-characters';
import type { NoFigure, Quantity, QuantityKind } from '@/domain/text/quantities/quantity';

/** Those that count something. */
const figures = (text: string) => findQuantities(text).filter(({ noFigure }) => noFigure === null);

/** The only figure of a text. */
function figure(text: string): Quantity {
  const [one, ...others] = figures(text);
  expect(others.map((other) => other.text)).toEqual([]);
  if (one === undefined) throw new Error(`nothing is found in “${text}”`);
  return one;
}

describe('a count', () => {
  it.each<[text: string, span: string, value: number]>([
    ['1.8 million children', '1.8 million', 1_800_000],
    ['some 1.8-million children', '1.8-million', 1_800_000],
    ['1.8m children', '1.8m', 1_800_000],
    ['1·8 million children', '1·8 million', 1_800_000],
    ['18 lakh children', '18 lakh', 1_800_000],
    ['1.2 crore children', '1.2 crore', 12_000_000],
    ['2.3bn views', '2.3bn', 2_300_000_000],
    ['600 cases', '600', 600],
    ['20141 people', '20141', 20_141],
    ['2000 children were there', '2000', 2000],
    ['(1.8 million)', '1.8 million', 1_800_000],
    ['Children: 1,800,000.', '1,800,000', 1_800_000],
    ['two million children', 'two million', 2_000_000],
    ['Two hundred and fifty thousand children', 'Two hundred and fifty thousand', 250_000],
    ['three hundred and twelve children', 'three hundred and twelve', 312],
    ['a million children', 'a million', 1_000_000],
    ['a hundred thousand children', 'a hundred thousand', 100_000],
    ['one million three hundred thousand children', 'one million three hundred thousand', 1_300_000],
    ['twenty-seven point six million people', 'twenty-seven point six million', 27_600_000],
    ['three dozen children', 'three dozen', 36],
    ['half a million children', 'half a million', 500_000],
    ['one and a half million children', 'one and a half million', 1_500_000],
    ['a quarter of a million children', 'quarter of a million', 250_000],
    ['½ million children', '½ million', 500_000],
    ['1½ million children', '1½ million', 1_500_000],
  ])('%s is read with its span and its value', (text, span, value) => {
    expect(figure(text)).toMatchObject({ text: span, kind: 'count', value, isRange: false, isFraction: false });
  });

  it.each([
    '1,800,000',
    '1 800 000',
    '1\u00a0800\u00a0000',
    '1\u2009800\u2009000',
    '1\u202f800\u202f000',
    '1.800.000',
    "1'800'000",
    '18,00,000',
    '1,8 million',
    '1800000',
    '１，８００，０００',
    '１.８ million',
    '١٬٨٠٠٬٠٠٠',
    '١٫٨ million',
    '۱٫۸ million',
    '१.८ million',
    '๑.๘ million',
    '1.8 milliоn',
    '1.8 mіllion',
  ])('of 1.8 million is read whatever its digits, signs and letters are: %s', (written) => {
    const found = figure(`They counted ${written} children.`);
    expect(found).toMatchObject({ text: written, kind: 'count', value: 1_800_000, low: 1_750_000, high: 1_850_000 });
    expect(found.span).toEqual({ start: 13, end: 13 + written.length });
  });

  it.each([
    'قال التقرير إن 1.8 million children طفلا',
    'לפי הדו״ח 1.8 million children נפגעו',
    '\u202b1.8 million\u202c children',
    '\u200f1.8 million\u200f children',
    '\u20671.8 million\u2069 children',
  ])('is found between letters from right to left: %s', (text) => {
    expect(figure(text)).toMatchObject({ text: '1.8 million', value: 1_800_000 });
  });

  it('has a point before three digits as a group where whole things are counted, and as a fraction elsewhere', () => {
    expect(figure('15.000 children').value).toBe(15_000);
    expect(figure('a factor of 1.234 per cent').value).toBe(1.234);
  });

  it('stands for everything that is rounded to it', () => {
    expect(figure('two million children')).toMatchObject({ low: 1_500_000, high: 2_500_000 });
    expect(figure('1.39 million people')).toMatchObject({ low: 1_385_000, high: 1_395_000 });
    expect(figure('37,404 reports')).toMatchObject({ low: 37_403.5, high: 37_404.5 });
  });

  it('without a number is vague, and lies between two', () => {
    const vague = (text: string) => {
      const { text: span, low, high, isVague } = figure(text);
      return [span, low, high, isVague];
    };
    expect(vague('Dozens of children')).toEqual(['Dozens', 24, 120, true]);
    expect(vague('several hundred girls')).toEqual(['several hundred', 300, 900, true]);
    expect(vague('a few thousand children')).toEqual(['a few thousand', 2000, 9000, true]);
    expect(vague('tens of thousands of victims')).toEqual(['tens of thousands', 20_000, 100_000, true]);
    expect(vague('hundreds of thousands of children')).toEqual(['hundreds of thousands', 200_000, 1_000_000, true]);
    expect(vague('millions of children')).toEqual(['millions', 2_000_000, 10_000_000, true]);
  });

  it('is kept apart from the year before it', () => {
    expect(figure('In 2014, 1,200 children came.')).toMatchObject({ text: '1,200', value: 1200 });
    expect(figure('In 2014 1,200 children came.')).toMatchObject({ text: '1,200', value: 1200 });
  });

  it('is kept apart from the mark of a note behind it', () => {
    for (const text of ['1.8 million[3] children', '1.8 million³ children', 'the 1.8 million,12 and the others'])
      expect(figure(text)).toMatchObject({ text: '1.8 million', value: 1_800_000 });
  });
});

describe('a range', () => {
  it.each<[text: string, span: string, kind: QuantityKind, low: number, high: number]>([
    ['40–50 per cent of them', '40–50 per cent', 'per-cent', 40, 50],
    ['40-50% of them', '40-50%', 'per-cent', 40, 50],
    ['40 % - 50 % of them', '40 % - 50 %', 'per-cent', 40, 50],
    ['40 to 50 per cent of them', '40 to 50 per cent', 'per-cent', 40, 50],
    ['forty to fifty per cent of them', 'forty to fifty per cent', 'per-cent', 40, 50],
    ['between 40 and 50 % of them', 'between 40 and 50 %', 'per-cent', 40, 50],
    ['\u2067٤٠–٥٠ per cent\u2069 of them', '٤٠–٥٠ per cent', 'per-cent', 40, 50],
    ['between 1.2 and 1.4 million children', 'between 1.2 and 1.4 million', 'count', 1_200_000, 1_400_000],
    ['Between one and two million children', 'Between one and two million', 'count', 1_000_000, 2_000_000],
    ['estimates from 1.2 to 1.4 million children', '1.2 to 1.4 million', 'count', 1_200_000, 1_400_000],
    ['two or three million girls', 'two or three million', 'count', 2_000_000, 3_000_000],
    ['1.8 million to 2 million children', '1.8 million to 2 million', 'count', 1_800_000, 2_000_000],
    ['200,000 to 300,000 children', '200,000 to 300,000', 'count', 200_000, 300_000],
    ['from 200,000 up to 300,000 children', '200,000 up to 300,000', 'count', 200_000, 300_000],
    ['10,000–12,000 reports', '10,000–12,000', 'count', 10_000, 12_000],
    ['US$1–2 billion', 'US$1–2 billion', 'money', 1e9, 2e9],
    ['$1.5 to $2 billion', '$1.5 to $2 billion', 'money', 1.5e9, 2e9],
  ])('%s is one span with its two ends', (text, span, kind, low, high) => {
    expect(figure(text)).toMatchObject({ text: span, kind, value: null, low, high, isRange: true });
  });

  it('is none where something changed from the one to the other', () => {
    const read = (text: string) => figures(text).map(({ kind, value, isRange }) => [kind, value, isRange]);
    const twoShares = [
      ['per-cent', 20, false],
      ['per-cent', 27, false],
    ];
    expect(read('it rose from 20 per cent to 27 per cent')).toEqual(twoShares);
    expect(read('it rose from 20 to 27 per cent')).toEqual(twoShares);
    expect(read('a rise from 1.2 million to 1.8 million')).toEqual([
      ['count', 1_200_000, false],
      ['count', 1_800_000, false],
    ]);
  });
});

describe('a share', () => {
  it.each<[text: string, span: string, value: number]>([
    ['7% of them', '7%', 7],
    ['7 % of them', '7 %', 7],
    ['7\u00a0% of them', '7\u00a0%', 7],
    ['７％ of them', '７％', 7],
    ['٧٪ of them', '٧٪', 7],
    ['7 per cent of them', '7 per cent', 7],
    ['7 percent of them', '7 percent', 7],
    ['7 pct of them', '7 pct', 7],
    ['seven per cent of them', 'seven per cent', 7],
    ['a 35-per-cent increase', '35-per-cent', 35],
    ['0.37 per cent of them', '0.37 per cent', 0.37],
    ['12,5 % of them', '12,5 %', 12.5],
  ])('in per cent is read: %s', (text, span, value) => {
    expect(figure(text)).toMatchObject({ text: span, kind: 'per-cent', value, isFraction: false });
  });

  it.each<[text: string, span: string, part: number, whole: number]>([
    ['one in five children', 'one in five', 1, 5],
    ['1 in 5 children', '1 in 5', 1, 5],
    ['One in every five people', 'One in every five', 1, 5],
    ['one child in eight', 'one child in eight', 1, 8],
    ['1 child in 5', '1 child in 5', 1, 5],
    ['one out of every three girls', 'one out of every three', 1, 3],
    ['two out of three victims', 'two out of three', 2, 3],
    ['nine in ten of them', 'nine in ten', 9, 10],
    ['a third of the victims', 'a third', 1, 3],
    ['one-third of victims', 'one-third', 1, 3],
    ['Two thirds of them are girls', 'Two thirds', 2, 3],
    ['two-thirds of them are girls', 'two-thirds', 2, 3],
    ['a quarter of the girls', 'a quarter', 1, 4],
    ['three quarters of them', 'three quarters', 3, 4],
    ['four fifths of them', 'four fifths', 4, 5],
    ['half of them', 'half', 1, 2],
  ])('as a fraction is a percentage: %s', (text, span, part, whole) => {
    const found = figure(text);
    expect(found).toMatchObject({ text: span, kind: 'per-cent', isFraction: true });
    expect(found.value).toBeCloseTo((100 * part) / whole, 9);
    expect(found.low).toBeLessThan(found.value ?? 0);
    expect(found.high).toBeGreaterThan(found.value ?? 0);
  });

  it('one in five stands for what is nearer to it than to one in four or one in six', () => {
    const { low, high } = figure('one in five children');
    expect(low).toBeCloseTo(100 / 5.5, 9);
    expect(high).toBeCloseTo(100 / 4.5, 9);
  });
});

describe('another unit', () => {
  it.each<[text: string, span: string, kind: QuantityKind, value: number]>([
    ['it rose by 7 percentage points', '7 percentage points', 'percentage-points', 7],
    ['it rose by seven percentage points', 'seven percentage points', 'percentage-points', 7],
    ['it rose by 7 pp', '7 pp', 'percentage-points', 7],
    ['a 7-percentage-point rise', '7-percentage-point', 'percentage-points', 7],
    ['it cost $99 million', '$99 million', 'money', 99_000_000],
    ['it cost €4.5 million', '€4.5 million', 'money', 4_500_000],
    ['profits of US$ 150 billion a year', 'US$ 150 billion', 'money', 150e9],
    ['profits of 150 billion dollars', '150 billion dollars', 'money', 150e9],
    ['ten million US dollars', 'ten million US dollars', 'money', 10_000_000],
    ['Rs. 500 crore', 'Rs. 500 crore', 'money', 5e9],
    ['it cost CHF 3 million', 'CHF 3 million', 'money', 3_000_000],
    ['1,234.56 dollars', '1,234.56 dollars', 'money', 1234.56],
    ['the number doubled', 'doubled', 'multiple', 2],
    ['the figure has tripled', 'tripled', 'multiple', 3],
    ['a fivefold rise', 'fivefold', 'multiple', 5],
    ['a two-fold rise', 'two-fold', 'multiple', 2],
    ['twice as many girls', 'twice', 'multiple', 2],
    ['double the number', 'double', 'multiple', 2],
    ['three times as many', 'three times', 'multiple', 3],
    ['1.5 times as many', '1.5 times', 'multiple', 1.5],
    ['3x more reports', '3x', 'multiple', 3],
    ['4.2 per 1,000 children', '4.2 per 1,000', 'rate', 4.2],
    ['12 per 100,000 population', '12 per 100,000', 'rate', 12],
    ['the average age of entry is 13', '13', 'age', 13],
    ['an average age of 14 years', '14', 'age', 14],
  ])('%s', (text, span, kind, value) => {
    expect(figure(text)).toMatchObject({ text: span, kind, value });
  });
});

describe('the words around a figure', () => {
  it.each<[text: string, bound: Bound | null, leans: Quantity['leans']]>([
    ['1.2 million children', null, null],
    ['more than 1.2 million children', 'at-least', 'above'],
    ['over 4,000 cases', 'at-least', 'above'],
    ['at least 300 arrests', 'at-least', 'above'],
    ['no fewer than 300 arrests', 'at-least', 'above'],
    ['600+ cases', 'at-least', 'above'],
    ['>500 reports', 'at-least', 'above'],
    ['1 million or more children', 'at-least', 'above'],
    ['more than an estimated 3,000 girls', 'at-least', 'above'],
    ['more than half of them', 'at-least', 'above'],
    ['up to 50,000 children', 'at-most', 'below'],
    ['as many as two million children', 'at-most', 'below'],
    ['fewer than 200 convictions', 'at-most', 'below'],
    ['nearly two million children', 'approximately', 'below'],
    ['almost 5,000 reports', 'approximately', 'below'],
    ['just over 1 million reports', 'approximately', 'above'],
    ['about 1.7 million children', 'approximately', null],
    ['an estimated 3 million children', 'approximately', null],
    ['some 40 countries', 'approximately', null],
    ['2 million or so children', 'approximately', null],
    ['~500 reports', 'approximately', null],
  ])('bound it: %s', (text, bound, leans) => {
    expect(figure(text)).toMatchObject({ bound, leans });
  });
});

describe('a number that is no figure', () => {
  it.each<[text: string, ...found: [span: string, why: NoFigure][]]>([
    ['In 2012 it rose.', ['2012', 'year']],
    ['since 1998', ['1998', 'year']],
    ['by 2030', ['2030', 'year']],
    ['the 2012 report', ['2012', 'year']],
    ['in the 1990s', ['1990s', 'year']],
    ['in 2003-06 and 2007–10', ['2003-06', 'year'], ['2007–10', 'year']],
    ['Between 2010 and 2012 nothing changed.', ['2010 and 2012', 'year']],
    ['on 12 September 2012', ['12 September 2012', 'date']],
    ['on September 12, 2012', ['September 12, 2012', 'date']],
    ['on 3 May', ['3 May', 'date']],
    ['on 1 and 2 June', ['1 and 2 June', 'date']],
    ['in March 2014', ['March 2014', 'date']],
    ['on 2012-09-12', ['2012-09-12', 'date']],
    ['on 12/09/2012', ['12/09/2012', 'date']],
    ['children under 18', ['18', 'age']],
    ['children aged 12 to 17', ['12 to 17', 'age']],
    ['girls aged 15–17', ['15–17', 'age']],
    ['between 12 and 17 years old', ['between 12 and 17', 'age']],
    ['a 15-year-old girl', ['15', 'age']],
    ['16 years old', ['16', 'age']],
    ['persons below the age of 18', ['18', 'age']],
    ['she was 12', ['12', 'age']],
    ['Article 34 of the Convention', ['34', 'law']],
    ['Articles 34 and 35', ['34', 'law'], ['35', 'law']],
    ['articles 34, 35 and 36', ['34', 'law'], ['35', 'law'], ['36', 'law']],
    ['Art. 34, 35 & 36 of it', ['34', 'law'], ['35', 'law'], ['36', 'law']],
    ['section 63 of the Act', ['63', 'law']],
    ['§ 176', ['176', 'law']],
    ['SDG target 16.2', ['16.2', 'law']],
    ['18 U.S.C. § 1591', ['18 U.S.C. § 1591', 'law']],
    ['Resolution 54/263', ['Resolution 54/263', 'law']],
    ['see p. 12', ['12', 'page']],
    ['see page 7', ['7', 'page']],
    ['see pp. 12-14', ['12-14', 'page']],
    ['see pages 3, 4 and 5', ['3', 'page'], ['4', 'page'], ['5', 'page']],
    ['the study (148 pages)', ['148 pages', 'page']],
    ['chapter 3', ['3', 'section']],
    ['table 4', ['4', 'section']],
    ['paras. 12 and 14', ['12', 'section'], ['14', 'section']],
    ['call 116 111', ['116 111', 'phone']],
    ['+44 1223 555 0143', ['+44 1223 555 0143', 'phone']],
    ['Phone 0800 1111', ['0800 1111', 'phone']],
    ['(020) 7946 0018', ['(020) 7946 0018', 'phone']],
    ['1. They are here.\n2. It is there.', ['1.', 'list'], ['2.', 'list']],
    ['it is (1) here and (2) there', ['(1)', 'list'], ['(2)', 'list']],
    ['ISBN 978-1-2345-6789-7', ['ISBN 978-1-2345-6789-7', 'identifier']],
    ['CRC/C/OPSC/SWE/CO/1', ['CRC/C/OPSC/SWE/CO/1', 'identifier']],
    ['during COVID-19', ['COVID-19', 'identifier']],
    ['file 101092345', ['101092345', 'label']],
    ['doi:10.1136/bmj.b2680', ['doi:10.1136/bmj.b2680', 'address']],
    ['https://example.org/2012/345', ['https://example.org/2012/345', 'address']],
    ['27 Station Road', ['27 Station Road', 'address']],
    ['the trade,10 which', ['10', 'note-mark']],
    ['the trade [10] which', ['[10]', 'note-mark']],
    ['the trade¹⁰ which', ['¹⁰', 'note-mark']],
    ['the trade.10 Then', ['10', 'note-mark']],
    ['at 10 a.m.', ['10 a.m.', 'time']],
    ['at 00:01 GMT', ['00:01 GMT', 'time']],
    ['at 14:30', ['14:30', 'time']],
    ['at half past ten', ['half past ten', 'time']],
    ['open 24/7', ['24/7', 'time']],
    ['for 12 months', ['12', 'duration']],
    ['48 hours', ['48', 'duration']],
    ['within five days', ['five', 'duration']],
    ['three years', ['three', 'duration']],
    ['a two-year programme', ['two', 'duration']],
    ['the 95% CI', ['95% CI', 'interval-level']],
    ['95% confidence interval', ['95% confidence interval', 'interval-level']],
    ['95 per cent uncertainty interval', ['95 per cent uncertainty interval', 'interval-level']],
    ['the 19th century', ['19th', 'ordinal']],
    ['the 3rd World Congress', ['3rd', 'ordinal']],
    ['in phase 3', ['3', 'label']],
  ])('says why: %s', (text, ...expected) => {
    expect(findQuantities(text).map(({ text: span, noFigure }) => [span, noFigure])).toEqual(expected);
  });

  it.each(['one of the girls', 'the two organisations', 'no numbers at all', '', ' \n\t'])(
    'nothing is said of a manner of speaking: “%s”',
    (text) => {
      expect(findQuantities(text)).toEqual([]);
    },
  );

  it('is no figure for the words of the next sentence', () => {
    expect(findQuantities('It was in 2012. Children came.').map(({ noFigure }) => noFigure)).toEqual(['year']);
  });
});

/** What numbers and the words around them are made of, put together at random. */
const token = fc.oneof(
  fc.constantFrom(
    ...'one two five twelve twenty hundred thousand million dozen half third quarter and in of to between from a an the per cent points every children girls aged under article page call May 2012 1998 doubled more than about % $ € – - . , ; : ( ) [ ] § \n'.split(
      ' ',
    ),
  ),
  fc.nat(99_999).map(String),
  fc.nat(9_999_999).map((value) => value.toLocaleString('en-GB')),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const spoken = fc
  .array(fc.tuple(token, fc.constantFrom(' ', ' ', ' ', '', '\n')), { maxLength: 30 })
  .map((parts) => parts.map(([word, space]) => `${word}${space}`).join(''));
const anyText = fc.oneof(spoken, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }));

describe('whatever the text is', () => {
  it('spans lie in it, in order, apart from one another, and hold the words that they say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const { span, text: words, low, high, value } of findQuantities(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(words).toBe(text.slice(span.start, span.end));
          expect(low).toBeLessThanOrEqual(value ?? high);
          expect(high).toBeGreaterThanOrEqual(value ?? low);
          end = span.end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a sentence before it moves every span by its length, and changes nothing else', () => {
    const before = 'Nobody could say why.\n\n';
    const bare = (quantity: Quantity, by: number) => ({
      ...quantity,
      span: { start: quantity.span.start - by, end: quantity.span.end - by },
    });
    fc.assert(
      fc.property(spoken, (text) => {
        const moved = findQuantities(`${before}${text}`).map((quantity) => bare(quantity, before.length));
        expect(moved).toEqual(findQuantities(text));
      }),
      { numRuns: 300 },
    );
  });

  it('a number is read back from its digits, with and without groups', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        const written = [
          value.toLocaleString('en-GB'),
          String(value),
          value.toLocaleString('en-GB').replaceAll(',', '\u202f'),
        ];
        for (const digits of written) {
          expect(figure(`They counted ${digits} children`)).toMatchObject({ text: digits, value, kind: 'count' });
        }
      }),
    );
  });

  it('a number is read back from its scale, and is never more exact than it is written', () => {
    const scales = { thousand: 1e3, million: 1e6, billion: 1e9 } as const;
    const scale = fc.constantFrom('thousand', 'million', 'billion');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), scale, (tenths, name) => {
        const found = figure(`They counted ${(tenths / 10).toFixed(1)} ${name} children`);
        expect(found.value).toBe(Math.round(tenths * (scales[name] / 10)));
        expect(found.high - found.low).toBeCloseTo(scales[name] / 10, 3);
      }),
    );
  });

  it('it keeps its length when digits and letters of other scripts are made plain', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = plainCharacters(text);
        expect(plain.length).toBe(text.length);
        expect(plainCharacters(plain)).toBe(plain);
      }),
    );
    expect(plainCharacters('Цена миллион 1.8 milliоn')).toBe('Цена миллион 1.8 million');
  });
});
