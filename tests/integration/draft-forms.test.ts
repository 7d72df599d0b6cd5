import { describe, expect, test } from 'vitest';
import { Denied } from '@/domain/permission';
import { fieldsOf } from '@/domain/fields/field';
import { filled } from '@/domain/fields/completeness';
import { sectionsOf } from '@/domain/fields/form-parts';
import { formValues } from '@/domain/fields/form-values';
import type { Content } from '@/domain/fields/paths';
import { getDraft, listTyped } from '@/features/drafts/data';
import { adoptPublished, changeMember, saveForm } from '@/features/drafts/form-writer';
import { beginDraft, discardDraft, publishDraft, submitDraft } from '@/features/drafts/mutations';
import { previewOf } from '@/features/drafts/preview-data';
import { findCandidates } from '@/features/drafts/reference-data';
import type { SentForm, Typed } from '@/features/drafts/schema';
import { dropTyped, keepTyped } from '@/features/drafts/typing-writer';
import { findDuplicates } from '@/features/duplicates/data';
import { listMerged, survivorOf } from '@/features/documents/merged-data';
import { changeStanding, mergeRecords } from '@/features/records/mutations';
import { getRecord } from '@/features/documents/data';
import { actor, EDITOR, SENIOR } from '../support/actors';

const ADVOCATE = actor('Ada Advocate', 'advocate');

function fields(values: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) for (const text of [value].flat()) form.append(name, text);
  return form;
}

const SOURCE_FIELDS = {
  title: 'Counting what nobody counted: a made-up report',
  shortName: 'Made Up 2026',
  type: 'report',
  author: 'Example, Erin\nInstitute of Examples',
  issued: '2026-05',
  'verification.level': 'source',
  'verification.confidence': 'high',
  'verification.how': 'Made up by a test.',
};

const CLAIM_FIELDS = {
  statement: 'A made-up report counts 4,321 children in a place of its own.',
  doesNotMeasure: 'Children outside that place.\nAny other year.',
  topics: ['online'],
  'figure.kind': 'count',
  'figure.value': '4,321',
  'figure.unit': 'children',
  'figure.bound': 'exact',
  'population.group': 'children',
  'population.description': 'Children under 18.',
  'population.ageMax': '17',
  geography: 'Thailand',
  'period.start': '2020',
  'period.end': '2021',
  'period.measure': 'stock',
  'verification.level': 'source',
  'verification.confidence': 'high',
  'verification.how': 'Made up by a test.',
};

function sent(draft: { id: string; version: number }, form: SentForm['form'] = 'edit', member = ''): SentForm {
  return { draft: draft.id, version: draft.version, form, member, next: 'stay' };
}

/** A form as it is typed in, with the version that it was opened with and what it held then. */
function asInputs(draft: { version: number }, values: Record<string, string>): FormData {
  const base = Object.fromEntries(Object.keys(values).map((name) => [name, ['']]));
  return fields({ ...values, version: String(draft.version), base: JSON.stringify(base) });
}

/** What was kept, sent again as the form sends it. */
function asForm(typed: Typed | undefined): FormData {
  if (typed === undefined) throw new Error('nothing was kept');
  return fields(typed.inputs);
}

async function begun(kind: 'source' | 'claim', recordId: string | null = null) {
  const result = await beginDraft(EDITOR, { kind, recordId });
  if (!result.ok) throw new Error('not begun');
  return draftOf(result.id);
}

async function draftOf(id: string) {
  const draft = await getDraft(EDITOR, id);
  if (draft === null) throw new Error(`no draft ${id}`);
  return draft;
}

async function saved(
  draft: { id: string },
  values: Record<string, string | string[]>,
  form: SentForm['form'] = 'edit',
  member = '',
) {
  const result = await saveForm(EDITOR, sent(await draftOf(draft.id), form, member), fields(values));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return { ...(await draftOf(draft.id)), member: result.member };
}

async function published(draft: { id: string }): Promise<string> {
  const handed = await submitDraft(EDITOR, draft.id, (await draftOf(draft.id)).version);
  expect(handed).toMatchObject({ ok: true });
  const result = await publishDraft(SENIOR, draft.id, (await draftOf(draft.id)).version, 'A test.');
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.recordId;
}

