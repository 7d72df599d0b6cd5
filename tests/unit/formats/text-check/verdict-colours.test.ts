import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factSheetCss } from '@/formats/fact-sheet/html-css';
import { TONES } from '@/formats/fact-sheet/tones';
import { TONE_OF, VERDICTS } from '@/formats/text-check/report';

const pageCss = readFileSync('src/features/text-checks/components/text-checks.css', 'utf8');

test.each(VERDICTS)('%s has one colour on the page, in its file, and in print', (verdict) => {
  const rule = new RegExp(
    `\\.figure-mark-${verdict} \\{\\s*--verdict: light-dark\\((#\\w+), (#\\w+)\\);\\s*--verdict-wash: light-dark\\((#\\w+), (#\\w+)\\);`,
  );
  const [, ink, darkInk, wash, darkWash] = rule.exec(pageCss) ?? [];
  const tone = TONE_OF[verdict];
  expect({ ink, wash }).toEqual(TONES[tone]);
  expect(factSheetCss).toContain(`--fs-${tone}: ${darkInk}; --fs-${tone}-wash: ${darkWash};`);
});
