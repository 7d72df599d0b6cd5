import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { passedOf } from '@/domain/fact-sheet/passing-over';
import { LABELS } from '@/domain/fact-sheet/labels';
import type { Release } from '@/domain/fact-sheet/release';
import type { LabelLanguage } from '@/domain/fact-sheet/sheet';
import { figureText, intervalText, unitText } from '@/domain/figure-text';
import { periodText } from '@/domain/period-text';
import { stateOfSheet } from '@/features/fact-sheets/data';
import { getRelease, getReleaseFile } from '@/features/fact-sheets/release-data';
import { filesOf } from '@/formats/fact-sheet/files';
import { canonicalJson, sha256Of } from '@/lib/canonical-json';
import { ACTORS } from '../support/actors';
import { makeSheet, releaseSheet, sheetOf } from '../support/fact-sheets';
import { isInstalled, runProgram, withFile } from '../support/other-programs';
import { elementsIn, parseXml, textIn } from '../support/xml';

// A release of real claims, from the database to the files that are handed out, read by programs that are not ours.

const run = promisify(execFile);
const CLAIMS = ['C1', 'C4', 'C60', 'C140', 'C260', 'C270'];
const REASON = 'It shows what was thought at the time.';
const hasPoppler = isInstalled('pdftotext', ['-v']) && isInstalled('pdfinfo', ['-v']);
const hasOffice = isInstalled('soffice');

async function released(language: LabelLanguage = 'en'): Promise<{ release: Release; canonical: string }> {
  const plain = sheetOf(CLAIMS, { language, title: 'Figures and their footing' });
  const { blocking } = await stateOfSheet(plain, new Date().toISOString().slice(0, 10));
  // One of them is superseded: whoever wants it all the same says why, and that is printed.
  const overrides = blocking.map((finding) => ({ ...passedOf(finding), rule: finding.rule, reason: REASON }));
  const sheet = { ...plain, overrides };
  const id = await releaseSheet(ACTORS.advocate, await makeSheet(ACTORS.advocate, sheet));
  const kept = await getRelease(id);
  if (kept === null) throw new Error(`there is no ${id}`);
  return {
    release: { document: kept.document, sha256: kept.sha256, isPreview: false },
    canonical: kept.canonical,
  };
}

const hashesOf = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files].map(([format, bytes]) => [format, sha256Of(bytes)]));

describe('the same release', () => {
  test('gives the same ten files byte for byte, again and in another process', { timeout: 120_000 }, async () => {
    const { release, canonical } = await released();
    const once = hashesOf(await filesOf(release, canonical));
    expect(Object.keys(once)).toHaveLength(10);
    expect(hashesOf(await filesOf(release, canonical))).toEqual(once);
    await withRelease(canonical, async (path) => {
      // At another time of day in another zone and another language, where a clock or a locale would show.
      const env = { ...process.env, TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
      const script = join('tests', 'support', 'files-command.ts');
      const { stdout } = await run(process.execPath, ['--conditions=react-server', '--import', 'tsx', script, path], {
        env,
      });
      expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual(once);
    });
  });

  test('has the hash of its JSON file, and that is what the database keeps', async () => {
    const { release, canonical } = await released();
    const file = await getReleaseFile(release.document.id, 'json');
    expect(sha256Of(file ?? new Uint8Array())).toBe(release.sha256);
    expect(Buffer.from(file ?? []).toString()).toBe(canonical);
    expect(sha256Of(canonicalJson(release.document))).toBe(release.sha256);
    expect(canonicalJson(JSON.parse(canonical))).toBe(canonical);
  });

  test('has the same canonical JSON, in whatever order its keys were written', async () => {
    const { release, canonical } = await released();
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (order) => {
        const shuffled = inOrderOf(release.document, order);
        expect(canonicalJson(shuffled)).toBe(canonical);
      }),
      { numRuns: 30 },
    );
  });

  test('has another hash as soon as one word of it is another', async () => {
    const { release } = await released();
    const { document } = release;
    const other = { ...document, sheet: { ...document.sheet, title: `${document.sheet.title} ${randomUUID()}` } };
    expect(sha256Of(canonicalJson(other))).not.toBe(release.sha256);
  });
});

/** The same value with the keys of every object in another order. */
function inOrderOf(value: unknown, order: Iterator<number>): unknown {
  if (Array.isArray(value)) return value.map((one) => inOrderOf(one, order));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inside]) => ({ key, inside, at: Number(order.next().value) }));
  entries.sort((a, b) => a.at - b.at);
  return Object.fromEntries(entries.map(({ key, inside }) => [key, inOrderOf(inside, order)]));
}

