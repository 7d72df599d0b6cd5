import { type NextRequest, NextResponse } from 'next/server';
import { decideDesk, deniedPath } from '@/features/desk/loaders';
import { claimExists } from '@/features/claims/loaders';
import { hasPublicHistory } from '@/features/history/loaders';
import { releaseExists } from '@/features/releases/loaders';
import { seriesExists } from '@/features/series/loaders';
import { sourceExists } from '@/features/sources/loaders';
import { topicExists } from '@/features/topics/loaders';
import { mergedInto } from '@/features/records/loaders';
import { PUBLIC_CACHE_CONTROL } from './lib/cache-control';
import { isDatabaseAway } from './lib/database-error';
import { isOutage, RETRY_AFTER_SECONDS } from './lib/outage';
import { isOwnRequest } from './lib/own-request';
import { foreignPage } from './ui/foreign-page';
import { outagePage } from './ui/outage-page';
import { tooLargeDocumentPage, tooLargePage } from './ui/too-large-page';

// What Next would answer with an empty document that scripts then fill is answered from here, whole: the outage of
// the database, an id that nothing has, and a page of the desk that is not for whoever asks.

export default async function proxy(request: NextRequest): Promise<Response | undefined> {
  if (isTooLarge(request)) return tooLargeResponse(request);
  if (isOutage()) return outageResponse();
  try {
    if (isPrivate(request.nextUrl.pathname)) return await privateResponse(request);
    const moved = await movedResponse(request);
    if (moved !== null) return moved;
    if (!(await isThere(request.nextUrl.pathname))) return unknownReleaseResponse(request) ?? notFoundResponse(request);
    return isKeptByNext(request.nextUrl.pathname) ? undefined : listResponse();
  } catch (error) {
    if (isDatabaseAway(error)) return outageResponse();
    throw error;
  }
}

// The pages that read the database. Files beside them answer for themselves: only those that there are, by name, since
// whatever else ends like a file is an id that nothing has. Held against the routes by tests/unit/proxy-matcher.test.ts.
export const config = {
  matcher: [
    '/',
    '/(claims|sources|topics|series)',
    '/claims/((?![^/]+/(?:cite\\.(?:bib|ris|json)|lineage\\.(?:svg|png|csv))$).*)',
    '/sources/((?![^/]+/cite\\.(?:bib|ris|json)$).*)',
    '/series/((?![^/]+/(?:chart\\.(?:svg|png)|series\\.csv)$).*)',
    '/topics/(.*)',
    '/terminology',
    '/network',
    '/compare',
    '/(gaps|map|corrections)',
    '/method/agreement',
    '/(fact-sheets|verify)',
    '/fact-sheets/((?![^/]+/fact-sheet\\.[a-z0-9.]+$).*)',
    '/verify/((?!(?:file|find)$).*)',
    '/desk',
    // Files ask for themselves who wants them. One that is sent would be kept in memory here, and cut off at ten megabytes.
    '/desk/((?!import/(?:upload|(?:template|example)-(?:claims|sources)\\.csv|[^/]+/report\\.csv)$|fact-sheets/[^/]+/preview\\.(?:pdf|docx)$).*)',
    '/sign-in',
    '/sign-in/(code|forgotten)',
    '/sign-up',
    '/sign-up/check',
    '/(set-up|join|new-password)',
    // A document that is sent to be checked passes by, so that it is not kept in memory twice: all but one that is too large.
    {
      source: '/check',
      has: [{ type: 'header', key: 'content-length', value: '(1[1-9]\\d{6}|[2-9]\\d{7}|\\d{9,})' }],
    },
  ],
};

/** What is about the person who asks: never kept by anybody. */
function isPrivate(path: string): boolean {
  return /^\/(desk|sign-in|sign-up|set-up|join|new-password)(\/|$)/.test(path);
}

const NEVER_KEPT = { 'Cache-Control': 'private, no-store' };

/**
 * A page of the desk, for whoever may see it. The page asks again itself: here it is asked because a page that is being
 * made has sent its status already.
 */
async function privateResponse(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (!reads && !isOwnRequest(request.headers)) return foreignResponse();
  if (!/^\/desk(\/|$)/.test(pathname)) return NextResponse.next({ headers: NEVER_KEPT });
  const decision = await decideDesk(pathname, (name) => request.cookies.get(name)?.value);
  if (decision.go === 'sign-in') {
    const signIn = new URL(`/sign-in?next=${encodeURIComponent(reads ? pathname + search : pathname)}`, request.url);
    return NextResponse.redirect(signIn, { status: 303, headers: NEVER_KEPT });
  }
  if (decision.go === 'on' && pathname !== '/desk/denied') return NextResponse.next({ headers: NEVER_KEPT });
  // The page itself stands outside the desk: an address that comes back here would be led to itself without end.
  const [, query] = (decision.go === 'denied' ? deniedPath(decision.permission) : search).split('?');
  const page = new URL(`/denied?${query ?? ''}`, request.url);
  return NextResponse.rewrite(page, { status: 403, headers: NEVER_KEPT });
}

