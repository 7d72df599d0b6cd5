import { byWeight, checkClaim, checkProse, checkText, checkTogether, checkUse, type Finding } from '../checks/run';
import type { CheckedClaim, Use } from '../checks/subject';
import { citedOf } from './cited';
import { hasTooManyUses } from './obstacles';
import { paragraphsOf, usesIn } from './paragraphs';
import { passedOver } from './passing-over';
import type { SheetFinding } from './release';
import type { Block, Sheet } from './sheet';
import { claimsOfBlock, claimsOfSheet, proseParts } from './tokens';
import { figureSpan, wordingOf } from './wording';

export type Claims = ReadonlyMap<string, CheckedClaim>;

type Options = { today: string; merged: ReadonlyMap<string, string>; isTooMuch: boolean };

/** Findings that a sheet can have: twice as many as can be passed over, so that what is left out could not be released. */
const FINDINGS_MAX = 1000;

/**
 * All that the rules find in a fact sheet, block by block and the worst first: in what it makes of claims, in its own words,
 * and in the records that it stands on. Of the records only what weighs: a note of theirs is in the sheet anyhow.
 *
 * @param claims every claim that the sheet names and that there is @param today ISO date
 * @param merged ids of claims that are no more, with what each became
 */
export function checkSheet(
  sheet: Sheet,
  claims: Claims,
  today: string,
  merged: ReadonlyMap<string, string> = new Map(),
): SheetFinding[] {
  const options: Options = { today, merged, isTooMuch: hasTooManyUses(sheet) };
  const title = wordsAsSuch(`${sheet.title}\n\n${sheet.audience}`, null, options).map((one) => ({
    ...one,
    block: null,
  }));
  const blocks = sheet.blocks.flatMap((block) =>
    ofBlock(block, claims, options)
      .sort(byWeight)
      .map((one) => ({ ...one, block: block.id })),
  );
  const all = [
    ...title,
    ...ofRecords(sheet, claims, options, blocks),
    ...blocks,
    ...ofNeighbours(sheet, claims, options),
  ];
  return worst(once(all)).map((finding) => passedOver(finding, sheet.overrides));
}

/** The same said of several places of one block is said once: a reason would pass all of them over. */
function once(findings: readonly SheetFinding[]): SheetFinding[] {
  const key = ({ rule, block, claims, quote, message }: SheetFinding) =>
    JSON.stringify([rule, block, claims, quote, message]);
  return [...new Map(findings.toReversed().map((finding) => [key(finding), finding])).values()].toReversed();
}

function worst(findings: SheetFinding[]): SheetFinding[] {
  return findings.length <= FINDINGS_MAX ? findings : findings.toSorted(byWeight).slice(0, FINDINGS_MAX);
}

type Quoted = Finding & { quote: string | null };

function ofBlock(block: Block, claims: Claims, options: Options): Quoted[] {
  if (block.kind !== 'claim') {
    const uses = (options.isTooMuch ? [] : paragraphsOf(block.text)).flatMap((paragraph) => {
      const found = usesIn(paragraph, claims);
      return [
        ...found.flatMap((use) => ofUse(use, options)),
        ...sideBySide(found).flatMap(({ claims: together, sentence }) =>
          checkTogether(together, { ...options, sentence }).map((one) => ({ ...one, span: null, quote: null })),
        ),
      ];
    });
    return [...uses, ...wordsAsSuch(block.text, claims, options)];
  }
  const claim = claims.get(block.claim);
  if (claim === undefined) {
    const prose = { parts: proseParts(`{{${block.claim}}}`), claims, merged: options.merged };
    return checkProse(prose, options).map((one) => ({ ...one, span: null, quote: null }));
  }
  const sentence = wordingOf(claim, block.form);
  return ofUse(
    { claim, wording: block.form, sentence, figure: figureSpan(claim, block.form), around: sentence },
    options,
  );
}

