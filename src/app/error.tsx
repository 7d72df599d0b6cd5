'use client';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** What a reader sees when a page fails by our fault: nothing of the fault itself, but what to do. */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <div className="prose">
      <h1>This page could not be made</h1>
      <p>The fault is ours, not yours, and it has been logged. Nothing is lost.</p>
      <p>
        <button type="button" className="button" onClick={reset}>
          Try again
        </button>
      </p>
      <p>
        If it fails again, go on from <a href="/claims">the claims</a>
        {error.digest === undefined ? '.' : `, and tell the people who run this site the number ${error.digest}.`}
      </p>
    </div>
  );
}
