import { expect, test } from 'vitest';
import { listQueues } from '@/features/appraisals/data';
import { loadRound, loadStart } from '@/features/appraisals/loaders';
import { saveAppraisal } from '@/features/appraisals/mutations';
import { getClaim } from '@/features/claims/data';
import { getDraft } from '@/features/drafts/data';
import { beginDraft, publishDraft, saveDraft, submitDraft } from '@/features/drafts/mutations';
import { listLatestChanges } from '@/features/history/data';
import { listQueue } from '@/features/queues/data';
import { QueueFilters } from '@/features/queues/schema';
import { actor, EDITOR, SENIOR } from '../support/actors';
import { handIn, instrument, roundFor, wholeDraft } from '../support/appraising';
import { claimContent, idOf, newClaim, newSource, SOURCE } from '../support/making-records';

// Grading sources and claims that are still drafts.

const ANA = actor('Ana Appraiser', 'editor');
const BEN = actor('Ben Appraiser', 'editor');
const BOTH = [ANA, BEN];
const SOURCE_D = { 'source-reliability': 'D' };
const CLAIM_MODERATE = { 'method-certainty': 'moderate', reliability: 'moderate' };
const gradeChanged = (source: string) => `The grade of ${source}, which first states it, changed.`;

type Made = { draft: string; id: string };

async function draftOf(kind: 'source' | 'claim', content: object): Promise<Made> {
  const draft = idOf(await beginDraft(EDITOR, { kind, recordId: null, content: { ...content } }));
  return { draft, id: (await getDraft(EDITOR, draft))?.recordId ?? '' };
}

const draftSource = (changes: object = {}) => draftOf('source', { ...SOURCE, ...changes });
const draftClaim = (source: string) =>
  draftOf('claim', claimContent(source.toLowerCase(), `of-${source.toLowerCase()}.1`));

async function settle(subject: string, levels: Record<string, string>): Promise<number> {
  const round = await roundFor(subject, BOTH);
  for (const person of BOTH) await handIn(person, round, levels);
  return round;
}

async function publish({ draft, id }: Made): Promise<void> {
  const version = (await getDraft(EDITOR, draft))?.version ?? 0;
  expect(await submitDraft(EDITOR, draft, version)).toMatchObject({ ok: true });
  expect(await publishDraft(SENIOR, draft, version + 1, null)).toEqual({ ok: true, recordId: id });
}

/** What is proposed for the claim to one who answered everything, and judged its method moderate. */
async function proposedFor(claim: string): Promise<{ level: string; reasons: string[] } | undefined> {
  const round = await roundFor(claim, [ANA]);
  const draft = wholeDraft(instrument('jbi-prevalence'), { levels: CLAIM_MODERATE });
  expect(await saveAppraisal(ANA, round, draft)).toEqual({ ok: true });
  return (await loadRound(ANA, String(round)))?.proposals.reliability;
}

const reasonsOf = async (claim: string) => (await getClaim(claim))?.grades.underReview?.reasons ?? [];

test('what two settled of a source that is still a draft counts in the proposal for a claim that it first states', async () => {
  const source = await draftSource();
  const claim = await draftClaim(source.id);
  await settle(source.id, SOURCE_D);
  const proposal = await proposedFor(claim.id);
  expect(proposal?.level).toBe('low');
  expect(proposal?.reasons).toContain('The work that first states it is not usually reliable.');
});

test('of a draft source that was settled twice the later outcome counts, and one that differs counts nothing', async () => {
  const source = await draftSource();
  await settle(source.id, SOURCE_D);
  await settle(source.id, { 'source-reliability': 'E' });
  const again = await roundFor(source.id, BOTH);
  await handIn(ANA, again, { 'source-reliability': 'A' });
  await handIn(BEN, again, { 'source-reliability': 'B' });
  expect((await proposedFor((await draftClaim(source.id)).id))?.level).toBe('very-low');
});

test('a claim that was graded before its draft source was is under review from the moment it is published', async () => {
  const source = await draftSource();
  const claim = await draftClaim(source.id);
  const round = await settle(claim.id, CLAIM_MODERATE);
  await settle(source.id, SOURCE_D);
  expect((await loadRound(ANA, String(round)))?.movedOn.map(({ reasons }) => reasons)).toEqual([
    [gradeChanged(source.id)],
    [gradeChanged(source.id)],
  ]);
  await publish(source);
  await publish(claim);
  expect(await reasonsOf(claim.id)).toEqual([gradeChanged(source.id)]);
});