async function wholeClaim(): Promise<{ claim: Awaited<ReturnType<typeof draftOf>>; sourceId: string }> {
  const source = await begun('source');
  await saved(source, { ...SOURCE_FIELDS, title: `${SOURCE_FIELDS.title} ${source.id}` });
  const sourceId = await published(source);
  const claim = await begun('claim');
  await saved(claim, CLAIM_FIELDS);
  await saved(claim, { 'methodNote.kind': 'census', 'methodNote.limits': 'Made up.\nTwice.' }, 'method');
  await saved(
    claim,
    {
      source: sourceId,
      role: 'states',
      originState: 'origin',
      'quote.exact': '4,321 children',
      'verification.level': 'source',
      'verification.confidence': 'high',
      'verification.how': 'A test.',
    },
    'citation',
  );
  return { claim: await draftOf(claim.id), sourceId };
}

describe('forms and drafts', () => {
  test('a source and a claim are made by forms alone, handed in and published', async () => {
    const { claim, sourceId } = await wholeClaim();
    expect(claim.content).toMatchObject({
      geography: 'TH',
      figure: { value: 4321, low: null },
      doesNotMeasure: ['Children outside that place.', 'Any other year.'],
      methodNote: { limits: ['Made up.', 'Twice.'] },
      citations: [{ key: `${claim.key}.${sourceId.toLowerCase()}`, source: sourceId.toLowerCase(), drawnFrom: null }],
    });
    expect(await previewOf(EDITOR, claim)).toMatchObject({
      kind: 'claim',
      claim: { geography: { name: 'Thailand' }, citations: [{ source: { id: sourceId } }] },
    });
    const id = await published(claim);
    expect(id).toBe(claim.recordId);
    const record = await getRecord('claim', Number(id.slice(1)));
    expect(record?.record.citations[0]?.quote).toEqual({ exact: '4,321 children', prefix: null, suffix: null });
  });

  test('an unfinished draft can be saved, words and all, and is not handed in', async () => {
    const draft = await begun('claim');
    const after = await saved(draft, { 'figure.value': 'about two million', statement: '' });
    expect(after.content).toMatchObject({ figure: { value: 'about two million' }, statement: null });
    expect(await submitDraft(EDITOR, draft.id, after.version)).toMatchObject({ ok: false, problem: 'incomplete' });
    expect(await previewOf(EDITOR, after)).toBeNull();
  });

  test('nothing that the form does not have gets into a draft', async () => {
    const draft = await begun('source');
    const after = await saved(draft, {
      title: 'T',
      id: 'S1',
      key: 'ilo-2002',
      standing: 'retracted',
      'appraisal.reliability': 'A',
    });
    expect(after.content).toMatchObject({ title: 'T', standing: 'stands' });
    expect(after.content).not.toHaveProperty('id');
    expect(after.content).not.toHaveProperty('appraisal');
    expect(after.recordId).toBe(draft.recordId);
  });

  test('a field of 10 MB changes nothing and says so, and the others are saved', async () => {
    const draft = await begun('source');
    await saved(draft, { says: 'Before.' });
    const result = await saveForm(
      EDITOR,
      sent(await draftOf(draft.id)),
      fields({ says: 'x'.repeat(10_485_760), title: 'Kept' }),
    );
    expect(result).toMatchObject({
      ok: true,
      tooLong: [{ path: 'says', message: expect.stringContaining('10,485,760') }],
    });
    expect((await draftOf(draft.id)).content).toMatchObject({ says: 'Before.', title: 'Kept' });
  });

  test('words that mean several records stay words until one is chosen', async () => {
    const draft = await begun('claim');
    const first = await saved(draft, { source: 'ILO', role: 'reports' }, 'citation');
    expect(first.content.citations).toMatchObject([{ source: 'ILO' }]);
    const candidates = await findCandidates(EDITOR, 'source', 'ILO');
    expect(candidates.length).toBeGreaterThan(1);
    const [chosen] = candidates;
    const after = await saved(draft, { source: 'ILO', 'pick:source': chosen?.value ?? '' }, 'citation', first.member);
    expect(after.content.citations).toMatchObject([{ source: chosen?.value, role: 'reports' }]);
  });

  test('citations move up and are taken out one by one', async () => {
    const { claim } = await wholeClaim();
    const second = await saved(
      claim,
      { source: 'S1', role: 'reports', originState: 'drawn', drawnFrom: 'x' },
      'citation',
    );
    const keys = (content: Content) => (content.citations as Content[]).map(({ key }) => key);
    const [one, two] = keys(second.content);
    const step = { draft: claim.id, form: 'citation', member: String(two) } as const;
    expect(await changeMember(EDITOR, { ...step, step: 'up', version: second.version })).toMatchObject({ ok: true });
    expect(keys((await draftOf(claim.id)).content)).toEqual([two, one]);
    expect(await changeMember(EDITOR, { ...step, step: 'remove', version: second.version })).toMatchObject({
      ok: false,
    });
    expect(await changeMember(EDITOR, { ...step, step: 'remove', version: second.version + 1 })).toMatchObject({
      ok: true,
    });
    expect(keys((await draftOf(claim.id)).content)).toEqual([one]);
  });
});

