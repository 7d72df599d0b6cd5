const GAP = '…';

/**
 * A sentence that is too long to be kept, cut down to what stands around its figure. One that fits is left as it is, and so
 * is a figure that does not stand in it: then the beginning is kept.
 *
 * @param most UTF-16 units of the result at most, the marks of what is left out included; more than the figure has
 */
export function aroundFigure(sentence: string, figure: string, most: number): string {
  if (sentence.length <= most) return sentence;
  const at = Math.max(0, sentence.indexOf(figure));
  const room = most - 2 * GAP.length;
  const before = Math.max(0, Math.floor((room - figure.length) / 2));
  const start = Math.min(Math.max(0, at - before), sentence.length - room);
  const [from, to] = [wholeFrom(sentence, start), wholeTo(sentence, start + room)];
  return `${from > 0 ? GAP : ''}${sentence.slice(from, to)}${to < sentence.length ? GAP : ''}`;
}

/** Never the second half of a character alone. */
const wholeFrom = (text: string, start: number) => (/[\udc00-\udfff]/.test(text[start] ?? '') ? start + 1 : start);
const wholeTo = (text: string, end: number) => (/[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end);
