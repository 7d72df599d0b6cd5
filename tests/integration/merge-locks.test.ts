import { expect, test } from 'vitest';
import { getClaim } from '@/features/claims/data';
import { getDraft } from '@/features/drafts/data';
import { beginDraft, publishDraft, saveDraft, submitDraft } from '@/features/drafts/mutations';
import { changeStanding, mergeRecords } from '@/features/records/mutations';
import { actor, EDITOR, SENIOR } from '../support/actors';
import { handIn, roundFor } from '../support/appraising';
import { claimContent, idOf, newClaim, newSource, SOURCE } from '../support/making-records';

// Everybody takes locks in one order: drafts, records, rounds, the index, grades, the history. Whoever does not is found
// here, because PostgreSQL then ends one of the two with "deadlock detected".

const TIMES = 25;
const TEST = { timeout: 180_000 };

/** A draft of a new claim that cites this source and relates to this claim, handed in. */
async function handedIn(source: string, other: string, name: string): Promise<string> {
  const content = claimContent(source.toLowerCase(), `${name}.1`);
  const relations = [{ kind: 'contradicts', to: other.toLowerCase(), note: null, seriesBreak: false }];
  const id = idOf(await beginDraft(EDITOR, { kind: 'claim', recordId: null, content: { ...content, relations } }));
  await submitDraft(EDITOR, id, 1);
  return id;
}

test('publishing and merging what is published can run at the same time, over and over', TEST, async () => {
  const counted = { published: 0, merged: 0, clashes: 0 };
  const stays = await newSource();
  const other = await newClaim(stays);
  for (let n = 0; n < TIMES; n += 1) {
    const goes = await newSource();
    const doubled = await newClaim(goes);
    const ids = [await handedIn(goes, other, `run-${n}-a`), await handedIn(stays, doubled, `run-${n}-b`)];
    const [one, two, merged, mergedClaim] = await Promise.all([
      ...ids.map((id) => publishDraft(SENIOR, id, 2, null)),
      mergeRecords(SENIOR, goes, stays, 'The same report.'),
      mergeRecords(actor('Sora Senior', 'senior-editor'), doubled, other, 'The same figure.'),
    ]);
    for (const outcome of [merged, mergedClaim]) {
      expect(outcome).toEqual({ ok: true });
      counted.merged += 1;
    }
    for (const outcome of [one, two]) {
      if (outcome?.ok) counted.published += 1;
      // The draft was named anew by the merge: whoever publishes has to look at it again.
      else expect(outcome).toMatchObject({ problem: 'conflict' });
    }
    for (const id of ids) {
      const draft = await getDraft(EDITOR, id);
      if (draft?.state === 'published') {
        expect((await getClaim(draft.recordId))?.citations[0]?.source.id).toBe(stays);
      } else {
        expect(JSON.stringify(draft?.content)).not.toMatch(new RegExp(`"(${goes}|${doubled})"`, 'i'));
        counted.clashes += 1;
      }
    }
  }
  expect(counted.merged).toBe(2 * TIMES);
  expect(counted.published + counted.clashes).toBe(2 * TIMES);
  expect(counted.published).toBeGreaterThan(0);
});

test(
  'a round that closes and a change of the source that first states its claim can run at the same time',
  TEST,
  async () => {
    const [ana, ben] = [actor('Ana Appraiser', 'editor'), actor('Ben Appraiser', 'editor')];
    const levels = { 'method-certainty': 'low', reliability: 'low' };
    for (let n = 0; n < TIMES; n += 1) {
      const source = await newSource();
      const claim = await newClaim(source);
      const round = await roundFor(claim, [ana, ben]);
      const ofSource = await roundFor(source, [ana, ben]);
      await handIn(ana, round, levels);
      await handIn(ana, ofSource, { 'source-reliability': 'D' });
      const id = idOf(await beginDraft(EDITOR, { kind: 'source', recordId: source }));
      await saveDraft(EDITOR, id, 1, { ...SOURCE, title: `Edition ${n}` });
      await submitDraft(EDITOR, id, 2);
      const done = await Promise.all([
        handIn(ben, round, levels),
        handIn(ben, ofSource, { 'source-reliability': 'D' }),
        publishDraft(SENIOR, id, 3, 'A new edition.'),
        changeStanding(SENIOR, claim, 1, 'disputed', 'Its footing is contested.'),
      ]);
      expect(done.map(({ ok }) => ok)).toEqual([true, true, true, true]);
      // Whoever came first: what one of the two had not seen is never lost.
      const reasons = (await getClaim(claim))?.grades.underReview?.reasons ?? [];
      expect(reasons).toEqual(
        expect.arrayContaining([
          'Its standing changed.',
          `The grade of ${source}, which first states it, changed.`,
          `${source}, which first states it, changed: Its bibliographic record changed.`,
        ]),
      );
    }
  },
);
