import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paragraphsOfPrint, plainDocx, plainPdf, sheetOfClaims } from '../../bench/sheet';
import { checkSheet } from '../domain/fact-sheet/check-sheet';
import { blocking, passedOf } from '../domain/fact-sheet/passing-over';
import type { Release } from '../domain/fact-sheet/release';
import type { Sheet } from '../domain/fact-sheet/sheet';
import type { SheetClaim } from '../domain/fact-sheet/sheet-claim';
import type { Actor } from '../domain/permission';
import { drawnCharts } from '../formats/fact-sheet/charts';
import { renderDocx } from '../formats/fact-sheet/docx';
import { filesOf } from '../formats/fact-sheet/files';
import { renderHtml } from '../formats/fact-sheet/html';
import { renderPdf } from '../formats/fact-sheet/pdf/pdf';
import { printOf } from '../formats/fact-sheet/print';
import { canonicalJson, sha256Of } from '../lib/canonical-json';
import { type Measured, peakMemory, timesOf } from './bench-times';

// One part of the measurement of fact sheets, in a process of its own: node … bench-sheet-run.ts <part> <folder>.
// Prints what it took, as JSON in its last line.

const ACTOR: Actor = { id: 'benchmark', name: 'A benchmark', roles: ['advocate'], affiliations: [] };
const CLAIMS = 60;
const RELEASES = { count: 500, claims: 10, changed: 10 };

const today = () => new Date().toISOString().slice(0, 10);

async function data() {
  return {
    ...(await import('../db/prisma')),
    ...(await import('../features/fact-sheets/data')),
    ...(await import('../features/fact-sheets/claim-data')),
    ...(await import('../features/fact-sheets/chart-data')),
    ...(await import('../features/fact-sheets/mutations')),
    ...(await import('../features/fact-sheets/release-data')),
    ...(await import('../features/fact-sheets/release-writer')),
    ...(await import('../features/releases/recall-data')),
    ...(await import('../features/releases/verify-data')),
  };
}
type Data = Awaited<ReturnType<typeof data>>;

/** The ids of all claims of the evidence base, in its order. */
async function claimIds({ prisma }: Data): Promise<string[]> {
  const rows = await prisma().claim.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  return rows.map(({ id }) => `C${id}`);
}

/** Every error passed over, as somebody would who wants the sheet out. */
function releasable(sheet: Sheet, findings: ReturnType<typeof checkSheet>): Sheet {
  const overrides = new Map(
    blocking(findings).map((finding) => {
      const { rule, claim, block, quote } = passedOf(finding);
      const override = { rule, claim, block, quote, reason: 'Passed over in a benchmark.' };
      return [JSON.stringify(override), override as Sheet['overrides'][number]];
    }),
  );
  return { ...sheet, overrides: [...overrides.values()] };
}

/** The first claims that a sheet can be made of without an error, then a sheet of them, its release, and what it took. */
async function make(folder: string): Promise<Measured[]> {
  const from = await data();
  const ids = await claimIds(from);
  const known = await from.readClaimsForSheet(ids);
  const checked = new Map([...known].map(([id, claim]) => [id, claim.checked]));
  const isSound = (id: string) => blocking(checkSheet(sheetOfClaims([id]), checked, today())).length === 0;
  const hasInterval = (id: string) => (known.get(id)?.frozen.figure.low ?? null) !== null;
  const first = sheetOfClaims(ids.filter(isSound).slice(0, CLAIMS), hasInterval);
  const sheet = releasable(first, (await from.stateOfSheet(first, today())).findings);
  const long = sheetOfClaims(ids.slice(0, 200));
  const made = await from.createSheet(ACTOR, sheet);
  if (!made.ok) throw new Error(made.problem);
  const { digest } = await from.stateOfSheet(sheet, today());
  const wanted = { id: made.id, version: 1, digest };
  const draw = async () => {
    const drawn = await from.drawUpRelease(ACTOR, wanted, async (content, { claims }) =>
      drawnCharts(await from.readToDraw(content, claims)),
    );
    if (!drawn.ok) throw new Error(`not released: ${JSON.stringify(drawn).slice(0, 500)}`);
    return drawn;
  };
  const { document, canonical, sha256 } = await draw();
  await writeFile(join(folder, 'release.json'), canonical);
  const files = await filesOf({ document, sha256, isPreview: false }, canonical);
  const kept = await from.keepRelease(ACTOR, wanted, canonical, document, files);
  if (!kept.ok) throw new Error(kept.problem);
  const plain = () => createHash('sha256').update(JSON.stringify(document)).digest('hex');
  const measured = [
    await timesOf('state of a sheet of 60 claims, read and checked', () => from.stateOfSheet(sheet, today())),
    await timesOf('rules over a sheet of 60 claims', () => checkSheet(sheet, checked, today())),
    await timesOf('rules over a sheet of 200 claims', () => checkSheet(long, checked, today())),
    await timesOf('document drawn up, without its drawings', () => from.drawUpRelease(ACTOR, wanted, async () => [])),
    await timesOf('canonical JSON and SHA-256', () => sha256Of(canonicalJson(document))),
    await timesOf('least: JSON and SHA-256', plain),
    await timesOf('release verified', () => from.verifyId(kept.id)),
    await timesOf('least: release read', () => from.getRelease(kept.id)),
  ];
  await from.prisma().$disconnect();
  return measured;
}

