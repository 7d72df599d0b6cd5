import { z } from 'zod';
import { admitTextCheck } from '@/auth/text-limits';
import { checkDraft } from '@/features/text-checks/data';
import { CheckTextBody, CheckTextParameters, TEXT_MAX, type TextCheck } from '@/features/text-checks/schema';
import { requireJson } from '@/http/json-body';
import { ApiProblem, TooManyRequests } from '@/http/problem';
import { jsonRoute, methodsBut, requireParameters } from '@/http/route';
import { clientAddress } from '@/lib/client-address';
import { isDatabaseAway } from '@/lib/database-error';
import { quietError } from '@/lib/quiet-error';
import { today } from '@/lib/today';

const DETAIL = `A text has at most ${TEXT_MAX.toLocaleString('en-GB')} characters.`;
/** Every text that is not too long fits, whichever way it is written: JSON can write a character in six bytes (\u20ac). */
const MOST = { bytes: TEXT_MAX * 6 + 1000, detail: DETAIL, refused: 'Nothing was checked' };
/** A text that is too long is told so in its own way. */
const AnyLength = CheckTextBody.extend({
  text: z
    .string({ error: ({ input }) => (input === undefined ? 'must be there, and hold the text' : 'must be a text') })
    .min(1, 'must not be empty'),
});

/** The text is neither kept nor logged. */
export const POST = jsonRoute(
  async (request, _params, holder) => {
    const { all } = requireParameters(request, CheckTextParameters);
    const { text } = await requireJson(request, AnyLength, MOST);
    if (text.length > TEXT_MAX) throw new ApiProblem('too-large', DETAIL);
    const admission = await admitTextCheck(clientAddress(request.headers), text.length, holder);
    if (!admission.admitted) throw new TooManyRequests(admission.waitSeconds);
    return { data: await check(text, all) };
  },
  { 'Cache-Control': 'no-store' },
);

async function check(text: string, all: boolean): Promise<TextCheck> {
  try {
    return await checkDraft(text, { today: today(), all });
  } catch (error) {
    throw isDatabaseAway(error) ? error : quietError(error);
  }
}

const refused = methodsBut('POST');
export { refused as DELETE, refused as GET, refused as PATCH, refused as PUT };
export { TAKES_JSON as OPTIONS } from '@/http/route';
