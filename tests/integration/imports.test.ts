import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prisma } from '@/db/prisma';
import { Denied } from '@/domain/permission';
import { getDraft } from '@/features/drafts/data';
import { publishDraft, submitDraft } from '@/features/drafts/mutations';
import { getImport, listImports, listRows } from '@/features/imports/data';
import {
  chooseAllRows,
  chooseSomeRows,
  confirmImport,
  dropImport,
  fillImport,
  openImport,
  writeImport,
} from '@/features/imports/mutations';
import { beginUndo, undoImport } from '@/features/imports/undo-writer';
import { actor, EDITOR, SENIOR } from '../support/actors';
import { connect } from '../support/database';
import { importReportCsv } from '../../src/formats/import-report-csv';
import { CLAIM, csvFile, SOURCE } from '../support/import-files';
import { roundFor } from '../support/appraising';
import { stage } from '../support/imports';

const owner = await connect('owner');
const ADVOCATE = actor('Ada Advocate', 'advocate', 'admin');

beforeEach(async () => {
  await owner.query('delete from drafts');
});
afterEach(() => prisma().$disconnect());

async function countOf(table: string): Promise<number> {
  return Number((await owner.query(`select count(*) from ${table}`)).rows[0].count);
}

async function rowsOf(id: number) {
  return (await listRows(EDITOR, id, { show: 'all', after: 0, limit: 100 })).rows;
}

async function confirm(id: number) {
  const confirmed = await confirmImport(EDITOR, id);
  if (!confirmed.ok) throw new Error(confirmed.problem);
  return writeImport(EDITOR, confirmed.job);
}

