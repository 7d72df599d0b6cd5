/** The way from a public page to its record at the desk; shown where the account may see drafts, and the page is the same for all. */
export function DeskLink({ id }: { id: string }) {
  return (
    <p className="drafts-only meta">
      <a href={`/desk/records/${id}`}>Edit {id} at the desk</a>
    </p>
  );
}
