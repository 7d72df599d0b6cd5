import type { Look } from './chart';
import { textLine } from './markup';
import { type Claim, claimLabel, halo, isMuted, TEXT } from './series-marks';
import { textWidth } from './text-fit';

export type Box = { left: number; right: number; top: number; bottom: number };

/** A mark that wants its figure beside it; `top` and `bottom` are the ends of its interval. */
export type Spot = { claim: Claim; x: number; y: number; top: number; bottom: number; important: boolean };

/** What a text may never cover, and what it crosses only where there is no other room. */
type Obstacles = { texts: readonly Box[]; lines: readonly Box[] };

const overlaps = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The text at a mark and its box, at each of the places it could stand in. */
function places(text: string, { x, y, top, bottom }: Spot, width: number) {
  const w = textWidth(text, TEXT) * 1.04;
  const centred = Math.min(Math.max(x, w / 2), width - w / 2);
  return [
    { left: centred - w / 2, base: top - 12 },
    { left: centred - w / 2, base: bottom + 22 },
    { left: x + 12, base: y + 4 },
    { left: x - 12 - w, base: y + 4 },
    // To one side of the mark, above or below: beside a break that a text in the middle would cross.
    { left: x + 6 - w, base: top - 12 },
    { left: x - 6, base: top - 12 },
    { left: x + 6 - w, base: bottom + 22 },
    { left: x - 6, base: bottom + 22 },
    { left: centred - w / 2, base: top - 26 },
    { left: centred - w / 2, base: bottom + 36 },
  ].map(({ left, base }) => ({ left, base, box: { left, right: left + w, top: base - TEXT, bottom: base + 3 } }));
}

/**
 * The figures beside their marks, as far as there is room: what is superseded, disputed or misquoted always says so,
 * then the important ones, then the others. No text covers a mark or another text, if it can be helped.
 */
export function labels(look: Look, spots: readonly Spot[], { texts, lines }: Obstacles, height: number): string {
  const marks = spots.map(({ x, top, bottom }) => ({ left: x - 8, right: x + 8, top: top - 8, bottom: bottom + 8 }));
  const boxes: Box[] = [...texts, ...marks];
  const rank = ({ claim, important }: Spot) => (isMuted(claim) ? 0 : important ? 1 : 2);
  const inside = (box: Box) => box.left >= 0 && box.right <= look.width && box.top >= 0 && box.bottom <= height;
  const drawn: string[] = [];
  for (const spot of [...spots].sort((a, b) => rank(a) - rank(b) || a.x - b.x)) {
    const text = claimLabel(spot.claim);
    const all = places(text, spot, look.width);
    const free = all.filter(({ box }) => inside(box) && !boxes.some((other) => overlaps(box, other)));
    const clear = free.find(({ box }) => !lines.some((line) => overlaps(box, line)));
    const place = clear ?? (rank(spot) < 2 ? free[0] : undefined) ?? (isMuted(spot.claim) ? all[0] : undefined);
    if (place === undefined) continue;
    boxes.push(place.box);
    const fill = isMuted(spot.claim) ? look.palette.muted : look.palette.ink;
    drawn.push(textLine(text, { x: place.left, y: place.base, fill, ...halo(look.palette) }));
  }
  return drawn.join('');
}