describe('a preview', () => {
  test('writes no draft, no number and no event', async () => {
    const before = [await countOf('drafts'), await countOf('events')];
    const number = (await owner.query('select last_value from sources_id_seq')).rows[0].last_value;
    const id = await stage(EDITOR, 'sources', csvFile('sources', [SOURCE]));
    expect(await getImport(EDITOR, id)).toMatchObject({ state: 'staged', counts: { all: 1, sound: 1, taken: 1 } });
    expect([await countOf('drafts'), await countOf('events')]).toEqual(before);
    expect((await owner.query('select last_value from sources_id_seq')).rows[0].last_value).toBe(number);
  });

  test('names line, column and remedy of every fault, and keeps the good rows', async () => {
    const rows = [
      CLAIM,
      { ...CLAIM, value: '1.234.567', geography: 'XX' },
      { ...CLAIM, value: '7', geography: 'ZZ' },
      { ...CLAIM, source: 'S999999', value: '8' },
    ];
    const id = await stage(EDITOR, 'claims', csvFile('claims', rows));
    const [good, number, place, source] = await rowsOf(id);
    expect(good).toMatchObject({ faults: [], taken: true, line: 2 });
    expect(number).toMatchObject({
      line: 3,
      taken: false,
      faults: [{ column: 'value', message: expect.stringContaining('1.234.567') }],
    });
    expect(place).toMatchObject({
      line: 4,
      taken: false,
      faults: [{ column: 'geography', message: 'no place has the name or the code "ZZ"' }],
    });
    expect(source?.faults[0]?.message).toContain('"S999999" is no source here');
  });

  test('takes the place of a claim by its name as well as by its code, as the form does', async () => {
    const places = ['United Kingdom', 'united kingdom', 'United Kingdom (GB)', 'gb', 'Atlantis'];
    const id = await stage(
      EDITOR,
      'claims',
      csvFile(
        'claims',
        places.map((geography, n) => ({ ...CLAIM, geography, value: String(700_001 + n) })),
      ),
    );
    const rows = await rowsOf(id);
    expect(rows.map(({ faults }) => faults)).toEqual([
      ...[[], [], [], []],
      [{ column: 'geography', message: 'no place has the name or the code "Atlantis"' }],
    ]);
    const { rows: kept } = await owner.query(
      "select record ->> 'geography' as place from import_rows where import_id = $1 order by position limit 4",
      [id],
    );
    expect(kept.map(({ place }) => place)).toEqual(['GB', 'GB', 'GB', 'GB']);
  });

  test('finds sources that are here: by DOI, by title, by a title nearly the same, and within the file', async () => {
    const known = (
      await owner.query(
        'select id, title, doi, left(issued, 4) as year from sources where doi is not null and issued is not null limit 1',
      )
    ).rows[0];
    const long = (
      await owner.query('select id, title from sources where length(title) > 60 and id <> $1 order by id limit 1', [
        known.id,
      ])
    ).rows[0];
    const rows = [
      { ...SOURCE, title: 'Something else altogether', doi: `https://doi.org/${known.doi.toUpperCase()}` },
      { ...SOURCE, title: known.title.toUpperCase().replaceAll(' ', ' - '), doi: '', issued: known.year },
      { ...SOURCE, title: known.title, doi: '', issued: '1801' },
      { ...SOURCE, title: `${long.title}: second edition`, doi: '' },
      SOURCE,
      { ...SOURCE, title: 'A title that differs', doi: SOURCE.doi ?? '' },
    ];
    const id = await stage(EDITOR, 'sources', csvFile('sources', rows));
    const found = (await rowsOf(id)).map(({ twin, taken }) => ({
      id: twin?.id,
      line: twin?.line,
      certain: twin?.certain,
      taken,
    }));
    expect(found[0]).toMatchObject({ id: `S${known.id}`, certain: true, taken: false });
    expect(found[1]).toMatchObject({ id: `S${known.id}`, certain: true, taken: false });
    expect(found[2]).toMatchObject({ certain: false, taken: true });
    expect(found[3]).toMatchObject({ id: `S${long.id}`, certain: false, taken: true });
    expect(found[4]).toMatchObject({ id: undefined, taken: true });
    expect(found[5]).toMatchObject({ id: null, line: 6, certain: true, taken: false });
  });

  test('finds claims that are here, published or drafted, with the same figure in a period that overlaps', async () => {
    const known = (
      await owner.query(`select * from claims where figure_kind = 'count' and figure_value is not null and figure_low is null
      and figure_high is null and period_start is not null and period_end is not null order by id limit 1`)
    ).rows[0];
    const same = {
      ...CLAIM,
      value: String(known.figure_value),
      population_group: known.population_group,
      geography: known.geography_code,
      period_start: known.period_start,
      period_end: known.period_end,
    };
    const rows = [
      same,
      { ...same, period_end: '2099' },
      { ...same, period_start: '1701', period_end: '1702' },
      CLAIM,
      CLAIM,
      { ...CLAIM, period_end: '2012' },
    ];
    const id = await stage(EDITOR, 'claims', csvFile('claims', rows));
    const twins = (await rowsOf(id)).map(({ twin }) => twin);
    expect(twins[0]).toMatchObject({ certain: true });
    expect(twins[1]).toMatchObject({ id: expect.stringMatching(/^C/), certain: false });
    expect(twins[2]).toBeNull();
    expect(twins[3]).toBeNull();
    expect(twins[4]).toMatchObject({ id: null, line: 5, certain: true });
    expect(twins[5]).toMatchObject({ id: null, line: 5, certain: false });
    await confirm(id);
    const again = await stage(EDITOR, 'claims', csvFile('claims', [CLAIM]));
    expect((await rowsOf(again))[0]?.twin).toMatchObject({ id: expect.stringMatching(/^D/), certain: true });
  });

  test('refuses rows whose address is of a host that the site never links, and no others', async () => {
    process.env.LINK_DENY_HOSTS = '*.denied.example, *';
    const urls = [
      'https://a.denied.example/x',
      'http://169.254.169.254/latest',
      'http://abc.onion/',
      'https://fine.example/',
    ];
    const rows = urls.map((url, n) => ({ ...SOURCE, title: `A work of its own, number ${n}`, doi: '', url }));
    try {
      const id = await stage(EDITOR, 'sources', csvFile('sources', rows));
      const faults = (await rowsOf(id)).map((row) => row.faults);
      const never = [{ column: 'url', message: 'is of a host that this site never links' }];
      expect(faults).toEqual([never, never, never, []]);
      expect(await dropImport(EDITOR, id)).toEqual({ ok: true });
    } finally {
      delete process.env.LINK_DENY_HOSTS;
    }
  });

  test('thrown away leaves nothing behind', async () => {
    const id = await stage(EDITOR, 'sources', csvFile('sources', [SOURCE]));
    expect(await dropImport(EDITOR, id)).toEqual({ ok: true });
    expect(await rowsOf(id)).toEqual([]);
    expect((await confirmImport(EDITOR, id)).ok).toBe(false);
  });

  test('of a file without rows, or with too many, says so and keeps none', async () => {
    const file = { kind: 'sources', name: 'x.csv', bytes: 1, format: 'csv', encoding: 'UTF-8', notes: [] } as const;
    const empty = await openImport(EDITOR, file);
    expect(await fillImport(EDITOR, empty, [])).toMatchObject({ ok: false });
    expect(await getImport(EDITOR, empty.id)).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('no rows'),
    });
  });
});

