import 'server-only';
import { getClaim } from '../claims/data';
import type { ClaimDto } from '../claims/schema';
import { getBibliography } from '../sources/bibliography-data';
import type { Bibliography } from '../sources/schema';

export type ClaimReference = { claim: ClaimDto; origin: Bibliography | null };

/** The record of the work that first stated the claim; null where no origin is known. */
export async function getOriginRecord(claim: ClaimDto): Promise<Bibliography | null> {
  return claim.origin === null ? null : getBibliography(claim.origin.source.id);
}

/** A claim with the work to cite for it. Null: no such claim. */
export async function getClaimReference(id: string): Promise<ClaimReference | null> {
  const claim = await getClaim(id);
  return claim === null ? null : { claim, origin: await getOriginRecord(claim) };
}
