import { type IParagraphOptions, Paragraph } from 'docx';
import type { Inline, Tongue } from '../print-model';
import { runs, type Writing } from './runs';
import { turnedBar } from './styles';

export function paragraph(
  writing: Writing,
  style: string,
  inlines: readonly Inline[],
  tongue: Tongue = null,
  options: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({
    ...paragraphOptions(writing, style, tongue),
    ...options,
    children: runs(writing, inlines, tongue),
  });
}

export function paragraphOptions(writing: Writing, style: string, tongue: Tongue = null): IParagraphOptions {
  const direction = tongue?.direction ?? writing.direction;
  return {
    style,
    ...(direction === 'rtl' && { bidirectional: true }),
    ...(direction !== writing.direction && turnedBar(style, direction)),
  };
}
