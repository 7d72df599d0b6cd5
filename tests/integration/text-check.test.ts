import { describe, expect, test, vi } from 'vitest';
import type { DistortionKind } from '@/domain/citation';
import { checkDraft } from '@/features/text-checks/data';
import { checkFirstText } from '@/features/text-checks/first-check-data';
import { getKnownBase } from '@/features/text-checks/known-claim-data';
import { TextCheck, type TextFinding } from '@/features/text-checks/schema';

// A text held against the real evidence base: the examples that the product was founded on, and what is no claim.

const TODAY = '2026-11-26';

/** The check of a text. Whatever the text is, every span of the answer lies in it and the answer is what it is promised to be. */
async function check(text: string, all = false): Promise<TextCheck> {
  const result = await checkDraft(text, { today: TODAY, all });
  expect(() => TextCheck.parse(result)).not.toThrow();
  const inText = ({ start, end }: { start: number; end: number }) => 0 <= start && start < end && end <= text.length;
  let end = 0;
  for (const finding of result.findings) {
    expect(finding.span.start).toBeGreaterThanOrEqual(end);
    expect(finding.text).toBe(text.slice(finding.span.start, finding.span.end));
    end = finding.span.end;
    const spans = [finding.span, finding.sentence, ...finding.checks.flatMap(({ span }) => span ?? [])];
    expect(spans.filter((span) => !inText(span))).toEqual([]);
    expect(finding.sentence.start).toBeLessThanOrEqual(finding.span.start);
    expect(finding.sentence.end).toBeGreaterThanOrEqual(finding.span.end);
  }
  expect(result.words.filter(({ span }) => span === null || !inText(span))).toEqual([]);
  return result;
}

/** The finding about these words. */
async function findingOn(text: string, quote: string): Promise<TextFinding> {
  const found = (await check(text)).findings.find((finding) => finding.text === quote);
  if (found === undefined) throw new Error(`“${quote}” is not found in “${text}”`);
  return found;
}

const kinds = (finding: TextFinding): DistortionKind[] => finding.distortions.map(({ kind }) => kind);
const works = ({ seenIn }: TextFinding, kind: DistortionKind) =>
  seenIn.filter((seen) => seen.kinds.includes(kind)).map(({ source }) => source.shortName);

/** A matched figure is answered with the approved sentence, and with its source. */
function expectRemedy({ match, remedy }: TextFinding, sentence: RegExp, citation: RegExp): void {
  expect(match?.score).toBeGreaterThanOrEqual(0.6);
  expect(match?.reasons).not.toEqual([]);
  expect(remedy.sentence).toMatch(sentence);
  expect(remedy.citation).toMatch(citation);
  expect(remedy.notToSay).not.toEqual([]);
}

