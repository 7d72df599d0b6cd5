import 'server-only';
import { nextOf, type Redraft, redraftOf } from '../../domain/fact-sheet/redraft';
import type { SheetClaim } from '../../domain/fact-sheet/sheet-claim';
import { claimsOfSheet } from '../../domain/fact-sheet/tokens';
import { type Actor, permit } from '../../domain/permission';
import { survivorsOf } from '../documents/merged-data';
import { readClaimsForSheet } from './claim-data';
import { getSheet } from './data';

/** How far a way is followed: from a claim to what superseded it, to what superseded that, and so on. */
const STEPS_MAX = 20;

/** What can be put in the place of claims that a sheet of one's own names; null when there is no such sheet. */
export async function getRedraft(actor: Actor | null, sheetId: string): Promise<Redraft | null> {
  permit(actor, 'fact-sheet.own');
  const sheet = await getSheet(actor, sheetId);
  if (sheet === null) return null;
  const known = new Map<string, SheetClaim>();
  const merged = new Map<string, string>();
  let wanted = claimsOfSheet(sheet.content);
  for (let step = 0; step < STEPS_MAX && wanted.length > 0; step++) {
    const read = await readClaimsForSheet(wanted);
    for (const [id, { frozen }] of read) known.set(id, frozen);
    for (const [from, into] of await survivorsOf(wanted.filter((id) => !read.has(id)))) merged.set(from, into);
    const next = wanted.flatMap((id) => {
      const claim = known.get(id);
      return claim === undefined ? (merged.get(id) ?? []) : nextOf(claim);
    });
    wanted = [...new Set(next)].filter((id) => !known.has(id) && !merged.has(id));
  }
  return redraftOf(sheet.content, known, merged);
}
