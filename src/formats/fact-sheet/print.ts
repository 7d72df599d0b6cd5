import { LABELS, LANGUAGE } from '../../domain/fact-sheet/labels';
import { paragraphsOf } from '../../domain/fact-sheet/paragraphs';
import type { Release, ReleaseDocument, SheetFinding } from '../../domain/fact-sheet/release';
import type { Block, Paper, WordingForm } from '../../domain/fact-sheet/sheet';
import type { SheetClaim, Work } from '../../domain/fact-sheet/sheet-claim';
import { claimsOfSheet, type ProsePart, proseParts } from '../../domain/fact-sheet/tokens';
import { wordingOf } from '../../domain/fact-sheet/wording';
import { referenceTexts } from '../citation-text';
import { caveatsOf, noteOf, statusInlines } from './notes';
import type { Inline, Print, PrintBlock } from './print-model';
import { ENGLISH, tongueOf } from './tongue';

type Printing = {
  document: ReleaseDocument;
  around: { language: string; direction: 'ltr' | 'rtl' };
  claims: ReadonlyMap<string, { claim: SheetClaim; number: number }>;
};

/** What is printed of a release, or of a sheet that might become one. The same document gives the same tree. */
export function printOf({ document, sha256, isPreview }: Release, paper: Paper): Print {
  const { sheet } = document;
  const labels = LABELS[sheet.language];
  const { direction } = LANGUAGE[sheet.language];
  const byId = new Map(document.claims.map((claim) => [claim.id, claim]));
  const named = claimsOfSheet(sheet).flatMap((id) => byId.get(id) ?? []);
  const claims = new Map(named.map((claim, index) => [claim.id, { claim, number: index + 1 }]));
  const printing: Printing = { document, around: { language: sheet.language, direction }, claims };
  const works = worksOf(named);
  const numberOf = (claim: SheetClaim) => works.findIndex((work) => work.id === claim.citation?.work.id) + 1;
  const isNumbered = sheet.style === 'vancouver';
  return {
    language: sheet.language,
    direction,
    paper,
    title: sheet.title.trim() === '' ? '—' : sheet.title,
    subtitle: subtitleOf(printing, isPreview),
    body: sheet.blocks.flatMap((block) => printedBlock(block, printing)),
    notesTitle: labels.evidence,
    notes: named.map((claim, index) => noteOf(claim, index + 1, document, isNumbered ? numberOf(claim) : null)),
    end: [
      ...references(works, printing),
      ...caveats(printing),
      ...passedOver(printing),
      ...(isPreview ? [] : verification(printing, sha256)),
    ],
    footer: isPreview ? labels.preview : `${labels.release} ${document.id} · ${document.verifyAt}`,
    pageText: labels.page,
    metadata: {
      author: document.releasedBy,
      keywords: named.map(({ id }) => id),
      created: document.releasedAt,
      releaseId: document.id,
      sha256: isPreview ? null : sha256,
      verifyAt: document.verifyAt,
    },
    banner: isPreview ? labels.preview : null,
  };
}

function subtitleOf({ document, around }: Printing, isPreview: boolean): Inline[] {
  const labels = LABELS[document.sheet.language];
  const { audience } = document.sheet;
  const day = document.releasedAt.slice(0, 10);
  return [
    ...(audience.trim() === ''
      ? []
      : [said(`${labels.forAudience} `), { ...said(audience), tongue: tongueOf(audience, around) }, said(' · ')]),
    said(
      isPreview ? `${labels.preview}, ` : `${labels.release} ${document.number} (${document.id}), ${labels.released} `,
    ),
    ofDay(day, around),
    ...(isPreview ? [] : [said(`, ${document.releasedBy}`)]),
    ...(labels.inEnglish === null ? [] : [said(` · ${labels.inEnglish}`)]),
  ];
}

/** A date reads from left to right, between words of whatever direction. */
const ofDay = (day: string, { direction }: Printing['around']) =>
  direction === 'rtl' ? { ...said(day), tongue: ENGLISH } : said(day);

const said = (text: string): Inline & { kind: 'text' } => ({ kind: 'text', text });

function printedBlock(block: Block, printing: Printing): PrintBlock[] {
  if (block.kind === 'heading') {
    const text = proseParts(block.text)
      .map((part) => words(part, printing))
      .join('')
      .trim();
    return text === '' ? [] : [{ kind: 'heading', level: 2, id: block.id, text }];
  }
  if (block.kind === 'prose') return prose(block.text, printing);
  const found = printing.claims.get(block.claim);
  if (found === undefined)
    return [{ kind: 'paragraph', role: 'claim', inlines: [said(`{{${block.claim}}}`)], tongue: null }];
  const chart = printing.document.charts.find((one) => one.block === block.id);
  return [
    { kind: 'paragraph', role: 'claim', inlines: claimInlines(block.claim, block.form, printing), tongue: null },
    { kind: 'paragraph', role: 'caveat', inlines: caveatLine(found.claim, printing), tongue: null },
    ...(chart === undefined
      ? []
      : [{ kind: 'figure' as const, svg: chart.svg, alt: chart.alt, caption: chart.caption }]),
  ];
}

/** Paragraphs and lists, with the words of the claims where their tokens stand. */
function prose(text: string, printing: Printing): PrintBlock[] {
  const blocks: PrintBlock[] = [];
  for (const { isPoint, parts } of paragraphsOf(text)) {
    const inlines = parts.flatMap((part) => inlinesOf(part, printing));
    const tongue = tongueOf(parts.map((part) => (part.kind === 'text' ? part.text : '')).join(''), printing.around);
    const last = blocks.at(-1);
    if (!isPoint) blocks.push({ kind: 'paragraph', role: 'prose', inlines, tongue });
    else if (last?.kind === 'list') last.items.push({ inlines, tongue });
    else blocks.push({ kind: 'list', items: [{ inlines, tongue }] });
  }
  return blocks;
}

