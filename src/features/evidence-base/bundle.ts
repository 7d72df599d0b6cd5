import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ClaimRecord } from '../../domain/claim';
import {
  type EvidenceBase,
  evidenceBaseFaults,
  GeographyRecord,
  SeriesRecord,
  TopicRecord,
} from '../../domain/evidence-base';
import { SourceRecord } from '../../domain/source';
import { TermRecord } from '../../domain/terminology';

type Bundle = { ok: true; base: EvidenceBase } | { ok: false; faults: string[] };

/** Who the history says it was that loaded the bundle. */
export const BUNDLE = { id: null, name: 'bundled evidence base' } as const;

const SEED = join(process.cwd(), 'prisma', 'seed');

/** Reads and checks the evidence base that ships with the product. Every fault names its file and field. */
export async function readBundledEvidence(root = SEED): Promise<Bundle> {
  const faults: string[] = [];
  async function read<T>(schema: z.ZodType<T>, file: string): Promise<T[]> {
    const parsed = z.array(schema).safeParse(JSON.parse(await readFile(join(root, file), 'utf8')));
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) faults.push(`${file}: ${issue.path.join('.')}: ${issue.message}`);
    return [];
  }
  async function readFolder<T>(schema: z.ZodType<T>, folder: string): Promise<T[]> {
    const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.json')).sort();
    return (await Promise.all(names.map((name) => read(schema, join(folder, name))))).flat();
  }
  const base: EvidenceBase = {
    version: '2026-11-24',
    geographies: await read(GeographyRecord, 'geographies.json'),
    topics: await read(TopicRecord, 'topics.json'),
    terms: await read(TermRecord, 'terminology.json'),
    series: await read(SeriesRecord, 'series.json'),
    sources: await readFolder(SourceRecord, 'sources'),
    claims: await readFolder(ClaimRecord, 'claims'),
  };
  faults.push(...evidenceBaseFaults(base));
  return faults.length === 0 ? { ok: true, base } : { ok: false, faults };
}
