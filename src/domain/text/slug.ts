const WORDS_MAX = 9;

/** The readable end of a claim's or source's address: lower-case ASCII words of its text, at most nine. */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/(\d)[.,](?=\d)/g, '$1-')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[a-z0-9-]*[a-z0-9]/g);
  return words?.slice(0, WORDS_MAX).join('-').replace(/-{2,}/g, '-').replace(/^-/, '') ?? '';
}
