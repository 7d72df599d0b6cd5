'use client';

/** The last resort, when even the frame of the pages fails: it can count on nothing, not even on our styles. */
export default function GlobalErrorPage() {
  return (
    <html lang="en">
      <body style={{ maxWidth: '34rem', margin: '18vh auto', padding: '0 1.25rem', fontFamily: 'system-ui' }}>
        <title>Something went wrong · Plumbline</title>
        <h1>This page could not be made</h1>
        <p>The fault is ours, not yours, and it has been logged. Nothing is lost.</p>
        <p>
          Reload it, or go on from <a href="/claims">the claims</a>.
        </p>
      </body>
    </html>
  );
}
