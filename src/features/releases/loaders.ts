import 'server-only';
import { cache } from 'react';
import { readReleaseId } from '../../domain/fact-sheet/release-id';
import type { ReleaseDocument } from '../../domain/fact-sheet/release';
import { htmlBody } from '../../formats/fact-sheet/html';
import { factSheetCss } from '../../formats/fact-sheet/html-css';
import { printOf } from '../../formats/fact-sheet/print';
import { BadCursor } from '../../lib/cursor';
import type { Problem, RawParameters } from '../../lib/parameters';
import type { Printed } from '../fact-sheets/loaders';
import { getRelease } from '../fact-sheets/release-data';
import { FileFormat } from '../fact-sheets/schema';
import { requireActor } from '../desk/loaders';
import { listRecalls } from './recall-data';
import { isInGallery, listFiles, listGallery, type ReleaseFile } from './gallery-data';
import type { GalleryItem, Recall, ReleaseVerdict } from './schema';
import { releaseExists, repeatVerdict, verifyId } from './verify-data';

export { releaseExists };

const PAGE_SIZE = 20;

/** What is true of a release today; null when none has this id. */
export const loadVerdict = cache((id: string) => verifyId(id));

export type VerifyPage = {
  /** What was typed, to be typed better. */
  typed: string;
  problem: VerifyProblem | null;
  verdict: ReleaseVerdict | null;
};

const PROBLEMS = ['no-file', 'empty-file', 'too-large', 'unreadable', 'nothing-typed', 'no-id', 'unknown-id'] as const;
export type VerifyProblem = (typeof PROBLEMS)[number];

/** What the page of the forms says: nothing yet, what could not be looked up, or what was found of a file or a hash. */
export async function loadVerifyPage(raw: RawParameters): Promise<VerifyPage> {
  const [typed, hash] = [first(raw.q), first(raw.hash)];
  const problem = PROBLEMS.find((one) => one === raw.problem) ?? null;
  if (!/^[0-9a-f]{64}$/.test(hash)) return { typed, problem, verdict: null };
  const named = first(raw.named)
    .split(',')
    .slice(0, 20)
    .flatMap((id) => readReleaseId(id) ?? []);
  const verdict = await repeatVerdict(hash, named);
  const isContent = verdict.genuine && first(raw.how) === 'content';
  return { typed, problem, verdict: isContent ? { ...verdict, how: 'content' } : verdict };
}

/** The one value of a parameter, no longer than anything that we look up. */
function first(value: RawParameters[string]): string {
  return ([value].flat()[0] ?? '').trim().slice(0, 400);
}

export type ReleasePage = {
  document: ReleaseDocument;
  /** What its files say, as HTML. */
  printed: Printed;
  verdict: ReleaseVerdict;
  files: ReleaseFile[];
  isListed: boolean;
};

/** A release as its page shows it; null when none has this id. */
export const loadRelease = cache(async (id: string): Promise<ReleasePage | null> => {
  const [release, verdict] = await Promise.all([getRelease(id), loadVerdict(id)]);
  if (release === null || verdict === null) return null;
  const [files, isListed] = await Promise.all([listFiles(id), isInGallery(id)]);
  const order = FileFormat.options;
  files.sort((a, b) => order.indexOf(a.format) - order.indexOf(b.format));
  const { document, sha256 } = release;
  const print = printOf({ document, sha256, isPreview: false }, document.sheet.paper);
  return { document, printed: { html: htmlBody(print, 2), css: factSheetCss }, verdict, files, isListed };
});

/** Releases of whoever asks that a change has overtaken. */
export async function loadRecalls(): Promise<Recall[]> {
  return listRecalls(await requireActor('fact-sheet.own'));
}

export type GalleryPage = {
  releases: GalleryItem[];
  next: string | null;
  isFirst: boolean;
  problems: Problem[];
};

/** The gallery as a page shows it. */
export async function loadGallery(raw: RawParameters): Promise<GalleryPage> {
  const problems: Problem[] = [];
  const cursor = first(raw.cursor) || undefined;
  const list = await listGallery({ limit: PAGE_SIZE, cursor }).catch((error: unknown) => {
    if (!(error instanceof BadCursor)) throw error;
    problems.push({ field: 'cursor', message: `${error.message}; showing the first page` });
    return listGallery({ limit: PAGE_SIZE });
  });
  return { ...list, isFirst: cursor === undefined || problems.length > 0, problems };
}
