import type { Print, Tone } from './print-model';
import { TONES } from './tones';

// Long: one style sheet, for a file that stands alone and for the same sheet on a page of the site. Everything is named
// under .fact-sheet, so that neither changes the other.

/** The same on the dark page. */
const DARK_TONES: typeof TONES = {
  right: { ink: '#a9dde6', wash: '#14343b' },
  wrong: { ink: '#ffc4b4', wash: '#4a2219' },
  open: { ink: '#f2dc9b', wash: '#3d3212' },
  unknown: { ink: '#d3d5da', wash: '#34373d' },
};

const toneVariables = (tones: typeof TONES) =>
  (Object.keys(tones) as Tone[])
    .map((tone) => `  --fs-${tone}: ${tones[tone].ink}; --fs-${tone}-wash: ${tones[tone].wash};`)
    .join('\n');

/** How a fact sheet looks, wherever it stands. The typefaces are those of the page around it, or of the device. */
export const factSheetCss = `
.fact-sheet, .fact-sheet-file {
  --fs-paper: #fcfbf8; --fs-wash: #f3f0e9; --fs-line: #dcd7cb; --fs-ink: #1c1e22; --fs-muted: #55585e;
  --fs-accent: #0d5866; --fs-warn: #8c2f1b; --fs-warn-wash: #faeee9;
${toneVariables(TONES)}
  --fs-serif: var(--serif, Georgia, "Times New Roman", serif);
  --fs-sans: var(--sans, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif);
}
@media screen and (prefers-color-scheme: dark) {
  .fact-sheet, .fact-sheet-file {
    --fs-paper: #15171b; --fs-wash: #1e2127; --fs-line: #373b43; --fs-ink: #ebe8e1; --fs-muted: #aeb2ba;
    --fs-accent: #84cedb; --fs-warn: #f0a48f; --fs-warn-wash: #2c1e1b;
${toneVariables(DARK_TONES)}
  }
}
.fact-sheet { max-width: 44rem; color: var(--fs-ink); font-family: var(--fs-serif); line-height: 1.55; overflow-wrap: break-word; }
.fact-sheet * { box-sizing: border-box; }
.fact-sheet :is(h1, h2, h3, h4) { font-family: var(--fs-sans); line-height: 1.2; text-wrap: balance; break-after: avoid; }
.fact-sheet header :is(h1, h2) { margin: 0 0 0.4rem; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.2rem); font-weight: 700; }
.fact-sheet > h2, .fact-sheet .notes > h2 { margin: 2.2rem 0 0.6rem; font-size: 1.4rem; font-weight: 650; color: var(--fs-accent); }
.fact-sheet > h3, .fact-sheet .notes > h3 { margin: 1.6rem 0 0.4rem; font-size: 1.15rem; font-weight: 650; color: var(--fs-accent); }
.fact-sheet > h4 { margin: 1.4rem 0 0.3rem; font-size: 1rem; font-weight: 650; color: var(--fs-accent); }
.fact-sheet p { margin: 0 0 0.9rem; }
.fact-sheet .subtitle { margin-bottom: 1.8rem; font-family: var(--fs-sans); color: var(--fs-muted); }
.fact-sheet .claim { padding-inline-start: 0.9rem; border-inline-start: 4px solid var(--fs-accent); font-size: 1.1rem; }
.fact-sheet .caveat { padding: 0.4rem 0.9rem; border-inline-start: 4px solid var(--fs-warn); background: var(--fs-warn-wash); font-family: var(--fs-sans); font-size: 0.92rem; }
.fact-sheet .meta { font-family: var(--fs-sans); font-size: 0.9rem; color: var(--fs-muted); }
.fact-sheet .banner { padding: 0.6rem 0.9rem; border: 2px solid var(--fs-warn); background: var(--fs-warn-wash); font-family: var(--fs-sans); font-weight: 650; color: var(--fs-warn); }
.fact-sheet a { color: var(--fs-accent); text-underline-offset: 0.15em; overflow-wrap: anywhere; }
.fact-sheet :is(a, .scroll):focus-visible, .fact-sheet-file .skip:focus { outline: 3px solid var(--fs-accent); outline-offset: 2px; }
.fact-sheet mark { padding: 0.05em 0.12em; border-radius: 0.15em; background: none; color: inherit; }
${Object.keys(TONES)
  .map((tone) => `.fact-sheet .tone-${tone} { background: var(--fs-${tone}-wash); color: var(--fs-${tone}); }`)
  .join('\n')}
.fact-sheet sup { line-height: 0; font-family: var(--fs-sans); font-size: 0.72em; }
.fact-sheet .mark { padding: 0.5em 0.2em; text-decoration: none; }
.fact-sheet .mark:is(:hover, :focus-visible) { text-decoration: underline; }
.fact-sheet :is(ul, ol) { margin: 0 0 0.9rem; padding-inline-start: 1.5rem; }
.fact-sheet li { margin-bottom: 0.35rem; }
.fact-sheet .scroll { max-width: 100%; overflow-x: auto; }
.fact-sheet table { width: 100%; border-collapse: collapse; font-family: var(--fs-sans); font-size: 0.9rem; margin-bottom: 1rem; }
.fact-sheet caption { padding-block: 0.4rem; text-align: start; font-weight: 650; }
.fact-sheet :is(th, td) { padding: 0.4rem 0.6rem; border: 1px solid var(--fs-line); text-align: start; vertical-align: top; min-width: 4.5rem; overflow-wrap: normal; }
.fact-sheet thead th { background: var(--fs-wash); }
.fact-sheet figure { margin: 1.2rem 0; }
.fact-sheet figure :is(svg, img) { display: block; max-width: 100%; min-width: 20rem; height: auto; background: #fcfbf8; }
.fact-sheet figcaption { margin-top: 0.4rem; font-family: var(--fs-sans); font-size: 0.9rem; color: var(--fs-muted); }
.fact-sheet .references { font-size: 0.95rem; }
.fact-sheet ul.references { list-style: none; padding: 0; }
.fact-sheet ul.references li { padding-inline-start: 1.5rem; text-indent: -1.5rem; }
.fact-sheet .notes { font-family: var(--fs-sans); font-size: 0.9rem; }
.fact-sheet .notes ol { padding-inline-start: 2.2rem; }
.fact-sheet .notes li { margin-bottom: 1.2rem; }
.fact-sheet .notes li:target { background: var(--fs-wash); }
.fact-sheet .notes li > p { margin-bottom: 0.3rem; font-weight: 600; }
.fact-sheet .back { display: inline-block; min-width: 1.5rem; text-align: center; text-decoration: none; }
.fact-sheet dl { margin: 0; }
.fact-sheet dl > div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 0 0.8rem; padding-block: 0.15rem; border-top: 1px solid var(--fs-line); }
.fact-sheet dt { color: var(--fs-muted); }
.fact-sheet dd { margin: 0; }
.fact-sheet .qr { margin: 0.6rem 0 1rem; }
.fact-sheet .qr svg { display: block; width: 8.25rem; height: 8.25rem; }
@media (max-width: 30rem) {
  .fact-sheet dl > div { grid-template-columns: minmax(0, 1fr); }
  .fact-sheet dt { font-size: 0.85em; }
}
@media print {
  .fact-sheet, .fact-sheet-file { --fs-paper: #fff; }
  .fact-sheet { max-width: none; }
  .fact-sheet .scroll { overflow: visible; }
  .fact-sheet mark { print-color-adjust: exact; }
  .fact-sheet :is(figure, tr, .claim, .caveat, .qr) { break-inside: avoid; }
  .fact-sheet .back { display: none; }
  .fact-sheet figure :is(svg, img) { min-width: 0; }
}
`;

