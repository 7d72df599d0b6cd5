import 'server-only';
import { changesSince } from '../../domain/fact-sheet/changes-since';
import type { SheetClaim } from '../../domain/fact-sheet/sheet-claim';
import { survivorsOf } from '../documents/merged-data';
import { readClaimsForSheet } from '../fact-sheets/claim-data';
import type { ChangedClaim } from './schema';

/** Claims as they are today, by the id that they once had: one that was merged is what it became. */
export async function readToday(ids: readonly string[]): Promise<ReadonlyMap<string, SheetClaim>> {
  const read = await readClaimsForSheet(ids);
  const today = new Map([...read].map(([id, { frozen }]) => [id, frozen]));
  const survivors = await survivorsOf(ids.filter((id) => !today.has(id)));
  if (survivors.size === 0) return today;
  const became = await readClaimsForSheet([...survivors.values()]);
  for (const [from, into] of survivors) {
    const claim = became.get(into);
    if (claim !== undefined) today.set(from, claim.frozen);
  }
  return today;
}

/** What has changed about the claims of a release, the weightier changes of each first. Claims as they were are left out. */
export function changedSince(claims: readonly SheetClaim[], today: ReadonlyMap<string, SheetClaim>): ChangedClaim[] {
  return claims.flatMap((then) => {
    const changes = changesSince(then, today.get(then.id) ?? null);
    if (changes.length === 0) return [];
    const sorted = [...changes].sort((a, b) => Number(b.weighty) - Number(a.weighty));
    return [{ claim: then.id, statement: then.statement, changes: sorted }];
  });
}
