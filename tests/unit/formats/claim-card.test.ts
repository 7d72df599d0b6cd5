import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardMoment, ClaimCard, SinceThen } from '@/domain/embed/claim-card';
import { cardSize, frameMarkup } from '@/formats/embed/card-frame';
import { type CardToShow, cardTitle, claimCardHtml } from '@/formats/embed/claim-card';
import { messageCard } from '@/formats/embed/document';
import { CARD } from '../../support/claim-card';

const SITE = 'https://plumb.example';
const LIVE: CardMoment = { kind: 'live', day: '2026-11-26' };

function shown(change: Partial<ClaimCard> = {}, moment = LIVE, since: SinceThen = { state: 'same' }): CardToShow {
  return { card: { ...CARD, ...change }, moment, since };
}

const html = (...of: Parameters<typeof shown>) => claimCardHtml(shown(...of), SITE);
/** What a reader sees, without the markup. */
const words = (...of: Parameters<typeof shown>) =>
  html(...of)
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

describe('a card has everything that a claim is never shown without', () => {
  test.each([
    '≈ 1.8 million children',
    '95 % interval: 1.5 million–2.1 million',
    'A test counts 1.8 million children in a made-up place.',
    'Low reliability. May be far off; quote only with its limits. Provisional: two editors have not judged it yet.',
    'Does not measure Anything outside this test.A yearly number.',
    'approximately, printed as “some 1.8 million”',
    'Children under 18 in a test',
    'World (without the sea)',
    '2000. Stock: Counted at a moment.',
    'First stated inTest 2002: A made-up report (Test Press, April 2002), p. 3.',
    'As it stands on 26 November 2026.',
  ])('%s', (text) => {
    expect(words()).toContain(text);
  });

  test('and a way to the claim, out of the frame', () => {
    expect(html()).toContain(
      `<a href="${SITE}/claims/C12/a-test-counts-1-8-million-children-in-a-made-up" target="_top" rel="noopener">`,
    );
    expect(html().match(/<a /g)).toHaveLength(html().match(/target="_top" rel="noopener"/g)?.length ?? 0);
  });

  test('says what is not established, and makes nothing up', () => {
    const { source, ...citation } = CARD.citation ?? { source: null };
    const nothing = words({
      period: { start: null, end: null, measure: null, label: null },
      reliability: null,
      citation: { ...citation, locator: null, source: { ...source, publisher: null, issued: null } } as never,
    });
    expect(nothing).toContain('PeriodNot established');
    expect(nothing).toContain('Reliability not established: nobody kept the grade that it had then.');
    expect(nothing).toContain('Test 2002: A made-up report, place in it not established.');
    expect(words({ citation: null })).toContain('First stated inNot established');
  });

  test('is one whole document in its language, with a title, one main part and one first heading', () => {
    expect(html()).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html()).toContain('<title>≈ 1.8 million children (C12) · Plumbline</title>');
    expect(html().match(/<main>/g)).toHaveLength(1);
    expect(html().match(/<h1>/g)).toHaveLength(1);
  });
});

describe('what must be known first stands before the figure', () => {
  const figure = (text: string) => text.indexOf('≈ 1.8 million children', text.indexOf('Claim C12'));

  test('that it is superseded, and by what', () => {
    const text = words({ status: 'superseded', explainedBy: [{ id: 'C40', statement: 'A newer test counts 5.' }] });
    expect(text).toContain('Superseded. A later estimate replaces it. Superseded by C40: A newer test counts 5.');
    expect(text.indexOf('Superseded by')).toBeLessThan(figure(text));
  });

  test.each([
    ['disputed', 'Disputed. Its footing is contested. The reason.'],
    ['retracted', 'Retracted. Whoever stated it has taken it back. The reason.'],
  ] as const)('that it is %s, and why', (status, said) => {
    const text = words({ status, standingReason: 'The reason.' });
    expect(text).toContain(said);
    expect(text.indexOf(said)).toBeLessThan(figure(text));
  });

  test('that it is a misquotation, and of what', () => {
    const text = words({
      status: 'misquotation',
      explainedBy: [{ id: 'C1', statement: 'What was said.' }],
      citation: CARD.citation && { ...CARD.citation, as: 'found' },
    });
    expect(text).toContain('It misquotes C1: What was said.');
    expect(text).toContain('Found inTest 2002');
    expect(text).not.toContain('First stated in');
  });

  test('that its work was retracted', () => {
    expect(words({ citation: CARD.citation && { ...CARD.citation, standing: 'retracted' } })).toContain(
      'Retracted work.',
    );
  });

  test('that its grade is under review', () => {
    expect(words({ reliability: { level: 'high', provisional: false, underReview: true } })).toMatch(
      /High reliability\. [^.]+\. This grade is under review\./,
    );
  });
});