describe('two editors at one draft', () => {
  test('the second sees both versions of what differs, loses nothing, and chooses', async () => {
    const draft = await begun('source');
    const opened = await saved(draft, { title: 'First', shortName: 'F', says: 'Old.' });
    const all = fieldsOf(sectionsOf('source', 'edit') ?? []);
    const base = JSON.stringify(formValues(all, filled('source', opened.content)));
    await saved(draft, { title: 'Theirs', says: 'Their words.' });
    const mine = { title: 'Mine', shortName: 'Mine too', says: 'Old.', base };
    const clash = await saveForm(SENIOR, sent(opened), fields(mine));
    if (clash.ok || clash.problem !== 'conflict') throw new Error('the first version was overwritten');
    expect(clash.clash.fields).toEqual([
      { path: 'title', label: 'Title', mine: 'Mine', theirs: 'Theirs', choice: 'mine', both: true },
      expect.objectContaining({ path: 'says', mine: 'Old.', theirs: 'Their words.', choice: 'theirs', both: false }),
    ]);
    expect((await draftOf(draft.id)).content).toMatchObject({ title: 'Theirs', says: 'Their words.' });
    const chosen: Record<string, string | string[]> = {
      ...Object.fromEntries(Object.entries(clash.clash.values).map(([name, texts]) => [name, [...texts]])),
      'choice:title': 'theirs',
      'choice:says': 'theirs',
    };
    const version = clash.clash.version;
    const after = await saveForm(SENIOR, sent({ id: draft.id, version }), fields(chosen));
    expect(after).toMatchObject({ ok: true });
    expect((await draftOf(draft.id)).content).toMatchObject({
      title: 'Theirs',
      shortName: 'Mine too',
      says: 'Their words.',
    });
  });

  test('who worked on different forms of one claim both have what they wrote', async () => {
    const draft = await begun('claim');
    await saved(draft, { statement: 'A sentence of somebody else.' });
    const method = fieldsOf(sectionsOf('claim', 'method') ?? []);
    const base = JSON.stringify(formValues(method, filled('claim', draft.content)));
    const result = await saveForm(SENIOR, sent(draft, 'method'), fields({ 'methodNote.sample': 'Twelve.', base }));
    expect(result).toMatchObject({ ok: true });
    expect((await draftOf(draft.id)).content).toMatchObject({
      statement: 'A sentence of somebody else.',
      methodNote: { sample: 'Twelve.' },
    });
  });

  test('what was typed and not saved is kept beside the draft, and saved or dropped', async () => {
    const draft = await begun('source');
    expect(await keepTyped(EDITOR, sent(draft), asInputs(draft, { title: 'Typed' }))).toBe('kept');
    expect(await draftOf(draft.id)).toEqual(draft);
    const [typed] = await listTyped(EDITOR, draft.id);
    expect(typed).toMatchObject({ form: 'edit', member: '', inputs: { title: ['Typed'], version: ['1'] } });
    expect(await saveForm(EDITOR, sent(draft), asForm(typed))).toMatchObject({ ok: true });
    expect((await draftOf(draft.id)).content.title).toBe('Typed');
    expect(await listTyped(EDITOR, draft.id)).toEqual([]);
    await keepTyped(EDITOR, sent(draft), asInputs(draft, { title: 'Given up' }));
    await dropTyped(EDITOR, { draft: draft.id, form: 'edit', member: '' });
    expect(await listTyped(EDITOR, draft.id)).toEqual([]);
  });

  test('two who type in one draft at once each keep what they typed, and neither sees what the other did', async () => {
    const draft = await begun('source');
    const other = actor('Olga Other', 'editor');
    await keepTyped(EDITOR, sent(draft), asInputs(draft, { says: 'Mine.', volume: '7' }));
    await keepTyped(other, sent(draft), asInputs(draft, { says: 'Theirs.' }));
    expect(await listTyped(EDITOR, draft.id)).toMatchObject([{ inputs: { says: ['Mine.'] } }]);
    expect(await saveForm(other, sent(draft), asForm((await listTyped(other, draft.id))[0]))).toMatchObject({
      ok: true,
    });
    // What the one saves does not take away what the other typed, nor does it stop them from typing on.
    const [mine] = await listTyped(EDITOR, draft.id);
    expect(mine?.inputs).toMatchObject({ says: ['Mine.'] });
    expect(await keepTyped(EDITOR, sent(draft), asForm(mine))).toBe('behind');
    const clash = await saveForm(EDITOR, sent(draft), asForm(mine));
    expect(clash).toMatchObject({ problem: 'conflict', clash: { fields: [{ mine: 'Mine.', theirs: 'Theirs.' }] } });
    expect(await listTyped(EDITOR, draft.id)).toHaveLength(1);
  });

  test('what is typed in one form does not take the place of what was typed in another', async () => {
    const { claim } = await wholeClaim();
    await keepTyped(EDITOR, sent(claim), fields({ statement: 'Half a sentence' }));
    await keepTyped(EDITOR, sent(claim, 'method'), fields({ 'methodNote.frame': 'Half a frame' }));
    await saveForm(EDITOR, sent(claim, 'method'), fields({ 'methodNote.frame': 'A frame' }));
    expect(await listTyped(EDITOR, claim.id)).toMatchObject([
      { form: 'edit', inputs: { statement: ['Half a sentence'] } },
    ]);
  });

  test('nothing is kept for a draft that is closed or was never there, and characters that no text has are left out', async () => {
    const draft = await begun('source');
    await keepTyped(EDITOR, sent(draft), fields({ title: 'a\u0000b\ud800', $ACTION_1: 'x' }));
    expect((await listTyped(EDITOR, draft.id))[0]?.inputs).toEqual({ title: ['ab\ufffd'] });
    await discardDraft(EDITOR, draft.id, draft.version, null);
    expect(await keepTyped(EDITOR, sent(draft), fields({ title: 'Late' }))).toBe('gone');
    expect(await keepTyped(EDITOR, sent({ id: 'D999999999', version: 1 }), fields({ title: 'X' }))).toBe('gone');
  });

  test('a record that moved on under a draft is shown and taken field by field before it is published', async () => {
    const source = await begun('source');
    await saved(source, { ...SOURCE_FIELDS, title: `Moved on ${source.id}` });
    const id = await published(source);
    const draft = await begun('source', id);
    await saved(draft, { says: 'Mine.' });
    const number = Number(id.slice(1));
    const before = await getRecord('source', number);
    await changeStanding(SENIOR, id, before?.version ?? 0, 'disputed', 'A test disputes it.');
    const handed = await draftOf(draft.id);
    await submitDraft(EDITOR, draft.id, handed.version);
    const late = await publishDraft(SENIOR, draft.id, handed.version + 1, 'Why.');
    expect(late).toMatchObject({ ok: false, problem: 'moved-on' });
    const asked = { draft: draft.id, version: handed.version + 1, published: (before?.version ?? 0) + 1 };
    // What was published after the page was made is looked at first.
    expect(await adoptPublished(SENIOR, { ...asked, published: before?.version ?? 0 }, fields({}))).toEqual({
      ok: false,
    });
    expect(await adoptPublished(SENIOR, asked, fields({ 'choice:says': 'mine' }))).toMatchObject({ ok: true });
    const adopted = await draftOf(draft.id);
    expect(adopted.baseVersion).toBe(adopted.publishedVersion);
    expect(await publishDraft(SENIOR, draft.id, adopted.version, 'Why.')).toMatchObject({ ok: true });
    expect((await getRecord('source', number))?.record).toMatchObject({ says: 'Mine.', standing: 'disputed' });
  });
});

