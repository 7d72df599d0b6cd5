import { Cite } from '@citation-js/core';
import { describe, expect, test } from 'vitest';
import { citationFile, sourceCitation } from '@/formats/citation-text';
import { cslOfSource } from '@/formats/csl';
import type { Bibliography } from '@/features/sources/schema';

const REPORT: Bibliography = {
  id: 'S7',
  slug: 'every-child-counts',
  shortName: 'ILO 2002',
  organisation: 'ILO',
  type: 'report',
  title: 'Every Child Counts: New Global Estimates on Child Labour',
  author: [{ family: 'Hagemann', given: 'Frank' }],
  issued: '2002-04',
  publisher: 'International Labour Office',
  publisherPlace: 'Geneva',
  containerTitle: null,
  volume: null,
  issue: null,
  page: null,
  numberOfPages: null,
  number: null,
  doi: null,
  isbn: null,
  url: null,
};

const ARTICLE: Bibliography = {
  ...REPORT,
  id: 'S8',
  type: 'article-journal',
  title: 'Five & twenty % of "nothing": a test of signs',
  author: [{ family: 'Núñez', given: 'Åsa' }, { literal: 'Child Rights Network' }],
  issued: '2014',
  publisher: null,
  publisherPlace: null,
  containerTitle: 'Journal of Tests',
  volume: '38',
  issue: '2',
  page: '347-356',
  doi: '10.1000/xyz_1',
  url: 'https://example.org/a?b=1&c=2',
};

const UNKNOWN: Bibliography = { ...REPORT, id: 'S9', author: [], issued: null, publisher: null, publisherPlace: null };

const STYLES = ['apa', 'chicago', 'vancouver', 'harvard'] as const;

describe('a reference in words', () => {
  test.each(STYLES)('in the style %s has author, year and title', (style) => {
    const text = sourceCitation(REPORT)[style];
    expect(text).toMatch(/Hagemann/);
    expect(text).toMatch(/2002/);
    expect(text.toLowerCase()).toContain('every child counts');
    expect(text).toContain('International Labour Office');
    expect(text).not.toMatch(/[<>]|&amp;|&#|^\s*1\.|undefined|null|\s{2}/);
  });

  test.each(STYLES)('in the style %s leads to an article in its journal', (style) => {
    const text = sourceCitation(ARTICLE)[style];
    expect(text).toContain('Journal of Tests');
    expect(text).toContain('38');
    expect(text).toMatch(/347[-–](3)?56/);
    expect(text).toMatch(style === 'apa' || style === 'chicago' ? /10\.1000\/xyz_1/ : /Journal of Tests/);
  });

  test.each(STYLES)('in the style %s makes nothing up where author and date are not established', (style) => {
    const text = sourceCitation(UNKNOWN)[style];
    expect(text.toLowerCase()).toContain('every child counts');
    expect(text).not.toMatch(/\d{4}|undefined|null|Anon/i);
  });
});

describe('a reference as a file', () => {
  test.each(['bib', 'ris'] as const)('%s reads back as the work it was made from', (kind) => {
    for (const source of [REPORT, ARTICLE, UNKNOWN]) {
      const [back] = new Cite(citationFile(cslOfSource(source), kind).body).data;
      expect(back?.title).toBe(source.title);
      expect(back?.DOI).toBe(source.doi ?? undefined);
      expect(back?.volume).toBe(source.volume ?? undefined);
      const year = back?.issued?.['date-parts']?.[0]?.[0];
      expect(year === undefined ? null : Number(year)).toBe(
        source.issued === null ? null : Number(source.issued.slice(0, 4)),
      );
      const families = back?.author?.map((name) => name.family ?? name.literal) ?? [];
      expect(families).toEqual(source.author.map((name) => ('literal' in name ? name.literal : name.family)));
    }
  });

  test('json is the CSL item itself, with nothing in the place of what is not known', () => {
    const [item] = JSON.parse(citationFile(cslOfSource(UNKNOWN), 'json').body);
    expect(Object.keys(item).sort()).toEqual(['id', 'title', 'type']);
  });

  test('keeps the month of a work dated to the month, and no day', () => {
    expect(cslOfSource(REPORT).issued).toEqual({ 'date-parts': [[2002, 4]] });
  });
});

describe('a file for reference managers', () => {
  const NEWS: Bibliography = {
    ...REPORT,
    type: 'article-newspaper',
    title: 'A title that is so long that a program which breaks its lines after seventy characters would break it',
    author: [{ family: 'Lovell', given: 'Jeremy' }, { literal: 'Missing & Exploited Children' }],
    issued: '2005-12-14',
  };

  test('in RIS has one line a tag, and keeps author and date of a newspaper article', () => {
    const { body } = citationFile(cslOfSource(NEWS), 'ris');
    for (const line of body.trim().split('\n')) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- ?/);
    expect(body).toContain(`TI  - ${NEWS.title}\n`);
    expect(body).toMatch(/^TY {2}- NEWS$/m);
    expect(body).toMatch(/^AU {2}- Lovell, Jeremy$/m);
    expect(body).toMatch(/^DA {2}- 2005\/12\/14/m);
  });

  test('in BibTeX names the month by its macro and escapes every ampersand', () => {
    const { body } = citationFile(cslOfSource({ ...NEWS, url: 'https://example.org/a?b=1&c=2' }), 'bib');
    expect(body).toMatch(/^\tmonth = dec,$/m);
    expect(body).toContain('Missing \\& Exploited');
    expect(body).toContain('https://example.org/a?b=1&c=2');
  });
});
