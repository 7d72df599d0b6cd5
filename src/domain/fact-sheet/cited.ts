import type { CheckedCitation, CheckedClaim } from '../checks/subject';

/** The citation to give for a claim: its earliest origin, or else the earliest that states or reports it, or else a critic. */
export function citedOf({ citations }: Pick<CheckedClaim, 'citations'>): CheckedCitation | null {
  const passed = citations.filter(({ role }) => role === 'states' || role === 'reports');
  const origins = passed.filter(({ originState }) => originState === 'origin');
  const best = [origins, passed, citations].find((all) => all.length > 0) ?? [];
  return [...best].sort(byAge)[0] ?? null;
}

/** The earlier work first; one without a date last, and of the same date the one recorded first. */
function byAge(a: CheckedCitation, b: CheckedCitation): number {
  const [first, second] = [a.source.issued ?? '9999', b.source.issued ?? '9999'];
  return first < second ? -1 : first > second ? 1 : a.id - b.id;
}
