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
  // Vancouver numbers its list; a list of one needs no number.
  return text
    .replace(/^\s*1\.\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function formats(item: CslItem, permanentUrl: string): CitationFormats {
  return {
    apa: formatted(item, 'apa'),
    chicago: formatted(item, 'chicago-author-date'),
    vancouver: formatted(item, 'vancouver'),
    harvard: formatted(item, 'harvard1'),
    permanentUrl,
  };
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
  const format = kind === 'bib' ? 'bibtex' : 'ris';
  const body = new Cite([item]).format(format, { format: 'text' });
  return {
    body: `${body.trim()}\n`,
    contentType:
      kind === 'bib' ? 'application/x-bibtex; charset=utf-8' : 'application/x-research-info-systems; charset=utf-8',
  };
}
