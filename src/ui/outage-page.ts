import { plainPage } from '../lib/plain-page';

/** What a reader sees while the database is away; it asks again by itself. */
export function outagePage(retryAfterSeconds: number): string {
  return plainPage({
    title: 'Back in a moment',
    head: `<meta http-equiv="refresh" content="${retryAfterSeconds * 2}">\n`,
    body: `<h1>The database cannot be reached</h1>
<p>Nothing is lost, and nothing is wrong with the address you asked for. This page tries again by itself in ${retryAfterSeconds * 2} seconds, or <a href="">try now</a>.</p>
<p>Pages that need no database work meanwhile: <a href="/method">method and grading</a>, <a href="/about">about</a>, <a href="/safeguarding">safeguarding and help</a>.</p>`,
  });
}
