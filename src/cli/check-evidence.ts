import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Severity, Severity as SeveritySchema } from '../domain/checks/rule';
import { Suppression } from '../domain/checks/run';
import type { ClaimChecks } from '../features/checks/data';
import { checkText } from '../formats/check-text';
import { toSarif } from '../formats/sarif';
import { publicUrl, readEnv } from '../lib/env';
import { today } from '../lib/today';
import { openExistingDatabase } from './existing-database';
import { Failure, runCommand } from './failure';
import { generateClient } from './generate-client';
import { stopOnSignals } from './stopping';

// npm run check:evidence: runs every check over every claim of the database. Exits with 1 when it finds an error.

const USAGE =
  'npm run check:evidence [-- --format text|json|sarif] [--severity error|warning|note] [--suppressions <file.json>]';

const Options = z.object({
  format: z.enum(['text', 'json', 'sarif']).default('text'),
  severity: SeveritySchema.default('note'),
  suppressions: z.string().optional(),
});

const RANK: readonly Severity[] = ['error', 'warning', 'note'];

await runCommand(async () => {
  stopOnSignals(() => 130);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { format, severity, suppressions: file } = readOptions();
  const suppressions = file === undefined ? [] : await readSuppressions(file);
  const env = readEnv();
  await generateClient();
  process.env.DATABASE_URL = await openExistingDatabase(env, 'npm run check:evidence');
  const { checkEvidence } = await import('../features/checks/data');
  const { closePool } = await import('../db/pool');
  const counts = { error: 0, warning: 0, note: 0 };
  const kept: ClaimChecks[] = [];
  let claims = 0;
  try {
    for await (const batch of checkEvidence(today(), suppressions)) {
      claims += batch.length;
      for (const checks of batch) {
        for (const one of RANK) counts[one] += checks.counts[one];
        const findings = checks.findings.filter((finding) => RANK.indexOf(finding.severity) <= RANK.indexOf(severity));
        if (findings.length === 0) continue;
        if (format === 'text') console.log(`${checkText({ ...checks, findings })}\n`);
        else kept.push({ ...checks, findings });
      }
    }
  } finally {
    await closePool();
  }
  const { error, warning, note } = counts;
  if (format === 'json') console.log(JSON.stringify({ claims, counts, data: kept }, null, 2));
  else if (format === 'sarif') console.log(JSON.stringify(sarifOf(kept), null, 2));
  else console.log(`${claims} claims checked: ${error} errors, ${warning} warnings, ${note} notes.`);
  return counts.error > 0 ? 1 : 0;
});

function sarifOf(kept: readonly ClaimChecks[]): object {
  return toSarif(
    kept.map(({ id, findings }) => ({ place: { uri: `${publicUrl()}/claims/${id}`, name: id }, findings })),
    publicUrl(),
  );
}

function readOptions(): z.infer<typeof Options> {
  try {
    const { values } = parseArgs({
      options: { format: { type: 'string' }, severity: { type: 'string' }, suppressions: { type: 'string' } },
    });
    return Options.parse(values);
  } catch {
    throw new Failure(`Use it so: ${USAGE}`);
  }
}

async function readSuppressions(file: string): Promise<Suppression[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(`${file} cannot be read.`);
  });
  try {
    return z.array(Suppression).parse(JSON.parse(text));
  } catch {
    throw new Failure(
      `${file} is no list of suppressions: each has a "rule" (PL001 …), a "claim" (C1, or null for every one) and a "reason" of at least ten letters.`,
    );
  }
}
