import { join } from 'node:path';
import { z } from 'zod';
import { type Aim, milliseconds, table, whole } from '../../bench/report';
import { Measured } from './bench-times';
import { runNode } from './child';
import { Failure } from './failure';
import type { DatabaseUrls } from './prepare-database';
import { step } from './steps';

// Texts of several lengths checked against an evidence base of --claims claims, beside the finding of their figures alone.

/** The founding document has 80 kB, and is checked in three seconds. */
const AIM = { name: '80 kB', seconds: 3, megabytes: 300 };

export async function measureTexts({ appUrl }: DatabaseUrls): Promise<{ report: string; aims: Aim[] }> {
  const measured = await step('Texts of 20 to 160 kB, checked', () => measure(appUrl));
  const aimed = measured.find(({ name }) => name === AIM.name);
  const what = `a text of ${AIM.name}`;
  const [reached, memory] = [(aimed?.warm ?? Number.NaN) / 1000, (aimed?.memory ?? Number.NaN) / 1e6];
  return {
    report: `### A text, checked\n\n${table(HEAD, rowsOf(measured))}`,
    aims: [
      { what, reached, limit: AIM.seconds, atMost: true, unit: ' s' },
      { what: `${what}, memory`, reached: memory, limit: AIM.megabytes, atMost: true, unit: ' MB' },
    ],
  };
}

const HEAD = [
  'text',
  'figures',
  'first ms',
  'ms, median of 5',
  'of the processor',
  'to its figures alone',
  'a kB, to that of 20',
  'most memory MB',
];

function rowsOf(measured: readonly Measured[]): string[][] {
  const lengthOf = ({ name }: Measured) => Number.parseFloat(name);
  const kindOf = ({ name }: Measured) => name.replace(/^[^,]*/, '');
  const wholes = measured.filter(({ memory }) => memory !== undefined);
  return wholes
    .toSorted((a, b) => kindOf(a).localeCompare(kindOf(b)) || lengthOf(a) - lengthOf(b))
    .map((one) => {
      const least = measured.find(({ name }) => name === `${one.name}, figures only`);
      const first = wholes.find((other) => kindOf(other) === kindOf(one) && lengthOf(other) === 20);
      return [
        one.name,
        whole(one.size ?? 0),
        milliseconds(one.cold),
        milliseconds(one.warm),
        milliseconds(one.warmProcessor),
        least === undefined ? '' : `${(one.warm / least.warm).toFixed(1)}×`,
        first === undefined ? '' : `${(one.warm / lengthOf(one) / (first.warm / lengthOf(first))).toFixed(2)}×`,
        whole((one.memory ?? 0) / 1e6),
      ];
    });
}

async function measure(appUrl: string): Promise<Measured[]> {
  const file = join('src', 'cli', 'bench-text-run.ts');
  // The heap that the web server has (web-server.ts).
  const limits = ['--max-old-space-size=320', '--conditions=react-server'];
  const { code, output } = await runNode([...limits, '--import', 'tsx', file], { DATABASE_URL: appUrl });
  if (code !== 0) throw new Failure(`The texts could not be measured:\n${output}`);
  return z.array(Measured).parse(JSON.parse(output.split('\n').at(-1) ?? ''));
}
