type ErrorSummaryProps = {
  title: string;
  /** Each with the address of the field where it is mended. */
  errors: readonly { href: string; text: string }[];
};

/** All that is wrong with a form, above it: it has the focus when the page comes back, each line leads to its field. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: whoever sent a form with faults is led to what they are, as WCAG technique G139 asks.
    <section className="notice notice-warn error-summary" tabIndex={-1} autoFocus aria-labelledby="error-summary">
      <h2 id="error-summary">{title}</h2>
      <ul>
        {errors.map(({ href, text }) => (
          <li key={`${href} ${text}`}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
