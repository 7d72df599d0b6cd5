import { Document, Packer } from 'docx';
import { zipSync } from 'fflate';
import PDFDocument from 'pdfkit';
import type { ReadDocument } from '@/formats/document-text/read-document';

// Documents as people send them, made anew for each test.

/** A PDF that the function draws. */
export function pdfOf(
  draw: (pdf: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  return new Promise((done, failed) => {
    const pdf = new PDFDocument({ size: 'A4', margin: 50, ...options });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => done(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', failed);
    draw(pdf);
    pdf.end();
  });
}

/** A PDF with so many pages of one line each. */
export function pdfWithPages(count: number): Promise<Uint8Array> {
  return pdfOf((pdf) => {
    for (let page = 1; page <= count; page += 1) {
      if (page > 1) pdf.addPage();
      pdf.fontSize(11).text(`Here the chapter of part ${page} begins.`);
    }
  });
}

export async function docxOf(options: ConstructorParameters<typeof Document>[0]): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toBuffer(new Document(options)));
}

const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

/** A Word document with this inside of its body, as XML. */
export function rawDocx(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': Buffer.from(CONTENT_TYPES),
    'word/document.xml': Buffer.from(document),
    ...more,
  });
}

/** The text of a document that has to be read. */
export function textOf(result: ReadDocument): string {
  if (!result.ok) throw new Error(`not read: ${result.problem.message}`);
  return result.text;
}

/** The code of the problem of a document that must not be read. */
export function codeOf(result: ReadDocument): string {
  if (result.ok) throw new Error(`read: ${result.text.slice(0, 200)}`);
  if (!/^[A-Z].*\.$/s.test(result.problem.message)) throw new Error(`no sentence: ${result.problem.message}`);
  return result.problem.code;
}

/** A PDF of one page, written by hand: what the page draws, packed as it is given, and more objects. */
export function rawPdf(content: Uint8Array, { filter = '/FlateDecode', kids = '[3 0 R]', more = [] as string[] } = {}) {
  const head = (length: number) => `<< /Length ${length} /Filter ${filter} >>\nstream\n`;
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids ${kids} /Count 1 >>`),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>',
    ),
    Buffer.concat([Buffer.from(head(content.length)), content, Buffer.from('\nendstream')]),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    ...more.map((object) => Buffer.from(object)),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    places.push(at);
    at += part.length;
    parts.push(part);
  }
  const list = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${list}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
