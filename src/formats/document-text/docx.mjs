// Part of the worker, in plain JavaScript (docs/decisions/0040-documents-read-in-a-worker.md).
import mammoth from 'mammoth';
import { openZip } from './zip.mjs';

/** A Word document as HTML, without its pictures. */
export async function docxHtml(bytes) {
  const zip = openZip(bytes);
  // Mammoth asks for each part by name and never sees the ZIP file, so nothing is unpacked that is not counted.
  const file = {
    exists: zip.has,
    read: async (name, encoding) => {
      const part = zip.read(name);
      return encoding ? new TextDecoder(encoding).decode(part) : part;
    },
  };
  const { value } = await mammoth.convertToHtml(
    { file },
    { convertImage: async () => [], includeEmbeddedStyleMap: false, externalFileAccess: false },
  );
  return value;
}
