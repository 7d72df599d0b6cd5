import { CLAIM_STATUS } from '../words';
import type { Sheet } from './sheet';
import type { SheetClaim } from './sheet-claim';
import { claimsOfSheet } from './tokens';

/** What can be done about a sheet by itself, and what somebody has to decide. */
export type Redraft = {
  replacements: { from: string; to: string; why: string }[];
  /** Claims that stay as they are, each with the reason why nothing could be put in its place. */
  left: { claim: string; why: string }[];
};

/**
 * Which claims of a sheet to replace by which: a superseded one by what supersedes it in the end, a misquotation by what it
 * misquotes, a merged one by what it became. Where the way divides and does not come together again, where it ends nowhere,
 * or at a claim that does not stand, the sheet keeps what it has. A claim whose figure or grade was changed needs nothing:
 * the next release takes it as it is.
 *
 * @param known every claim that the sheet names, and every one that the way from these leads to, as they are today
 * @param merged ids that lead to another claim
 */
export function redraftOf(
  sheet: Pick<Sheet, 'blocks'>,
  known: ReadonlyMap<string, SheetClaim>,
  merged: ReadonlyMap<string, string>,
): Redraft {
  const redraft: Redraft = { replacements: [], left: [] };
  for (const claim of claimsOfSheet(sheet)) {
    const step = stepFrom(claim, known, merged);
    const ends = [...endsOf(claim, known, merged, new Set())];
    const [end] = ends;
    const status = end === undefined ? undefined : known.get(end)?.status;
    if (end === claim && status === 'current') continue;
    if (ends.length === 1 && end !== undefined && end !== claim && status === 'current')
      redraft.replacements.push({ from: claim, to: end, why: `${claim} ${step.says}.` });
    else redraft.left.push({ claim, why: whyLeft(claim, step, ends, known) });
  }
  return redraft;
}

/** Claims that the one leads to at once. None: it leads nowhere else. */
export function nextOf(claim: SheetClaim): string[] {
  const [misquoted, successors] = [claim.misquotes.map(({ id }) => id), claim.successors.map(({ id }) => id)];
  return misquoted.length > 0 ? misquoted : successors;
}

type Step = { to: string[]; says: string };

function stepFrom(id: string, known: ReadonlyMap<string, SheetClaim>, merged: ReadonlyMap<string, string>): Step {
  const survivor = merged.get(id);
  if (survivor !== undefined) return { to: [survivor], says: `was the same as ${survivor} and is now a part of it` };
  const claim = known.get(id);
  if (claim === undefined) return { to: [], says: 'is no longer there' };
  const to = nextOf(claim);
  const names = to.join(' and ');
  if (to.length === 0) return { to, says: `is ${CLAIM_STATUS[claim.status].label.toLowerCase()}` };
  return { to, says: claim.misquotes.length > 0 ? `misquotes ${names}` : `is superseded by ${names}` };
}

/** Where all ways from a claim end. A ring ends nowhere. */
function endsOf(
  id: string,
  known: ReadonlyMap<string, SheetClaim>,
  merged: ReadonlyMap<string, string>,
  before: ReadonlySet<string>,
): Set<string> {
  if (before.has(id)) return new Set();
  const { to } = stepFrom(id, known, merged);
  if (to.length === 0) return new Set([id]);
  const seen = new Set([...before, id]);
  return new Set(to.flatMap((next) => [...endsOf(next, known, merged, seen)]));
}

function whyLeft(claim: string, { to, says }: Step, ends: string[], known: ReadonlyMap<string, SheetClaim>): string {
  const said = `${claim} ${says}`;
  if (to.length === 0) return `${said}, and nothing is recorded that would take its place: keep it, or take it out.`;
  if (ends.length > 1) return `${said}, and that leads to ${ends.join(' and ')}: choose one.`;
  const [end] = ends;
  if (end === undefined) return `${said}, and that leads back to where it began.`;
  const status = known.get(end)?.status;
  const is = status === undefined ? 'is not there' : `is ${CLAIM_STATUS[status].label.toLowerCase()}`;
  return `${said}, and that leads to ${end}, which ${is}: choose another.`;
}
