/**
 * The colours of a chart. On a page they follow the style sheet, and so light and dark; a file that stands alone has
 * the light ones written into it, since programs that open SVG files know no custom properties.
 */
export type Palette = Readonly<Record<ColourName, string>>;

const LIGHT = {
  paper: '#fcfbf8',
  wash: '#f3f0e9',
  line: '#dcd7cb',
  'line-strong': '#8a8578',
  ink: '#1c1e22',
  muted: '#55585e',
  accent: '#0d5866',
  warn: '#8c2f1b',
  'level-high': '#256037',
  'level-moderate': '#1f5b87',
  'level-low': '#7d5300',
  'level-very-low': '#8c2f1b',
  'level-not-graded': '#5f6167',
} as const;

export type ColourName = keyof typeof LIGHT;

export const FILE_PALETTE: Palette = LIGHT;

export const PAGE_PALETTE: Palette = Object.fromEntries(
  (Object.keys(LIGHT) as ColourName[]).map((name) => [name, `var(--${name})`]),
) as Record<ColourName, string>;
