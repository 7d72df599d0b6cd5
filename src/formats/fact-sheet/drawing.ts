/** What a word processor keeps of a drawing for print; more is hardly seen, and takes twice as long. */
export const PIXELS_PER_INCH = 220;

/** How large a drawing is, in its own pixels, of which an inch has 96. */
export function sizeOf(svg: string): { width: number; height: number } {
  const box = /viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"/.exec(svg);
  const [width, height] = [Number(box?.[1] ?? 0), Number(box?.[2] ?? 0)];
  if (width > 0 && height > 0) return { width, height };
  throw new Error('a drawing for print needs a viewBox');
}
