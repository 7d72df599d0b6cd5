type SubmitBarProps = {
  /** The main button; further ones say with `next` what follows. */
  label: string;
  more?: readonly { value: string; label: string }[];
  children?: React.ReactNode;
};

/** What ends a form: its buttons, and what is to be known beside them. It stays in sight while the form is scrolled. */
export function SubmitBar({ label, more = [], children }: SubmitBarProps) {
  return (
    <div className="submit-bar">
      <button className="button" type="submit" name="next" value="stay">
        {label}
      </button>
      {more.map(({ value, label: text }) => (
        <button key={value} className="button-quiet" type="submit" name="next" value={value}>
          {text}
        </button>
      ))}
      {children}
    </div>
  );
}
