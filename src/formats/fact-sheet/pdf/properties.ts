import { createHash } from 'node:crypto';
import type { Print } from '../print-model';
import { printable } from './spans';
import type { Writer } from './writer';

// What the file says of itself: for a reader's window, for catalogues, and that it is accessible (ISO 14289-1, PDF/UA-1).

const PRODUCER = 'Plumbline';

/** The same print, the same file: nothing here may come from the clock or from chance. */
export function describe(writer: Writer, print: Print) {
  const created = new Date(print.metadata.created);
  if (Number.isNaN(created.getTime())) throw new Error(`not a time: ${print.metadata.created}`);
  writer.info = {
    Title: titleOf(print),
    Author: printable(print.metadata.author),
    Keywords: keywordsOf(print).join(', '),
    Creator: PRODUCER,
    Producer: PRODUCER,
    CreationDate: created,
    ModDate: created,
  };
  const { pageText, ...content } = print;
  writer._id = createHash('sha256')
    .update(JSON.stringify([content, pageText(1, 2)]))
    .digest()
    .subarray(0, 16);
  writer._root.data.ViewerPreferences = writer.ref({
    DisplayDocTitle: true,
    Direction: print.direction === 'rtl' ? 'R2L' : 'L2R',
  });
  // pdfkit puts these texts into XML as they are: a title with an ampersand would spoil it.
  writer._addInfo = () => writer.appendXML(xmpOf(print, created));
}

/** Readers show it in place of the file's name. */
const titleOf = (print: Print) => printable(print.title).trim() || print.metadata.releaseId || PRODUCER;

function keywordsOf({ metadata }: Print): string[] {
  const { keywords, releaseId, sha256 } = metadata;
  const named = [...(releaseId === null ? [] : [releaseId]), ...(sha256 === null ? [] : [`sha256:${sha256}`])];
  return [...keywords, ...named].map(printable).filter((word) => word.trim() !== '');
}

function xmpOf(print: Print, created: Date): string {
  const time = `${created.toISOString().slice(0, 19)}Z`;
  return `
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(titleOf(print))}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${xml(printable(print.metadata.author))}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${xml(print.language)}</rdf:li></rdf:Bag></dc:language>
${identifierOf(print)}<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>
<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
<pdf:Producer>${PRODUCER}</pdf:Producer>
<pdf:Keywords>${xml(keywordsOf(print).join(', '))}</pdf:Keywords>
</rdf:Description>`;
}

const identifierOf = ({ metadata: { verifyAt } }: Print) =>
  verifyAt === null ? '' : `<dc:identifier>${xml(printable(verifyAt))}</dc:identifier>\n`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const xml = (text: string) =>
  text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? '').replace(/[\ufffe\uffff]/g, '\ufffd');
