/** A box that asks for attention: a title that says why, and what to do. */
export function Notice({ title, warn, children }: { title: string; warn?: boolean; children?: React.ReactNode }) {
  return (
    <div className={warn ? 'notice notice-warn' : 'notice'}>
      <p className="notice-title">{title}</p>
      {children}
    </div>
  );
}
