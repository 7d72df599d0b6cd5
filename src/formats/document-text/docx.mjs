// Part of the worker, in plain JavaScript (docs/decisions/0040-documents-read-in-a-worker.md).
import mammoth from 'mammoth';
import { Refused } from './refused.mjs';
import { openZip } from './zip.mjs';

/**
 * What says nothing about the words: looks, languages, marks of the spelling check, who changed what when. It is most of
 * a document, and each element of it would be an object in memory, twice.
 */
const LOOKS =
  /<w:(?:rFonts|sz|szCs|lang|color|kern|spacing|w|position|b|bCs|i|iCs|u|noProof|proofErr|lastRenderedPageBreak|bookmarkStart|bookmarkEnd|highlight|shd|ind|jc|widowControl|keepNext|keepLines|autoSpaceDE|autoSpaceDN|adjustRightInd|snapToGrid|tcW|tcBorders|vAlign|contextualSpacing)(?:\s[^<>]*)?\/>/g;
const REVISIONS = /\s(?:w:rsid\w*|w14:paraId|w14:textId)="[^"<>]*"/g;
const EMPTY_LOOKS = /<w:(rPr|tcPr|pPr)>\s*<\/w:\1>/g;

/** Elements of a part. Two million letters in runs of three words have half as many. */
const ELEMENTS_MAX = 500_000;

/** A Word document as HTML, without its pictures. */
export async function docxHtml(bytes, limits) {
  const zip = openZip(bytes);
  // Mammoth asks for each part by name and never sees the ZIP file, so nothing is unpacked that is not counted.
  const file = {
    exists: zip.has,
    read: async (name, encoding) => {
      const part = zip.read(name);
      if (!encoding) return part;
      const xml = withoutLooks(new TextDecoder(encoding).decode(part));
      refuseTooMuch(xml, limits);
      return xml;
    },
  };
  const { value } = await mammoth.convertToHtml(
    { file },
    { convertImage: async () => [], includeEmbeddedStyleMap: false, externalFileAccess: false },
  );
  return value;
}

function withoutLooks(xml) {
  return xml.replace(LOOKS, '').replace(REVISIONS, '').replace(EMPTY_LOOKS, '').replace(EMPTY_LOOKS, '');
}

/** Before it is taken apart, which takes a hundred times the memory and the time. */
function refuseTooMuch(xml, limits) {
  let [elements, letters, at] = [0, 0, 0];
  for (let open = xml.indexOf('<'); open >= 0; open = xml.indexOf('<', at)) {
    letters += open - at;
    elements += xml[open + 1] === '/' ? 0 : 1;
    at = xml.indexOf('>', open) + 1;
    if (at === 0) break;
  }
  if (letters > limits.characters) throw new Refused('too-much-text');
  if (elements > ELEMENTS_MAX) throw new Refused('bomb');
}