describe('a frozen card', () => {
  const over: CardMoment = { kind: 'frozen', day: '2026-11-20', isOver: true };

  test('says which day it is of, and whether that is over', () => {
    expect(words({}, over)).toContain('As it stood at the end of 20 November 2026 (UTC).');
    expect(words({}, { ...over, isOver: false })).toContain(
      'As it stands on 20 November 2026 (UTC), which is not over yet.',
    );
    expect(cardTitle(shown({}, over))).toBe('≈ 1.8 million children (C12, 20 November 2026)');
  });

  test('says before the figure that the claim changed since, in what, and leads to it as it is now', () => {
    const changed = html({}, over, { state: 'changed', parts: ['figure', 'reliability'] });
    expect(changed).toContain('Changed since.</strong> What reads otherwise now: figure, reliability.');
    expect(changed).toContain(
      `<a href="${SITE}/claims/C12" target="_top" rel="noopener">See the claim as it is now</a>`,
    );
    expect(changed.indexOf('Changed since')).toBeLessThan(changed.indexOf('<h1>'));
    expect(words({}, over, { state: 'changed', parts: [] })).toContain('Nothing that stands on this card');
    expect(html({}, over, { state: 'merged', into: 'C3' })).toMatch(/Merged since into C3\..*claims\/C3"/);
  });
});

describe('no text of a record becomes markup', () => {
  const HOSTILE = `</style></title><script>alert(1)</script><img src=x onerror="x">'"&amp;\u0000`;
  const hostile: Partial<ClaimCard> = {
    statement: HOSTILE,
    figure: { ...CARD.figure, unit: HOSTILE, asPrinted: HOSTILE, of: HOSTILE },
    population: { ...CARD.population, description: HOSTILE },
    place: { name: HOSTILE, note: HOSTILE },
    period: { ...CARD.period, label: HOSTILE },
    doesNotMeasure: [HOSTILE],
    status: 'superseded',
    standingReason: HOSTILE,
    explainedBy: [{ id: 'C2', statement: HOSTILE }],
    citation: CARD.citation && {
      ...CARD.citation,
      locator: HOSTILE,
      source: { id: 'S1', shortName: HOSTILE, title: HOSTILE, publisher: HOSTILE, issued: null },
    },
  };

  test('whatever it says, and wherever', () => {
    const text = html(hostile);
    expect(text).not.toMatch(/<script|<img|onerror="/);
    expect(text).not.toContain('\u0000');
    expect(text.match(/<\/style>/g)).toHaveLength(1);
    expect(text.match(/<\/title>/g)).toHaveLength(1);
    expect(text.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(12);
  });

  test('and every tag of the card is one of ours, for any text at all', () => {
    const tags = (text: string) => [...text.matchAll(/<\/?([a-zA-Z!][^\s>/]*)/g)].map(([, name]) => name);
    const ours = new Set(tags(html({ ...hostile, statement: 'x' })));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (any) => {
        const text = html({ statement: any, doesNotMeasure: [any], place: { name: any, note: any } });
        expect(tags(text).filter((tag) => !ours.has(tag))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('nor in the code of the frame', () => {
    const code = frameMarkup(`${SITE}/embed/claims/C12`, HOSTILE, { width: 1, height: 2 });
    expect(code.match(/</g)).toHaveLength(2);
    expect(code).toMatch(
      /^<iframe src="https:\/\/plumb\.example\/embed\/claims\/C12" title="[^"<]*" width="1" height="2" /,
    );
  });

  test('nor in a message', () => {
    const text = messageCard({ title: HOSTILE, message: HOSTILE }, { address: HOSTILE, text: HOSTILE });
    expect(text).not.toMatch(/<script|<img/);
  });
});

test('a card runs nothing and loads nothing: no script, no frame, no address but those of links', () => {
  const text = html({ status: 'superseded', explainedBy: [{ id: 'C2', statement: 'x' }] });
  expect(text).not.toMatch(/<script|<iframe|<img|<object|<embed|<form|@import|url\(|\ssrc=|\son\w+=/i);
  const loaded = [...text.matchAll(/<link ([^>]*)>/g)].filter(([, link]) => !link?.startsWith('rel="alternate"'));
  expect(loaded).toEqual([]);
});

describe('the size of a frame', () => {
  test('never goes beyond the room that there is', () => {
    const room = fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined });
    fc.assert(
      fc.property(room, room, (width, height) => {
        const size = cardSize(shown(), { width, height });
        expect(size.width).toBeLessThanOrEqual(width ?? 560);
        if (height !== undefined) expect(size.height).toBeLessThanOrEqual(height);
        expect(Math.min(size.width, size.height)).toBeGreaterThan(0);
      }),
    );
  });

  test('grows with the text, and the narrower it is', () => {
    const usual = cardSize(shown()).height;
    expect(
      cardSize(shown({ doesNotMeasure: Array(8).fill('Something that takes a line of its own here.') })).height,
    ).toBeGreaterThan(usual);
    expect(cardSize(shown(), { width: 240 }).height).toBeGreaterThan(usual);
    expect(cardSize(shown({ status: 'disputed', standingReason: 'A reason.' })).height).toBeGreaterThan(usual);
  });
});
