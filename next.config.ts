import type { NextConfig } from 'next';

const isDevelopment = process.env.NODE_ENV === 'development';

// A page loads nothing from anybody else and sends nothing to anybody else. Scripts in the page itself must be
// allowed: they carry React's data, and a nonce would make every page dynamic.
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

// The one thing of ours that others may frame: a document that runs nothing and loads nothing, whoever frames it
// (docs/decisions/0037-embeds-without-scripts.md).
const CARD_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ');

/** A file of a release, opened from here by whatever means, runs nothing and asks for nothing. */
const FILE_SECURITY_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

const config: NextConfig = {
  poweredByHeader: false,
  // npm test checks the types; whoever runs npm start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Titles and descriptions stand in the head of the first answer for everybody, not only for robots: without
  // scripts, metadata that is streamed later never gets there.
  htmlLimitedBots: /.*/,
  // Room for the pages that are read just now. More does not pay: a page is kept for seconds, and each byte counted
  // here takes several of the heap (docs/performance.md).
  cacheMaxMemorySize: 32 * 1024 * 1024,
  // How long a proxy may go on serving a page while it fetches the next: a correction must get through.
  expireTime: 20,
  experimental: {
    // A rendered page must not outlive the process on disk: the next one may have another database or address.
    isrFlushToDisk: false,
    // A text that is checked comes in a file of ten megabytes at most, where no script reads it first (/check). Forms of the
    // desk have a limit of their own (src/proxy.ts).
    serverActions: { bodySizeLimit: '11mb' },
    // What passes through src/proxy.ts is cut off at ten, and the form around such a file makes it a little longer.
    proxyClientMaxBodySize: '12mb',
  },
  // It looks for files of its own beside itself, and finds them only where npm put them.
  serverExternalPackages: ['pdfkit'],
  // Browsers ask for this address by themselves, whatever a page names, now and then also while they change pages.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: true }],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: CONTENT_SECURITY_POLICY },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        // What somebody reads here is nobody else's business.
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
      ],
    },
    // The last rule for a header is the one that counts: a browser that gets two policies obeys both, and would show no card.
    { source: '/embed/claims/:name', headers: [{ key: 'Content-Security-Policy', value: CARD_POLICY }] },
    {
      source: '/fact-sheets/:release/:file(fact-sheet\\..*)',
      headers: [{ key: 'Content-Security-Policy', value: FILE_SECURITY_POLICY }],
    },
  ],
};

export default config;