describe('duplicates', () => {
  test('a source is found by its DOI, by the same title in other letters, and by one that is alike', async () => {
    const draft = await begun('source');
    await saved(draft, { ...SOURCE_FIELDS, title: 'Étude: children and FIGURES, a check', doi: '10.1234/Test.77' });
    const hits = (content: Content) => findDuplicates(EDITOR, 'source', content, null);
    expect(await hits({ doi: '10.1234/test.77' })).toMatchObject([{ draft: draft.id, why: 'the same DOI' }]);
    expect(await hits({ title: 'etude children and figures — a check!' })).toMatchObject([
      { draft: draft.id, why: 'the same title' },
    ]);
    const [alike] = await hits({ title: 'Etude: children and figures, another check' });
    expect(alike).toMatchObject({ draft: draft.id, why: 'a title that is nearly the same' });
    expect(await hits({ title: 'Étude: children and' })).toMatchObject([
      { draft: draft.id, why: 'a title that begins the same' },
    ]);
    expect(await hits({ title: 'Something else altogether' })).toEqual([]);
    expect(await findDuplicates(EDITOR, 'source', { doi: '10.1234/test.77' }, draft.recordId)).toEqual([]);
  });

  test('a claim is found by figure, population, place and time, among what is published and what is drafted', async () => {
    const { claim } = await wholeClaim();
    const like = {
      figure: { kind: 'count', value: 4321 },
      population: { group: 'children' },
      geography: 'TH',
      period: { start: '2021' },
    };
    const ids = async (content: Content) =>
      (await findDuplicates(EDITOR, 'claim', content, null)).map((hit) => hit.draft);
    expect(await ids(like)).toContain(claim.id);
    const [hit] = await findDuplicates(EDITOR, 'claim', like, null);
    expect(hit?.why).toBe('the same figure, people and place, in a period that may overlap');
    expect(await ids({ ...like, geography: 'FR' })).not.toContain(claim.id);
    expect(await ids({ ...like, population: { group: 'boys' } })).not.toContain(claim.id);
    expect(await ids({ ...like, period: { start: '1999', end: '2001' } })).not.toContain(claim.id);
    expect(await ids({ ...like, figure: { kind: 'percentage', value: 4321 } })).not.toContain(claim.id);
    const [founding] = await findDuplicates(EDITOR, 'claim', { figure: { kind: 'count', value: 1_800_000 } }, null);
    expect(founding).toMatchObject({ draft: null, why: 'the same figure, and nothing else known of them differs' });
  });
});

