import 'server-only';
import { publicUrl } from '../../lib/env';
import { currentActor } from '../../auth/session';
import type { ReleaseChart, ReleaseDocument } from '../../domain/fact-sheet/release';
import { EMPTY_SHEET, type Sheet } from '../../domain/fact-sheet/sheet';
import type { SheetClaim } from '../../domain/fact-sheet/sheet-claim';
import { blocksOfText, textOfBlocks } from '../../domain/fact-sheet/sheet-text';
import { tokenOf } from '../../domain/fact-sheet/tokens';
import type { Print } from '../../formats/fact-sheet/print-model';
import { printOf } from '../../formats/fact-sheet/print';
import { FILE as FILE_LOOK, COLUMN, type Chart, fileSvg } from '../../formats/svg/chart';
import { intervalChart } from '../../formats/svg/interval-chart';
import { lineageFileChart } from '../../formats/svg/lineage-drawing';
import { seriesChart } from '../../formats/svg/series-chart';
import type { RawParameters } from '../../lib/parameters';
import { getClaim } from '../claims/data';
import { requireActor } from '../desk/loaders';
import { getLineage } from '../lineage/data';
import { getSeries } from '../series/data';
import { getSheet, listReleasesOf, listSheets, type OwnSheet, type SheetState, stateOfSheet } from './data';
import { checksOfSheet, findToPlace, viewOf } from './editor-data';
import { type EditorView, LinkSheet, type ReleaseSummary, type SheetChecks } from './schema';

export const today = () => new Date().toISOString().slice(0, 10);

/** The sheets of whoever asks. */
export async function loadOwnSheets(): Promise<OwnSheet[]> {
  return listSheets(await requireActor('fact-sheet.own'));
}

/** A sheet in its editor; null when it is not theirs, or put away. */
export async function loadEditor(id: string): Promise<EditorView | null> {
  const actor = await requireActor('fact-sheet.own');
  const sheet = await getSheet(actor, id);
  return sheet === null || sheet.deletedAt !== null ? null : viewOf(actor, sheet, today());
}

export type PreviewPage = {
  id: string;
  version: number;
  isListed: boolean;
  print: Print;
  state: Pick<SheetState, 'findings' | 'obstacles' | 'blocking' | 'digest'>;
  releases: ReleaseSummary[];
};

/** A sheet as it will print, with what keeps it from being released; null when it is not theirs, or put away. */
export async function loadPreview(id: string): Promise<PreviewPage | null> {
  const actor = await requireActor('fact-sheet.own');
  const sheet = await getSheet(actor, id);
  if (sheet === null || sheet.deletedAt !== null) return null;
  const [state, releases] = await Promise.all([stateOfSheet(sheet.content, today()), listReleasesOf(actor, id)]);
  const document = previewDocument(sheet.content, state, await chartsOf(sheet.content, state.claims), actor.name);
  const print = printOf({ document, sha256: '', isPreview: true }, sheet.content.paper);
  return { id, version: sheet.version, isListed: sheet.isListed, print, state, releases };
}

const NO_RELEASE = 'R00000000';

function previewDocument(
  sheet: Sheet,
  { claims, findings }: Pick<SheetState, 'claims' | 'findings'>,
  charts: ReleaseChart[],
  name: string,
): ReleaseDocument {
  return {
    format: 'plumbline-fact-sheet/1',
    id: NO_RELEASE,
    number: 1,
    sheetId: 'F1',
    previous: null,
    releasedAt: `${today()}T00:00:00.000Z`,
    releasedBy: name,
    verifyAt: `${publicUrl()}/verify`,
    sheet,
    claims,
    charts,
    findings,
  };
}

/** The drawings that a sheet asks for, of what there is to draw. */
export async function chartsOf(sheet: Sheet, claims: readonly SheetClaim[]): Promise<ReleaseChart[]> {
  const charts: ReleaseChart[] = [];
  for (const block of sheet.blocks) {
    if (block.kind !== 'claim' || block.chart === null) continue;
    const claim = claims.find(({ id }) => id === block.claim);
    const chart = claim === undefined ? null : await chartOf(claim, block.chart);
    if (claim === undefined || chart === null) continue;
    charts.push({
      block: block.id,
      svg: fileSvg(chart, claim.url),
      alt: `${chart.title} ${chart.units}`,
      caption: chart.title,
    });
  }
  return charts;
}