function inlinesOf(part: ProsePart, printing: Printing): Inline[] {
  if (part.kind !== 'token' || !printing.claims.has(part.claim))
    return [said(words(part, printing).replace(/\s*\n\s*/g, ' '))];
  return claimInlines(part.claim, part.form, printing);
}

/** The wording of a claim, and the mark that leads to its note. */
function claimInlines(id: string, form: WordingForm, { claims, around }: Printing): Inline[] {
  const found = claims.get(id);
  if (found === undefined) return [];
  const tongue = around.language === 'en' ? {} : { tongue: ENGLISH };
  return [
    { ...said(wordingOf(found.claim, form)), ...tongue },
    { kind: 'note', number: found.number },
  ];
}

function words(part: ProsePart, { claims }: Printing): string {
  if (part.kind !== 'token') return part.text;
  const found = claims.get(part.claim);
  return found === undefined ? `{{${part.claim}}}` : wordingOf(found.claim, part.form);
}

/** What stands right beneath a claim, so that nobody has to turn the page for it. */
function caveatLine(claim: SheetClaim, { document, around }: Printing): Inline[] {
  const labels = LABELS[document.sheet.language];
  const [word = ''] = labels.reliabilityWords[claim.reliability].split(/\s?: /);
  const tongue = around.language === 'en' ? {} : { tongue: ENGLISH };
  const status = statusInlines(claim, labels, (text) => ({ ...said(text), ...tongue }));
  return [
    ...(status === null ? [] : [{ ...said(`${labels.status}: `), strong: true }, ...status, said('. ')]),
    { ...said(`${labels.reliability}: `), strong: true },
    said(`${word}. `),
    { ...said(`${labels.doesNotMeasure}: `), strong: true },
    { ...said(claim.doesNotMeasure.map((one) => (/[.!?]$/.test(one) ? one : `${one}.`)).join(' ')), ...tongue },
  ];
}

export function worksOf(claims: readonly SheetClaim[]): Work[] {
  return [
    ...new Map(
      claims.flatMap(({ citation }) => (citation === null ? [] : [[citation.work.id, citation.work] as const])),
    ).values(),
  ];
}

/** The works that are cited: numbered as they are met, or in the order of their references. */
function references(works: readonly Work[], { document }: Printing): PrintBlock[] {
  if (works.length === 0) return [];
  const { style, language } = document.sheet;
  const byId = referenceTexts(works, style);
  const items = style === 'vancouver' ? works.map(({ id, title }) => byId.get(id) ?? title) : [...byId.values()];
  return [
    { kind: 'heading', level: 2, id: 'references', text: LABELS[language].references },
    {
      kind: 'references',
      items: items.map((text, index) => ({
        number: style === 'vancouver' ? index + 1 : null,
        inlines: linked(text).map((inline) => (language === 'en' ? inline : { ...inline, tongue: ENGLISH })),
      })),
    },
  ];
}

/** A reference with its addresses as links. */
function linked(text: string): (Inline & { kind: 'text' })[] {
  return text.split(/(https?:\/\/\S+?)(?=[.,;)]?(?:\s|$))/).flatMap((part, index) => {
    if (part === '') return [];
    return index % 2 === 1 ? [{ ...said(part), href: part }] : [said(part)];
  });
}

/** Warnings that are about no single claim. */
function caveats({ document }: Printing): PrintBlock[] {
  const labels = LABELS[document.sheet.language];
  return findingList(labels.caveats, 'caveats', caveatsOf(null, document.findings), () => []);
}

/** Errors and warnings that were passed over, each with the reason that was given. */
function passedOver({ document }: Printing): PrintBlock[] {
  const labels = LABELS[document.sheet.language];
  const found = document.findings.filter(({ suppressed, severity }) => suppressed !== null && severity !== 'note');
  return findingList(labels.passedOver, 'passed-over', found, ({ suppressed }) => [
    { ...said(` ${labels.passedOverBecause}: `), strong: true },
    said(suppressed ?? ''),
  ]);
}

function findingList(
  title: string,
  id: string,
  findings: readonly SheetFinding[],
  end: (one: SheetFinding) => Inline[],
): PrintBlock[] {
  if (findings.length === 0) return [];
  const items = findings.map((one) => ({
    inlines: [{ ...said(`${one.title}. `), strong: true }, said(one.message), ...end(one)],
    tongue: null,
  }));
  return [
    { kind: 'heading', level: 2, id, text: title },
    { kind: 'list', items },
  ];
}

function verification({ document }: Printing, sha256: string): PrintBlock[] {
  const labels = LABELS[document.sheet.language];
  const { verifyAt } = document;
  return [
    { kind: 'heading', level: 2, id: 'verify', text: labels.verify },
    {
      kind: 'paragraph',
      role: 'meta',
      inlines: [said(`${labels.verifyText} `), { ...said(verifyAt), href: verifyAt }],
      tongue: null,
    },
    {
      kind: 'paragraph',
      role: 'meta',
      inlines: [said(`${labels.release} ${document.id} · ${labels.hashOfJson} ${sha256}`)],
      tongue: null,
    },
    ...(document.sheet.hasQrCode
      ? [{ kind: 'qr' as const, text: verifyAt, alt: `${labels.verify}: ${verifyAt}` }]
      : []),
  ];
}