/** What only a file of its own needs: the page around the sheet, and what printers put at the foot. */
export function pageCss({ paper, footer }: Pick<Print, 'paper' | 'footer'>): string {
  const corner = 'font: 8pt system-ui, sans-serif; color: #55585e;';
  return `
html { color-scheme: light dark; }
body.fact-sheet-file { margin: 0; background: var(--fs-paper); color: var(--fs-ink); font-size: 1.0625rem; }
.fact-sheet-file main { padding: 1.5rem max(1rem, calc(50vw - 22rem)) 2.5rem; }
.fact-sheet-file main:focus { outline: none; }
.fact-sheet-file > footer { padding: 1rem max(1rem, calc(50vw - 22rem)) 2rem; border-top: 1px solid var(--fs-line); font: 0.875rem var(--fs-sans); color: var(--fs-muted); overflow-wrap: break-word; }
.fact-sheet-file .skip { position: absolute; inset-inline-start: 0.5rem; top: -5rem; padding: 0.6rem 0.9rem; background: var(--fs-paper); color: var(--fs-accent); font-family: var(--fs-sans); }
.fact-sheet-file .skip:focus { top: 0.5rem; }
@page {
  size: ${paper === 'a4' ? 'A4' : 'letter'}; margin: 20mm 18mm;
  @bottom-left { content: ${cssString(footer)}; ${corner} }
  @bottom-right { content: counter(page) " / " counter(pages); ${corner} }
}
@media print {
  html { font-size: 9.5pt; }
  body.fact-sheet-file { background: none; }
  .fact-sheet-file main { padding: 0; }
  .fact-sheet-file > :is(footer, .skip) { display: none; }
}
`;
}

/** Text in a style sheet: every character that is no letter or digit by its number, so that none can end the string. */
function cssString(text: string): string {
  const written = [...text].map((character) =>
    /[\p{L}\p{Nd} ]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${written.join('')}"`;
}
