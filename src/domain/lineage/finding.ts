import { yearOf } from '../partial-date';
import type { Rival } from './chronology';
import type { Support } from './support';

type Named = { id: number; claimId: string; source: { shortName: string; issued: string | null } };

const RIVAL_TEXT: Readonly<Record<Rival['reason'], (name: string, year: string, other: string) => string>> = {
  'in-print-before': (name, year, other) =>
    other === ''
      ? `it was in print before its origin, in ${name}${year}`
      : `a rival figure was in print before it, in ${name}${year}${other}`,
  'second-origin': (name, _year, other) =>
    other === '' ? `${name} states it too, as its own` : `${name} states a rival figure${other}`,
  'older-than-its-origin': (name, year) => `${name}${year} is older than what it is said to draw on`,
};

type FindingInput = {
  claimId: string;
  support: Support;
  rivals: readonly Rival[];
  nodes: readonly Named[];
  /** The name of the one work that everything goes back to, where it is one. */
  root: string | null;
  loops: number;
};

/** What the lineage shows, in one sentence: how many citations go back to how many works, and what does not fit. */
export function lineageFinding({ claimId, support, rivals, nodes, root, loops }: FindingInput): string {
  const parts = [supportText(support, root)];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const shown = rivals.slice(0, 2).flatMap(({ id, reason }) => {
    const node = byId.get(id);
    if (node === undefined) return [];
    const year = yearOf(node.source.issued);
    const isNamed = year === null || node.source.shortName.includes(String(year));
    return [
      RIVAL_TEXT[reason](
        node.source.shortName,
        isNamed ? '' : ` (${year})`,
        node.claimId === claimId ? '' : `, claim ${node.claimId}`,
      ),
    ];
  });
  parts.push(...shown);
  if (rivals.length > shown.length)
    parts.push(`${rivals.length - shown.length} more do not fit the order of dates or state it as their own`);
  if (support.untraced > 0)
    parts.push(support.untraced === 1 ? 'one citation leads nowhere' : `${support.untraced} citations lead nowhere`);
  if (loops > 0)
    parts.push(
      loops === 1 ? 'some citations draw on each other in a ring' : `${loops} rings of citations draw on each other`,
    );
  return `${parts.join('; ')}.`;
}

function supportText({ citations, roots, untraced, looped }: Support, root: string | null): string {
  const traced = citations - untraced - looped;
  if (citations === 0) return 'Nobody is recorded to state it';
  if (roots === 0) return 'No citation leads back to an origin';
  if (citations === 1)
    return `One citation is recorded, ${root === null ? 'and it has one root' : `which goes back to ${root}`}`;
  const all =
    traced === citations
      ? `All ${citations} citations`
      : traced === 1
        ? 'One citation'
        : `${traced} of ${citations} citations`;
  const goes = traced === 1 ? 'goes' : 'go';
  return roots === 1
    ? `${all} ${goes} back to one work${root === null ? '' : `, ${root}`}`
    : `${all} ${goes} back to ${roots} works`;
}
