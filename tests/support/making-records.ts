import { expect } from 'vitest';
import { getDraft } from '../../src/features/drafts/data';
import { beginDraft, publishDraft, saveDraft, submitDraft } from '../../src/features/drafts/mutations';
import { EDITOR, SENIOR } from './actors';

// Records that go the whole way, from a draft to what is public.

const VERIFICATION = { level: 'copy', confidence: 'high', how: 'Read in a test.' };

/** A whole source, without id and key. */
export const SOURCE = {
  shortName: 'Test 2026',
  organisation: 'Test',
  type: 'report',
  title: 'A report that a test made up',
  author: [{ literal: 'Test' }],
  issued: '2026',
  publisher: null,
  publisherPlace: null,
  containerTitle: null,
  volume: null,
  issue: null,
  page: null,
  numberOfPages: null,
  number: null,
  doi: null,
  isbn: null,
  url: null,
  citedAs: null,
  says: null,
  note: null,
  standing: 'stands',
  standingReason: null,
  verification: VERIFICATION,
};

/** A whole claim with one citation, of the source that has this key. */
export function claimContent(source: string, citationKey: string) {
  return {
    statement: 'A test counts twelve children in a made-up place.',
    figure: {
      kind: 'count',
      value: 12,
      low: null,
      high: null,
      interval: null,
      unit: 'children',
      bound: 'exact',
      direction: null,
      asPrinted: 'twelve',
      of: null,
    },
    population: { group: 'children', description: 'children in a test', ageMin: null, ageMax: 17 },
    geography: '001',
    geographyNote: null,
    period: { start: '2020', end: '2020', measure: 'stock', label: null },
    topics: ['online'],
    definition: null,
    doesNotMeasure: ['Anything outside this test.'],
    series: null,
    standing: 'stands',
    standingReason: null,
    methodNote: { kind: 'census', description: null, frame: null, sample: null, limits: [] },
    citations: [
      {
        key: citationKey,
        source,
        locator: 'p. 1',
        figureAsPrinted: 'twelve',
        role: 'states',
        originState: 'origin',
        drawnFrom: null,
        searchLog: null,
        distortions: [],
        note: null,
        quote: { exact: 'twelve children', prefix: null, suffix: 'in all' },
        verification: VERIFICATION,
      },
    ],
    relations: [],
    verification: VERIFICATION,
  };
}

type Began = Awaited<ReturnType<typeof beginDraft>>;
export const idOf = (begun: Began) => {
  if (!begun.ok) throw new Error(begun.problem);
  return begun.id;
};

/** From nothing to a published record. */
async function publishNew(kind: 'source' | 'claim', content: (recordId: string) => object): Promise<string> {
  const id = idOf(await beginDraft(EDITOR, { kind, recordId: null }));
  const draft = await getDraft(EDITOR, id);
  const recordId = draft?.recordId ?? '';
  expect(await saveDraft(EDITOR, id, 1, { ...content(recordId) })).toEqual({ ok: true, version: 2 });
  expect(await submitDraft(EDITOR, id, 2)).toEqual({ ok: true, version: 3 });
  expect(await publishDraft(SENIOR, id, 3, null)).toEqual({ ok: true, recordId });
  return recordId;
}

export const newSource = (changes: object = {}) => publishNew('source', () => ({ ...SOURCE, ...changes }));
export const newClaim = (source: string) =>
  publishNew('claim', (id) => claimContent(source.toLowerCase(), `${id.toLowerCase()}.1`));

/** Changes a published record by a draft, and publishes it. */
export async function republish(recordId: string, change: (content: Record<string, unknown>) => object): Promise<void> {
  const kind = recordId.startsWith('C') ? 'claim' : 'source';
  const id = idOf(await beginDraft(EDITOR, { kind, recordId }));
  const draft = await getDraft(EDITOR, id);
  if (draft === null) throw new Error(`${id} was just begun`);
  expect(await saveDraft(EDITOR, id, draft.version, { ...change(draft.content) })).toMatchObject({ ok: true });
  expect(await submitDraft(EDITOR, id, draft.version + 1)).toMatchObject({ ok: true });
  expect(await publishDraft(SENIOR, id, draft.version + 2, 'A test changes it.')).toEqual({ ok: true, recordId });
}
