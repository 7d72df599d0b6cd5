// A small reader of XML that takes nothing for granted: what it reads was written by what is being tested.

export type XmlElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const TOKEN = /<\?[^>]*\?>|<!doctype[^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?)>|([^<]+)/giy;

/** The root of a well-formed document. Throws, with the place, for one that is not. */
export function parseXml(text: string): XmlElement {
  // Characters that XML 1.0 allows: https://www.w3.org/TR/xml/#charsets.
  const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text);
  if (forbidden !== null) throw new Error(`a character that XML does not allow, at ${forbidden.index}`);
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 80)}`);
    const [, close, name, attributes = '', isEmpty, words] = match;
    const top = open.at(-1) as XmlElement;
    if (words !== undefined) top.children.push(decoded(words));
    else if (close === '/') {
      if (top.name !== name) throw new Error(`</${name}> at ${at} closes <${top.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const element: XmlElement = { name, attributes: attributesOf(attributes), children: [] };
      top.children.push(element);
      if (isEmpty !== '/') open.push(element);
    }
  }
  const elements = root.children.filter((child) => typeof child !== 'string');
  if (open.length > 1 || elements.length !== 1) throw new Error(`${open.at(-1)?.name || 'the root'} is not closed`);
  return elements[0] as XmlElement;
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)].map(([, name, value]) => [
    name,
    decoded(value ?? ''),
  ]);
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`an attribute twice:${text}`);
  return Object.fromEntries(pairs);
}

function decoded(text: string): string {
  return text.replace(/&([^;&\s]*;?)/g, (whole, name: string) => {
    const number = /^#(x?)([0-9a-f]+);$/i.exec(name);
    if (number !== null) return String.fromCodePoint(Number.parseInt(number[2] ?? '', number[1] === '' ? 10 : 16));
    const character = name.endsWith(';') ? NAMED[name.slice(0, -1)] : undefined;
    if (character === undefined) throw new Error(`an entity that nobody declared: ${whole}`);
    return character;
  });
}

/** All that is said inside. */
export function textIn(node: XmlElement | string): string {
  return typeof node === 'string' ? node : node.children.map(textIn).join('');
}

/** The elements of a name, at any depth, in order. */
export function elementsIn(node: XmlElement, name: string): XmlElement[] {
  return node.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elementsIn(child, name)],
  );
}
