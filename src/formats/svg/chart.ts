import { element, escaped, textLine } from './markup';
import { FILE_PALETTE, PAGE_PALETTE, type Palette } from './palette';
import { wrapped } from './text-fit';

/** A chart with all that has to stand with it wherever it goes. Lengths are CSS pixels at the usual text size. */
export type Chart = {
  /** What it shows, as a sentence: the finding. */
  title: string;
  /** What is drawn, and in which unit. */
  units: string;
  /** Grade and limits of the claims drawn, for a file: a page says them beside the drawing. */
  caveats?: readonly string[];
  /** What the marks say; a page says it beside the drawing. */
  legend?: string;
  /** Where the numbers come from. */
  sources: string;
  width: number;
  height: number;
  /** SVG markup. */
  body: string;
};

/** How a chart is drawn: its colours, and how wide it may become. */
export type Look = { palette: Palette; width: number };

export const WIDE: Look = { palette: PAGE_PALETTE, width: 1040 };
/** As wide as a column of text: fits a tablet too. */
export const COLUMN: Look = { palette: PAGE_PALETTE, width: 704 };
export const NARROW: Look = { palette: PAGE_PALETTE, width: 328 };
export const FILE: Look = { palette: FILE_PALETTE, width: 1040 };

const REM = 16;
/** Not one of the site's own faces first: a file is opened where those are not installed. */
const FAMILY = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/**
 * The drawing for a page, measured in rem: a reader who enlarges the text enlarges the drawing with it.
 * The title is the caption beside it; what it shows must stand in text or a table too.
 */
export function pageSvg(chart: Chart): string {
  const { width, height, body } = chart;
  return element(
    'svg',
    {
      viewBox: `0 0 ${width} ${height}`,
      style: `width:${width / REM}rem;height:${height / REM}rem`,
      // Links inside are read one by one; a drawing without links is one picture.
      role: body.includes('<a ') ? 'group' : 'img',
      'aria-label': chart.title,
      'font-family': 'inherit',
    },
    body,
  );
}

/** A chart as a page shows it. */
export type PageChart = {
  title: string;
  units: string;
  sources: string;
  svg: { wide: string; medium: string; narrow: string };
};

/** The drawings for the width of a page, for that of a column of text, and for phones; null where there is no chart. */
export function pageChart(draw: (look: Look) => Chart): PageChart;
export function pageChart(draw: (look: Look) => Chart | null): PageChart | null;
export function pageChart(draw: (look: Look) => Chart | null): PageChart | null {
  const [wide, medium, narrow] = [draw(WIDE), draw(COLUMN), draw(NARROW)];
  if (wide === null || medium === null || narrow === null) return null;
  const { title, units, sources } = wide;
  return { title, units, sources, svg: { wide: pageSvg(wide), medium: pageSvg(medium), narrow: pageSvg(narrow) } };
}

/** The drawing as a file that stands alone: title, unit, sources and where it comes from are drawn into it. */
export function fileSvg(chart: Chart, address: string): string {
  const { palette } = FILE;
  const inner = Math.max(chart.width, 480);
  const lines = (text: string, size: number, attributes: Record<string, string | number>) =>
    // With room to spare: where the file is opened, another typeface may be wider.
    wrapped(text, inner * 0.9, size).map((line) => ({ line, size, attributes }));
  const above = [
    ...lines(chart.title, 18, { fill: palette.ink, 'font-weight': 600 }),
    ...lines(chart.units, 13, { fill: palette.muted }),
    ...lines(chart.legend ?? '', 13, { fill: palette.muted }),
  ];
  const below = [
    ...(chart.caveats ?? []).flatMap((caveat) => lines(caveat, 12, { fill: palette.ink })),
    ...lines(`Sources: ${chart.sources}`, 12, { fill: palette.muted }),
    ...lines(`Plumbline, ${address}`, 12, { fill: palette.muted }),
  ];
  const margin = 24;
  let y = margin;
  const draw = ({ line, size, attributes }: (typeof above)[number]) => {
    y += size * 1.4;
    return textLine(line, { x: margin, y, 'font-size': size, ...attributes });
  };
  const head = above.map(draw);
  const top = y + 16;
  y = top + chart.height + 8;
  const foot = below.map(draw);
  const [width, height] = [inner + 2 * margin, Math.ceil(y + margin)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, 'font-family': FAMILY },
    [
      element('title', {}, escaped(chart.title)),
      element('rect', { width, height, fill: palette.paper }),
      ...head,
      element('g', { transform: `translate(${margin} ${top})` }, withoutLinks(chart.body)),
      ...foot,
    ],
  )}\n`;
}

/** A file has no page that its links could lead on from. */
function withoutLinks(body: string): string {
  return body.replace(/<a [^>]*>|<\/a>/g, '');
}
