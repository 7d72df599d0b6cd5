// Whoever works for those who made a work cannot appraise it, whatever they declare.

/** Letters and digits alone, without accents and in lower case: "Terre des Hommes" is "TERRE DES HOMMÉS". */
function bare(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An entry as it stands, and the bodies that it joins: "ECPAT, INTERPOL and UNICEF". */
function namesIn(entry: string): string[] {
  return [entry, ...entry.split(/[,;/&]|\band\b/i)].map(bare).filter((name) => name !== '');
}

/**
 * The affiliation that stands in the way; null when none does.
 *
 * @param affiliations of the editor, as the account has them
 * @param bodies organisation, publisher and corporate authors of the work, or of each work that first states the claim
 */
function conflictingAffiliation(affiliations: readonly string[], bodies: readonly (string | null)[]): string | null {
  const makers = new Set(bodies.flatMap((body) => (body === null ? [] : namesIn(body))));
  return affiliations.find((affiliation) => makers.has(bare(affiliation))) ?? null;
}

/** Why somebody cannot appraise this at all; null when nothing stands in the way. */
export function conflictSentence(
  { affiliations }: { affiliations: readonly string[] },
  { id, kind, bodies }: { id: string; kind: 'source' | 'claim'; bodies: readonly string[] },
): string | null {
  const affiliation = conflictingAffiliation(affiliations, bodies);
  if (affiliation === null) return null;
  const made = kind === 'claim' ? 'which made a source that first states this claim' : 'which made this source';
  return `You work for ${affiliation}, ${made} (${id}). Somebody else has to appraise it.`;
}