describe('a founding example', () => {
  test.each([
    'The ILO estimates that 1.8 million children were in prostitution and pornography in 2000.',
    'According to the ILO, 1.8 million children were exploited in prostitution and pornography worldwide in 2000.',
  ])('1.8 million as the ILO states it is faithful: %s', async (text) => {
    const finding = await findingOn(text, '1.8 million');
    expect(finding).toMatchObject({ verdict: 'faithful', distortions: [], match: { claim: { id: 'C1' } } });
    expectRemedy(
      finding,
      /^The ILO estimated that 1\.8 million children worldwide .* in the year 2000\.$/,
      /^ILO 2002: /,
    );
  });

  test('1.8 million “every year” makes a flow of a stock, as others did', async () => {
    const finding = await findingOn(
      'Every year 1.8 million children are drawn into prostitution, the ILO says.',
      '1.8 million',
    );
    expect(finding).toMatchObject({ verdict: 'distorted', match: { claim: { id: 'C1' } } });
    expect(kinds(finding)).toContain('stock-to-flow');
    expect(works(finding, 'stock-to-flow')).toContain('Reuters 2005');
    expect(finding.checks).toContainEqual(expect.objectContaining({ rule: 'PL011', span: { start: 0, end: 10 } }));
  });

  test.each([
    ['2 million children are exploited in prostitution every year, says UNICEF.', '2 million'],
    ['UNICEF says that two million children are exploited in the commercial sex trade every year.', 'two million'],
  ])('2 million every year, says UNICEF, is distorted: %s', async (text, quote) => {
    const finding = await findingOn(text, quote);
    expect(finding).toMatchObject({ verdict: 'distorted', match: { claim: { id: 'C2' } } });
    expect(kinds(finding)).toEqual(expect.arrayContaining(['stock-to-flow', 'caveat-dropped']));
    expect(works(finding, 'stock-to-flow')).toContain('UNICEF Indonesia fact sheet');
    expectRemedy(
      finding,
      /^UNICEF put the number .* at probably more than 2 million in 1995/,
      /^UNICEF 1995: .*https:\/\//,
    );
    expect(finding.remedy.notToSay.join('\n')).toContain('every year');
    // The other root of the same number is offered, and not passed over in silence.
    expect(finding.candidates.map(({ claim }) => claim.id)).toContain('C1');
  });

  test('1.2 million trafficked, for sexual exploitation alone, is narrowed, as others did', async () => {
    const finding = await findingOn(
      'Every year 1.2 million children are trafficked for sexual exploitation, according to the ILO.',
      '1.2 million',
    );
    expect(finding).toMatchObject({ verdict: 'distorted', match: { claim: { id: 'C3' } } });
    expect(kinds(finding)).toEqual(['scope-narrowed']);
    expect(works(finding, 'scope-narrowed')).toEqual(expect.arrayContaining(['ECPAT scan 2014', 'Thuglak']));
    expectRemedy(finding, /for every kind of exploitation and not only for sexual purposes/, /^ILO 2002: /);
  });

  test.each([
    ['The number of children trafficked rose by 7 per cent, the UNODC reported in 2012.', '7 per cent'],
    ['UNODC reports a 7 % increase in the number of children trafficked.', '7 %'],
    ['The number of children trafficked went up by seven per cent, UNODC reported in 2012.', 'seven per cent'],
  ])('seven points of a share are no per cent of children: %s', async (text, quote) => {
    const finding = await findingOn(text, quote);
    expect(finding).toMatchObject({ verdict: 'distorted', match: { claim: { id: 'C62' } } });
    expect(kinds(finding)).toEqual(expect.arrayContaining(['unit-changed', 'scope-widened']));
    expect(finding.checks.map(({ rule }) => rule)).toContain('PL009');
    expectRemedy(finding, /share of detected trafficking victims was seven percentage points higher/, /^UNODC 2012: /);
    // The wording that misquotes it is named as one not to use.
    expect(finding.remedy.notToSay.join('\n')).toContain('C6');
  });

  test.each([
    ['The share of children among trafficking victims is 27 per cent, UNODC reports.', '27 per cent'],
    ['More than a quarter (27%) of all trafficked people are children, according to UNODC.', '27%'],
  ])('27 per cent of the detected are not 27 per cent of all, as others said: %s', async (text, quote) => {
    const finding = await findingOn(text, quote);
    expect(finding).toMatchObject({ verdict: 'distorted', match: { claim: { id: 'C61' } } });
    expect(finding.distortions).toContainEqual({ kind: 'scope-widened', label: 'detected → all' });
    expect(works(finding, 'scope-widened')).toContain('ION Global Trends 2012');
    expectRemedy(finding, /27 per cent of .*detected/, /^UNODC 2012: /);
  });

  test('40–50 per cent minors are no share of the 1.39 million', async () => {
    const text =
      'The ILO estimates that 1.39 million people are in forced commercial sexual exploitation, and 40–50 per cent of them are minors.';
    const finding = await findingOn(text, '40–50 per cent');
    expect(finding).toMatchObject({ verdict: 'distorted', match: { claim: { id: 'C5' } } });
    expect(kinds(finding)).toContain('denominator-swapped');
    expect(works(finding, 'denominator-swapped')).toEqual(['ECPAT scan 2014']);
    expectRemedy(finding, /the ILO says that share of all 12\.3 million in forced labour/, /^ECPAT scan 2014/);
    const whole = await findingOn(text, '1.39 million');
    expect(whole).toMatchObject({ verdict: 'distorted', match: { claim: { id: 'C4' } } });
    expect(kinds(whole)).toEqual(['caveat-dropped']);
    expect(works(whole, 'caveat-dropped')).toContain('ECPAT scan 2014');
  });
});

