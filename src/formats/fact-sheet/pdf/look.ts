import type { TextStyle } from './spans';

// The look of the printed page, in points: the typefaces and the one accent of the portal, on white.

export const COLOURS = {
  ink: '#1c1e22',
  muted: '#55585e',
  accent: '#0d5866',
  line: '#c9c3b5',
  strong: '#8a8578',
  warn: '#8c2f1b',
  warnWash: '#faeee9',
};

const serif = { family: 'serif', weight: 400, isItalic: false, colour: COLOURS.ink } as const;
const sans = { family: 'sans', weight: 400, isItalic: false, colour: COLOURS.ink } as const;

export const STYLES = {
  title: { ...serif, weight: 600, size: 23, leading: 28 },
  subtitle: { ...sans, size: 9, leading: 13.5, colour: COLOURS.muted },
  heading2: { ...serif, weight: 600, size: 14.5, leading: 19 },
  heading3: { ...sans, weight: 600, size: 10.5, leading: 15 },
  prose: { ...serif, size: 10.5, leading: 15.5 },
  claim: { ...serif, size: 12, leading: 17.5 },
  caveat: { ...sans, size: 8.5, leading: 12.5 },
  meta: { ...sans, size: 8.5, leading: 12.5, colour: COLOURS.muted },
  reference: { ...serif, size: 9, leading: 13 },
  caption: { ...sans, weight: 600, size: 8.5, leading: 12.5 },
  tableHead: { ...sans, weight: 600, size: 8, leading: 11.5 },
  tableCell: { ...sans, size: 8, leading: 11.5 },
  noteNumber: { ...sans, weight: 600, size: 8.5, leading: 13, colour: COLOURS.accent },
  noteTitle: { ...serif, weight: 600, size: 9.5, leading: 13 },
  noteClaim: { ...sans, size: 7.5, leading: 13, colour: COLOURS.muted },
  factLabel: { ...sans, size: 7.5, leading: 11, colour: COLOURS.muted },
  fact: { ...sans, size: 7.5, leading: 11 },
  furniture: { ...sans, size: 7.5, leading: 10.5, colour: COLOURS.muted },
  banner: { ...sans, weight: 600, size: 8.5, leading: 12, colour: COLOURS.warn },
} as const satisfies Record<string, TextStyle>;

export const PAPERS = { a4: [595.28, 841.89], letter: [612, 792] } as const;

export const MARGINS = { side: 70, top: 60, bottom: 62 };