describe('a confirmed import', () => {
  test('makes drafts that pass review like any other, each with its event', async () => {
    const events = await countOf('events');
    const reviewed = { ...SOURCE, title: 'A work that passes review', doi: '10.5555/reviewed' };
    const id = await stage(
      EDITOR,
      'sources',
      csvFile('sources', [reviewed, { ...SOURCE, title: 'Another work entirely', doi: '' }]),
    );
    expect(await confirm(id)).toEqual({ ok: true, drafts: 2 });
    expect((await countOf('events')) - events).toBe(3);
    const [first] = await rowsOf(id);
    expect(first).toMatchObject({ outcome: 'imported', recordId: expect.stringMatching(/^S1\d{4}$/) });
    const draftId = first?.draftId ?? '';
    expect(await getDraft(EDITOR, draftId)).toMatchObject({
      state: 'draft',
      importId: id,
      content: { title: reviewed.title, author: [{ family: 'Doe', given: 'Jane' }, { literal: 'Institute of Tests' }] },
    });
    const submitted = await submitDraft(EDITOR, draftId, 1);
    expect(submitted).toMatchObject({ ok: true });
    expect(await publishDraft(SENIOR, draftId, 2, null)).toMatchObject({ ok: true, recordId: first?.recordId });
  });

  test('gives claims the sources of the same import, and leaves out a claim whose source was not taken', async () => {
    const sources = csvFile('sources', [
      { ...SOURCE, doi: '10.5555/other', title: 'Quite another report' },
      { ...SOURCE, key: 'left', doi: '', title: 'A report left behind' },
    ]);
    const claims = csvFile('claims', [
      { ...CLAIM, source: 'test-report' },
      { ...CLAIM, value: '5', source: 'left' },
      { ...CLAIM, value: '6', source: 's1' },
    ]);
    const id = await stage(EDITOR, 'claims', sources, claims);
    await chooseSomeRows(EDITOR, id, { shown: [2], taken: [] });
    expect(await confirm(id)).toEqual({ ok: true, drafts: 3 });
    const [source, , claim, orphan, published] = await rowsOf(id);
    const content = (await getDraft(EDITOR, claim?.draftId ?? ''))?.content as {
      citations: { source: string; key: string }[];
    };
    expect(content.citations[0]).toMatchObject({
      source: source?.recordId?.toLowerCase(),
      key: `${claim?.recordId?.toLowerCase()}.1`,
    });
    expect(orphan).toMatchObject({ outcome: 'left-out', message: 'its source "left" was not imported', draftId: null });
    expect(published).toMatchObject({ outcome: 'imported' });
  });

  test('is written whole or not at all', async () => {
    const rows = [SOURCE, { ...SOURCE, title: 'The row that the database refuses', doi: '' }];
    const id = await stage(EDITOR, 'sources', csvFile('sources', rows));
    const before = [await countOf('drafts'), await countOf('events')];
    await owner.query(`create function refuse_one() returns trigger language plpgsql as $$ begin
      if new.content ->> 'title' = 'The row that the database refuses' then raise exception 'refused by a test'; end if; return new; end $$;
      create trigger refuse_one before insert on drafts for each row execute function refuse_one()`);
    const error = console.error;
    console.error = () => {};
    try {
      expect(await confirm(id)).toMatchObject({ ok: false });
    } finally {
      console.error = error;
      await owner.query('drop trigger refuse_one on drafts; drop function refuse_one');
    }
    expect([await countOf('drafts'), await countOf('events')]).toEqual(before);
    expect(await getImport(EDITOR, id)).toMatchObject({ state: 'staged', failure: expect.any(String) });
    expect(await confirm(id)).toEqual({ ok: true, drafts: 2 });
  });

  test('takes only what was chosen, and is confirmed once', async () => {
    const rows = [SOURCE, { ...SOURCE, title: 'Not wanted at all', doi: '' }, { ...SOURCE, doi: SOURCE.doi ?? '' }];
    const id = await stage(EDITOR, 'sources', csvFile('sources', rows));
    await chooseAllRows(EDITOR, id, 'none');
    expect(await confirmImport(EDITOR, id)).toMatchObject({ ok: false });
    await chooseAllRows(EDITOR, id, 'all');
    await chooseSomeRows(EDITOR, id, { shown: [1, 2], taken: [1] });
    expect(await confirm(id)).toEqual({ ok: true, drafts: 2 });
    expect((await rowsOf(id)).map((row) => row.outcome)).toEqual(['imported', 'skipped', 'imported']);
    expect(await confirmImport(EDITOR, id)).toMatchObject({ ok: false });
    expect(await dropImport(EDITOR, id)).toMatchObject({ ok: false });
  });

  test('whose process died is shown as interrupted, left nothing, and can be confirmed again', async () => {
    const id = await stage(EDITOR, 'sources', csvFile('sources', [SOURCE]));
    const dead = await confirmImport(EDITOR, id);
    expect((await confirmImport(EDITOR, id)).ok).toBe(false);
    await owner.query(`update imports set heartbeat_at = now() - interval '1 minute' where id = $1`, [id]);
    expect(await getImport(EDITOR, id)).toMatchObject({ state: 'writing', interrupted: true, openDrafts: 0 });
    expect(await confirm(id)).toEqual({ ok: true, drafts: 1 });
    // The first comes back to life after all: it has lost the import, and writes nothing.
    const error = console.error;
    console.error = () => {};
    try {
      expect(dead.ok && (await writeImport(EDITOR, dead.job))).toMatchObject({ ok: false });
    } finally {
      console.error = error;
    }
    expect(await countOf('drafts')).toBe(1);
  });
});