test('a claim that was graded after its draft source was is not under review for the publishing of both', async () => {
  const source = await draftSource();
  const claim = await draftClaim(source.id);
  await settle(source.id, SOURCE_D);
  await settle(claim.id, { 'method-certainty': 'moderate', reliability: 'low' });
  await publish(source);
  await publish(claim);
  expect(await getClaim(claim.id)).toMatchObject({ grades: { provisional: false, underReview: null } });
});

test('a claim is under review where its draft source was published as something else than what was read', async () => {
  const source = await draftSource();
  const claim = await draftClaim(source.id);
  await settle(claim.id, CLAIM_MODERATE);
  await saveDraft(EDITOR, source.draft, 1, { ...SOURCE, title: 'Quite another title' });
  await publish(source);
  await publish(claim);
  expect(await reasonsOf(claim.id)).toEqual([
    `${source.id}, which first states it, changed: Its bibliographic record changed.`,
  ]);
});

test('the grade of a published claim is under review when the source that first states it is graded after it', async () => {
  const source = await newSource();
  const claim = await newClaim(source);
  await settle(claim, CLAIM_MODERATE);
  await settle(source, SOURCE_D);
  expect(await reasonsOf(claim)).toEqual([gradeChanged(source)]);
  await settle(claim, CLAIM_MODERATE);
  expect(await reasonsOf(claim)).toEqual([]);
});

test('whoever appraises a draft is led to it, and to the works that it cites with their addresses, origins first', async () => {
  const published = await newSource({
    shortName: 'Second 2020',
    doi: '10.1234/second',
    url: 'https://second.example.org/',
  });
  const source = await draftSource({ url: 'https://first.example.org/report' });
  const content = claimContent(source.id.toLowerCase(), 'reading.1');
  const [origin] = content.citations;
  const onward = {
    ...origin,
    key: 'reading.2',
    source: published.toLowerCase(),
    originState: 'drawn',
    drawnFrom: 'reading.1',
  };
  const claim = await draftOf('claim', { ...content, citations: [onward, origin] });
  const first = { id: source.id, draft: source.draft, address: 'https://first.example.org/report', isOrigin: true };
  const second = { id: published, draft: null, address: 'https://doi.org/10.1234/second', isOrigin: false };
  const round = String(await roundFor(claim.id, [ANA]));
  expect(await loadRound(ANA, round)).toMatchObject({ subject: { draft: claim.draft }, works: [first, second] });
  expect(await loadStart(ANA, source.id)).toMatchObject({ works: [{ ...first, isOrigin: false }] });
  expect(await loadStart(ANA, published)).toMatchObject({ works: [second] });
});

test('an address that is no web address, or of a host that is never linked, is no link on the page of an appraisal', async () => {
  for (const url of ['javascript:alert(1)', 'https://report.onion/', 'nowhere', 12]) {
    const source = await draftSource({ url });
    expect((await loadStart(ANA, source.id))?.works).toMatchObject([{ id: source.id, address: null }]);
  }
});

test('a draft over which two differ stands in both lists with what it says, and not with its id', async () => {
  const [source, claim] = [await draftSource(), await draftClaim('S1')];
  const rounds = [await roundFor(source.id, BOTH), await roundFor(claim.id, BOTH)];
  for (const person of BOTH) {
    const isFirst = person === ANA;
    await handIn(person, rounds[0] ?? 0, { 'source-reliability': isFirst ? 'A' : 'B' });
    await handIn(person, rounds[1] ?? 0, { 'method-certainty': 'low', reliability: isFirst ? 'low' : 'very-low' });
  }
  const titles = [`${SOURCE.shortName}: ${SOURCE.title}`, claimContent('s1', 'x').statement];
  const { items } = await listQueue(ANA, 'differing', QueueFilters.parse({ order: 'newest' }));
  const listed = await listQueues(ANA);
  for (const [n, round] of rounds.entries()) {
    expect(items.find(({ subject }) => subject === `round:${round}`)?.title).toBe(titles[n]);
    expect(listed.find(({ id }) => id === round)?.title).toBe(titles[n]);
  }
});

test('who publishes a draft that two graded is named as its publisher, and not as who graded it', async () => {
  const source = await draftSource();
  await settle(source.id, SOURCE_D);
  await publish(source);
  const changes = await listLatestChanges(source.id);
  expect(changes.map(({ summary, actor: name }) => [summary, name])).toEqual([
    ['Published.', SENIOR.name],
    ['Graded by two editors, who agreed.', null],
  ]);
});
