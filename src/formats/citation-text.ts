import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { ClaimDto } from '../features/claims/schema';
import type { Bibliography } from '../features/sources/schema';
import { publicUrl } from '../lib/env';
import { CHICAGO_AUTHOR_DATE } from './chicago-author-date';
import { type CslItem, cslOfClaim, cslOfSource } from './csl';

/** One work as a reference in four styles, plain text, and where its record stands for good. */
export type CitationFormats = {
  apa: string;
  chicago: string;
  vancouver: string;
  harvard: string;
  permanentUrl: string;
};

/** A reference as a file: `bib` BibTeX, `ris` RIS, `json` CSL-JSON. */
export type CitationFile = 'bib' | 'ris' | 'json';

plugins.config.get('@csl').templates.add('chicago-author-date', CHICAGO_AUTHOR_DATE);

function formatted(item: CslItem, template: string): string {
  const text = new Cite([item]).format('bibliography', { format: 'text', template, lang: 'en-US' });
  return plainReference(text);
}

/** On one line, and without the number that Vancouver's list has: a list of one needs none, and ours has its own. */
function plainReference(text: string): string {
  return text
    .replace(/^\s*\d+\.\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function formats(item: CslItem, permanentUrl: string): CitationFormats {
  return {
    apa: formatted(item, TEMPLATE.apa),
    chicago: formatted(item, TEMPLATE.chicago),
    vancouver: formatted(item, TEMPLATE.vancouver),
    harvard: formatted(item, TEMPLATE.harvard),
    permanentUrl,
  };
}

const TEMPLATE = { apa: 'apa', chicago: 'chicago-author-date', vancouver: 'vancouver', harvard: 'harvard1' } as const;

/**
 * The references of works in one style, plain text, by id and in the order of the style. Made together, so that works of one
 * author and year are told apart as the style does it.
 */
export function referenceTexts(
  works: readonly Omit<Bibliography, 'slug'>[],
  style: keyof typeof TEMPLATE,
): ReadonlyMap<string, string> {
  if (works.length === 0) return new Map();
  const cite = new Cite(works.map((work) => cslOfSource(work)));
  const options = { format: 'text', template: TEMPLATE[style], lang: 'en-US', asEntryArray: true as const };
  const entries = cite.format('bibliography', options);
  return new Map(entries.map(([id, text]) => [id, plainReference(text)]));
}

/** Works as a file for reference managers. */
export function referenceFile(works: readonly Omit<Bibliography, 'slug'>[], kind: CitationFile): string {
  const items = works.map((work) => cslOfSource(work));
  if (kind === 'json') return `${JSON.stringify(items, null, 2)}\n`;
  return items.map((item) => citationFile(item, kind).body).join('\n');
}

/** The reference of a source. */
export function sourceCitation(source: Bibliography): CitationFormats {
  return formats(cslOfSource(source), `${publicUrl()}/sources/${source.id}`);
}

/** The reference to give with a claim: see cslOfClaim. */
export function claimCitation(claim: ClaimDto, origin: Bibliography | null): CitationFormats {
  return formats(cslOfClaim(claim, origin), `${publicUrl()}/claims/${claim.id}`);
}

/** A reference as a file. */
export function citationFile(item: CslItem, kind: CitationFile): { body: string; contentType: string } {
  if (kind === 'json') {
    return { body: `${JSON.stringify([item], null, 2)}\n`, contentType: 'application/vnd.citationstyles.csl+json' };
  }
  const body = kind === 'bib' ? bibtex(item) : ris(item);
  return {
    body: `${body.trim()}\n`,
    contentType:
      kind === 'bib' ? 'application/x-bibtex; charset=utf-8' : 'application/x-research-info-systems; charset=utf-8',
  };
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

/** BibTeX. It knows months by macro and no days, and wants every & escaped, in the names of organisations too. */
function bibtex(item: CslItem): string {
  const dated = item.issued && {
    issued: { 'date-parts': item.issued['date-parts'].map((parts) => parts.slice(0, 2)) },
  };
  const text: string = new Cite([{ ...item, ...dated }]).format('bibtex', { format: 'text' });
  return text
    .replace(/^(\tmonth = )\{(\d+)\}/gm, (_, start, month) => `${start}${MONTHS[Number(month) - 1]}`)
    .replace(/^(?!\t(?:url|doi) ).*$/gm, (line) => line.replace(/(?<!\\)&/g, '\\&'));
}

/**
 * RIS. citation-js breaks lines after every 70 characters, where a reader of RIS takes one line a tag; and it leaves
 * author and date out of newspaper articles, which are therefore written as what is closest and named again.
 */
function ris(item: CslItem): string {
  const newspaper = item.type === 'article-newspaper';
  const text: string = new Cite([newspaper ? { ...item, type: 'article-magazine' } : item]).format('ris', {
    format: 'text',
  });
  const whole = text.replace(/\n(?![A-Z][A-Z0-9] {2}- |\s*$)/g, '');
  return newspaper ? whole.replace(/^TY {2}- MGZN/, 'TY  - NEWS') : whole;
}
