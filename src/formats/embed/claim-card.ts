import { embedPath } from '../../domain/embed/address';
import type { CardCitation, CardMoment, CardReliability, ClaimCard, SinceThen } from '../../domain/embed/claim-card';
import { figureText, intervalText, unitText } from '../../domain/figure-text';
import type { Reliability } from '../../domain/grade';
import { dateText } from '../../domain/partial-date';
import { periodText } from '../../domain/period-text';
import { slugOf } from '../../domain/text/slug';
import { BOUND, CLAIM_STATUS, INTERVAL_KIND, MEASURE, RELIABILITY, SOURCE_STANDING } from '../../domain/words';
import { escaped } from '../svg/markup';
import { embedDocument, topLink } from './document';

/** A card with the moment that it is of, and what became of the claim since. */
export type CardToShow = { card: ClaimCard; moment: CardMoment; since: SinceThen };

/** What the card is called: the figure with its unit, after what has to be known first. */
export function cardTitle({ card: { figure, id, status }, moment }: Pick<CardToShow, 'card' | 'moment'>): string {
  const text = [figureText(figure), unitText(figure)].filter((part) => part !== null && part !== '');
  const first = status === 'current' ? '' : `${CLAIM_STATUS[status].label}: `;
  const when = moment.kind === 'live' ? '' : `, ${dateText(moment.day)}`;
  return `${first}${text.join(figure.kind === 'direction' ? ': ' : ' ')} (${id}${when})`;
}

/** The address of a card. @param site the address of the product, without a slash at the end */
export function cardAddress({ card, moment }: Pick<CardToShow, 'card' | 'moment'>, site: string): string {
  return `${site}${embedPath({ id: card.id, day: moment.kind === 'frozen' ? moment.day : null })}`;
}

/** Where oEmbed describes what stands at an address of ours. */
export function oembedAddress(address: string, site: string): string {
  return `${site}/api/v1/oembed?url=${encodeURIComponent(address)}`;
}

/**
 * One claim as a document that needs nothing else, to be framed by anybody.
 *
 * @param site the address of the product, without a slash at the end
 */
