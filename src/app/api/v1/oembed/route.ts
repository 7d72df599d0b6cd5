import { embedNameOf } from '@/domain/embed/address';
import type { OembedDto } from '@/features/embeds/schema';
import { OembedParameters } from '@/features/embeds/schema';
import { cardSize, frameMarkup } from '@/formats/embed/card-frame';
import { cardAddress, cardTitle } from '@/formats/embed/claim-card';
import { ApiProblem } from '@/http/problem';
import { jsonRoute, refuse } from '@/http/route';
import { publicUrl } from '@/lib/env';
import { rawParameters, readParameters } from '@/lib/parameters';
import { requireCard } from '../../../embed-file';
import { readUrl } from '@/lib/read-url';

/** Seconds for which a sender need not ask again how the frame is written. */
const CACHE_AGE = 3600;

export const GET = jsonRoute(async (request): Promise<OembedDto> => {
  // Unknown parameters are passed over: senders add some of their own, such as `dnt` or `callback`.
  const { value, problems } = readParameters(OembedParameters, rawParameters(new URL(request.url).searchParams));
  const { url, maxwidth, maxheight, format } = value;
  refuse([...problems, ...(url === undefined ? [{ field: 'url', message: 'is needed: the address of a claim' }] : [])]);
  if (format !== 'json') throw new ApiProblem('not-implemented', 'oEmbed is given as JSON: format=json.');
  const address = readUrl(url ?? '');
  const name = address === null ? null : embedNameOf(address, publicUrl());
  if (name === null) throw new ApiProblem('not-found', 'This is no address of a claim at this site.');
  const shown = await requireCard(name).catch((error: unknown) => {
    // A day that cannot be is no fault of a parameter here: there is just nothing at the address.
    if (error instanceof ApiProblem) throw new ApiProblem('not-found', error.message);
    throw error;
  });
  const size = cardSize(shown, { width: maxwidth, height: maxheight });
  const title = cardTitle(shown);
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Plumbline',
    provider_url: publicUrl(),
    title,
    cache_age: CACHE_AGE,
    html: frameMarkup(cardAddress(shown, publicUrl()), title, size),
    ...size,
  };
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
