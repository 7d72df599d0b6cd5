// Pieces of a page, one beneath the other, and on to the next page where there is no room.

export type Piece = {
  height: number;
  /** Room above, except at the head of a page. */
  before: number;
  /** Stands on the same page as the next piece. */
  isKept: boolean;
  draw: (top: number) => void;
  /** Drawn again above this piece, when it begins a page: the head of a table. */
  repeat?: { height: number; draw: (top: number) => void };
};

/** What a page has room for. */
export type Area = { top: number; bottom: number; next: () => void };

/** A place at which somebody else may have a turn. */
export type Pause = () => Promise<void>;

export async function flow(pieces: readonly Piece[], area: Area, pause: Pause): Promise<void> {
  let y = area.top;
  for (let index = 0; index < pieces.length; ) {
    const end = clusterEnd(pieces, index);
    const cluster = pieces.slice(index, end);
    const isWhole = heightOf(cluster) <= area.bottom - area.top - (cluster[0]?.repeat?.height ?? 0);
    const roomFor = isWhole ? heightOf(cluster) : (cluster[0]?.height ?? 0);
    y = turnIfFull(cluster[0], roomFor, y, area);
    for (const [at, piece] of cluster.entries()) {
      // More than a page: it has to be parted somewhere.
      if (!isWhole && at > 0) y = turnIfFull(piece, piece.height, y, area);
      if (y > area.top) y += piece.before;
      piece.draw(y);
      y += piece.height;
    }
    index = end;
    await pause();
  }
}

function clusterEnd(pieces: readonly Piece[], start: number): number {
  let end = start;
  while (end < pieces.length - 1 && pieces[end]?.isKept) end += 1;
  return end + 1;
}

const heightOf = (cluster: readonly Piece[]) =>
  cluster.reduce((sum, { before, height }, index) => sum + height + (index === 0 ? 0 : before), 0);

function turnIfFull(piece: Piece | undefined, height: number, y: number, area: Area): number {
  if (piece === undefined || y === area.top) return y;
  if (y + piece.before + height <= area.bottom + 0.01) return y;
  area.next();
  if (piece.repeat === undefined) return area.top;
  piece.repeat.draw(area.top);
  return area.top + piece.repeat.height;
}