/**
 * Bytes that a form may have: about a record, and with a document to be checked (what a file may have there, and some room).
 * Next would answer what is larger with a page that says nothing.
 */
const FORM_BYTES_MAX = 1_000_000;
const DOCUMENT_FORM_BYTES_MAX = 11_000_000;

function isTooLarge({ nextUrl, headers }: NextRequest): boolean {
  const most = nextUrl.pathname === '/check' ? DOCUMENT_FORM_BYTES_MAX : FORM_BYTES_MAX;
  return Number(headers.get('Content-Length')) > most;
}

function tooLargeResponse({ nextUrl }: NextRequest): Response {
  return new Response(nextUrl.pathname === '/check' ? tooLargeDocumentPage() : tooLargePage(), {
    status: 413,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...NEVER_KEPT },
  });
}

/** What another site made a browser send, or something that is no browser. */
function foreignResponse(): Response {
  return new Response(foreignPage(), {
    status: 403,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...NEVER_KEPT },
  });
}

function outageResponse(): Response {
  return new Response(outagePage(RETRY_AFTER_SECONDS), {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Retry-After': String(RETRY_AFTER_SECONDS),
    },
  });
}

/** The pages of records, which Next keeps and says so of; lists are made for each request. */
function isKeptByNext(path: string): boolean {
  return /^\/(claims|sources)\/./.test(path) && !/\/(lineage|history)$/.test(path);
}

/** Goes on to the page, which is as public as the API's answer: Next would say no-store of it. */
function listResponse(): Response {
  return NextResponse.next({ headers: { 'Cache-Control': PUBLIC_CACHE_CONTROL } });
}

/**
 * A record that was merged leads to the one that it became, whatever words stood behind its id. Its history stays where it
 * is: what it said stands nowhere else.
 */
async function movedResponse({ nextUrl, url }: NextRequest): Promise<Response | null> {
  const [, kind = '', id = '', rest] = nextUrl.pathname.split('/');
  const isRecord = (kind === 'claims' || kind === 'sources') && rest !== 'history';
  const into = isRecord ? await mergedInto(id) : null;
  if (into === null) return null;
  const after = rest === 'lineage' ? '/lineage' : '';
  const address = new URL(`/${kind}/${into}${after}${nextUrl.search}`, url);
  return NextResponse.redirect(address, { status: 308, headers: { 'Cache-Control': PUBLIC_CACHE_CONTROL } });
}

/** Leads to an address that no page has: Next answers it with the page for that, made at build. */
function notFoundResponse(request: NextRequest): Response {
  return NextResponse.rewrite(new URL('/not-found', request.url), { status: 404 });
}

/** Whoever typed the id of a release from paper is told what it may be, where it can be typed again. */
function unknownReleaseResponse({ nextUrl, url }: NextRequest): Response | null {
  const id = /^\/verify\/([^/]+)$/.exec(nextUrl.pathname)?.[1];
  if (id === undefined) return null;
  const page = new URL(`/verify?${new URLSearchParams({ problem: 'unknown-id', q: id })}`, url);
  return NextResponse.rewrite(page, { status: 404 });
}

const EXISTS: Readonly<Record<string, (id: string) => boolean | Promise<boolean>>> = {
  claims: claimExists,
  // Where a sheet is begun stands beside those that were released.
  'fact-sheets': (id) => id === 'new' || releaseExists(id),
  series: seriesExists,
  sources: sourceExists,
  topics: topicExists,
  verify: releaseExists,
};

/** What was once there stays there: no id is ever taken away. Whether it was merged is asked before. */
const known = new Set<string>();

async function isThere(path: string): Promise<boolean> {
  const [kind = '', id, part] = path.split('/').slice(1);
  const exists = EXISTS[kind];
  if (id === undefined || id === '' || exists === undefined) return true;
  const record = `${kind}/${id}`;
  if (known.has(record)) return true;
  // What was merged into another record keeps its history.
  if (part === 'history' && /^(claims\/C|sources\/S)/.test(record) && (await hasPublicHistory(id))) return true;
  if (!(await exists(id))) return false;
  known.add(record);
  return true;
}
