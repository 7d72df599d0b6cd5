import type { Metadata, Viewport } from 'next';
import { FONT_CLASSES } from '@/ui/fonts';
import { SiteFooter, SiteHeader } from '@/ui/site-frame';
import './styles.css';

export const metadata: Metadata = {
  title: { default: 'Plumbline: where a figure comes from', template: '%s · Plumbline' },
  description:
    'Every statistic on the commercial sexual exploitation of children with its origin, its method, its reliability, and what it does not measure.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf8' },
    { media: '(prefers-color-scheme: dark)', color: '#15171b' },
  ],
};

// Pages that need no database are made by the build, and again after a minute, so that no proxy keeps those of an older
// edition. Pages with a shorter time of their own keep that.
export const revalidate = 60;

const MAIN_LINKS = [
  { href: '/claims', label: 'Claims' },
  { href: '/sources', label: 'Sources' },
  { href: '/topics', label: 'Topics' },
  { href: '/series', label: 'Series' },
  { href: '/gaps', label: 'Gaps' },
  { href: '/fact-sheets', label: 'Fact sheets' },
  { href: '/check', label: 'Check text' },
  { href: '/method', label: 'Method' },
];

const FOOTER_LINKS = [
  { href: '/about', label: 'About' },
  { href: '/method', label: 'Method and grading' },
  { href: '/terminology', label: 'Terminology' },
  { href: '/compare', label: 'Compare claims' },
  { href: '/map', label: 'Map' },
  { href: '/network', label: 'Network' },
  { href: '/verify', label: 'Verify a fact sheet' },
  { href: '/corrections', label: 'Corrections' },
  { href: '/docs/api', label: 'API' },
  { href: '/sign-in', label: 'Sign in', for: 'strangers' },
  { href: '/desk', label: 'Desk', for: 'desk' },
] as const;

// Public pages are kept, and the same for everybody. Whether this browser is signed in, and may see drafts, is asked here,
// before anything is drawn, of a cookie that says only that (src/auth/marker.ts).
const MARK_DESK = `(m=>{m&&(document.documentElement.dataset.desk=m[1])})(/(?:^|; )plumbline-desk=(\\w+)/.exec(document.cookie))`;

export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en" className={FONT_CLASSES} suppressHydrationWarning>
      <body>
        <script dangerouslySetInnerHTML={{ __html: MARK_DESK }} />
        <SiteHeader name="Plumbline" links={MAIN_LINKS} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter links={FOOTER_LINKS}>
          <p>
            <strong>Statistics and citations only.</strong> If a child is in danger, call the police. Where to report
            and where to get help: <a href="/safeguarding">Safeguarding and help</a>.
          </p>
        </SiteFooter>
      </body>
    </html>
  );
}
