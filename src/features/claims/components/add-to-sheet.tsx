/** Puts claims into a fact sheet: that of the link in this browser, or one of whoever is signed in. */
export function AddToSheet({ ids }: { ids: readonly string[] }) {
  return (
    <a href={`/fact-sheets/new?add=${ids.join(',')}`} rel="nofollow">
      Add <span className={ids.length === 1 ? 'visually-hidden' : undefined}>{ids.join(', ')}</span> to a fact sheet
    </a>
  );
}
