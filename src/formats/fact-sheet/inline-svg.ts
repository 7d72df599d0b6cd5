import { element, escaped } from '../svg/markup';

/**
 * A drawing as it may stand in a page with others: its ids are its own, its name is the text beside it. One that could
 * do more than be looked at is shown as a picture, where nothing in it is run.
 */
export function inlineSvg(svg: string, alt: string, prefix: string): string {
  const markup = svg.replace(/^\s*(<\?xml[^>]*\?>)?\s*(<!DOCTYPE[^>]*>)?\s*/i, '').trim();
  const open = /^<svg\b([^>]*)>/.exec(markup);
  const suspect =
    /<(script|foreignObject|iframe|style|set|animate|a|image|use)\b|\son\w+\s*=|javascript:|@import|<!|\bhref\s*=/i;
  if (open === null || suspect.test(markup)) {
    const data = Buffer.from(svg, 'utf8').toString('base64');
    return element('img', { src: `data:image/svg+xml;base64,${data}`, alt }).replace(/\/>$/, '>');
  }
  const attributes = (open[1] ?? '').replace(/\s(role|aria-[a-z]+|class)="[^"]*"/g, '');
  const inside = markup.slice(open[0].length);
  return `<svg role="img" aria-label="${escaped(alt)}"${ownIds(attributes, prefix)}>${ownIds(inside, prefix)}`;
}

/** The same with ids that no other drawing has, wherever they are named. Only in tags: what is said stays as it is. */
function ownIds(markup: string, prefix: string): string {
  return markup.replace(/<[^>]*>|^[^<]+$/g, (tag) =>
    tag
      .replace(/(\sid=")([^"]*")/g, `$1${prefix}-$2`)
      .replace(/url\((['"]?)#/g, `url($1#${prefix}-`)
      .replace(/(\saria-(?:labelledby|describedby)=")([^"]*)"/g, (_, name: string, ids: string) => {
        return `${name}${ids
          .split(/\s+/)
          .map((id) => `${prefix}-${id}`)
          .join(' ')}"`;
      }),
  );
}