/** For what takes longer than one step: the file is there until it is done. */
async function withRelease(text: string, use: (path: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  try {
    writeFileSync(join(folder, 'release.json'), text);
    await use(join(folder, 'release.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that a reader of the sheet has to find in it, in the words in which it is said. */
function wantedOf({ document, sha256 }: Release): string[] {
  const labels = LABELS[document.sheet.language];
  const day = document.releasedAt.slice(0, 10);
  const ofClaims = document.claims.flatMap((claim) => {
    const { figure, population, place, period, citation, doesNotMeasure, limits, notToSay } = claim;
    if (citation === null) throw new Error(`${claim.id} has no citation`);
    const [word = '', meaning = ''] = labels.reliabilityWords[claim.reliability].split(/\s?: /);
    return [
      ...[claim.id, claim.statement, figureText(figure), intervalText(figure), unitText(figure)],
      ...[labels.bound[figure.bound], figure.of, population.description, place.name, place.note, claim.definition],
      ...[periodText(period), period.measure === null ? null : labels.measure[period.measure]],
      ...[citation.work.shortName, citation.locator, citation.figureAsPrinted, citation.work.title],
      ...[citation.work.doi, word, meaning, ...doesNotMeasure, ...limits, claim.url, `${day}, ${claim.url}`],
      ...[claim.provisional && claim.reliability !== 'not-graded' ? labels.provisional : null],
      ...notToSay.filter((one) => !doesNotMeasure.some((other) => one.includes(other.replace(/\.$/, '')))),
    ];
  });
  const caveats = document.findings
    .filter(({ severity, suppressed }) => severity === 'warning' && suppressed === null)
    .map(({ message }) => message);
  const passed = document.findings.filter(({ suppressed }) => suppressed !== null).map(({ message }) => message);
  const labelsUsed = [labels.figure, labels.counts, labels.place, labels.period, labels.source, labels.reliability];
  return [
    ...[document.sheet.title, document.id, document.verifyAt, sha256, day, ...ofClaims, ...caveats, ...passed],
    ...[...labelsUsed, labels.doesNotMeasure, labels.checked, labels.references, labels.verifyText, REASON],
  ].flatMap((one) => (one === null || one === '' ? [] : [one]));
}

/**
 * Without what a program adds or leaves out where it breaks a line or turns a direction: spaces, hyphens, marks of
 * direction. Letters and digits have to be there, in their order.
 */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Z}\p{P}\p{Mn}\s]/gu, '')
    .toLowerCase();

function missingIn(text: string, wanted: readonly string[]): string[] {
  const read = bare(text);
  return wanted.filter((one) => !read.includes(bare(one)));
}

const fileOf = async ({ release, canonical }: { release: Release; canonical: string }, format: 'pdf-a4' | 'docx-a4') =>
  (await filesOf(release, canonical)).get(format) ?? new Uint8Array();

describe.each(['en', 'ar'] as const)('a sheet of six claims with labels in %s', { timeout: 180_000 }, (language) => {
  test.skipIf(!hasPoppler)('says all of it in its PDF, as poppler reads it', async () => {
    const given = await released(language);
    const [tagged, text] = withFile('sheet.pdf', await fileOf(given, 'pdf-a4'), (path) =>
      [runProgram('pdfinfo', ['-struct-text', path]), runProgram('pdftotext', ['-raw', path, '-'])].map((result) => {
        expect(result).toMatchObject({ code: 0 });
        return result?.stdout ?? '';
      }),
    );
    const wanted = wantedOf(given.release);
    // Of what runs from right to left, poppler tells letters in the order of drawing (pdfinfo), or guesses which of two
    // directions leads a line (pdftotext): there each word is looked for, in the second.
    if (language === 'en') expect(missingIn(quotedIn(tagged ?? ''), wanted)).toEqual([]);
    const words = wanted.flatMap((one) => one.split(/\s+/));
    expect(missingIn(text ?? '', language === 'ar' ? words : wanted)).toEqual([]);
  });

  test('says all of it in its DOCX, as the XML is read', async () => {
    const given = await released(language);
    const parts = unzipSync(await fileOf(given, 'docx-a4'));
    const text = ['document', 'footnotes', 'footer1'].map((name) => {
      const root = parseXml(strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array()));
      return elementsIn(root, 'w:t').map(textIn).join('');
    });
    expect(missingIn(text.join('\n'), wantedOf(given.release))).toEqual([]);
  });

  test.skipIf(!hasOffice)('says all of it in its DOCX, as LibreOffice reads it', async () => {
    const given = await released(language);
    const text = withFile('sheet.docx', await fileOf(given, 'docx-a4'), (path, folder) => {
      const home = `-env:UserInstallation=file://${folder}/profile`;
      const to = ['--headless', '--convert-to', 'html:HTML (StarWriter)', '--outdir', folder, path];
      expect(runProgram('soffice', [home, ...to], 120_000)).toMatchObject({ code: 0 });
      return unescaped(readFileSync(join(folder, 'sheet.html'), 'utf8').replace(/<[^>]*>/g, ''));
    });
    expect(missingIn(text, wantedOf(given.release))).toEqual([]);
  });

  test('says all of it in its HTML and its Markdown', async () => {
    const given = await released(language);
    const files = await filesOf(given.release, given.canonical);
    const html = Buffer.from(files.get('html') ?? []).toString();
    const main = html.slice(html.indexOf('<main'), html.indexOf('</footer>'));
    expect(missingIn(unescaped(main.replace(/<[^>]*>/g, '')), wantedOf(given.release))).toEqual([]);
    const markdown = Buffer.from(files.get('md') ?? []).toString();
    expect(missingIn(markdown, wantedOf(given.release))).toEqual([]);
  });
});

/** The words in what pdfinfo prints of the tags, without the names of the tags. */
const quotedIn = (tags: string) => [...tags.matchAll(/^ *"(.*)"$/gm)].map(([, words]) => words).join('');

const unescaped = (markup: string) =>
  markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
