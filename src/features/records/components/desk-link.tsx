/** The way from a public page to its record at the desk; shown to browsers that are signed in, and the page is the same for all. */
export function DeskLink({ id }: { id: string }) {
  return (
    <p className="desk-only meta">
      <a href={`/desk/records/${id}`}>Edit {id} at the desk</a>
    </p>
  );
}