describe('merged records', () => {
  test('lead to the survivor for ever, through a second merge too', async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3]) {
      const draft = await begun('source');
      await saved(draft, { ...SOURCE_FIELDS, title: `To be merged ${n}` });
      ids.push(await published(draft));
    }
    const [one = '', two = '', three = ''] = ids;
    expect(await mergeRecords(SENIOR, one, two, 'The same work.')).toEqual({ ok: true });
    expect(await mergeRecords(SENIOR, two, three, 'The same work.')).toEqual({ ok: true });
    expect(await survivorOf(one)).toBe(three);
    expect((await listMerged()).get(two)).toBe(three);
    expect(await survivorOf(three)).toBeNull();
    expect(await survivorOf('nonsense')).toBeNull();
  });
});

test('who may not, may not: strangers and advocates neither see nor save a draft', async () => {
  const draft = await begun('source');
  for (const who of [null, ADVOCATE]) {
    const attempts = [
      () => saveForm(who, sent(draft), fields({ title: 'X' })),
      () => keepTyped(who, sent(draft), fields({ title: 'X' })),
      () => dropTyped(who, { draft: draft.id, form: 'edit', member: '' }),
      () => listTyped(who, draft.id),
      () => adoptPublished(who, { draft: draft.id, version: draft.version, published: 1 }, fields({})),
      () =>
        changeMember(who, { draft: draft.id, version: draft.version, form: 'citation', member: 'x', step: 'remove' }),
      () => previewOf(who, draft),
      () => findDuplicates(who, 'source', { title: 'X' }, null),
      () => findCandidates(who, 'source', 'ILO'),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(Denied);
  }
  expect((await draftOf(draft.id)).version).toBe(draft.version);
});
