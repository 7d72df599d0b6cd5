import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkClaim, checkText, checkUse } from '@/domain/checks/run';
import { RULES } from '@/domain/checks/rules';
import { checkedClaim, TODAY, use } from '../../../support/checked-claim';

test('ids run from PL001 without a gap or a double, and names are used once', () => {
  expect(RULES.map(({ id }) => id)).toEqual(RULES.map((_rule, index) => `PL${String(index + 1).padStart(3, '0')}`));
  expect(new Set(RULES.map(({ slug }) => slug)).size).toBe(RULES.length);
});

test('every rule has a file of its own, looks at something, and has a page that says what, why, how and from where', () => {
  expect(readdirSync('src/domain/checks/rules')).toHaveLength(RULES.length);
  for (const rule of RULES) {
    expect(
      [rule.ofClaim, rule.ofUse, rule.ofSentence, rule.ofClaims, rule.ofText, rule.ofProse].some(Boolean),
      rule.id,
    ).toBe(true);
    const page = readFileSync(`docs/checks/${rule.slug}.md`, 'utf8');
    expect(page, rule.id).toContain(`# ${rule.title}`);
    expect(page, rule.id).toContain(rule.id);
    for (const part of ['**What.**', '**Why.**', '**Example.**', '**Remedy.**', '**Source.**'])
      expect(page, `${rule.id} ${part}`).toContain(part);
  }
});

test('what is passed over stays in the result with its reason, and only where it was meant', () => {
  const text = 'A study of child prostitution.';
  const suppressions = [{ rule: 'PL020', claim: null, reason: 'The title of the study.' }];
  expect(checkText(text, { today: TODAY, suppressions })).toMatchObject([
    { rule: 'PL020', suppressed: 'The title of the study.' },
  ]);
  const claim = checkedClaim({ provisional: true });
  const elsewhere = [{ rule: 'PL004', claim: 'C2', reason: 'Said of another claim.' }];
  expect(checkClaim(claim, { today: TODAY, suppressions: elsewhere })).toMatchObject([
    { rule: 'PL004', suppressed: null },
  ]);
});

test('an older term is found where it stands, and not inside quotation marks', () => {
  const text = 'The report “Child prostitution in Asia” is about child prostitution.';
  const [finding, ...more] = checkText(text, { today: TODAY });
  expect(more).toEqual([]);
  expect(text.slice(finding?.span?.start, finding?.span?.end)).toBe('child prostitution');
  expect(finding?.span?.start).toBeGreaterThan(40);
});

test('any sentence can be checked, spans lie inside it, and the same sentence says the same', () => {
  const claims = [
    checkedClaim(),
    checkedClaim({ figure: { ...checkedClaim().figure, kind: 'percentage', of: 'victims' }, reliability: 'very-low' }),
    checkedClaim({ population: { group: 'content', description: 'Reports', ageMin: null, ageMax: null } }),
  ];
  const word = fc.constantFrom(
    'children',
    'every year',
    '7%',
    'not',
    'are',
    'sexual',
    'in 2012',
    '“',
    '’',
    'reports of',
    '😀',
    '\n',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string({ unit: 'grapheme' }))),
      fc.array(word),
      fc.nat(2),
      (before, after, which) => {
        const clean = (words: string[]) => words.join(' ').replace(/[{}]/g, '');
        const subject = use(claims[which] ?? checkedClaim(), `${clean(before)} {1.8 million} ${clean(after)}`);
        const found = checkUse(subject, { today: TODAY });
        for (const { span } of found) {
          if (span === null) continue;
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(subject.sentence.length);
        }
        expect(checkUse(subject, { today: TODAY })).toEqual(found);
      },
    ),
  );
});