describe('what is no claim of the base', () => {
  test('a figure that nobody knows gets advice, and no claim', async () => {
    const finding = await findingOn('Our hotline answered 45,321 calls last year.', '45,321');
    expect(finding).toMatchObject({
      verdict: 'unlisted',
      match: null,
      candidates: [],
      distortions: [],
      checks: [],
      seenIn: [],
    });
    expect(finding.remedy.advice).toMatch(/No source for this figure is known here\..*propose it/);
    expect(finding.remedy).toMatchObject({ sentence: null, citation: null, notToSay: [] });
  });

  test.each([
    'The stadium was sold out: 1.8 million people bought tickets in 2000.',
    'The company sold 1.2 million telephones.',
  ])('the number of a claim in a sentence about something else is not laid to it: %s', async (text) => {
    const [finding, ...others] = (await check(text)).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ verdict: 'unlisted', match: null });
  });

  const NUMBERS =
    'In 2012 the law changed. Article 34 was amended on 3 May 2014; children under 18 are protected, see page 12.';

  test('numbers that are no figures are left out, and counted', async () => {
    const { findings, summary } = await check(NUMBERS);
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ figures: 0, notFigures: 5, errors: 0, warnings: 0 });
  });

  test('with “all” they are there, each with why it is none, among the figures in the order of the text', async () => {
    const { findings, summary } = await check(`${NUMBERS} Our hotline answered 45,321 calls in 2013.`, true);
    expect(findings.map(({ text, verdict, quantity }) => [text, verdict, quantity.noFigure])).toEqual([
      ['2012', 'not-a-figure', 'year'],
      ['34', 'not-a-figure', 'law'],
      ['3 May 2014', 'not-a-figure', 'date'],
      ['18', 'not-a-figure', 'age'],
      ['12', 'not-a-figure', 'page'],
      ['45,321', 'unlisted', null],
      ['2013', 'not-a-figure', 'year'],
    ]);
    expect(summary).toMatchObject({ figures: 1, unlisted: 1, notFigures: 6 });
  });
});

test('older terms are named where they stand, with or without a figure beside them', async () => {
  const text = 'Child prostitution and child pornography are crimes; sex tourism grew.';
  const { words, summary } = await check(text);
  expect(words.map(({ rule, span }) => [rule, text.slice(span?.start, span?.end)])).toEqual([
    ['PL020', 'Child prostitution'],
    ['PL020', 'child pornography'],
    ['PL020', 'sex tourism'],
  ]);
  expect(summary.warnings).toBe(3);
});

test('spans of findings, of checks and of words hold on the second page as on the first', async () => {
  const before = 'Nobody could say why it was so. '.repeat(100);
  const text = 'Every year 1.8 million children are drawn into child prostitution, the ILO says.';
  const [near, far] = [await check(text), await check(`${before}\n\n${text}`)];
  const by = before.length + 2;
  const moved = (span: { start: number; end: number } | null) =>
    span === null ? null : { start: span.start + by, end: span.end + by };
  expect(near.findings).toHaveLength(1);
  expect(far.findings).toEqual(
    near.findings.map((finding) => ({
      ...finding,
      span: moved(finding.span),
      sentence: moved(finding.sentence),
      checks: finding.checks.map((one) => ({ ...one, span: moved(one.span) })),
    })),
  );
  expect(far.words).toEqual(near.words.map((one) => ({ ...one, span: moved(one.span) })));
});

test('the summary counts what is found', async () => {
  const { summary, findings } = await check(
    'The ILO estimates that 1.8 million children were in prostitution and pornography in 2000. Every year 1.2 million children are trafficked for sexual exploitation, according to the ILO. Our hotline answered 45,321 calls.',
  );
  const count = (verdict: string) => findings.filter((finding) => finding.verdict === verdict).length;
  expect(summary).toMatchObject({ language: 'en', figures: 3, faithful: 1, distorted: 1, unlisted: 1, possibly: 0 });
  expect([count('faithful'), count('distorted'), count('unlisted')]).toEqual([1, 1, 1]);
});

describe('a text that is hardly one', () => {
  test.each([
    ['a blank', ' '],
    ['line breaks', '\n\n\t \n'],
    ['one digit', '7'],
    ['one sign', '%'],
    ['half a character', '\ud800'],
    ['a zero byte', 'a\u0000b 12 children'],
    ['the end of a number', '1.8 million'],
  ])('%s is checked without a word', async (_what, text) => {
    const { summary } = await check(text, true);
    expect(summary).toMatchObject({ characters: text.length, faithful: 0, distorted: 0 });
  });

  test('300 kB of digits are no number', async () => {
    const { findings, summary } = await check('7'.repeat(300_000), true);
    expect([findings, summary.characters]).toEqual([[], 300_000]);
  });

  test('years alone are years', async () => {
    const years = Array.from({ length: 2000 }, (_, index) => 1900 + (index % 130));
    const { findings, summary } = await check(`${years.join(' ')}.`, true);
    expect(summary).toMatchObject({ figures: 0, notFigures: 2000 });
    expect(new Set(findings.map(({ quantity }) => quantity.noFigure))).toEqual(new Set(['year']));
  });
});

test('a server checks the example when it starts: the base is then read for everybody, and nothing is said', async () => {
  const said = vi.spyOn(console, 'error');
  await checkFirstText();
  const base = await getKnownBase();
  // The claim of the example, and what else has its number.
  expect(base.claims.has(1)).toBe(true);
  await check('The ILO estimates that 1.8 million children were in prostitution and pornography in 2000.');
  expect(await getKnownBase()).toBe(base);
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});
