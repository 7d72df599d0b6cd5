import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '@/domain/text/sentences';

const parts = (text: string) => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('a sentence', () => {
  it('ends with a point, a question or an exclamation before the next one begins', () => {
    expect(parts('They came. Nobody asked? “We did!” So they left.')).toEqual([
      'They came.',
      'Nobody asked?',
      '“We did!”',
      'So they left.',
    ]);
  });

  it('keeps the mark of the note behind its point', () => {
    expect(parts('They came.[12] Nobody asked.³ So they left.')).toEqual([
      'They came.[12]',
      'Nobody asked.³',
      'So they left.',
    ]);
  });

  it.each([
    'Dr. Smith counted them.',
    'The report by Mr. J. Smith et al. Geneva found it.',
    'The U.S. Department of State says so.',
    'See Art. 34 of the Convention.',
    'See p. 12 and No. 182.',
    'It was on 3 Sept. 2014 that they met.',
    'About approx. 1,800 children came.',
    'It was 1.8 million in all.',
    'He asked what? and left.',
  ])('is not ended by an abbreviation or by the point of a number: %s', (text) => {
    expect(parts(text)).toEqual([text]);
  });

  it('is ended by an empty line, and by the next item of a list', () => {
    expect(parts('A title\n\nThey came')).toEqual(['A title', 'They came']);
    expect(parts('A title\n \t\nThey came')).toEqual(['A title', 'They came']);
    expect(parts('They want:\n- 300 arrests\n• more money\n1. an office\n(2) a phone')).toEqual([
      'They want:',
      '- 300 arrests',
      '• more money',
      '1. an office',
      '(2) a phone',
    ]);
  });

  it('goes on over the end of a line', () => {
    expect(parts('They came\nin the night.')).toEqual(['They came\nin the night.']);
  });

  it('is nothing where nothing is written', () => {
    expect(parts('')).toEqual([]);
    expect(parts(' \n\n\t ')).toEqual([]);
  });

  it('is cut where it is longer than 1,500 characters, and a text without a point ends', () => {
    const text = 'children '.repeat(25_000);
    const started = performance.now();
    const spans = sentencesOf(text);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(Math.max(...spans.map(({ start, end }) => end - start))).toBeLessThanOrEqual(1500);
    expect(spans.at(-1)?.end).toBe(text.trimEnd().length);
  });
});

describe('whatever the text is', () => {
  const piece = fc.constantFrom(
    'a',
    'Abc',
    '12',
    '.',
    '!',
    '?',
    '…',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '”',
    '[3]',
    'Dr.',
    'É',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('its sentences are in order, without blanks at their ends, and leave out nothing but blanks', () => {
    fc.assert(
      fc.property(text, (written) => {
        let end = 0;
        for (const span of sentencesOf(written)) {
          expect(written.slice(end, span.start).trim()).toBe('');
          const words = written.slice(span.start, span.end);
          expect(words).not.toBe('');
          expect(words.trim()).toBe(words);
          end = span.end;
        }
        expect(written.slice(end).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
