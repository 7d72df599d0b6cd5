import type { ClaimCard } from '../../domain/embed/claim-card';
import { figureText, unitText } from '../../domain/figure-text';
import { periodText } from '../../domain/period-text';
import { CLAIM_STATUS, RELIABILITY } from '../../domain/words';
import { escaped } from '../svg/markup';
import type { CardToShow } from './claim-card';

/** In CSS pixels. */
export type FrameSize = { width: number; height: number };

/** Wider, a card gains nothing. In CSS pixels. */
const WIDTH = 560;

/**
 * How large a frame has to be for the whole card. Nobody can measure it without a script, so it is estimated from the
 * length of the texts, rather too high than too low: what a card does not measure must not lie below the edge.
 *
 * @param max what whoever frames it has room for, in CSS pixels; what does not fit is reached by scrolling inside
 */
export function cardSize(
  shown: CardToShow,
  max: { width?: number | undefined; height?: number | undefined } = {},
): FrameSize {
  const width = Math.min(WIDTH, max.width ?? WIDTH);
  const height = Math.ceil(estimatedHeight(shown, Math.max(width, 240)) / 10) * 10;
  return { width, height: Math.min(height, max.height ?? height) };
}

/** Pixels that a letter of 16 pixels takes, with what is lost at the ends of lines: in common fonts rather less. */
const LETTER = 8.7;

/** The height of so many letters in a column, in CSS pixels. @param size of the letters; @param room width of the column */
function textHeight(letters: number, room: number, size = 15, lineHeight = 1.45): number {
  return Math.ceil((letters * LETTER * size) / 16 / room) * size * lineHeight;
}

function estimatedHeight({ card, since }: CardToShow, width: number): number {
  const inner = width - 2 - 2 * Math.min(20, Math.max(12, width * 0.04));
  const { figure } = card;
  const heading = figureText(figure).length * 1.6 + (unitText(figure)?.length ?? 0) * 0.75;
  const small = figure.of === null ? 0 : textHeight(figure.of.length + 3, inner, 13);
  const interval = figure.interval === null ? 0 : textHeight(50, inner, 13);
  const notices = [sinceLetters(since), statusLetters(card)].filter((letters) => letters > 0);
  return [
    20 + 4 + 12 + 14 + 2 + 19,
    ...notices.map((letters) => 28 + textHeight(letters, inner - 28)),
    6 + textHeight(heading, inner, 26, 1.2) + small + interval,
    8 + textHeight(card.statement.length, inner, 17),
    10 + textHeight(reliabilityLetters(card), inner),
    12 + 22 + card.doesNotMeasure.reduce((sum, { length }) => sum + textHeight(length, inner - 34), 0),
    12 + factLetters(card).reduce((sum, letters) => sum + factHeight(letters, inner, width), 0),
    10 + textHeight(130, inner, 13),
  ].reduce((sum, part) => sum + part, 0);
}

function factHeight(letters: number, inner: number, width: number): number {
  return 12 + (width >= 416 ? textHeight(letters, inner - 132) : 19 + textHeight(letters, inner));
}

function sinceLetters(since: CardToShow['since']): number {
  if (since.state === 'same') return 0;
  return since.state === 'merged' ? 110 : 85 + Math.max(since.parts.join(', ').length, 40);
}

function statusLetters({ status, standingReason, explainedBy }: ClaimCard): number {
  if (status === 'current') return 0;
  const { label, meaning } = CLAIM_STATUS[status];
  const others = explainedBy.reduce((sum, { statement }) => sum + statement.length + 24, 0);
  return label.length + meaning.length + (standingReason?.length ?? 0) + others;
}

function reliabilityLetters({ reliability }: ClaimCard): number {
  if (reliability === null) return 80;
  return (
    30 +
    RELIABILITY[reliability.level].meaning.length +
    (reliability.provisional ? 55 : 0) +
    (reliability.underReview ? 30 : 0)
  );
}

/** Letters of each row of the table, as far as its values are long. */
function factLetters({ figure, population, place, period, citation }: ClaimCard): number[] {
  const { shortName = '', title = '', publisher = '' } = citation?.source ?? {};
  const cited = shortName.length + title.length + (publisher?.length ?? 0) + 25 + (citation?.locator?.length ?? 34);
  return [
    ...(figure.asPrinted === null && figure.bound === 'exact' ? [] : [30 + (figure.asPrinted?.length ?? 0)]),
    population.description.length,
    place.name.length + (place.note?.length ?? 0) + 2,
    (periodText(period)?.length ?? 15) + (period.measure === null ? 0 : 55),
    cited + (citation?.as === 'first-stated' ? 0 : 55),
  ];
}

/** The markup that puts a card on a page. @param address of the card; @param title what the frame is called */
export function frameMarkup(address: string, title: string, { width, height }: FrameSize): string {
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${width}" height="${height}" loading="lazy" referrerpolicy="no-referrer" style="border:0;max-width:100%"></iframe>`;
}
