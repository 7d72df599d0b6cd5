/** Kinds of content: a report may hold many images, and a page many more. */
const CONTENT_KINDS: readonly (readonly [string, RegExp])[] = [
  ['reports', /^(?:reports?|tips?|complaints?|notifications?|referrals?)$/i],
  ['pages', /^(?:pages?|webpages?|urls?|sites?|websites?|addresses|domains?|links)$/i],
  ['images', /^(?:images?|photos?|photographs?|pictures?)$/i],
  ['videos', /^(?:videos?|films?|clips?)$/i],
  ['incidents', /^incidents?$/i],
];
/** The kinds of content that a text names. */
export const kindsIn = (text: string) =>
  CONTENT_KINDS.filter(([, pattern]) => text.split(/[^\p{L}]+/u).some((word) => pattern.test(word))).map(
    ([name]) => name,
  );
