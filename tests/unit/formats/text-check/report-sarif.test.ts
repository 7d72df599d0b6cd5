import { describe, expect, test } from 'vitest';
import { RULES } from '@/domain/checks/rules';
import type { TextReport } from '@/formats/text-check/report';
import { reportSarif } from '@/formats/text-check/report-sarif';
import { sampleReport, TEXT } from '../../../support/text-report';

type Region = Record<'charOffset' | 'charLength' | 'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>;
type Result = {
  ruleId: string;
  ruleIndex: number;
  kind?: string;
  level: string;
  message: { text: string };
  locations: { physicalLocation: { artifactLocation: { uri: string }; region: Region } }[];
};
type Log = {
  runs: [
    { tool: { driver: { rules: { id: string }[] } }; columnKind: string; results: Result[]; invocations: object[] },
  ];
};

const logOf = (...reports: TextReport[]) =>
  (reportSarif(reports, { site: 'https://plumbline.example' }) as Log).runs[0];
const { tool, results, columnKind } = logOf(sampleReport());
const place = ({ locations }: Result) => locations[0]?.physicalLocation as Result['locations'][0]['physicalLocation'];

describe('the report as SARIF', () => {
  test('has a rule for every check and one for every verdict, and every result names its own', () => {
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(ids).toEqual([
      ...['figure-distorted', 'figure-possibly', 'figure-unlisted', 'figure-faithful'],
      ...RULES.map(({ id }) => id),
    ]);
    for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId);
  });

  test('has a result for every figure, every check and every older term, and none for a year', () => {
    expect(results.map(({ ruleId, level, kind }) => [ruleId, level, kind])).toEqual([
      ['figure-distorted', 'error', 'fail'],
      ['PL011', 'error', undefined],
      ['figure-unlisted', 'note', 'fail'],
      ['figure-possibly', 'warning', 'fail'],
      // The standard: what is passed has no level.
      ['figure-faithful', 'none', 'pass'],
      ['PL024', 'warning', undefined],
    ]);
  });

  test('points to the words by offset and by line and column, both counted as the log says', () => {
    expect(columnKind).toBe('utf16CodeUnits');
    const lines = TEXT.split('\n');
    const words = results.map((result) => {
      const { charOffset, charLength, startLine, startColumn, endLine, endColumn } = place(result).region;
      expect(startLine).toBe(endLine);
      const word = TEXT.slice(charOffset, charOffset + charLength);
      expect(lines[startLine - 1]?.slice(startColumn - 1, endColumn - 1)).toBe(word);
      return word;
    });
    expect(words).toEqual(['1.8 million', 'Every year', '45,321', 'half', '1.7 million', 'sex trade']);
  });

  test('says in a message what is wrong and what can be said instead', () => {
    expect(results[0]?.message.text).toContain('Stock to flow: stock → flow.');
    expect(results[0]?.message.text).toContain('Approved sentence: About 1.7 million children');
    expect(results[3]?.message.text).toContain('May be meant: C46, C45.');
  });

  test('names the page where the text was a PDF, and none where it was not', () => {
    const paged = logOf(sampleReport({ pageStarts: [0, TEXT.indexOf('Some'), TEXT.indexOf('The sex')] })).results;
    const said = paged.map(({ locations }) => (locations[0] as { message?: { text: string } }).message?.text);
    expect(said).toEqual(['Page 1', 'Page 1', 'Page 2', 'Page 2', 'Page 3', 'Page 3']);
    expect(paged[2]?.message.text).toMatch(/^“45,321” on page 2: /);
    expect(paged[2]).toMatchObject({ properties: { page: 2 } });
    expect(JSON.stringify(results)).not.toMatch(/page \d/i);
  });

  test('names the files of several texts as addresses, each at its results', () => {
    const run = logOf(sampleReport({ name: 'texts/a b.md' }), sampleReport({ name: 'c#1.txt' }));
    expect(new Set(run.results.map((result) => place(result).artifactLocation.uri))).toEqual(
      new Set(['texts/a%20b.md', 'c%231.txt']),
    );
    expect(run.results).toHaveLength(12);
  });

  test('tells of files that nobody could read, and does not call that a success', () => {
    const unread = [{ name: 'texts/a b.pdf', message: 'texts/a b.pdf: The file is empty.' }];
    const log = reportSarif([sampleReport()], { site: 'https://plumbline.example', unread }) as Log;
    expect(log.runs[0].invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'texts/a b.pdf: The file is empty.' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'texts/a%20b.pdf' } } }],
          },
        ],
      },
    ]);
    expect(logOf(sampleReport()).invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });
});
