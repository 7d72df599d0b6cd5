// SVG as text. A chart is drawn by a pure function into this, for a page and for a file alike: a route cannot render
// React elements to a file, and a page of elements weighs several times as much as a page with a string.

type Attributes = Readonly<Record<string, string | number | undefined>>;

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text without what XML does not allow: control characters, halves of a pair, two code points that are none. */
export function allowedInXml(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '');
}

/** Text as it may stand in SVG and HTML, in an attribute too. What XML does not allow is left out. */
export function escaped(text: string): string {
  return allowedInXml(text).replace(/[&<>"]/g, (character) => ESCAPED[character] ?? character);
}

/** An element. Children are markup already: give text through `escaped` or `textLine`. Undefined attributes are left out. */
export function element(name: string, attributes: Attributes, children: string | readonly string[] = ''): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined ? [] : [` ${key}="${typeof value === 'number' ? short(value) : escaped(value)}"`],
    )
    .join('');
  const inside = typeof children === 'string' ? children : children.join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** At most two decimals: a hundredth of a pixel is more than anybody sees. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** One line of text with its baseline at y. */
export function textLine(text: string, attributes: Attributes): string {
  return element('text', attributes, escaped(text));
}
