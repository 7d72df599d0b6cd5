import { isOutage, RETRY_AFTER_SECONDS } from './lib/outage';
import { outagePage } from './ui/outage-page';

/**
 * While the database is away, its pages are answered from here: with the status that says so, and readable without
 * JavaScript. Next itself answers a page that throws with 500 and an empty document that scripts then fill.
 */
export default function proxy(): Response | undefined {
  if (!isOutage()) return undefined;
  return new Response(outagePage(RETRY_AFTER_SECONDS), {
    status: 503,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Retry-After': String(RETRY_AFTER_SECONDS),
    },
  });
}

// The pages that read the database. Files beside them (cite.bib …) answer for themselves.
export const config = {
  matcher: ['/', '/(claims|sources|topics)', '/(claims|sources|topics)/((?!.*cite\\.).*)', '/terminology'],
};