/** Releases of ten claims each, some of which say something else than the evidence base; all are held against it. */
async function compare(): Promise<Measured[]> {
  const from = await data();
  const ids = await claimIds(from);
  const known = await from.readClaimsForSheet(ids);
  const frozen = [...known.values()].map((claim) => claim.frozen);
  for (let number = 1; number <= RELEASES.count; number += 1) {
    const claims = Array.from({ length: RELEASES.claims }, (_, at) => frozen[(number * 7 + at * 41) % frozen.length]);
    await insertRelease(from, number, number <= RELEASES.changed ? changed(claims as SheetClaim[]) : claims);
  }
  const ask = async () => {
    const { answer } = await from.askStaleReleases(null);
    if ((answer ?? []).length < RELEASES.changed) throw new Error('a release that is stale was not found');
  };
  let number = RELEASES.count;
  // A further release, so that the answer of before holds no longer.
  const another = async () => {
    number += 1;
    await insertRelease(from, number, frozen.slice(0, RELEASES.claims));
  };
  const measured = [
    await timesOf(`${RELEASES.count} releases held against the evidence base`, ask, another),
    await timesOf('least: their claims read', () => from.readClaimsForSheet(ids)),
    await timesOf('asked again, nothing changed', ask),
  ];
  await from.prisma().$disconnect();
  return measured;
}

const changed = (claims: readonly SheetClaim[]) =>
  claims.map((claim, at) => (at === 0 ? { ...claim, doesNotMeasure: [], statement: 'It said another thing.' } : claim));

async function insertRelease(from: Data, number: number, claims: readonly unknown[]): Promise<void> {
  const sheet = sheetOfClaims([]);
  const { id } = await from.prisma().factSheet.create({ data: { ownerId: `benchmark-${number}`, content: sheet } });
  const releaseId = `R${String(number).padStart(8, '0')}`;
  const canonical = canonicalJson({
    ...{ format: 'plumbline-fact-sheet/1', id: releaseId, number: 1, sheetId: `F${id}`, previous: null },
    ...{ releasedAt: new Date().toISOString(), releasedBy: ACTOR.name, verifyAt: '', sheet, claims },
    ...{ charts: [], findings: [] },
  });
  await from.prisma().factSheetRelease.create({
    data: { id: releaseId, sheetId: id, number: 1, document: canonical, sha256: sha256Of(canonical) },
  });
}

/** One way of printing, cold and then warm, with the most memory that the process came to. */
async function render(part: string, folder: string): Promise<Measured[]> {
  const canonical = await readFile(join(folder, 'release.json'), 'utf8');
  const release: Release = { document: JSON.parse(canonical), sha256: sha256Of(canonical), isPreview: false };
  const print = printOf(release, 'a4');
  const paragraphs = paragraphsOfPrint(print);
  const works: Record<string, () => unknown> = {
    pdf: () => renderPdf(print),
    'pdf-least': () => plainPdf(paragraphs),
    docx: () => renderDocx(print),
    'docx-least': () => plainDocx(paragraphs),
    html: () => renderHtml(print),
    print: () => printOf(release, 'a4'),
    files: () => filesOf(release, canonical),
  };
  const work = works[part];
  if (work === undefined) throw new Error(`there is no ${part}`);
  const before = process.memoryUsage.rss();
  const times = await timesOf(part, work);
  return [{ ...times, memory: await peakMemory(), before }];
}

const [part = '', folder = ''] = process.argv.slice(2);
const measured = part === 'make' ? make(folder) : part === 'compare' ? compare() : render(part, folder);
console.log(JSON.stringify(await measured));
