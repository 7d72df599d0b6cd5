import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameFinder } from '@/domain/text-check/names';
import { placeFinder } from '@/domain/text-check/places';
import { termSet, termsOf } from '@/domain/text-check/terms';

const TEXT = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'the ',
        'ILO ',
        'UNICEF',
        ' children',
        'Thailand',
        'US',
        ' trafficked ',
        '1.8 million ',
        '. ',
        'É',
      ),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join('')),
);

describe('the terms of a text', () => {
  const same = (...texts: string[]) => expect(new Set(texts.map((text) => [...termSet(text)].join())).size).toBe(1);

  it('are the same for what is said in many ways', () => {
    same('child sexual abuse material', 'CSAM', 'child pornography', 'indecent images');
    same('forced labour', 'forced labor', 'slavery', 'modern slavery');
    same('organisations', 'organizations', 'Organisation');
    same('exploited', 'exploitation', 'exploiting');
    same('countries', 'Country');
  });

  it('keep apart what differs', () => {
    const names = ['forced labour', 'CSAM', 'trafficked', 'sextortion', 'children', 'girls', 'migrants', 'refugees'];
    expect(new Set(names.map((name) => [...termSet(name)].join())).size).toBe(names.length);
  });

  it('say where each of them stands, and leave out numbers and small words', () => {
    expect(termsOf('According to the 1.8 million people')).toEqual([]);
    expect(termsOf('Children were trafficked for sexual exploitation')).toEqual([
      { term: 'child', at: 0 },
      { term: 'traffic', at: 14 },
      { term: 'sexual-exploitation', at: 29 },
    ]);
  });

  it('lie in the text, in order, whatever it is', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const places = termsOf(text).map(({ at }) => at);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places.every((at) => at >= 0 && at < text.length)).toBe(true);
      }),
    );
  });
});

describe('a body that is named', () => {
  const find = nameFinder(['ILO', 'UNICEF', 'Reuters', 'Wikipedia', 'World', 'C++ (x']);
  const names = (text: string) => find(text).map(({ name }) => name);

  it.each([
    ['the International Labour Organization says', ['ILO']],
    ['the International Labor Office', ['ILO']],
    ['the I.L.O. says', ['ILO']],
    ['UNICEF and the ILO', ['UNICEF', 'ILO']],
    ["the United Nations Children's Fund", ['UNICEF']],
    ['the UN children’s fund', ['UNICEF']],
    ['UN Office on Drugs and Crime', ['UNODC']],
    ['WHO estimates', ['WHO']],
    ['Reuters reports', ['Reuters']],
    ['C++ (x says', ['C++ (x']],
  ])('is known by each of its names: %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each(['those who say', 'a meta analysis', 'a thorn', 'iloilo', 'the World', 'Wikipedia'])(
    'is not seen in a word that only looks like it: %s',
    (text) => {
      expect(names(text)).toEqual([]);
    },
  );

  it('does not speak where only a thing is named that it runs', () => {
    expect(find('the CyberTipline')).toMatchObject([{ name: 'NCMEC', isSpeaker: false }]);
    expect(find('NCMEC')).toMatchObject([{ name: 'NCMEC', isSpeaker: true }]);
  });

  it('stands in the text where it is said to stand', () => {
    expect(find('Says the ILO so.')).toEqual([{ name: 'ILO', at: 9, end: 12, isSpeaker: true }]);
    const words = (text: string) => find(text).map(({ at, end }) => text.slice(at, end));
    expect(words('So says the ILO. UNICEF agrees with the ILO.')).toEqual(['ILO', 'UNICEF', 'ILO']);
    expect(words('The I.L.O. and U.N.I.C.E.F. agree')).toEqual(['I.L.O.', 'U.N.I.C.E.F.']);
    fc.assert(
      fc.property(TEXT, (text) => {
        for (const { at, end } of find(text)) expect(text.slice(at, end).trim()).not.toBe('');
      }),
    );
  });
});

describe('a place that is named', () => {
  const find = placeFinder(
    Object.entries({
      '001': 'World',
      '142': 'Asia',
      '002': 'Africa',
      '202': 'Sub-Saharan Africa',
      '150': 'Europe',
      '011': 'Western Africa',
      '014': 'Eastern Africa',
      '017': 'Middle Africa',
      '018': 'Southern Africa',
      '030': 'Eastern Asia',
      '034': 'Southern Asia',
      '035': 'South-eastern Asia',
      '145': 'Western Asia',
      '419': 'Latin America and the Caribbean',
      '021': 'Northern America',
      CF: 'Central African Republic',
      AS: 'American Samoa',
      IE: 'Ireland',
      CA: 'Canada',
      TH: 'Thailand',
      US: 'United States',
      GB: 'United Kingdom',
      KR: 'Republic of Korea',
      TR: 'Türkiye',
      NE: 'Niger',
      NG: 'Nigeria',
      ZA: 'South Africa',
    }).map(([code, name]) => ({ code, name, within: [] })),
  );
  const codes = (text: string) => find(text).map(({ place }) => place.code);

  it.each([
    ['in Thailand', ['TH']],
    ['Thai children', ['TH']],
    ['in the US', ['US']],
    ['the U.S. government', ['US']],
    ['American families', ['US']],
    ['the UK', ['GB']],
    ['British girls', ['GB']],
    ['South Korean boys', ['KR']],
    ['in Turkey', ['TR']],
    ['Niger and Nigeria', ['NE', 'NG']],
    ['sub-Saharan Africa', ['202']],
    ['South Africa', ['ZA']],
    ['South-East Asia', ['035']],
    ['from Asia to Africa', ['142', '002']],
    ['Southeast Asian children', ['035']],
    ['South-East Asian children', ['035']],
    ['South‑East Asia', ['035']],
    ['East Asian and South Asian girls', ['030', '034']],
    ['Middle Eastern states', ['145']],
    ['West African children', ['011']],
    ['Eastern and Southern Africa', ['014', '018']],
    ['West and Central Africa', ['011', '017']],
    ['South, East and South-East Asia', ['034', '030', '035']],
    ['Southern African states and South African ones', ['018', 'ZA']],
    ['the Central African Republic', ['CF']],
    ['Latin American and North American girls', ['419', '021']],
    ['African American girls', ['US']],
    ['American Samoa', ['AS']],
    ['Northern Ireland and Ireland', ['GB', 'IE']],
    ['THE UNITED STATES OF AMERICA', ['US']],
    ['AMERICA', ['US']],
    ['the USA', ['US']],
    ['the EU and the European Union', ['EU', 'EU']],
    ['in the US and Canada', ['US', 'CA']],
  ])('is known by its names and by those of its people: %s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each([
    'US$ 5 million',
    'US$5 million',
    'ten million US dollars',
    'ten Canadian dollars',
    'eu',
    'Us girls',
    'North Asian, Central Asia and Northern Europe',
    'Central American',
  ])('is not seen where something else is named by it: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it.each(['tell us', 'a turkey', 'whales', 'around the World', 'JUST'])(
    'is not seen in a word that only looks like it: %s',
    (text) => {
      expect(codes(text)).toEqual([]);
    },
  );

  it('stands in the text where it is said to stand', () => {
    const text = 'They live in Thailand.';
    expect(find(text).map(({ at, end }) => text.slice(at, end))).toEqual(['Thailand']);
  });
});
