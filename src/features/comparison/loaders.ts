import 'server-only';
import { cache } from 'react';
import { comparisonChart } from '../../formats/svg/comparison-chart';
import { type PageChart, pageChart } from '../../formats/svg/chart';
import type { RawParameters } from '../../lib/parameters';
import { getClaim } from '../claims/data';
import type { ClaimDto } from '../claims/schema';
import { getComparison } from './data';
import { type ComparisonRequest, readComparison } from './filters';
import type { ComparisonDto } from './schema';

export type ComparisonPage = {
  request: ComparisonRequest;
  /** The known ids, in the order asked for. */
  known: string[];
  /** Ids that no claim has. */
  unknown: string[];
  /** Ids of claims that were merged into another, which stands in their place. */
  moved: { from: string; into: string }[];
  comparison: ComparisonDto | null;
  /** The only claim that is known of those asked for: others are offered to set beside it. */
  only: ClaimDto | null;
  /** Null while it is withheld, and where none can be drawn. */
  chart: PageChart | null;
};

/** Read once a request, though the page and its head ask with different objects. */
const load = cache((ids: string) => getComparison(ids === '' ? [] : ids.split(',')));

/** The ids that an address asks for and claims have. */
export async function loadComparedIds(raw: RawParameters): Promise<string[]> {
  return (await load(readComparison(raw, 'c').ids.join(','))).known;
}

/** A comparison as a page shows it: what can be compared is compared, the rest is named. */
export async function loadComparison(raw: RawParameters): Promise<ComparisonPage> {
  const request = readComparison(raw, 'c');
  const { comparison, known, unknown, moved } = await load(request.ids.join(','));
  const [first] = known;
  const only = comparison === null && first !== undefined ? await getClaim(first) : null;
  return { request, known, unknown, moved, comparison, only, chart: drawn(comparison, request.acknowledged) };
}

function drawn(comparison: ComparisonDto | null, acknowledged: boolean): ComparisonPage['chart'] {
  if (comparison === null || (comparison.mustAcknowledge && !acknowledged)) return null;
  return pageChart((look) => comparisonChart(comparison, look));
}