async function chartOf(claim: SheetClaim, kind: 'lineage' | 'series' | 'interval'): Promise<Chart | null> {
  if (kind === 'interval') return intervalChart(claim, { ...FILE_LOOK, width: COLUMN.width });
  if (kind === 'lineage') {
    const lineage = await getLineage(claim.id);
    return lineage === null ? null : lineageFileChart(lineage);
  }
  const key = (await getClaim(claim.id))?.series?.key;
  const series = key === undefined ? null : await getSeries(key);
  return series === null ? null : seriesChart(series, { ...FILE_LOOK, width: COLUMN.width });
}

/** A sheet that stands in a link: without an account, the link is where it is kept. */
export type LinkSheetPage = {
  asked: LinkSheet;
  sheet: Sheet;
  checks: SheetChecks;
  print: Print | null;
  found: EditorView['found'];
  own: OwnSheet[] | null;
  /** Why the link as it came could not be taken whole. */
  problems: string[];
};

export async function loadLinkSheet(raw: RawParameters): Promise<LinkSheetPage> {
  const { asked, problems } = readLinkSheet(raw);
  const actor = await currentActor();
  const sheet = sheetOfLink(asked);
  const [state, checks, found, own] = await Promise.all([
    stateOfSheet(sheet, today()),
    checksOfSheet(sheet, today()),
    findToPlace(asked.q),
    actor === null ? null : listSheets(actor),
  ]);
  const isEmpty = sheet.blocks.length === 0;
  return {
    asked,
    sheet,
    checks,
    print: isEmpty
      ? null
      : printOf({ document: previewDocument(sheet, state, [], 'Plumbline'), sha256: '', isPreview: true }, sheet.paper),
    found: asked.q === '' ? null : { q: asked.q, claims: found },
    own: own?.filter(({ isDeleted }) => !isDeleted) ?? null,
    problems,
  };
}

/** The sheet that a link holds, with the claims that are to be added behind its text. */
function sheetOfLink({ title, audience, text, language, style, paper }: LinkSheet): Sheet {
  return { ...EMPTY_SHEET, title, audience, language, style, paper, blocks: blocksOfText(text) };
}

function readLinkSheet(raw: RawParameters): { asked: LinkSheet; problems: string[] } {
  const one = (name: string) => [raw[name] ?? ''].flat()[0] ?? '';
  const problems: string[] = [];
  const fields = {
    title: one('title'),
    audience: one('audience'),
    text: one('text'),
    language: one('language'),
    style: one('style'),
    paper: one('paper'),
    q: one('q'),
  };
  const read = LinkSheet.safeParse(fields);
  if (!read.success) problems.push(...read.error.issues.map(({ message }) => message));
  const asked = read.success
    ? read.data
    : LinkSheet.parse({
        ...fields,
        title: fields.title.slice(0, 300),
        audience: fields.audience.slice(0, 300),
        text: fields.text.slice(0, 100_000),
        q: '',
        language: '',
        style: '',
        paper: '',
      });
  const added = [raw.add ?? []]
    .flat()
    .flatMap((ids) => ids.split(/[\s,]+/))
    .filter((id) => id !== '');
  const wrong = added.filter((id) => !/^C[1-9]\d{0,8}$/i.test(id));
  if (wrong.length > 0) problems.push(`${wrong.slice(0, 3).join(', ')}: not the id of a claim, such as C1.`);
  const tokens = added
    .filter((id) => !wrong.includes(id))
    .slice(0, 50)
    .map((id) => tokenOf(id.toUpperCase(), 'sentence'));
  // Whole blocks, so that a claim that was added twice by going back stands there once.
  const there = new Set(textOfBlocks(blocksOfText(asked.text)).split('\n\n'));
  const text = [asked.text.trimEnd(), ...tokens.filter((token) => !there.has(token))]
    .filter((part) => part !== '')
    .join('\n\n');
  return { asked: { ...asked, text }, problems };
}
