/**
 * The look of a card: that of the site in small, in the fonts that the reader has. Nothing is loaded, so nothing is told
 * to anybody. Every pair of colours used for text meets WCAG AA.
 */
export const CARD_STYLE = `
:root { color-scheme: light dark;
  --paper: #fcfbf8; --line: #dcd7cb; --ink: #1c1e22; --muted: #55585e; --accent: #0d5866; --warn: #8c2f1b; --warn-wash: #faeee9;
  --high: #256037; --moderate: #1f5b87; --low: #7d5300; --not-graded: #5f6167; --off: #d3cec2; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #15171b; --line: #373b43; --ink: #ebe8e1; --muted: #aeb2ba; --accent: #84cedb; --warn: #f0a48f; --warn-wash: #2c1e1b;
  --high: #8fd3a2; --moderate: #93c6ee; --low: #e9bd6b; --not-graded: #9ea2aa; --off: #454a53; } }
* { box-sizing: border-box; }
html { background: var(--paper); }
body { margin: 0; color: var(--ink); font: 0.9375rem/1.45 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
main { border: 1px solid var(--line); border-top: 4px solid var(--accent); padding: 0.75rem clamp(0.75rem, 4vw, 1.25rem) 0.875rem; min-height: 100vh; max-width: 48rem; margin: 0 auto; }
h1, h2, p, ul, dl, dd { margin: 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.eyebrow, .small { font-size: 0.8125rem; color: var(--muted); }
h1 { font: 600 clamp(1.625rem, 1.1rem + 3.4vw, 2.25rem)/1.15 Georgia, "Times New Roman", serif; margin-top: 0.25rem; }
h1 span { font: 400 1rem/1.3 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--muted); }
.statement { margin-top: 0.5rem; font: 1.0625rem/1.45 Georgia, "Times New Roman", serif; text-wrap: pretty; }
.notice { margin: 0.5rem 0; padding: 0.5rem 0.75rem; border-left: 4px solid var(--warn); background: var(--warn-wash); }
.notice strong { color: var(--warn); }
.reliability { margin-top: 0.625rem; }
.reliability strong { color: var(--level); }
.reliability svg { width: 17px; height: 13px; margin-right: 0.375rem; fill: var(--level); }
.reliability .off { fill: var(--off); }
.is-high { --level: var(--high); } .is-moderate { --level: var(--moderate); } .is-low { --level: var(--low); }
.is-very-low { --level: var(--warn); } .is-not-graded { --level: var(--not-graded); }
h2 { font-size: 0.9375rem; line-height: 1.45; font-weight: 600; }
.not-measured { margin-top: 0.75rem; padding-left: 0.75rem; border-left: 4px solid var(--warn); }
.not-measured ul { padding-left: 1.125rem; }
dl { margin-top: 0.75rem; border-bottom: 1px solid var(--line); }
dl > div { border-top: 1px solid var(--line); padding: 0.3125rem 0; }
dt { font-size: 0.8125rem; color: var(--muted); }
@media (min-width: 26rem) { dl > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0 0.75rem; } dt { line-height: 1.675; } }
footer { margin-top: 0.625rem; font-size: 0.8125rem; color: var(--muted); }
@media print { :root { --paper: #fff; --ink: #000; --muted: #333; --line: #999; --accent: #000; --warn: #000; --warn-wash: #fff; --off: #bbb;
  --high: #000; --moderate: #000; --low: #000; --not-graded: #000; }
  main { min-height: 0; break-inside: avoid; } svg { print-color-adjust: exact; } }
`.trim();
