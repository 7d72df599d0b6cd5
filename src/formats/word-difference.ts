import { diffArrays } from 'diff';
import type { FieldChange } from '../domain/history/difference';

/** A piece of a text: in both versions, only in the earlier, or only in the later. */
export type TextPart = { text: string; in: 'both' | 'before' | 'after' };

/** A number with its digits, a word, a space, or any other sign: 12,345 is one, so that no figure is torn apart. */
const TOKENS = /\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}'’-]+|\s+|./gsu;

/** Beyond so many changed words, two texts are two texts: looking for what they share takes long and helps nobody. */
const EDITS_MAX = 2000;

/**
 * What differs, word by word: one list of parts for each line of the field. Read without what is only in the later
 * version, the parts give the earlier one, letter by letter, and the other way round.
 */
export function wordDifference({ before, after }: Pick<FieldChange, 'before' | 'after'>): TextPart[][] {
  const [old, now] = [[before ?? []].flat(), [after ?? []].flat()];
  if (old.length <= 1 && now.length <= 1) return [textDifference(old[0] ?? '', now[0] ?? '')];
  const lines: TextPart[][] = [];
  const runs = diffArrays(old, now);
  for (let at = 0; at < runs.length; at += 1) {
    const [run, next] = [runs[at], runs[at + 1]];
    if (run?.removed && next?.added) {
      // Sentences that took each other's place: the first with the first, as far as there are two.
      const count = Math.max(run.value.length, next.value.length);
      for (let i = 0; i < count; i += 1) lines.push(textDifference(run.value[i] ?? '', next.value[i] ?? ''));
      at += 1;
    } else {
      const where = run?.removed ? 'before' : run?.added ? 'after' : 'both';
      for (const text of run?.value ?? []) lines.push([{ text, in: where }]);
    }
  }
  return lines;
}

function textDifference(before: string, after: string): TextPart[] {
  const tokens = (text: string) => text.match(TOKENS) ?? [];
  const found = diffArrays(tokens(before), tokens(after), { maxEditLength: EDITS_MAX, timeout: 200 });
  if (found === undefined) return present([removed(before), added(after)]);
  const parts: TextPart[] = [];
  let [gone, come] = ['', ''];
  const close = () => {
    parts.push(removed(gone), added(come));
    [gone, come] = ['', ''];
  };
  found.forEach((part, index) => {
    const text = part.value.join('');
    if (part.removed) gone += text;
    else if (part.added) come += text;
    else if (/^\s+$/.test(text) && gone + come !== '' && index < found.length - 1) {
      // A space between two changed words belongs to both: "one two" became "three four", and not word for word.
      gone += text;
      come += text;
    } else {
      close();
      parts.push({ text, in: 'both' });
    }
  });
  close();
  return present(parts);
}

const removed = (text: string): TextPart => ({ text, in: 'before' });
const added = (text: string): TextPart => ({ text, in: 'after' });
const present = (parts: readonly TextPart[]) => parts.filter(({ text }) => text !== '');
