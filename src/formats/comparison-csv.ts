import { figureText, unitText } from '../domain/figure-text';
import { VERDICT } from '../domain/comparison/verdict';
import type { ComparisonDto } from '../features/comparison/schema';
import { csvOf } from './csv';

/** A comparison as CSV: a row an aspect, a column a claim, and what every figure must be read with. */
export function comparisonCsv({ claims, aspects }: ComparisonDto): string {
  const row = (label: string, textOf: (claim: ComparisonDto['claims'][number]) => string) => [
    label,
    null,
    null,
    ...claims.map(textOf),
  ];
  return csvOf(
    ['Aspect', 'Verdict', 'Why', ...claims.map(({ id }) => id)],
    [
      row('Figure', ({ figure }) => [figureText(figure), unitText(figure)].filter((part) => part !== null).join(' ')),
      row('Statement', ({ statement }) => statement),
      ...aspects.map(({ label, verdict, sentence, values }) => [
        label,
        VERDICT[verdict].label,
        sentence,
        ...values.map(({ text }) => text ?? 'not established'),
      ]),
      row('Does not measure', ({ doesNotMeasure }) => doesNotMeasure.join(' ')),
      row('First stated in', ({ origin }) => origin?.source.title ?? 'not established'),
      row('Address', ({ url }) => url),
    ],
  );
}
