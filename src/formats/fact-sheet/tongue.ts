import type { Tongue } from './print-model';

// The language of what somebody typed is not asked: its script is, for that is what a typeface and a direction need.
const SCRIPTS: readonly [RegExp, NonNullable<Tongue>][] = [
  [/\p{Script=Arabic}/u, { language: 'ar', direction: 'rtl' }],
  [/\p{Script=Hebrew}/u, { language: 'he', direction: 'rtl' }],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, { language: 'ja', direction: 'ltr' }],
  [/\p{Script=Hangul}/u, { language: 'ko', direction: 'ltr' }],
  [/\p{Script=Han}/u, { language: 'zh', direction: 'ltr' }],
  [/\p{Script=Cyrillic}/u, { language: 'ru', direction: 'ltr' }],
  [/\p{Script=Greek}/u, { language: 'el', direction: 'ltr' }],
  [/\p{Script=Thai}/u, { language: 'th', direction: 'ltr' }],
  [/\p{Script=Devanagari}/u, { language: 'hi', direction: 'ltr' }],
];

/**
 * The tongue of typed words: that of the script which most of their letters are in. Latin letters are of the language around
 * them, and only turn the direction back where that runs from right to left.
 */
export function tongueOf(text: string, around: { language: string; direction: 'ltr' | 'rtl' }): Tongue {
  const letters = text.match(/\p{L}/gu) ?? [];
  const counts = SCRIPTS.map(([script, tongue]) => ({
    tongue,
    count: letters.filter((letter) => script.test(letter)).length,
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  // Kana are few beside Han, and only Japanese has them.
  const kana = counts.find(({ tongue }) => tongue.language === 'ja');
  const found = kana !== undefined && kana.count > 0 && best.tongue.language === 'zh' ? kana.tongue : best.tongue;
  if (best.count * 2 > letters.length) return found.language === around.language ? null : found;
  return around.direction === 'rtl' && letters.length > 0 ? ENGLISH : null;
}

export const ENGLISH: NonNullable<Tongue> = { language: 'en', direction: 'ltr' };
