import 'server-only';
import { cache } from 'react';
import { type CitationFormats, claimCitation, sourceCitation } from '../../formats/citation-text';
import { getBibliography } from '../sources/bibliography-data';
import { getClaimReference } from './data';

/** The claim as references in the usual styles; null when there is no such claim. */
export const loadClaimCitation = cache(async (id: string): Promise<CitationFormats | null> => {
  const reference = await getClaimReference(id);
  return reference === null ? null : claimCitation(reference.claim, reference.origin);
});

/** The source as references in the usual styles; null when there is no such source. */
export const loadSourceCitation = cache(async (id: string): Promise<CitationFormats | null> => {
  const source = await getBibliography(id);
  return source === null ? null : sourceCitation(source);
});
