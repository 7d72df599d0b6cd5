import 'server-only';
import { getClaim } from '../claims/data';
import type { ClaimDto } from '../claims/schema';
import { getBibliography } from '../sources/bibliography-data';
import type { Bibliography } from '../sources/schema';

export type ClaimReference = { claim: ClaimDto; origin: Bibliography | null };

/** A claim with the work to cite for it: its origin's record, null where no origin is known. Null: no such claim. */
export async function getClaimReference(id: string): Promise<ClaimReference | null> {
  const claim = await getClaim(id);
  if (claim === null) return null;
  return { claim, origin: claim.origin === null ? null : await getBibliography(claim.origin.source.id) };
}
