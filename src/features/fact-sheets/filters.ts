import { blocksOfText, textOfBlocks } from '../../domain/fact-sheet/sheet-text';
import { tokenOf } from '../../domain/fact-sheet/tokens';
import type { RawParameters } from '../../lib/parameters';
import { LinkSheet } from './schema';

/** Claims that one link can add at once. */
const ADDED_MAX = 50;

/** Reads the sheet of a link, and puts the claims that it adds behind its text. What cannot be taken whole is named. */
export function readLinkSheet(raw: RawParameters): { asked: LinkSheet; added: string[]; problems: string[] } {
  const fields = Object.fromEntries(
    Object.keys(LinkSheet.shape).map((name) => [name, [raw[name] ?? ''].flat()[0] ?? '']),
  );
  const read = LinkSheet.safeParse(fields);
  const problems = read.success ? [] : read.error.issues.map(({ message }) => message);
  const asked = read.success ? read.data : LinkSheet.parse(shortened(fields));
  const ids = [raw.add ?? []]
    .flat()
    .flatMap((text) => text.split(/[\s,]+/))
    .filter((id) => id !== '');
  const wrong = ids.filter((id) => !/^C[1-9]\d{0,8}$/i.test(id));
  if (wrong.length > 0) problems.push(`${wrong.slice(0, 3).join(', ')}: not the id of a claim, such as C1.`);
  const added = [...new Set(ids.filter((id) => !wrong.includes(id)).map((id) => id.toUpperCase()))].slice(0, ADDED_MAX);
  // Whole blocks, so that a claim that is added once more by going back stands there once.
  const there = new Set(textOfBlocks(blocksOfText(asked.text)).split('\n\n'));
  const tokens = added.map((id) => tokenOf(id, 'sentence')).filter((token) => !there.has(token));
  const text = [asked.text.trimEnd(), ...tokens].filter((part) => part !== '').join('\n\n');
  return { asked: { ...asked, text }, added, problems };
}

/** What is too long, cut; what is no choice, left open. */
function shortened(fields: Record<string, string>): Record<string, string> {
  const { title = '', audience = '', text = '' } = fields;
  return {
    title: title.slice(0, 300),
    audience: audience.slice(0, 300),
    text: text.slice(0, 100_000),
    q: '',
    language: '',
    style: '',
    paper: '',
  };
}
