import { LABELS, type Labels } from '../../domain/fact-sheet/labels';
import type { ReleaseDocument, SheetFinding } from '../../domain/fact-sheet/release';
import type { SheetClaim } from '../../domain/fact-sheet/sheet-claim';
import { figureText, intervalText, unitText } from '../../domain/figure-text';
import { periodText } from '../../domain/period-text';
import type { Inline, PrintNote } from './print-model';
import { ENGLISH } from './tongue';

/** The note of a claim: everything that it is never shown without. */
export function noteOf(
  claim: SheetClaim,
  number: number,
  document: ReleaseDocument,
  worksNumber: number | null,
): PrintNote {
  const labels = LABELS[document.sheet.language];
  const own = (text: string): Inline => ({
    kind: 'text',
    text,
    ...(document.sheet.language === 'en' ? {} : { tongue: ENGLISH }),
  });
  const facts: [string, Inline[] | null][] = [
    [labels.figure, [own(figureLine(claim)), ...boundInlines(claim, labels)]],
    [labels.interval, ofText(intervalText(claim.figure), own)],
    [labels.counts, [own(populationText(claim))]],
    [labels.share, ofText(claim.figure.of, own)],
    [labels.place, [own(claim.place.note === null ? claim.place.name : `${claim.place.name}: ${claim.place.note}`)]],
    [labels.period, periodInlines(claim, labels, own)],
    [labels.definition, ofText(claim.definition, own)],
    [labels.source, sourceInlines(claim, labels, own, worksNumber)],
    [labels.status, statusInlines(claim, labels, own)],
    [labels.reliability, reliabilityInlines(claim, labels, own)],
    [labels.doesNotMeasure, sentences(claim.doesNotMeasure, own)],
    [labels.notToSay, sentences(notSaidYet(claim), own)],
    [labels.limits, sentences(claim.limits, own)],
    [labels.caveats, sentences(warningsOf(claim.id, document), own)],
    [
      labels.checked,
      [own(document.releasedAt.slice(0, 10)), said(', '), { kind: 'text', text: claim.url, href: claim.url }],
    ],
  ];
  return {
    number,
    claim: claim.id,
    title: [{ kind: 'text', text: `${claim.id} `, strong: true }, own(claim.statement)],
    facts: facts.flatMap(([label, inlines]) => (inlines === null ? [] : [{ label, inlines }])),
  };
}

/** What it does not measure stands in a line of its own already. */
const notSaidYet = ({ notToSay, doesNotMeasure }: SheetClaim) =>
  notToSay.filter((one) => !doesNotMeasure.some((other) => one.includes(other.replace(/\.$/, ''))));

const warningsOf = (claim: string, { findings }: ReleaseDocument) =>
  caveatsOf(claim, findings).map(({ message }) => message);

type Own = (text: string) => Inline;

const said = (text: string): Inline => ({ kind: 'text', text });

const ofText = (text: string | null, own: Own) => (text === null ? null : [own(text)]);

const sentences = (all: readonly string[], own: Own) =>
  all.length === 0 ? null : [own(all.map((one) => (/[.!?]”?$/.test(one) ? one : `${one}.`)).join(' '))];

/** A trend that is claimed without a number has no bound either. */
const boundInlines = ({ figure }: SheetClaim, labels: Labels) =>
  figure.kind === 'direction' ? [] : [said(`, ${labels.bound[figure.bound]}`)];

function figureLine({ figure }: SheetClaim): string {
  return [figureText(figure), unitText(figure)].filter((part) => part !== null && part !== '').join(' ');
}

function populationText({ population: { description, ageMin, ageMax } }: SheetClaim): string {
  if (ageMin === null && ageMax === null) return description;
  return `${description} (ages ${ageMax === null ? `${ageMin} and over` : `${ageMin ?? 0}–${ageMax}`})`;
}

function periodInlines({ period }: SheetClaim, labels: Labels, own: Own): Inline[] {
  const text = periodText(period);
  const measure = period.measure === null ? '' : `, ${labels.measure[period.measure]}`;
  return text === null ? [said(`${labels.notEstablished}${measure}`)] : [own(text), said(measure)];
}

function sourceInlines({ citation }: SheetClaim, labels: Labels, own: Own, number: number | null): Inline[] {
  if (citation === null) return [said(labels.noSource)];
  const { work, locator, figureAsPrinted, originState, role } = citation;
  const isCritic = role === 'disputes' || role === 'corrects';
  const footing = originState === 'origin' ? labels.sourceOrigin : isCritic ? labels.sourceCritic : labels.sourceOther;
  return [
    own([work.shortName, locator].filter((part) => part !== null).join(', ')),
    ...(number === null ? [] : [said(` [${number}]`)]),
    said(` (${footing})`),
    ...(figureAsPrinted === null ? [] : [said(`; ${labels.printedThere} “`), own(figureAsPrinted), said('”')]),
  ];
}

export function statusInlines(
  { status, standingReason, successors, misquotes }: SheetClaim,
  labels: Labels,
  own: Own,
): Inline[] | null {
  if (status === 'current') return null;
  const names = (status === 'superseded' ? successors : status === 'misquotation' ? misquotes : [])
    .map(({ id }) => id)
    .join(', ');
  return [
    said([labels.statusWords[status], names].filter((part) => part !== '').join(' ')),
    ...(standingReason === null ? [] : [said(': '), own(standingReason)]),
  ];
}

function reliabilityInlines({ reliability, provisional, underReview }: SheetClaim, labels: Labels, own: Own): Inline[] {
  const [word = '', meaning = ''] = labels.reliabilityWords[reliability].split(/\s?: /);
  return [
    { kind: 'text', text: word, strong: true },
    said(`: ${meaning}`),
    ...(provisional && reliability !== 'not-graded' ? [said(`; ${labels.provisional}`)] : []),
    ...(underReview === null ? [] : [said(`; ${labels.underReview}: `), own(underReview.join('; '))]),
  ];
}

/** Warnings about a claim that nobody has passed over: they are printed with it. */
export function caveatsOf(claim: string | null, findings: readonly SheetFinding[]): SheetFinding[] {
  const own = findings.filter(
    ({ severity, suppressed, claims }) =>
      severity === 'warning' &&
      suppressed === null &&
      (claim === null ? claims.length !== 1 : claims.length === 1 && claims[0] === claim),
  );
  return [...new Map(own.map((one) => [one.message, one])).values()];
}
