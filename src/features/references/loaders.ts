import 'server-only';
import { cache } from 'react';
import { type CitationFormats, claimCitation, sourceCitation } from '../../formats/citation-text';
import { claimJsonLd, sourceJsonLd } from '../../formats/json-ld';
import { publicUrl } from '../../lib/env';
import { loadClaim } from '../claims/loaders';
import { loadSource } from '../sources/loaders';
import { getOriginRecord } from './data';

export type { CitationFormats };

/** What a record is given along with on its page: its reference in the usual styles, and itself as JSON-LD. */
export type Reference = { formats: CitationFormats; jsonLd: object };

/** The claim's reference; null when there is no such claim. */
export const loadClaimReference = cache(async (id: string): Promise<Reference | null> => {
  const claim = await loadClaim(id);
  if (claim === null) return null;
  return { formats: claimCitation(claim, await getOriginRecord(claim)), jsonLd: claimJsonLd(claim, publicUrl()) };
});

/** The source's reference; null when there is no such source. */
export const loadSourceReference = cache(async (id: string): Promise<Reference | null> => {
  const source = await loadSource(id);
  return source === null ? null : { formats: sourceCitation(source), jsonLd: sourceJsonLd(source, publicUrl()) };
});
