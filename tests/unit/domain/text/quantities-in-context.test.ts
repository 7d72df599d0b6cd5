import { describe, expect, it } from 'vitest';
import { findQuantities } from '@/domain/text/quantities/find-quantities';
import type { NoFigure, QuantityKind } from '@/domain/text/quantities/quantity';

// Numbers that are read rightly only with what stands beside them.

type Read = [span: string, what: QuantityKind | NoFigure, value?: number | [number, number]];

const read = (text: string): Read[] =>
  findQuantities(text).map(({ text: span, kind, noFigure, value, low, high }) =>
    noFigure === null ? [span, kind, value ?? [low, high]] : [span, noFigure],
  );

const says = (cases: readonly [text: string, ...expected: Read[]][]) =>
  it.each(cases)('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });

describe('a number that is said twice, in words and in brackets, is one', () => {
  says([
    ['seven (7) per cent of them', ['seven (7) per cent', 'per-cent', 7]],
    ['some two (2) million children', ['two (2) million', 'count', 2_000_000]],
    ['twelve (12) countries', ['twelve (12)', 'count', 12]],
    ['two (2) men', ['two (2)', 'count', 2]],
    ['twenty-five (25) more signed', ['twenty-five (25)', 'count', 25]],
    ['five thousand (5,000) euros', ['five thousand (5,000) euros', 'money', 5000]],
    ['two million (2 million) children', ['two million (2 million)', 'count', 2_000_000]],
    ['12 (twelve) countries', ['12 (twelve)', 'count', 12]],
    ['7 (seven) per cent of them', ['7 (seven) per cent', 'per-cent', 7]],
    ['for thirty (30) days', ['thirty (30)', 'duration']],
    ['Article twelve (12) of it', ['twelve (12)', 'law']],
    ['twelve countries (14) of the 40 nations', ['twelve', 'count', 12], ['(14)', 'list'], ['40', 'count', 40]],
    ['thirty (12) countries', ['thirty', 'count', 30], ['(12)', 'list']],
  ]);
});

describe('digits are grouped as the text groups them', () => {
  says([
    ['it cost 1.234,56 euros', ['1.234,56 euros', 'money', 1234.56]],
    ['it cost €1.234,5', ['€1.234,5', 'money', 1234.5]],
    ['it cost 1.234.567,89 euros', ['1.234.567,89 euros', 'money', 1_234_567.89]],
    ['it cost 12.500 euros', ['12.500 euros', 'money', 12_500]],
    ['it cost €12.500', ['€12.500', 'money', 12_500]],
    ['it cost €1.234 billion', ['€1.234 billion', 'money', 1.234e9]],
    ['1’800’000 children', ['1’800’000', 'count', 1_800_000]],
    ['12’500 children', ['12’500', 'count', 12_500]],
    ['the girls’12 and more', ['12', 'note-mark']],
    ['R1.2 billion and USD500', ['R1.2 billion', 'money', 1.2e9], ['USD500', 'money', 500]],
  ]);
});

describe('an age is one in a list of ages too', () => {
  says([
    ['14 and 15-year-olds', ['14', 'age'], ['15', 'age']],
    ['14- and 15-year-olds', ['14', 'age'], ['15', 'age']],
    ['13, 14 and 15-year-olds', ['13', 'age'], ['14', 'age'], ['15', 'age']],
    ['fourteen and fifteen year olds', ['fourteen', 'age'], ['fifteen', 'age']],
    ['girls aged 14 and 15 were asked', ['14', 'age'], ['15', 'age']],
    ['girls aged 14, 15 and 16', ['14', 'age'], ['15', 'age'], ['16', 'age']],
    ['girls aged 14 and 12 boys', ['14', 'age'], ['12', 'count', 12]],
    ['girls aged 14 and 40 per cent', ['14', 'age'], ['40 per cent', 'per-cent', 40]],
    ['children of 14 or 15 years', ['14 or 15', 'age']],
    ['a girl of twelve years', ['twelve', 'age']],
    ['a girl of 12 who said so', ['12', 'age']],
    ['a boy of 12, and his sister', ['12', 'age']],
    ['young people of 14 countries', ['14', 'count', 14]],
    ['a child with 3 years of school', ['3', 'duration']],
    ['children as young as 4 were found', ['4', 'age']],
    ['the term went from 3 to 5 years', ['3', 'duration'], ['5', 'duration']],
    ['under-18s and over-65s', ['18', 'age'], ['65', 'age']],
    ['under 16s', ['16', 'age']],
    ['free for under-12s', ['12', 'age']],
    ['the age of consent was raised from 14 to 16', ['14', 'age'], ['16', 'age']],
    ['a minimum age of criminal responsibility, and to lower it from 14 to 12', ['14', 'age'], ['12', 'age']],
    ['the age of consent is 16 in 12 countries', ['16', 'age'], ['12', 'count', 12]],
  ]);
});

describe('a length of time is no figure because an average went before it', () => {
  says([
    ['an average of 29 pages a day, one every 50 minutes', ['29', 'count', 29], ['50', 'duration']],
    ['the average sentence was 22 months', ['22', 'count', 22]],
  ]);
});

describe('a year is no end of a range of something else', () => {
  says([
    [
      'from 38,424 webpages in 2019 to 199,363 in 2021',
      ['38,424', 'count', 38_424],
      ['2019', 'year'],
      ['199,363', 'count', 199_363],
      ['2021', 'year'],
    ],
    [
      'from 1200 cases in 2010 to 2500 in 2012',
      ['1200', 'count', 1200],
      ['2010', 'year'],
      ['2500', 'count', 2500],
      ['2012', 'year'],
    ],
    ['the total of 2019 or 4,100', ['2019', 'year'], ['4,100', 'count', 4100]],
    ['between 2000 and 30,000 children', ['between 2000 and 30,000', 'count', [2000, 30_000]]],
    ['2000 to 3000 children', ['2000 to 3000', 'count', [2000, 3000]]],
    ['In 2019, 300 to 400 children came', ['2019', 'year'], ['300 to 400', 'count', [300, 400]]],
  ]);
});

describe('what is cited is no figure', () => {
  says([
    ['under 2011/93/EU', ['2011/93/EU', 'law']],
    ['Directive 2011/93/EU of it', ['Directive 2011/93/EU', 'law']],
    ['Directive 2011/36 of it', ['Directive 2011/36', 'law']],
    ['Regulation (EU) 2021/1232', ['Regulation (EU) 2021/1232', 'law']],
    ['the strategy (CP 563), by', ['CP 563', 'identifier']],
    ['COM(2022)209 says', ['COM(2022)209', 'identifier']],
    ['COM(2022) 209 final says', ['COM(2022) 209 final', 'identifier']],
    ['SWD(2020) 114', ['SWD(2020) 114', 'identifier']],
    ['CM/Rec(2018)7 says', ['CM/Rec(2018)7', 'identifier']],
    ['To ask which. HL 7781', ['HL 7781', 'identifier']],
    [
      'HC 171, HL 7781 and Cm 9876 say so',
      ['HC 171', 'identifier'],
      ['HL 7781', 'identifier'],
      ['Cm 9876', 'identifier'],
    ],
    ['CETS 201 and ETS No. 185', ['CETS 201', 'identifier'], ['ETS No. 185', 'identifier']],
    ['(CRC/C/87/3) and A/RES/54/263.', ['CRC/C/87/3', 'identifier'], ['A/RES/54/263', 'identifier']],
    ['Flight BA 2490 with 246 people', ['BA 2490', 'identifier'], ['246', 'count', 246]],
    ['VAT GB 782 8962 68. Donate', ['GB 782 8962 68', 'identifier']],
    ['the US 2,000 cases', ['2,000', 'count', 2000]],
    ['in the EU 600 cases', ['600', 'count', 600]],
    ['In the EU 600 were found', ['600', 'count', 600]],
    ['(IWF 2023)', ['2023', 'year']],
    ['the ILO (12 million)', ['12 million', 'count', 12_000_000]],
  ]);
});

describe('a number with a hyphen may count', () => {
  says([
    ['a 15,000-strong march', ['15,000', 'count', 15_000]],
    ['a five-strong team', ['five', 'count', 5]],
    ['9,000-odd children', ['9,000', 'count', 9000]],
    ['150-plus groups', ['150', 'count', 150]],
    ['a 10-point plan', ['10', 'label']],
  ]);

  it('and says how exactly', () => {
    expect(findQuantities('9,000-odd children')[0]?.bound).toBe('approximately');
    expect(findQuantities('150-plus groups')[0]?.bound).toBe('at-least');
  });
});

describe('what two numbers count in, and how many', () => {
  says([
    ['fell from 12.4 to 9.7 per 1,000 births', ['12.4', 'rate', 12.4], ['9.7 per 1,000', 'rate', 9.7]],
    ['rose from 1.2 to 1.8 million', ['1.2', 'count', 1_200_000], ['1.8 million', 'count', 1_800_000]],
    ['fell from 3 to 2 million', ['3', 'count', 3_000_000], ['2 million', 'count', 2_000_000]],
    ['rose from 900 to 1.2 million', ['900', 'count', 900], ['1.2 million', 'count', 1_200_000]],
    ['rose from £5 to £7 million', ['£5', 'money', 5e6], ['£7 million', 'money', 7e6]],
    ['rose by a factor of 3.5', ['3.5', 'multiple', 3.5]],
    ['12 people, up from seven', ['12', 'count', 12], ['seven', 'count', 7]],
    ['12 people, down from three years', ['12', 'count', 12], ['three', 'duration']],
  ]);
});

describe('what each of a share has is a threshold and no figure of its own', () => {
  says([
    ['80% shared fewer than ten files', ['80%', 'per-cent', 80], ['ten', 'label']],
    ['0.37%, shared 100 or more known files', ['0.37%', 'per-cent', 0.37], ['100', 'label']],
    ['80 percent of which offered fewer than ten files', ['80 percent', 'per-cent', 80], ['ten', 'label']],
    ['one in five had met at least three offenders', ['one in five', 'per-cent', 20], ['three', 'label']],
    ['41% were girls and more than 300 were boys', ['41%', 'per-cent', 41], ['300', 'count', 300]],
    ['78% of them, more than 400, were girls', ['78%', 'per-cent', 78], ['400', 'count', 400]],
    ['78% came from more than 40 countries', ['78%', 'per-cent', 78], ['40', 'count', 40]],
    ['a rise of 12% brought more than 300 reports', ['12%', 'per-cent', 12], ['300', 'count', 300]],
    ['12% were found by officers who freed more than 300 girls', ['12%', 'per-cent', 12], ['300', 'count', 300]],
    [
      '12% of them were found by officers who freed more than 300 girls',
      ['12%', 'per-cent', 12],
      ['300', 'count', 300],
    ],
    ['the police freed more than 300 girls', ['300', 'count', 300]],
  ]);
});

describe('a number that only stands somewhere is no figure', () => {
  says([
    ['doors open at 8.30 in the hall', ['8.30', 'time']],
    ['the rate stood at 8.30 in the end', ['8.30', 'count', 8.3]],
    ['it is put at 8.30 per cent', ['8.30 per cent', 'per-cent', 8.3]],
    ['ring 13 11 14, day or night', ['13', 'phone'], ['11', 'phone'], ['14', 'phone']],
    ['call 116 111, 200 children did', ['116 111', 'phone'], ['200', 'count', 200]],
    ['(WHO, 2023: 9)', ['2023', 'year'], ['9', 'page']],
    ['(WHO, 2023: 41–43)', ['2023', 'year'], ['41–43', 'page']],
    ['in 2023: 900 girls', ['2023', 'year'], ['900', 'count', 900]],
    ['p < 0.001 and p=.05', ['p < 0.001', 'interval-level'], ['p=.05', 'interval-level']],
    ['certificate WB-4411/23 of it', ['WB-4411/23', 'identifier']],
    ['in Hall 4B and table 3m', ['4B', 'label'], ['3m', 'section']],
    ['s/he is here'],
  ]);
});

describe('one of anything in so many is a share', () => {
  says([
    ['one delegate in five is asleep', ['one delegate in five', 'per-cent', 20]],
    ['one hotline in four.', ['one hotline in four', 'per-cent', 25]],
  ]);

  it.each(['one brothel in five towns', 'one raid in 12 months', 'one report in 2012'])('but not: %s', (text) => {
    expect(read(text).filter(([, what]) => what === 'per-cent')).toEqual([]);
  });
});

describe('the end of a long number is none of its own', () => {
  says([
    ['60,000-100,000 children', ['60,000-100,000', 'count', [60_000, 100_000]]],
    ['1 000 000 minors', ['1 000 000', 'count', 1_000_000]],
    ['1 000 000 000 files', ['1 000 000 000', 'count', 1e9]],
    ['the 2,000-page file', ['2,000-page', 'page']],
    ['020 7946 0018 and 0800 1111', ['020 7946 0018', 'phone'], ['0800 1111', 'phone']],
  ]);
});

describe('an age or a count', () => {
  says([
    ['over 20 municipalities joined', ['20', 'count', 20]],
    ['held in under 20 villages by over 12 gangs', ['20', 'count', 20], ['12', 'count', 12]],
    ['every child under 18 deserves help', ['18', 'age']],
    ['anyone under 16 needs help', ['16', 'age']],
    ['she is under 16', ['16', 'age']],
    ['to reach 20 more towns', ['20', 'count', 20]],
    ['when they reach 18', ['18', 'age']],
    ['a baby of 3 months', ['3', 'age']],
    ['a 6-month-old baby', ['6', 'age']],
    ['18 months old', ['18', 'age']],
    ['pupils in Years 9 and 10, and in Year 12', ['Years 9 and 10', 'label'], ['Year 12', 'label']],
    ['every year 300 die', ['300', 'count', 300]],
  ]);
});

describe('fractions in digits', () => {
  says([
    ['3 1/2 million children', ['3 1/2 million', 'count', 3_500_000]],
    ['in 5/8 of the courts', ['5/8', 'per-cent', 62.5]],
    ['62.5 % (5/8) of them', ['62.5 %', 'per-cent', 62.5], ['5/8', 'per-cent', 62.5]],
    ['open 24/7', ['24/7', 'time']],
    ['.5 per cent of them', ['.5 per cent', 'per-cent', 0.5]],
    ['one in every 2.5 girls', ['one in every 2.5', 'per-cent', 40]],
    ['12 in 24 hours', ['12', 'count', 12], ['24', 'duration']],
  ]);
});

describe('a small number in words counts where it is what is told', () => {
  says([
    ['it fell to zero', ['zero', 'count', 0]],
    ['zero cases were found', ['zero', 'count', 0]],
    ['zero tolerance'],
    ['a staff of nine and a team of four', ['nine', 'count', 9], ['four', 'count', 4]],
    ['in the seven countries studied', ['seven', 'count', 7]],
    ['in the two countries'],
    ['these seven countries'],
    ['three judges in two courts', ['three', 'count', 3], ['two', 'count', 2]],
  ]);
});

describe('a number near a telephone is one to call only where it is called', () => {
  says([
    ['the hotline’s 50 analysts', ['50', 'count', 50]],
    ['the helpline answered 610 enquiries', ['610', 'count', 610]],
    ['the hotline handled 4500 in all', ['4500', 'count', 4500]],
    ['the helpline can be reached on 116 111', ['116 111', 'phone']],
    ['the hotline (1900) is open', ['1900', 'phone']],
    ['dial 999 at once', ['999', 'phone']],
    ['donate by texting HELP to 70085', ['70085', 'identifier']],
  ]);
});

describe('what only names somebody or something is no figure', () => {
  says([
    ['Respondent 23 said so', ['23', 'label']],
    ['under Articles 2(c) and 3.1(b) of it', ['2(c)', 'section'], ['3.1(b)', 'section']],
    ['the youngest was 7, the oldest 63', ['7', 'age'], ['63', 'age']],
    ['the youngest victim was only eight', ['eight', 'age']],
  ]);
});

describe('so many in so many things is no rate', () => {
  says([
    ['over 1 billion people in 100+ countries', ['1 billion', 'count', 1e9], ['100', 'count', 100]],
    ['20,000 children in 1,000 schools', ['20,000', 'count', 20_000], ['1,000', 'count', 1000]],
    ['6.2 per 10,000 of them', ['6.2 per 10,000', 'rate', 6.2]],
    ['6.2 per 100000 of them', ['6.2 per 100000', 'rate', 6.2]],
    ['6.2 cases per 1 million', ['6.2 cases per 1 million', 'rate', 6.2]],
    ['12 girls in 100,000', ['12 girls in 100,000', 'rate', 12]],
  ]);
});

describe('numbers that are told one by one are no range', () => {
  says([
    [
      'it is 50,000, 100,000 or 300,000',
      ['50,000', 'count', 50_000],
      ['100,000', 'count', 100_000],
      ['300,000', 'count', 300_000],
    ],
    ['it is 100,000 or 300,000', ['100,000 or 300,000', 'count', [100_000, 300_000]]],
    ['In 2014, 300 or 400 came', ['2014', 'year'], ['300 or 400', 'count', [300, 400]]],
    ['between the ages of 9 and 12', ['9', 'age'], ['12', 'age']],
    ['sold at 13, freed at 17 and heard', ['13', 'age'], ['17', 'age']],
    ['it stood at 13, and', ['13', 'count', 13]],
    ['one of the under-tens'],
    ['worth US $99 billion', ['US $99 billion', 'money', 99e9]],
  ]);
});

describe('both ends of a range count in parts and in scales of the second', () => {
  says([
    ['2-3 in 10 girls', ['2-3 in 10', 'per-cent', [20, 30]]],
    ['one or two in ten girls', ['one or two in ten', 'per-cent', [10, 20]]],
    ['between 2 and 3 in every 100 girls', ['between 2 and 3 in every 100', 'per-cent', [2, 3]]],
    ['two to three dozen girls', ['two to three dozen', 'count', [24, 36]]],
    ['1.7 out of 6.3 million', ['1.7', 'count', 1.7], ['6.3 million', 'count', 6_300_000]],
    ['one in 3 million girls', ['3 million', 'count', 3_000_000]],
    ['10s of thousands of girls', ['10s of thousands', 'count', 20_000]],
    ['100s of girls', ['100s', 'count', 200]],
    ['in her 30s', ['30', 'age']],
    ['32 bn USD', ['32 bn USD', 'money', 32e9]],
    ['in mid-2020 and UNSCR 1325', ['2020', 'year'], ['UNSCR 1325', 'identifier']],
    ['It was 10 May. Then', ['10 May', 'date']],
    ['12 y.o. girls', ['12', 'age']],
  ]);
});

describe('in a list of shares the unit is said once', () => {
  says([
    [
      '27.1 per cent for the Philippines, 16.2 for Namibia and 4.6 for Ethiopia',
      ['27.1 per cent', 'per-cent', 27.1],
      ['16.2', 'per-cent', 16.2],
      ['4.6', 'per-cent', 4.6],
    ],
    [
      'it was 80 per cent for 2018, 91 for 2019, and 93 for 2021',
      ['80 per cent', 'per-cent', 80],
      ['2018', 'year'],
      ['91', 'per-cent', 91],
      ['2019', 'year'],
      ['93', 'per-cent', 93],
      ['2021', 'year'],
    ],
    [
      'is 27.1 per cent for the Philippines (about 3.6 million), 16.2 for Namibia',
      ['27.1 per cent', 'per-cent', 27.1],
      ['3.6 million', 'count', 3_600_000],
      ['16.2', 'per-cent', 16.2],
    ],
    ['12 per cent, and 16 children in Namibia', ['12 per cent', 'per-cent', 12], ['16', 'count', 16]],
    ['12 per cent. In Peru, 16 for Lima', ['12 per cent', 'per-cent', 12], ['16', 'count', 16]],
    ['12 per cent of 40 firms, 16 for Lima', ['12 per cent', 'per-cent', 12], ['40', 'count', 40], ['16', 'count', 16]],
    ['12 per cent, and 160 in Namibia', ['12 per cent', 'per-cent', 12], ['160', 'count', 160]],
  ]);
});

describe('what only names something is no figure, and neither is an hour', () => {
  says([
    ['witness number 4 and office 300', ['4', 'label'], ['300', 'label']],
    ['ask for leaflet 58 at stand 7', ['58', 'label'], ['7', 'label']],
    ['HR/PUB/11/4 of 2011', ['HR/PUB/11/4', 'identifier'], ['2011', 'year']],
    ['open from 8.30 to 16.00', ['8.30 to 16.00', 'time']],
    ['it fell from 0.42 to 0.38', ['0.42', 'count', 0.42], ['0.38', 'count', 0.38]],
  ]);
});