export function claimCardHtml(shown: CardToShow, site: string): string {
  const { card, moment, since } = shown;
  const title = cardTitle(shown);
  const discovery = escaped(oembedAddress(cardAddress(shown, site), site));
  return embedDocument({
    title: `${title} · Plumbline`,
    head: `<link rel="alternate" type="application/json+oembed" href="${discovery}" title="${escaped(title)}">\n`,
    main: [
      `<p class="eyebrow">Claim ${escaped(card.id)} · Plumbline</p>`,
      sinceNotice(card, since, site),
      statusNotice(card, site),
      figureLines(card),
      `<p class="statement">${escaped(card.statement)}</p>`,
      reliabilityLine(card.reliability),
      notMeasured(card),
      facts(card, site),
      footer(card, moment, since, site),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  });
}

function claimAddress({ id, statement }: Pick<ClaimCard, 'id' | 'statement'>, site: string): string {
  const slug = slugOf(statement);
  return `${site}/claims/${id}${slug === '' ? '' : `/${slug}`}`;
}

function sinceNotice({ id }: ClaimCard, since: SinceThen, site: string): string {
  if (since.state === 'same') return '';
  if (since.state === 'merged') {
    return notice(
      `Merged since into ${since.into}.`,
      `This claim has become part of another. ${topLink(`${site}/claims/${since.into}`, `See ${since.into} as it is now`)}`,
    );
  }
  const what =
    since.parts.length === 0
      ? 'Nothing that stands on this card, but something else of its record.'
      : `What reads otherwise now: ${since.parts.join(', ')}.`;
  return notice('Changed since.', `${what} ${topLink(`${site}/claims/${id}`, 'See the claim as it is now')}`);
}

function statusNotice({ status, standingReason, explainedBy }: ClaimCard, site: string): string {
  if (status === 'current') return '';
  const { label, meaning } = CLAIM_STATUS[status];
  const others = explainedBy.map((other) => {
    const lead = status === 'superseded' ? 'Superseded by' : 'It misquotes';
    return `${lead} ${topLink(claimAddress(other, site), other.id)}: ${escaped(other.statement)}`;
  });
  const reason = standingReason === null ? [] : [escaped(standingReason)];
  return notice(`${label}.`, [escaped(meaning), ...reason, ...others].join(' '));
}

/** @param content markup */
function notice(title: string, content: string): string {
  return `<p class="notice"><strong>${escaped(title)}</strong> ${content}</p>`;
}

function figureLines({ figure }: ClaimCard): string {
  const unit = unitText(figure) ?? '';
  const interval = intervalText(figure);
  const colon = figure.kind === 'direction' ? ':' : '';
  return [
    `<h1>${escaped(figureText(figure))}${colon}${unit === '' ? '' : ` <span>${escaped(unit)}</span>`}</h1>`,
    figure.of === null ? '' : `<p class="small">of ${escaped(figure.of)}</p>`,
    interval === null || figure.interval === null
      ? ''
      : `<p class="small">${escaped(`${INTERVAL_KIND[figure.interval].label}: ${interval}`)}</p>`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const BARS: Readonly<Record<Reliability, number>> = { high: 4, moderate: 3, low: 2, 'very-low': 1, 'not-graded': 0 };

/** As many bars as the level has; the words beside them say it. */
function bars(level: Reliability): string {
  const drawn = [5, 8, 10, 13].map(
    (height, n) =>
      `<rect x="${n * 4.67}" y="${13 - height}" width="3" height="${height}"${n < BARS[level] ? '' : ' class="off"'}/>`,
  );
  return `<svg viewBox="0 0 17 13" aria-hidden="true">${drawn.join('')}</svg>`;
}

function reliabilityLine(reliability: CardReliability): string {
  if (reliability === null) {
    return '<p class="reliability">Reliability not established: nobody kept the grade that it had then.</p>';
  }
  const { level, provisional, underReview } = reliability;
  const { label, meaning } = RELIABILITY[level];
  const words = level === 'not-graded' ? label : `${label} reliability`;
  const more = [
    meaning,
    ...(provisional && level !== 'not-graded' ? ['Provisional: two editors have not judged it yet.'] : []),
    ...(underReview ? ['This grade is under review.'] : []),
  ];
  return `<p class="reliability is-${level}">${bars(level)}<strong>${words}.</strong> ${more.join(' ')}</p>`;
}

function notMeasured({ doesNotMeasure }: ClaimCard): string {
  const items = doesNotMeasure.map((misreading) => `<li>${escaped(misreading)}</li>`);
  return `<div class="not-measured">\n<h2>Does not measure</h2>\n<ul>${items.join('')}</ul>\n</div>`;
}

function facts(card: ClaimCard, site: string): string {
  const { figure, period, place, population } = card;
  const bound =
    figure.kind === 'direction' || figure.bound === 'exact' ? [] : [BOUND[figure.bound].label.toLowerCase()];
  const printed = figure.asPrinted === null ? [] : [`printed as “${figure.asPrinted}”`];
  const measure =
    period.measure === null ? [] : [`${MEASURE[period.measure].label}: ${MEASURE[period.measure].meaning}`];
  const rows: [label: string, markup: string][] = [
    citationRow(card.citation, card.status, site),
    ...(bound.length + printed.length === 0
      ? []
      : [['As stated', escaped([...bound, ...printed].join(', '))] as [string, string]]),
    ['Who is counted', escaped(population.description)],
    ['Place', escaped(place.note === null ? place.name : `${place.name} (${place.note})`)],
    ['Period', escaped([periodText(period) ?? 'Not established', ...measure].join('. '))],
  ];
  return `<dl>\n${rows.map(([label, markup]) => `<div><dt>${label}</dt><dd>${markup}</dd></div>`).join('\n')}\n</dl>`;
}

function citationRow(citation: CardCitation | null, status: ClaimCard['status'], site: string): [string, string] {
  if (citation === null) return ['First stated in', 'Not established'];
  const { source, locator, standing } = citation;
  const published = [source.publisher, source.issued === null ? null : dateText(source.issued)]
    .filter((part) => part !== null)
    .join(', ');
  const work = [
    topLink(`${site}/sources/${source.id}`, source.shortName),
    `: <cite>${escaped(source.title)}</cite>`,
    published === '' ? '' : ` (${escaped(published)})`,
    locator === null ? ', place in it not established' : `, ${escaped(locator)}`,
    standing === 'stands' ? '.' : `. <strong>${escaped(SOURCE_STANDING[standing].label)}.</strong>`,
  ].join('');
  if (citation.as === 'first-stated') return ['First stated in', work];
  const none =
    status === 'misquotation' ? 'It misquotes another claim.' : 'Where it was first stated is not established.';
  return [citation.as === 'found' ? 'Found in' : 'Disputed in', `${work} ${none}`];
}

function footer(card: ClaimCard, moment: CardMoment, since: SinceThen, site: string): string {
  const day = dateText(moment.day);
  const when =
    moment.kind === 'live'
      ? `As it stands on ${day}.`
      : moment.isOver
        ? `As it stood at the end of ${day} (UTC).`
        : `As it stands on ${day} (UTC), which is not over yet.`;
  const target = since.state === 'merged' ? `${site}/claims/${since.into}` : claimAddress(card, site);
  return `<footer>${when} ${topLink(target, 'Citations, lineage, method and grade at Plumbline')}</footer>`;
}
