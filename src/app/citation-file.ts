import { getClaimReference } from '@/features/references/data';
import { getBibliography } from '@/features/sources/bibliography-data';
import { type CitationFile, citationFile } from '@/formats/citation-text';
import { type CslItem, cslOfClaim, cslOfSource } from '@/formats/csl';
import { fileRoute } from '@/http/route';
import { missingRecord } from './missing-file';

// References as files, next to the pages they belong to: /claims/C1/cite.bib, /sources/S1/cite.ris …

function download(item: CslItem, id: string, kind: CitationFile) {
  return { ...citationFile(item, kind), fileName: `plumbline-${id}.${kind}` };
}

/** The reference to give with a claim. */
export function claimCitationFile(kind: CitationFile) {
  return fileRoute(async (request, { id = '' }) => {
    const reference = await getClaimReference(id);
    if (reference === null) return missingRecord(request, id, 'No claim has this id.');
    return download(cslOfClaim(reference.claim, reference.origin), id, kind);
  });
}

/** The reference of a source. */
export function sourceCitationFile(kind: CitationFile) {
  return fileRoute(async (request, { id = '' }) => {
    const source = await getBibliography(id);
    if (source === null) return missingRecord(request, id, 'No source has this id.');
    return download(cslOfSource(source), id, kind);
  });
}
