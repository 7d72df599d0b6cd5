import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote, QuoteSelector } from '../../../src/domain/text/quote-selector';

const selector = (exact: string, prefix: string | null = null, suffix: string | null = null) => ({
  exact,
  prefix,
  suffix,
});

describe('a quotation is found by its own words', () => {
  test('where it stands once', () => {
    expect(findQuote('An estimated 1.8 million children.', selector('1.8 million'))).toEqual({
      found: true,
      start: 13,
      end: 24,
    });
  });

  test('whatever the white space and the quotation marks between', () => {
    const text = 'They say “about\n  1.8   million” children.';
    const anchor = findQuote(text, selector('"about 1.8 million"'));
    expect(anchor.found && text.slice(anchor.start, anchor.end)).toBe('“about\n  1.8   million”');
  });

  test('where prefix and suffix tell one place from another', () => {
    const text = 'In 2000 there were 2 million; in 2012 there were 2 million more.';
    const anchor = findQuote(text, selector('2 million', 'in 2012 there were', 'more'));
    expect(anchor).toMatchObject({ found: true, start: text.lastIndexOf('2 million') });
  });
});

describe('an anchor is orphaned rather than moved', () => {
  test('when its words have gone', () => {
    expect(findQuote('About 2 million children.', selector('1.8 million'))).toEqual({ found: false, why: 'gone' });
  });

  test('when its words stand elsewhere now', () => {
    const anchor = findQuote('Of 1.8 million adults.', selector('1.8 million', 'estimated', null));
    expect(anchor).toEqual({ found: false, why: 'gone' });
  });

  test('when nothing tells two places apart', () => {
    expect(findQuote('2 million, 2 million', selector('2 million'))).toEqual({ found: false, why: 'ambiguous' });
  });

  test('property: what is found always reads as the quotation does', () => {
    const word = fc.constantFrom('one', 'two', '1.8', 'million', 'of');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.array(word, { minLength: 1, maxLength: 3 }), (text, quote) => {
        const whole = text.join('  ');
        const anchor = findQuote(whole, selector(quote.join(' ')));
        return !anchor.found || whole.slice(anchor.start, anchor.end).replaceAll(/\s+/g, ' ') === quote.join(' ');
      }),
    );
  });
});

test('a selector holds a few words of a source and no more', () => {
  expect(QuoteSelector.safeParse(selector('one two three four five six seven eight')).success).toBe(true);
  expect(QuoteSelector.safeParse(selector('one two three four five six seven eight nine')).success).toBe(false);
});
