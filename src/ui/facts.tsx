/** Label and value line by line. */
export function Facts({ children }: { children: React.ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** One line. Null is shown as what it is: something nobody has established. */
export function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children ?? <NotEstablished />}</dd>
    </div>
  );
}

export function NotEstablished() {
  return <span className="unknown">Not established</span>;
}
