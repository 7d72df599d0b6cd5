import { readFileSync } from 'node:fs';
import { filesOf } from '../../src/formats/fact-sheet/files';
import { sha256Of } from '../../src/lib/canonical-json';

// node … files-command.ts <canonical JSON of a release>: the hash of every file that is made of it, as JSON.

const canonical = readFileSync(process.argv[2] ?? '', 'utf8');
const files = await filesOf(
  { document: JSON.parse(canonical), sha256: sha256Of(canonical), isPreview: false },
  canonical,
);
console.log(JSON.stringify(Object.fromEntries([...files].map(([format, bytes]) => [format, sha256Of(bytes)]))));
