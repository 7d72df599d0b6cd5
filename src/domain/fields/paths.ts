/** A record as far as it has been filled in: nested objects, lists and plain values. */
export type Content = { [name: string]: unknown };

export function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path such as `figure.value`; undefined where there is nothing. */
export function getAt(content: Content, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, name) => (isContent(at) && Object.hasOwn(at, name) ? at[name] : undefined), content);
}

/** The content with a value put at a path; the content itself is left as it is. */
export function withAt(content: Content, path: string, value: unknown): Content {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...content, [name]: value };
  const inner = Object.hasOwn(content, name) && isContent(content[name]) ? content[name] : {};
  return { ...content, [name]: withAt(inner, rest.join('.'), value) };
}