/** Claims of one sentence, and then those of the whole paragraph where they are others. */
function sideBySide(uses: readonly Pick<Use, 'claim' | 'sentence'>[]): { claims: CheckedClaim[]; sentence: string }[] {
  const distinct = (some: typeof uses) => [...new Map(some.map(({ claim }) => [claim.id, claim])).values()];
  const sentences = [...new Set(uses.map(({ sentence }) => sentence))].map((sentence) => ({
    claims: distinct(uses.filter((use) => use.sentence === sentence)),
    sentence,
  }));
  const all = distinct(uses);
  const isSaid = sentences.some(({ claims }) => claims.length === all.length);
  return [...sentences, ...(isSaid ? [] : [{ claims: all, sentence: '' }])].filter(({ claims }) => claims.length > 1);
}

/**
 * Claims in blocks one below the other whose figures look alike: of the same kind and unit. The finding stands at the last
 * of them.
 */
function ofNeighbours({ blocks }: Sheet, claims: Claims, options: Options): SheetFinding[] {
  const runs: { id: string; claim: CheckedClaim }[][] = [[]];
  for (const block of blocks) {
    const claim = block.kind === 'claim' ? claims.get(block.claim) : undefined;
    if (claim === undefined) runs.push([]);
    else runs.at(-1)?.push({ id: block.id, claim });
  }
  return runs.flatMap((run) => {
    const alike = new Map<string, typeof run>();
    for (const one of run) {
      const key = `${one.claim.figure.kind} ${one.claim.figure.unit.toLowerCase()}`;
      alike.set(key, [...(alike.get(key) ?? []), one]);
    }
    return [...alike.values()].flatMap((group) => {
      const together = [...new Map(group.map(({ claim }) => [claim.id, claim])).values()];
      const block = group.at(-1)?.id ?? null;
      return checkTogether(together, options).map((one) => ({ ...one, block, span: null, quote: null }));
    });
  });
}

/** Whatever a sheet says of a claim, its note is printed with it: bound, interval, period, whole, reliability. */
function ofUse(use: Omit<Use, 'isCaveatPrinted'>, options: Options): Quoted[] {
  return checkUse({ ...use, isCaveatPrinted: true }, options).map((one) => ({
    ...one,
    quote: quoteOf(use.sentence, one.span),
    // It is of the sentence as it is read, which stands nowhere in the typed text.
    span: null,
  }));
}

/** The typed words: terms, numbers, tokens. @param claims null: where no token is read, as in a title */
function wordsAsSuch(text: string, claims: Claims | null, options: Options): Quoted[] {
  // Tokens are blanked: what the evidence base prints is no word of whoever writes.
  const parts = proseParts(text);
  const own = parts
    .map((part) => (part.kind === 'text' ? part.text : ' '.repeat(part.span.end - part.span.start)))
    .join('');
  return [...checkProse({ parts, claims, merged: options.merged }, options), ...checkText(own, options)].map((one) => ({
    ...one,
    quote: quoteOf(text, one.span),
  }));
}

const QUOTE_MAX = 80;

function quoteOf(text: string, span: Finding['span']): string | null {
  if (span === null) return null;
  const quote = text.slice(span.start, span.end);
  return quote.length > QUOTE_MAX ? `${quote.slice(0, QUOTE_MAX - 1)}…` : quote;
}

/** What is wrong with the records, once for each claim, where its use has not said it already. */
function ofRecords(sheet: Sheet, claims: Claims, options: Options, said: readonly SheetFinding[]): SheetFinding[] {
  return claimsOfSheet(sheet).flatMap((id) => {
    const claim = claims.get(id);
    if (claim === undefined) return [];
    const rules = new Set(said.filter((one) => one.claims.includes(id)).map(({ rule }) => rule));
    const cited = citedOf(claim)?.id;
    const block = sheet.blocks.find((one) => claimsOfBlock(one).includes(id))?.id ?? null;
    return (
      checkClaim(claim, options)
        .filter(({ severity, rule }) => severity !== 'note' && !rules.has(rule))
        // What others made of it concerns nobody who cites the work that stated it.
        .filter(({ citation }) => citation === null || citation === cited)
        .map((one) => ({ ...one, block, quote: null }))
    );
  });
}
