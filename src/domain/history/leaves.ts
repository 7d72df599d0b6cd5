// A document as a list of its values, each under a path that stays the same when a list is put into another order.

type Scalar = string | number | boolean;
/** What stands at the end of a path: one value, or a list of plain ones. Null, empty lists and what is missing are no leaf. */
export type LeafValue = Scalar | readonly Scalar[];
export type Leaf = {
  /** `figure.value`, `citations[c1-ilo].locator`. */
  path: string;
  /** The same with a star for each key: `citations[*].locator`. */
  pattern: string;
  /** The path of the entry of a list that it belongs to, the outermost one: `citations[c1-ilo]`. */
  item: string | null;
  value: LeafValue;
};

type Json = Record<string, unknown>;

/** What tells the entries of a list apart, by the fields that they have. */
const IDENTITIES: readonly (readonly string[])[] = [['key'], ['kind', 'to'], ['id'], ['kind']];

/** Every value of a document, by path. Documents without a difference for a reader have the same leaves. */
export function leavesOf(document: unknown): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const add = (leaf: Leaf) => leaves.set(leaf.path, leaf);
  walk(document, { path: '', pattern: '', item: null }, add);
  return leaves;
}

type Place = Omit<Leaf, 'value'>;

function walk(value: unknown, place: Place, add: (leaf: Leaf) => void): void {
  if (value === null || value === undefined) return;
  if (isScalar(value)) add({ ...place, value });
  else if (Array.isArray(value)) walkList(value, place, add);
  else walkObject(value as Json, place, add);
}

function walkObject(value: Json, place: Place, add: (leaf: Leaf) => void): void {
  for (const [name, member] of Object.entries(value)) {
    const step = place.path === '' ? name : `.${name}`;
    walk(member, { ...place, path: place.path + step, pattern: place.pattern + step }, add);
  }
}

function walkList(list: readonly unknown[], place: Place, add: (leaf: Leaf) => void): void {
  if (list.length === 0) return;
  const identity = identityOf(list);
  if (identity === null) {
    add({ ...place, value: list.map((entry) => (isScalar(entry) ? entry : plainText(entry))) });
    return;
  }
  const seen = new Map<string, number>();
  for (const entry of list as readonly Json[]) {
    const name = identity.map((field) => String(entry[field])).join(' ');
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const path = `${place.path}[${times === 1 ? name : `${name}, ${times}`}]`;
    walk(entry, { path, pattern: `${place.pattern}[*]`, item: place.item ?? path }, add);
  }
}

/** The fields by which the entries of a list are told apart; null when they cannot be. */
function identityOf(list: readonly unknown[]): readonly string[] | null {
  const has = (entry: unknown, field: string) => isObject(entry) && isScalar(entry[field]);
  return IDENTITIES.find((fields) => list.every((entry) => fields.every((field) => has(entry, field)))) ?? null;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name as CSL has it, in words; anything else as the data it is. */
function plainText(value: unknown): string {
  if (isObject(value) && typeof value.literal === 'string') return value.literal;
  if (isObject(value) && typeof value.family === 'string') {
    return typeof value.given === 'string' ? `${value.family}, ${value.given}` : value.family;
  }
  return JSON.stringify(value) ?? '';
}
