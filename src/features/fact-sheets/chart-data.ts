import 'server-only';
import type { Sheet } from '../../domain/fact-sheet/sheet';
import type { SheetClaim } from '../../domain/fact-sheet/sheet-claim';
import { getClaim } from '../claims/data';
import { getLineage } from '../lineage/data';
import { getSeries } from '../series/data';
import type { ToDraw } from './schema';

/** What the drawings of a sheet are made from, of what there is to draw. */
export async function readToDraw(sheet: Sheet, claims: readonly SheetClaim[]): Promise<ToDraw[]> {
  const found: ToDraw[] = [];
  for (const block of sheet.blocks) {
    if (block.kind !== 'claim' || block.chart === null) continue;
    const claim = claims.find(({ id }) => id === block.claim);
    if (claim === undefined) continue;
    const lineage = block.chart === 'lineage' ? await getLineage(claim.id) : null;
    const series = block.chart === 'series' ? await seriesOf(claim.id) : null;
    found.push({ block: block.id, claim, lineage, series });
  }
  return found;
}

async function seriesOf(claim: string) {
  const key = (await getClaim(claim))?.series?.key;
  return key === undefined ? null : getSeries(key);
}
