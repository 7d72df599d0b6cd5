/**
 * What a reader sees while the database is away: one document that needs nothing else, not even our own styles, and
 * asks again by itself.
 */
export function outagePage(retryAfterSeconds: number): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="${retryAfterSeconds * 2}">
<title>Back in a moment · Plumbline</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 34rem; margin: 18vh auto; padding: 0 1.25rem; font: 1.0625rem/1.6 system-ui, sans-serif; }
h1 { font: 600 1.75rem/1.25 Georgia, serif; }
a { color: inherit; }
</style>
</head>
<body>
<main>
<h1>The database cannot be reached</h1>
<p>Nothing is lost, and nothing is wrong with the address you asked for. This page tries again by itself in ${retryAfterSeconds * 2} seconds, or <a href="">try now</a>.</p>
<p>Pages that need no database work meanwhile: <a href="/method">method and grading</a>, <a href="/about">about</a>, <a href="/safeguarding">safeguarding and help</a>.</p>
</main>
</body>
</html>
`;
}
