import { sha256Of } from '@/lib/canonical-json';
import { slugOf } from '@/domain/text/slug';
import { getRelease, getReleaseFile } from '@/features/fact-sheets/release-data';
import { FILE } from '@/features/fact-sheets/schema';
import { formatOf } from '@/features/releases/schema';
import { ApiProblem } from '@/http/problem';
import { fileRoute, methodNotAllowed } from '@/http/route';

/** A release never changes, and neither do its files. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** A file of a release, byte for byte as it was made. */
export const GET = fileRoute(async (_request, { release: id = '', file = '' }) => {
  const format = formatOf(file);
  const [release, bytes] =
    format === null ? [null, null] : await Promise.all([getRelease(id), getReleaseFile(id, format)]);
  // What is hashed is the JSON itself: it is there with every release.
  const body = bytes ?? (format === 'json' && release !== null ? Buffer.from(release.canonical) : null);
  if (format === null || release === null || body === null)
    throw new ApiProblem('not-found', 'There is no such file of a release.');
  const title = slugOf(release.document.sheet.title) || 'fact-sheet';
  return {
    body: new Uint8Array(body),
    contentType: FILE[format].contentType,
    fileName: `${title}-${id}.${FILE[format].ending}`,
    headers: {
      'Cache-Control': FOR_EVER,
      ETag: `"${sha256Of(body)}"`,
    },
  };
});

export { methodNotAllowed as DELETE, methodNotAllowed as PATCH, methodNotAllowed as POST, methodNotAllowed as PUT };
export { OPTIONS } from '@/http/route';
