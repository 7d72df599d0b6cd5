import { blocksOfText, textOfBlocks } from '../../domain/fact-sheet/sheet-text';
import { tokenOf } from '../../domain/fact-sheet/tokens';
import type { RawParameters } from '../../lib/parameters';
import { LinkSheet } from './schema';

/** Claims that one link can add at once. */
const ADDED_MAX = 50;

/** Reads the sheet of a link, and puts the claims that it adds behind its text. What cannot be taken whole is named. */
export function readLinkSheet(raw: RawParameters): { asked: LinkSheet; added: string[]; problems: string[] } {
  const fields = Object.entries(LinkSheet.shape).map(([name]) => {
    const text = [raw[name] ?? ''].flat()[0] ?? '';
    return { name, ...readField(name as keyof LinkSheet, text) };
  });
  const problems = fields.flatMap(({ problem }) => problem ?? []);
  const asked = LinkSheet.parse(Object.fromEntries(fields.map(({ name, value }) => [name, value])));
  const ids = [raw.add ?? []]
    .flat()
    .flatMap((text) => text.split(/[\s,]+/))
    .filter((id) => id !== '');
  const wrong = ids.filter((id) => !/^C[1-9]\d{0,8}$/i.test(id));
  if (wrong.length > 0) problems.push(`${wrong.slice(0, 3).join(', ')}: not the id of a claim, such as C1.`);
  const all = [...new Set(ids.filter((id) => !wrong.includes(id)).map((id) => id.toUpperCase()))];
  const added = all.slice(0, ADDED_MAX);
  if (all.length > ADDED_MAX)
    problems.push(`A link adds ${ADDED_MAX} claims at once: ${all.length - ADDED_MAX} were left out.`);
  // Whole blocks, so that a claim that is added once more by going back stands there once.
  const there = new Set(textOfBlocks(blocksOfText(asked.text)).split('\n\n'));
  const tokens = added.map((id) => tokenOf(id, 'sentence')).filter((token) => !there.has(token));
  const text = [asked.text.trimEnd(), ...tokens].filter((part) => part !== '').join('\n\n');
  return { asked: { ...asked, text }, added, problems };
}

const MAX: Readonly<Record<string, number>> = { title: 300, audience: 300, text: 100_000 };

/** One field for itself: a fault in it costs no other. What is too long is cut, what is no choice is left open. */
function readField(name: keyof LinkSheet, text: string): { value: string; problem: string | null } {
  const read = LinkSheet.shape[name].safeParse(text);
  if (read.success) return { value: read.data, problem: null };
  const max = MAX[name];
  if (max !== undefined) return { value: text.slice(0, max), problem: read.error.issues[0]?.message ?? null };
  return {
    value: '',
    problem: name === 'q' ? TOO_MUCH : `${name}: “${text.slice(0, 40)}” is no choice, and was left out.`,
  };
}

const TOO_MUCH = 'What you search for is longer than 300 characters, and was left out.';
