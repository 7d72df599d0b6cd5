import { getPublicHistory } from '@/features/history/data';
import { ApiProblem } from '@/http/problem';
import { jsonRoute, requireParameters } from '@/http/route';
import { HistoryParameters } from './operations';

/** The history of a claim or of a source: /api/v1/claims/C1/history. */
export function historyRoute(kind: 'claim' | 'source') {
  const letter = kind === 'claim' ? 'C' : 'S';
  return jsonRoute(async (request, { id = '' }) => {
    const parameters = requireParameters(request, HistoryParameters);
    const history = id.startsWith(letter) ? await getPublicHistory(id, parameters) : null;
    if (history === null) throw new ApiProblem('not-found', `No ${kind} has this id.`);
    return { data: history.data, page: { next: history.next } };
  });
}
