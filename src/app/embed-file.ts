import { embedPath } from '@/domain/embed/address';
import { dateText } from '@/domain/partial-date';
import { type EmbedResult, getEmbed, type ShownCard } from '@/features/embeds/data';
import { ApiProblem } from '@/http/problem';

type Missing = Exclude<EmbedResult, { found: 'card' | 'moved' }>;

/** Why there is no card. @param name as it stands in the address */
export function missingCard(missing: Missing): ApiProblem {
  switch (missing.why) {
    case 'no-claim':
      return new ApiProblem('not-found', 'No claim has this id.');
    case 'no-day':
      return new ApiProblem('invalid-parameters', 'What stands behind the @ is no day. Write it as 2026-11-26.');
    case 'future':
      return new ApiProblem('not-found', 'That day has not come yet, so nobody knows how the claim will stand then.');
    case 'later':
      return new ApiProblem('not-found', `The claim was not there yet: it was added on ${dateText(missing.since)}.`);
    case 'not-kept':
      return new ApiProblem('not-found', 'The claim was there on that day, but nobody kept it as it was.');
  }
}

/** The card of a name, or that of the claim which it became part of. @throws {ApiProblem} */
export async function requireCard(name: string): Promise<ShownCard> {
  const result = await getEmbed(name, new Date());
  if (result.found === 'nothing') throw missingCard(result);
  if (result.found === 'card') return result;
  const { into, day } = result;
  return requireCard(embedPath({ id: into, day }).replace(/^.*\//, ''));
}
