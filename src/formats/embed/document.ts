import { escaped } from '../svg/markup';
import { CARD_STYLE } from './card-style';

/** The whole document: no script, no address that is loaded, everything in it. `head` and `main` are markup already. */
export function embedDocument({ title, head = '', main }: { title: string; head?: string; main: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
${head}<style>${CARD_STYLE}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}

/** A link that leaves the frame. @param text plain */
export function topLink(address: string, text: string): string {
  return `<a href="${escaped(address)}" target="_top" rel="noopener">${escaped(text)}</a>`;
}

/** A card that says why there is none. @param link where to go on */
export function messageCard(
  { title, message }: { title: string; message: string },
  link: { address: string; text: string },
): string {
  return embedDocument({
    title: `${title} · Plumbline`,
    main: `<p class="eyebrow">Plumbline</p>
<h1>${escaped(title)}</h1>
<p class="statement">${escaped(message)}</p>
<p class="reliability">${topLink(link.address, link.text)}</p>`,
  });
}
