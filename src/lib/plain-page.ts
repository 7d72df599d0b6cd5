/** A document that needs nothing else, not even our own styles. `head` and `body` are markup of ours. */
export function plainPage({ title, head = '', body }: { title: string; head?: string; body: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${head}<title>${title} · Plumbline</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 34rem; margin: 18vh auto; padding: 0 1.25rem; font: 1.0625rem/1.6 system-ui, sans-serif; }
h1 { font: 600 1.75rem/1.25 Georgia, serif; }
a { color: inherit; }
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}
