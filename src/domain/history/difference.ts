import { fieldLabel, fieldOrder, itemOrder, type Names, valueText } from './field-words';
import { type Leaf, leavesOf } from './leaves';

/** One field that differs between two versions of a document, as a reader sees it. */
export type FieldChange = {
  /** `figure.value`, `citations[c1-ilo].locator`: entries of lists by what names them, not by their place. */
  path: string;
  label: string;
  /** The entry of a list that it belongs to; null for a field of the record itself. */
  entry: { name: string; state: 'added' | 'removed' | 'changed' } | null;
  /** Null: it was not established, or not there. */
  before: string | string[] | null;
  after: string | string[] | null;
};

/**
 * Which fields differ between two documents, in the order in which a record is read. Entries of lists (citations,
 * relations, distortions) are matched by what names them, so that another order alone is no difference; neither is null
 * in place of nothing. Plain lists of sentences are compared as a whole.
 *
 * @param names what records and citations are called, by their keys
 */
export function difference(before: unknown, after: unknown, names: Names = new Map()): FieldChange[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const [oldItems, nowItems] = [itemsOf(old), itemsOf(now)];
  const items = [...new Set([...oldItems, ...nowItems])];
  const differing = [...new Set([...old.keys(), ...now.keys()])].filter(
    (path) => JSON.stringify(old.get(path)?.value) !== JSON.stringify(now.get(path)?.value),
  );
  const changes = differing.map((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    const leaf = is ?? was;
    if (leaf === undefined) throw new Error('a path of either document has a leaf in one');
    const text = (of: Leaf | undefined) => (of === undefined ? null : valueText(of, names));
    const state = leaf.item === null ? null : stateOf(leaf.item, oldItems, nowItems);
    const change: FieldChange = {
      path,
      label: fieldLabel(leaf),
      entry: leaf.item === null || state === null ? null : { name: entryName(leaf.item, [now, old], names), state },
      before: text(was),
      after: text(is),
    };
    return { change, place: placeOf(leaf, items) };
  });
  return changes.sort((a, b) => compare(a.place, b.place)).map(({ change }) => change);
}

/** The fields that changed, in one line: at most so many names, each once. */
export function changeSummary(changes: readonly FieldChange[], most = 4): string | null {
  const names = [...new Set(changes.map(({ label, entry }) => (entry === null ? label : entry.name)))];
  if (names.length === 0) return null;
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
}

function itemsOf(leaves: ReadonlyMap<string, Leaf>): Set<string> {
  return new Set([...leaves.values()].flatMap(({ item }) => item ?? []));
}

function stateOf(item: string, old: ReadonlySet<string>, now: ReadonlySet<string>) {
  if (!old.has(item)) return 'added';
  return now.has(item) ? 'changed' : 'removed';
}

/** "Citation in ILO 2002", "Relation to C5": by the name of the record it leads to, or else by its key. */
function entryName(item: string, versions: readonly ReadonlyMap<string, Leaf>[], names: Names): string {
  const [, list = '', key = ''] = /^(.*?)\[(.*)\]$/.exec(item) ?? [];
  const read = (field: string) => {
    const leaf = versions.map((leaves) => leaves.get(`${item}.${field}`)).find((found) => found !== undefined);
    return leaf === undefined ? null : [valueText(leaf, names)].flat().join(', ');
  };
  if (list === 'citations') return `Citation in ${read('source') ?? key}`;
  if (list === 'relations') return `Relation to ${read('to') ?? key}`;
  return `${list.charAt(0).toUpperCase()}${list.slice(1)}, ${key}`;
}

type Place = readonly [list: number, item: number, field: number];

function placeOf(leaf: Leaf, items: readonly string[]): Place {
  if (leaf.item === null) return [fieldOrder(leaf), 0, 0];
  return [itemOrder(leaf), items.indexOf(leaf.item), fieldOrder(leaf)];
}

function compare(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
