import type { Bound } from '../../figure';

/** Part of a text: from the first character to behind the last one, in UTF-16 units as JavaScript counts. */
type Span = { start: number; end: number };

/**
 * What a number counts in. `multiple`: doubled, three times; `rate`: so many per so many; `age`: an average age, which is a
 * statistic, as an age as such is not.
 */
export type QuantityKind = 'count' | 'per-cent' | 'percentage-points' | 'money' | 'multiple' | 'rate' | 'age';

/** Why a number is no statistic. */
export type NoFigure =
  | 'address'
  | 'identifier'
  | 'note-mark'
  | 'phone'
  | 'date'
  | 'year'
  | 'time'
  | 'duration'
  | 'age'
  | 'law'
  | 'section'
  | 'page'
  | 'list'
  | 'ordinal'
  | 'interval-level'
  | 'label';

/** A number as it is written: the value it stands for, and every value that would be written so. */
export type Numeral = {
  /** Null for a range. Percentages on the scale 0–100. */
  value: number | null;
  /** What it can stand for: the interval that rounds to it, or the ends of a range. */
  low: number;
  high: number;
  isRange: boolean;
  /** Said as "a third" or "one in five": nobody who writes that means more digits. */
  isFraction: boolean;
  /** Said without a number: dozens, millions. */
  isVague: boolean;
};

export type Quantity = Numeral & {
  span: Span;
  /** As it stands in the text. */
  text: string;
  kind: QuantityKind;
  bound: Bound | null;
  /** "Nearly": somewhat less; "just over", "more than": somewhat more. */
  leans: 'below' | 'above' | null;
  /** Null: a quantity of something. Else why it is none. */
  noFigure: NoFigure | null;
};
