import type { Release } from '../../domain/fact-sheet/release';
import type { FileFormat } from '../../features/fact-sheets/schema';
import { referenceFile } from '../citation-text';
import { renderDocx } from './docx';
import { renderHtml } from './html';
import { renderMarkdown } from './markdown';
import { renderPdf } from './pdf/pdf';
import { printOf, worksOf } from './print';

/**
 * Every file of a release, byte for byte. The JSON is the canonical document itself, so that its hash is that of the release.
 *
 * @param canonical the document in canonical form
 */
export async function filesOf(release: Release, canonical: string): Promise<Map<FileFormat, Uint8Array>> {
  const [a4, letter] = [printOf(release, 'a4'), printOf(release, 'letter')];
  const works = worksOf(release.document.claims);
  const text = (content: string) => new TextEncoder().encode(content);
  // One after the other: side by side they would need the memory of all of them at once.
  return new Map<FileFormat, Uint8Array>([
    ['pdf-a4', await renderPdf(a4)],
    ['pdf-letter', await renderPdf(letter)],
    ['docx-a4', await renderDocx(a4)],
    ['docx-letter', await renderDocx(letter)],
    ['html', text(renderHtml(a4))],
    ['md', text(renderMarkdown(a4))],
    ['json', text(canonical)],
    ['bib', text(referenceFile(works, 'bib'))],
    ['ris', text(referenceFile(works, 'ris'))],
    ['csl', text(referenceFile(works, 'json'))],
  ]);
}
