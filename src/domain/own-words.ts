/**
 * Terms the Luxembourg guidelines ask to avoid, as they would slip into running text. Wording in “…” or "…" is a
 * quotation and is left out: older terms may stand in what a source printed.
 * Source of the rule: Terminology Guidelines for the Protection of Children from Sexual Exploitation and Sexual
 * Abuse (Interagency Working Group, 2016; second edition 2025).
 */
const AVOIDED =
  /\b(child(ren)?('s)? (porn\w*|prostitut\w+|sex touris\w+|sex work\w*|abuse images)|(under-?age|juvenile|teen(age)?|young) prostitut\w+|prostituted child\w*|pornography|kiddy|sex work(ers?)?|sex touris\w+|paedophil\w+|pedophil\w+|child clients?|sex trade|sexting|survival sex|transactional sex)\b/gi;

const QUOTED = /“[^”]*”|"[^"]*"/g;

/** The older terms found outside quotation marks, as written, and where they stand (UTF-16 units). */
export function olderTermSpans(text: string): { term: string; span: { start: number; end: number } }[] {
  // Blanks of the same length, so that what is found keeps its place.
  const own = text.replace(QUOTED, (quoted) => ' '.repeat(quoted.length));
  return [...own.matchAll(AVOIDED)].map((match) => ({
    term: match[0],
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

/** The older terms found outside quotation marks, as written. */
export function olderTermsIn(text: string): string[] {
  return olderTermSpans(text).map(({ term }) => term);
}

/** An older term of the terminology, and what to write instead. */
type Term = { older: string; preferred: string };

/**
 * What the terminology prefers to an older term as it was found in a sentence: by the entry that is nearest to it. Null
 * where no entry is about it.
 */
export function preferredTerm(found: string, terms: readonly Term[]): string | null {
  const wanted = plainTerm(found);
  let [nearest, distance]: [string | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const { older, preferred } of terms) {
    for (const name of older.split(/[,;/]/).map(plainTerm)) {
      const isAbout = name !== '' && (wanted === name || wanted.includes(name) || name.includes(wanted));
      const apart = Math.abs(wanted.length - name.length);
      if (isAbout && apart < distance) [nearest, distance] = [preferred, apart];
    }
  }
  return nearest;
}

/** In the singular, without what stands in brackets, and with one word for everybody under 18. */
function plainTerm(term: string): string {
  return term
    .replace(/\([^)]*\)/g, '')
    .toLowerCase()
    .replace(/\b(children|under-?age|juvenile|teen(age)?|young)('s)?(?= |$)/g, 'child')
    .replace(/\bprostituted child\b/g, 'child prostitute')
    .replace(/\bpa?edophil\w*/g, 'paedophile')
    .replace(/s\b/g, '')
    .trim();
}
