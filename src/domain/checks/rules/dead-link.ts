import type { Found, Rule } from '../rule';
import type { CheckedCitation } from '../subject';

/** A citation whose page is gone, or will be one day without leaving a copy. */
export const deadLink: Rule = {
  id: 'PL022',
  slug: 'dead-link',
  title: 'Dead or unarchived link',
  severity: 'warning',
  ofClaim: ({ citations }) => {
    const seen = new Set<string>();
    return citations.flatMap((citation) => {
      if (seen.has(citation.source.id)) return [];
      seen.add(citation.source.id);
      return linkFault(citation);
    });
  },
};

function linkFault({ id, source }: CheckedCitation): Found[] {
  if (source.url === null) return [];
  const name = `${source.id} (${source.shortName})`;
  if (source.link === 'broken' && source.archivedAt === null)
    return [
      {
        message: `The link of ${name} is dead, and no copy is known.`,
        remedy: 'Look for the work elsewhere, and record where it is kept.',
        citation: id,
      },
    ];
  if (source.link === 'broken')
    return [
      {
        message: `The link of ${name} is dead; a copy is kept at ${source.archivedAt}.`,
        remedy: 'Cite the copy.',
        severity: 'note',
        citation: id,
      },
    ];
  // Who has a DOI is found even when the address changes.
  if (source.archivedAt !== null || source.doi !== null) return [];
  return [
    {
      message: `No copy of ${name} is known to be kept.`,
      remedy: 'Have it archived, and record the address of the copy.',
      severity: 'note',
      citation: id,
    },
  ];
}
