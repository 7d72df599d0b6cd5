/**
 * Terms the Luxembourg guidelines ask to avoid, as they would slip into running text. Wording in “…” or "…" is a
 * quotation and is left out: older terms may stand in what a source printed.
 * Source of the rule: Terminology Guidelines for the Protection of Children from Sexual Exploitation and Sexual
 * Abuse (Interagency Working Group, 2016; second edition 2025).
 */
const AVOIDED =
  /\b(child(ren)?('s)? (porn\w*|prostitut\w+|sex touris\w+|sex work\w*|abuse images)|(under-?age|juvenile|teen(age)?|young) prostitut\w+|prostituted child\w*|pornography|kiddy|sex work(ers?)?|sex touris\w+|paedophil\w+|pedophil\w+|child clients?|sex trade|sexting|survival sex|transactional sex)\b/gi;

/** The older terms found outside quotation marks, as written. */
export function olderTermsIn(text: string): string[] {
  const own = text.replace(/“[^”]*”|"[^"]*"/g, ' ');
  return [...own.matchAll(AVOIDED)].map((match) => match[0]);
}
