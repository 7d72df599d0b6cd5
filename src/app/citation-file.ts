import { getClaimReference } from '@/features/references/data';
import { getBibliography } from '@/features/sources/bibliography-data';
import { type CitationFile, citationFile } from '@/formats/citation-text';
import { type CslItem, cslOfClaim, cslOfSource } from '@/formats/csl';
import { ApiProblem } from '@/http/problem';
import { fileRoute } from '@/http/route';

// References as files, next to the pages they belong to: /claims/C1/cite.bib, /sources/S1/cite.ris …

function download(item: CslItem | null, id: string, kind: CitationFile) {
  if (item === null) throw new ApiProblem('not-found', 'Nothing here has this id.');
  return { ...citationFile(item, kind), fileName: `plumbline-${id}.${kind}` };
}

/** The reference to give with a claim. */
export function claimCitationFile(kind: CitationFile) {
  return fileRoute(async (_request, { id = '' }) => {
    const reference = await getClaimReference(id);
    return download(reference && cslOfClaim(reference.claim, reference.origin), id, kind);
  });
}

/** The reference of a source. */
export function sourceCitationFile(kind: CitationFile) {
  return fileRoute(async (_request, { id = '' }) => {
    const source = await getBibliography(id);
    return download(source && cslOfSource(source), id, kind);
  });
}
