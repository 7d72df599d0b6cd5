import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** What of a file the package cannot be told. */
export type Rest = {
  language: string;
  created: string;
  direction: 'ltr' | 'rtl';
  /** By what stands for them in the file of the package. */
  pictures: ReadonlyMap<string, Uint8Array>;
};

/**
 * The file of the package, packed anew: with the time of the release instead of that of the clock, in a fixed order, and
 * with what the package has no option for. The same input gives the same bytes, whenever and wherever it is packed.
 */
export function packedAgain(docx: Uint8Array, rest: Rest): Uint8Array {
  const files = unzipSync(docx);
  const out: Zippable = {};
  // A ZIP file says local time without a zone: this is the same everywhere, and the earliest that can be said.
  const mtime = new Date(1980, 0, 1);
  const names = Object.keys(files).sort(
    (a, b) => Number(b.startsWith('[')) - Number(a.startsWith('[')) || (a < b ? -1 : 1),
  );
  for (const name of names) {
    const given = files[name] ?? new Uint8Array();
    const bytes = (name.endsWith('.png') ? rest.pictures.get(strFromU8(given)) : undefined) ?? given;
    const edit = EDITS[name];
    const data = edit === undefined ? bytes : strToU8(edit(strFromU8(bytes), rest));
    out[name] = [data, { mtime, level: name.endsWith('.png') ? 0 : 6 }];
  }
  return zipSync(out);
}

// Words in the text cannot be taken for elements here: their < is written as &lt;.
const EDITS: Readonly<Record<string, (xml: string, rest: Rest) => string>> = {
  'docProps/core.xml': (xml, { created, language }) =>
    xml
      .replace(/(<dcterms:(created|modified) [^>]*>)[^<]*/g, (_, open: string) => `${open}${moment(created)}`)
      .replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`),
  'word/document.xml': (xml, { direction }) =>
    direction === 'rtl' ? xml.replaceAll('<w:docGrid', '<w:bidi/><w:docGrid') : xml,
  'word/styles.xml': (xml) =>
    xml.replace('w:type="paragraph" w:styleId="Normal"', 'w:type="paragraph" w:default="1" w:styleId="Normal"'),
};

/** To the second, as Word writes it: https://www.w3.org/TR/NOTE-datetime. */
const moment = (created: string) => new Date(created).toISOString().replace(/\.\d+/, '');
