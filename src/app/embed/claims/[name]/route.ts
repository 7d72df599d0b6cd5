import { embedPath } from '@/domain/embed/address';
import { getEmbed } from '@/features/embeds/data';
import { claimCardHtml } from '@/formats/embed/claim-card';
import { messageCard } from '@/formats/embed/document';
import { Moved } from '@/http/moved';
import { PROBLEM_TYPES } from '@/http/problem-types';
import { documentRoute } from '@/http/route';
import { SETTLED_CACHE_CONTROL } from '@/lib/cache-control';
import { publicUrl } from '@/lib/env';
import { missingCard } from '../../../embed-file';

// What a browser may do with it, and who may frame it, stands in next.config.ts.
export const GET = documentRoute(
  async (_request, { name = '' }) => {
    const result = await getEmbed(name, new Date());
    if (result.found === 'nothing') throw missingCard(result);
    if (result.found === 'moved') throw new Moved(embedPath({ id: result.into, day: result.day }));
    const { moment } = result;
    const body = claimCardHtml(result, publicUrl());
    const isSettled = moment.kind === 'frozen' && moment.isOver;
    return isSettled ? { body, headers: { 'Cache-Control': SETTLED_CACHE_CONTROL } } : { body };
  },
  ({ code, message }) =>
    messageCard(
      { title: PROBLEM_TYPES[code].title, message },
      { address: `${publicUrl()}/claims`, text: 'All claims at Plumbline' },
    ),
);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  OPTIONS,
} from '@/http/route';
