import { findNumbers } from '../text/numbers';
import { samePeriod, samePlace, sameUnit } from './disjoint';
import { against, byNumber, likeStated, notationFor, spanWords } from './equation';
import type { ArithmeticClaim, Finding, Neighbourhood } from './finding';
import { centreOf, numberSpan, overlaps, shareOf, spanOf } from './span';

type Figure = ArithmeticClaim['figure'];
type Share = { figure: Figure; claim: ArithmeticClaim | null };

/** `26 per cent of it`, as the note of a part-of relation gives the part's share of the whole. */
const SHARE_NOTE = /^(?:about |some |nearly |almost )?[\d.]+\s?(?:%|per cent) of (?:it|them|the)\b/i;

/**
 * A share of a whole, times the whole, against a count of that same part. The share is a claim of its own, or stands in
 * the note of the count's relation to the whole. That a share and a count mean the same part must be known: the count's
 * own sentence or note prints the share, or both speak of one group that is not the group of the whole.
 */
export function sharesOfTotals({ claims, relations }: Neighbourhood): Finding[] {
  const links = relations.filter(({ kind }) => kind === 'part-of');
  return claims
    .filter(({ figure }) => figure.kind === 'count')
    .flatMap((total) => {
      const parts = links
        .filter(({ to }) => to === total.id)
        .flatMap(({ from, note }) => claims.filter(({ id }) => id === from).map((claim) => ({ claim, note })))
        .filter(({ claim }) => samePeriod(total, claim) && samePlace(total, claim));
      const shares = parts.map(({ claim }) => claim).filter(({ figure }) => figure.kind === 'percentage');
      const counts = parts.filter(({ claim }) => sameUnit(total, claim));
      return counts.flatMap(({ claim: count, note }) => {
        const found = shares.filter((share) => isShareFor(share, count, note, total));
        const [claim] = found;
        // Two shares that both seem to be meant: nobody knows which.
        if (found.length > 1) return [];
        const share = claim === undefined ? shareInNote(note) : { figure: claim.figure, claim };
        return share === null ? [] : productFinding(share, total, count);
      });
    });
}

function isShareFor(share: ArithmeticClaim, count: ArithmeticClaim, note: string | null, total: ArithmeticClaim) {
  const numbers = [share.figure.value, share.figure.low, share.figure.high].filter((n) => n !== null);
  const printed = findNumbers(`${count.statement} ${note ?? ''}`).filter(({ percent }) => percent);
  if (numbers.length > 0 && numbers.every((n) => printed.some(({ value }) => value === n))) return true;
  const [a, b] = [share.population, count.population];
  return a.group === b.group && a.ageMin === b.ageMin && a.ageMax === b.ageMax && a.group !== total.population.group;
}

function shareInNote(note: string | null): Share | null {
  if (note === null || !SHARE_NOTE.test(note)) return null;
  const [share] = findNumbers(note);
  if (share === undefined || share.value > 100) return null;
  const figure: Figure = {
    kind: 'percentage',
    value: share.value,
    low: null,
    high: null,
    unit: 'per cent',
    bound: 'approximately',
    asPrinted: note,
    of: null,
  };
  return { figure, claim: null };
}

function productFinding(share: Share, total: ArithmeticClaim, count: ArithmeticClaim): Finding[] {
  const [part, whole, stated] = [spanOf(share.figure), spanOf(total.figure), spanOf(count.figure)];
  const [partCentre, wholeCentre, statedCentre] = [share.figure, total.figure, count.figure].map(centreOf);
  if (part === null || whole === null || stated === null || !partCentre || !wholeCentre || !statedCentre) return [];
  const computed = shareOf(part, whole);
  const centre = likeStated(shareOf(partCentre, wholeCentre), count.figure);
  const outcome = overlaps(computed, stated) ? 'agrees' : 'differs';
  const notation = notationFor([total.figure, count.figure], [centre.low, centre.high]);
  const percent = notationFor([share.figure]);
  return [
    {
      rule: 'share-of-total',
      outcome,
      claims: byNumber([total.id, count.id, ...(share.claim === null ? [] : [share.claim.id])]),
      equation: `${percent.write(partCentre)}${percent.after} × ${notation.write(wholeCentre)}${notation.after} = ${against(centre, count.figure, notation)}`,
      stated: numberSpan(statedCentre, stated),
      computed: numberSpan(centre, computed),
      unit: count.figure.unit,
      sentence:
        outcome === 'agrees'
          ? `The share of the whole comes to the number stated; rounding leaves ${spanWords(computed)}.`
          : `The share of the whole comes to ${spanWords(computed)}, which does not reach the number stated.`,
    },
  ];
}
