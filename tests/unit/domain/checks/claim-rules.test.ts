import { describe, expect, test } from 'vitest';
import { checkClaim, checkTogether } from '@/domain/checks/run';
import type { CheckedClaim } from '@/domain/checks/subject';
import { checkedCitation, checkedClaim, checkedSource, TODAY } from '../../../support/checked-claim';

const found = (change: Partial<CheckedClaim>) =>
  checkClaim(checkedClaim(change), { today: TODAY }).map(({ rule, severity }) => `${rule} ${severity}`);

test('a claim with all its footing has nothing to find', () => {
  expect(found({})).toEqual([]);
});

describe('the record itself', () => {
  test.each<[string, Partial<CheckedClaim>, string[]]>([
    ['an origin without a page', { citations: [checkedCitation({ locator: null })] }, ['PL001 warning']],
    [
      'a web page needs no page',
      { citations: [checkedCitation({ locator: null, source: checkedSource({ type: 'webpage' }) })] },
      [],
    ],
    [
      'a citation passed on, without a date',
      {
        citations: [
          checkedCitation(),
          checkedCitation({ id: 2, originState: 'drawn', source: checkedSource({ issued: null }) }),
        ],
      },
      ['PL001 note'],
    ],
    [
      'who argues with a figure is not asked for a page',
      {
        citations: [
          checkedCitation(),
          checkedCitation({ id: 2, originState: 'drawn', role: 'disputes', locator: null }),
        ],
      },
      [],
    ],
    ['nothing leads to an origin', { support: { citations: 2, roots: 0, untraced: 2, looped: 0 } }, ['PL002 warning']],
    [
      'passed on at twice the number',
      {
        citations: [
          checkedCitation(),
          checkedCitation({ id: 2, originState: 'drawn', distortions: [{ kind: 'inflated', note: 'Doubled.' }] }),
        ],
      },
      ['PL003 warning'],
    ],
    [
      'only rounded on the way',
      {
        citations: [
          checkedCitation(),
          checkedCitation({ id: 2, originState: 'drawn', distortions: [{ kind: 'rounded', note: 'To two million.' }] }),
        ],
      },
      ['PL003 note'],
    ],
    [
      'itself a misquotation',
      {
        status: 'misquotation',
        relations: [{ kind: 'misquotation-of', direction: 'outgoing', claim: { id: 'C46', statement: 'Two shares.' } }],
      },
      ['PL003 warning'],
    ],
    ['judged by nobody', { reliability: 'not-graded', provisional: true }, ['PL004 warning']],
    ['judged for the time being', { provisional: true }, ['PL004 note']],
    [
      'under review',
      { underReview: { since: '2026-02-01T00:00:00Z', reasons: ['A source changed.'] } },
      ['PL005 warning'],
    ],
    [
      'low, and its method note names no limit',
      {
        reliability: 'low',
        methodNote: { kind: 'modelled-estimate', description: null, frame: null, sample: null, limits: [] },
      },
      ['PL006 note'],
    ],
    ['low, with its limits', { reliability: 'low' }, []],
    [
      'superseded',
      {
        status: 'superseded',
        relations: [{ kind: 'supersedes', direction: 'incoming', claim: { id: 'C9', statement: 'A later one.' } }],
      },
      ['PL007 warning'],
    ],
    ['disputed', { status: 'disputed', standingReason: 'The work gives another number.' }, ['PL008 warning']],
    [
      'its work was taken back',
      { citations: [checkedCitation({ source: checkedSource({ standing: 'retracted' }) })] },
      ['PL008 warning'],
    ],
    ['no period', { period: { start: null, end: null, measure: 'stock', label: null } }, ['PL012 warning']],
    [
      'said of today, of 2004',
      {
        statement: 'There are 1.8 million children in prostitution worldwide.',
        period: { start: '2004', end: '2004', measure: 'stock', label: null },
      },
      ['PL013 note'],
    ],
    [
      'ten years are not more than ten',
      {
        statement: 'There are 1.8 million children in prostitution worldwide.',
        period: { start: '2016', end: '2016', measure: 'stock', label: null },
      },
      [],
    ],
    [
      'a share of nothing',
      { figure: { ...checkedClaim().figure, kind: 'percentage', value: 20, unit: 'per cent' } },
      ['PL015 warning'],
    ],
    ['five citations of one work', { support: { citations: 5, roots: 1, untraced: 0, looped: 0 } }, ['PL018 note']],
    ['five citations of two works', { support: { citations: 5, roots: 2, untraced: 0, looped: 0 } }, []],
    [
      'a dead link without a copy',
      { citations: [checkedCitation({ source: checkedSource({ link: 'broken', archivedAt: null }) })] },
      ['PL022 warning'],
    ],
    [
      'a dead link with a copy',
      { citations: [checkedCitation({ source: checkedSource({ link: 'broken' }) })] },
      ['PL022 note'],
    ],
    [
      'a link that works and is kept nowhere',
      { citations: [checkedCitation({ source: checkedSource({ archivedAt: null }) })] },
      ['PL022 note'],
    ],
    [
      'a DOI outlives its address',
      { citations: [checkedCitation({ source: checkedSource({ archivedAt: null, doi: '10.1234/x' }) })] },
      [],
    ],
    [
      'known from the founding document only',
      { verification: { level: 'founding-document', confidence: 'low', how: 'Only there.' } },
      ['PL023 warning'],
    ],
    [
      'rule and record differ',
      {
        citations: [
          checkedCitation({
            disagreement: {
              computedOnly: ['8.1 → 8.3'],
              recordedOnly: [],
            },
          }),
        ],
      },
      ['PL024 note'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(found(change)).toEqual(expected);
  });
});

test('one work cited twice has one dead link', () => {
  const source = checkedSource({ link: 'broken', archivedAt: null });
  expect(
    found({ citations: [checkedCitation({ source }), checkedCitation({ id: 2, originState: 'drawn', source })] }),
  ).toEqual(['PL022 warning']);
});

test('what is superseded names its successor', () => {
  const [finding] = checkClaim(
    checkedClaim({
      status: 'superseded',
      relations: [{ kind: 'supersedes', direction: 'incoming', claim: { id: 'C39', statement: 'A later one.' } }],
    }),
    { today: TODAY },
  );
  expect(finding?.message).toContain('C39');
  expect(finding?.remedy).toContain('C39');
});

test('claims of another place and measure are not set side by side, whatever their order', () => {
  const flow = checkedClaim({ id: 'C2', period: { start: '2021', end: '2021', measure: 'flow', label: null } });
  for (const claims of [
    [checkedClaim(), flow],
    [flow, checkedClaim()],
  ]) {
    const [finding, ...more] = checkTogether(claims, { today: TODAY });
    expect(finding).toMatchObject({ rule: 'PL019', severity: 'warning' });
    expect(finding?.message).toContain('stock or flow');
    expect(more).toEqual([]);
  }
  expect(checkTogether([checkedClaim(), checkedClaim({ id: 'C2' })], { today: TODAY })).toEqual([]);
  expect(checkTogether([checkedClaim()], { today: TODAY })).toEqual([]);
});
