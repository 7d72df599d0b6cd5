import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSummary, difference } from '../../../../src/domain/history/difference';
import { fieldOrder } from '../../../../src/domain/history/field-words';
import { leavesOf } from '../../../../src/domain/history/leaves';
import { readBundledEvidence } from '../../../../src/features/evidence-base/bundle';

const bundle = await readBundledEvidence();
if (!bundle.ok) throw new Error(bundle.faults.join('\n'));
const { claims, sources } = bundle.base;

const document = fc.constantFrom(...claims, ...sources);
const json = fc.jsonValue();

describe('the difference of two documents', () => {
  test('is empty for equal documents, whatever they are', () => {
    fc.assert(fc.property(json, (value) => difference(value, structuredClone(value)).length === 0));
    for (const record of [...claims, ...sources]) expect(difference(record, structuredClone(record))).toEqual([]);
  });

  test('names exactly the values that differ, each once, so that the one can be made of the other', () => {
    fc.assert(
      fc.property(fc.oneof(document, json), fc.oneof(document, json), (before, after) => {
        const changes = difference(before, after);
        const [old, now] = [leavesOf(before), leavesOf(after)];
        const made = new Map([...old].map(([path, { value }]) => [path, value]));
        for (const { path } of changes) {
          const leaf = now.get(path);
          if (leaf === undefined) made.delete(path);
          else made.set(path, leaf.value);
        }
        expect(made).toEqual(new Map([...now].map(([path, { value }]) => [path, value])));
        expect(new Set(changes.map(({ path }) => path)).size).toBe(changes.length);
      }),
    );
  });

  test('read backwards, swaps before and after', () => {
    fc.assert(
      fc.property(document, document, (one, other) => {
        const there = difference(one, other).map(({ path, before, after }) => JSON.stringify([path, before, after]));
        const back = difference(other, one).map(({ path, before, after }) => JSON.stringify([path, after, before]));
        expect(there.sort()).toEqual(back.sort());
      }),
    );
  });

  test('is no difference when citations, relations and distortions only stand in another order', () => {
    for (const claim of claims) {
      const turned = {
        ...claim,
        citations: claim.citations
          .map((citation) => ({ ...citation, distortions: [...citation.distortions].reverse() }))
          .reverse(),
        relations: [...claim.relations].reverse(),
      };
      expect(difference(claim, turned)).toEqual([]);
    }
  });

  test('matches a citation by its key when another was put in before it', () => {
    const claim = claims.find(({ citations }) => citations.length > 2);
    if (claim === undefined) throw new Error('some claim has three citations');
    const [first, ...rest] = claim.citations;
    if (first === undefined) throw new Error('it has');
    const fresh = { ...first, key: 'a-new-one', locator: 'page 9' };
    const changes = difference(claim, { ...claim, citations: [fresh, { ...first, locator: 'page 3' }, ...rest] });
    const states = new Map(changes.map(({ path, entry }) => [path.split('.').slice(0, -1).join('.'), entry?.state]));
    expect([...states.values()]).toContain('added');
    const changed = changes.filter(({ entry }) => entry?.state === 'changed');
    expect(changed).toEqual([
      expect.objectContaining({ label: 'Page or section', before: first.locator, after: 'page 3' }),
    ]);
  });

  test('says codes in words, numbers as they are written, and what is not established as nothing', () => {
    const [claim] = claims;
    if (claim === undefined) throw new Error('there are claims');
    const changed = {
      ...claim,
      standing: 'retracted',
      standingReason: 'Its publisher took it back.',
      figure: { ...claim.figure, value: 1_800_000 },
    };
    expect(difference({ ...claim, standing: 'stands', standingReason: null }, changed)).toEqual([
      { path: 'standing', label: 'Standing', entry: null, before: 'Stands', after: 'Retracted' },
      expect.objectContaining({ path: 'standingReason', before: null, after: 'Its publisher took it back.' }),
      expect.objectContaining({ path: 'figure.value', label: 'Figure', after: '1.8 million' }),
    ]);
  });

  test('has a name of its own for every field of every bundled record', () => {
    const last = fieldOrder({ path: 'nothing', pattern: 'nothing', item: null, value: '' });
    const unnamed = [...claims, ...sources]
      .flatMap((record) => [...leavesOf(record).values()])
      .filter((leaf) => fieldOrder(leaf) === last)
      .map(({ pattern }) => pattern);
    expect([...new Set(unnamed)].sort()).toEqual(['id', 'key']);
  });

  test('is told in one line, each field and each entry once', () => {
    const [claim] = claims;
    const changes = difference(claim, { ...claim, statement: 'Another.', definition: 'New.', topics: [], series: 'x' });
    expect(changeSummary(changes, 2)).toBe('Statement, Topics and 2 more');
    expect(changeSummary(changes)).toBe('Statement, Topics, Definition, Series');
    expect(changeSummary([])).toBeNull();
  });
});
