import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import type { LabelLanguage, Paper } from '../../../domain/fact-sheet/sheet';

// How a fact sheet looks in a word processor. Names are those that Word has itself wherever it has one, so that its
// list of styles, its navigation and its table of contents know them.

const COLOURS = { ink: '1C1E22', muted: '55585E', accent: '0D5866', warn: '8C2F1B', wash: 'F3F0E9', line: 'DCD7CB' };

/** Typefaces that every Word has, or that others have one of the same widths for. */
export const FONTS = {
  text: 'Cambria',
  sans: 'Calibri',
  rightToLeft: 'Arial',
  /** By language: the shapes of the same character differ. Null: not written with Chinese characters. */
  eastAsia: (language: string): string | null => {
    if (/^zh-(hant|tw|hk|mo)/i.test(language)) return 'Microsoft JhengHei';
    if (/^(zh|yue|lzh|wuu)(-|$)/i.test(language)) return 'Microsoft YaHei';
    if (/^ja(-|$)/i.test(language)) return 'Yu Gothic';
    return /^ko(-|$)/i.test(language) ? 'Malgun Gothic' : null;
  },
};

/** Twentieths of a point: https://learn.microsoft.com/en-us/dotnet/api/documentformat.openxml.wordprocessing.pagesize. */
export const PAPER = { a4: { width: 11906, height: 16838 }, letter: { width: 12240, height: 15840 } };
export const MARGIN = 1134;
export const textWidth = (paper: Paper) => PAPER[paper].width - 2 * MARGIN;

export const BORDER = { style: BorderStyle.SINGLE, size: 4, color: COLOURS.line };
export const HEAD_SHADE = { fill: COLOURS.wash };

const font = (name: string) => ({ ascii: name, hAnsi: name, cs: FONTS.rightToLeft, eastAsia: 'Microsoft YaHei' });
const sans = (size: number, more: IRunStylePropertiesOptions = {}) => ({ font: font(FONTS.sans), size, ...more });

const style = (
  id: string,
  name: string,
  run: IRunStylePropertiesOptions,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']> = {},
): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true, run, paragraph });

/** Space around a paragraph in twentieths of a point, and from line to line in 240ths of a line. */
const spaced = (before: number, after: number, line = 240) => ({ before, after, line, lineRule: LineRuleType.AUTO });

/** A bar at the side where lines begin. A border's side is that of the page, whatever the direction of the words. */
const bar = (direction: 'ltr' | 'rtl', color: string) => ({
  border: { [direction === 'rtl' ? 'right' : 'left']: { style: BorderStyle.SINGLE, size: 18, space: 8, color } },
  indent: { start: 227 },
});

/** Bars of a paragraph whose words run against the direction of the file; nothing for one without a bar. */
export function turnedBar(styleId: string, direction: 'ltr' | 'rtl') {
  const color = { FactSheetClaim: COLOURS.accent, FactSheetCaveat: COLOURS.warn }[styleId];
  if (color === undefined) return {};
  const { border, indent } = bar(direction, color);
  return { border: { ...border, [direction === 'rtl' ? 'left' : 'right']: { style: BorderStyle.NIL } }, indent };
}

export function stylesOf(language: LabelLanguage, direction: 'ltr' | 'rtl'): IStylesOptions {
  return { default: defaults(language, direction === 'rtl'), paragraphStyles: paragraphStyles(direction) };
}

const heading = (size: number, outlineLevel: number, before: number) => ({
  run: sans(size, { bold: true, color: COLOURS.accent }),
  paragraph: { outlineLevel, keepNext: true, keepLines: true, spacing: spaced(before, 80) },
});

function defaults(language: LabelLanguage, isRtl: boolean): NonNullable<IStylesOptions['default']> {
  return {
    document: {
      run: {
        font: font(FONTS.text),
        size: 22,
        color: COLOURS.ink,
        language: {
          value: isRtl ? 'en-GB' : language,
          eastAsia: 'zh-CN',
          bidirectional: isRtl ? language : 'ar-SA',
        },
      },
      paragraph: { spacing: spaced(0, 140, 276) },
    },
    title: {
      run: sans(52, { bold: true }),
      // The first level: what follows stands beneath it in Word's navigation.
      paragraph: { outlineLevel: 0, keepNext: true, spacing: spaced(0, 80) },
    },
    heading2: { name: 'heading 2', ...heading(32, 1, 360) },
    heading3: { name: 'heading 3', ...heading(25, 2, 240) },
    hyperlink: { run: { color: COLOURS.accent, underline: {} } },
    footnoteText: { run: sans(17), paragraph: { spacing: spaced(0, 40) }, semiHidden: false },
  };
}

function paragraphStyles(direction: 'ltr' | 'rtl'): IParagraphStyleOptions[] {
  const { muted, accent, warn } = COLOURS;
  return [
    { id: 'Normal', name: 'Normal', quickFormat: true },
    style('Subtitle', 'Subtitle', sans(22, { color: muted }), { spacing: spaced(0, 320, 264) }),
    style('FactSheetClaim', 'Fact Sheet Claim', { size: 24 }, { ...bar(direction, accent), keepLines: true }),
    style('FactSheetCaveat', 'Fact Sheet Caveat', sans(19), bar(direction, warn)),
    style('FactSheetMeta', 'Fact Sheet Meta', sans(18, { color: muted }), { spacing: spaced(0, 100, 252) }),
    style('FactSheetNote', 'Fact Sheet Note', sans(19), { spacing: spaced(0, 50, 252) }),
    style('ListBullet', 'List Bullet', {}, { spacing: spaced(0, 80, 276) }),
    style('Caption', 'caption', sans(19, { bold: true }), { spacing: spaced(120, 100) }),
    style('FactSheetFigure', 'Fact Sheet Figure', {}, { keepNext: true, spacing: spaced(200, 60) }),
    style('FactSheetTable', 'Fact Sheet Table', sans(19), { spacing: spaced(30, 30) }),
    style('Bibliography', 'Bibliography', { size: 20 }, { spacing: spaced(0, 100, 252) }),
    style('Header', 'header', sans(18, { bold: true, color: warn }), { alignment: AlignmentType.CENTER }),
    style('Footer', 'footer', sans(16, { color: muted }), { spacing: spaced(0, 0) }),
  ];
}