const undo = async (id: number, reason: string) => {
  const begun = await beginUndo(EDITOR, id, reason);
  return begun.ok ? undoImport(EDITOR, begun.job) : begun;
};

describe('undoing an import', () => {
  test('whose process died undid nothing, is shown as interrupted, and can be begun again', async () => {
    const id = await stage(EDITOR, 'sources', csvFile('sources', [{ ...SOURCE, doi: '10.5555/undone-twice' }]));
    await confirm(id);
    const dead = await beginUndo(EDITOR, id, 'The wrong file.');
    expect(await getImport(EDITOR, id)).toMatchObject({ state: 'undoing', interrupted: false, openDrafts: 1 });
    expect(await beginUndo(EDITOR, id, 'Me too.')).toMatchObject({ ok: false });
    await owner.query(`update imports set heartbeat_at = now() - interval '1 minute' where id = $1`, [id]);
    expect(await getImport(EDITOR, id)).toMatchObject({ state: 'undoing', interrupted: true, openDrafts: 1 });
    const events = await countOf('events');
    expect(await undo(id, 'The wrong file, again.')).toEqual({ ok: true, discarded: 1, published: 0 });
    expect((await countOf('events')) - events).toBe(2);
    // The first comes back to life after all: it has lost the import, and undoes nothing.
    expect(dead.ok && (await undoImport(EDITOR, dead.job))).toMatchObject({ ok: false });
    expect(await getImport(EDITOR, id)).toMatchObject({ state: 'undone', undoReason: 'The wrong file, again.' });
    expect((await countOf('events')) - events).toBe(2);
  });

  test('ends the rounds of what it made, and no others', async () => {
    const id = await stage(EDITOR, 'sources', csvFile('sources', [{ ...SOURCE, doi: '10.5555/undone-round' }]));
    await confirm(id);
    const made = await owner.query("select 'S' || record_number as id from drafts where import_id = $1", [id]);
    const gone = await roundFor(made.rows[0].id, [EDITOR]);
    const other = await roundFor('S2', [EDITOR]);
    expect(await undo(id, 'The wrong file.')).toMatchObject({ ok: true, discarded: 1 });
    const { rows } = await owner.query('select id, state from appraisal_rounds where id = any($1) order by id', [
      [gone, other],
    ]);
    expect(rows).toEqual([
      { id: gone, state: 'void' },
      { id: other, state: 'open' },
    ]);
  });

  test('that fails undoes nothing, says so, and can be begun again', async () => {
    const id = await stage(EDITOR, 'sources', csvFile('sources', [{ ...SOURCE, doi: '10.5555/undone-later' }]));
    await confirm(id);
    await owner.query(`create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end';
      create trigger refuse before insert on events for each row when (new.action = 'undone') execute function refuse()`);
    const error = console.error;
    console.error = () => {};
    try {
      expect(await undo(id, 'The wrong file.')).toMatchObject({ ok: false });
    } finally {
      console.error = error;
      await owner.query('drop trigger refuse on events; drop function refuse()');
    }
    expect(await getImport(EDITOR, id)).toMatchObject({
      state: 'done',
      openDrafts: 1,
      undoReason: null,
      failure: expect.stringContaining('nothing was undone'),
    });
    expect(await undo(id, 'The wrong file.')).toEqual({ ok: true, discarded: 1, published: 0 });
    expect(await getImport(EDITOR, id)).toMatchObject({ state: 'undone', failure: null });
  });

  test('discards every draft of it with one event each, and needs a reason', async () => {
    const id = await stage(
      EDITOR,
      'sources',
      csvFile('sources', [SOURCE, { ...SOURCE, title: 'Another work entirely', doi: '' }]),
    );
    await confirm(id);
    const events = await countOf('events');
    expect(await undo(id, ' ')).toMatchObject({ ok: false });
    expect(await undo(id, 'The wrong file.')).toEqual({ ok: true, discarded: 2, published: 0 });
    expect((await countOf('events')) - events).toBe(3);
    expect(await getImport(EDITOR, id)).toMatchObject({
      state: 'undone',
      undoReason: 'The wrong file.',
      openDrafts: 0,
    });
    expect(await undo(id, 'Again.')).toMatchObject({ ok: false });
    const rows = await rowsOf(id);
    expect(rows.map(({ draftState }) => draftState)).toEqual(['discarded', 'discarded']);
    expect(importReportCsv(rows).match(/imported, discarded since/g)).toHaveLength(2);
    const told = await owner.query('select summary from events where subject = $1 order by position', [`import:${id}`]);
    expect(told.rows.map(({ summary }) => summary)).toEqual([
      'Imported 2 drafts from a file.',
      `Undid import ${id}: 2 drafts were discarded.`,
    ]);
  });

  test('leaves what was published meanwhile, and lists it', async () => {
    const id = await stage(
      EDITOR,
      'sources',
      csvFile('sources', [
        { ...SOURCE, doi: '10.5555/published-meanwhile', title: 'Published before the undoing' },
        { ...SOURCE, title: 'A third work entirely', doi: '' },
      ]),
    );
    await confirm(id);
    const [first] = await rowsOf(id);
    await submitDraft(EDITOR, first?.draftId ?? '', 1);
    await publishDraft(SENIOR, first?.draftId ?? '', 2, null);
    expect(await undo(id, 'The wrong file.')).toEqual({ ok: true, discarded: 1, published: 1 });
    const shown = await getImport(EDITOR, id);
    expect(shown?.published).toEqual([
      { draftId: first?.draftId, recordId: first?.recordId, name: 'Published before the undoing' },
    ]);
    expect(await owner.query('select 1 from sources where id = $1', [first?.recordId?.slice(1)])).toMatchObject({
      rowCount: 1,
    });
  });
});

describe('whoever may not import', () => {
  test.each([
    ['a stranger', null],
    ['an advocate', ADVOCATE],
  ])('%s can neither see nor do any of it', async (_, who) => {
    const id = await stage(EDITOR, 'sources', csvFile('sources', [SOURCE]));
    const job = { id, worker: 'x' };
    const file = { kind: 'sources', name: 'x.csv', bytes: 1, format: 'csv', encoding: 'UTF-8', notes: [] } as const;
    for (const attempt of [
      () => listImports(who),
      () => getImport(who, id),
      () => listRows(who, id, { show: 'all', after: 0 }),
      () => openImport(who, file),
      () => fillImport(who, job, []),
      () => chooseSomeRows(who, id, { shown: [1], taken: [] }),
      () => chooseAllRows(who, id, 'none'),
      () => dropImport(who, id),
      () => confirmImport(who, id),
      () => writeImport(who, job),
      () => beginUndo(who, id, 'Because.'),
    ]) {
      await expect(attempt()).rejects.toBeInstanceOf(Denied);
    }
    expect(await getImport(EDITOR, id)).toMatchObject({ state: 'staged', counts: { taken: 1 } });
  });
});
