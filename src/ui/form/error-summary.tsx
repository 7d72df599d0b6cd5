'use client';

import { useEffect, useRef } from 'react';

type ErrorSummaryProps = {
  title: string;
  /** Each with the address of the field where it is mended. */
  errors: readonly { href: string; text: string }[];
};

/** All that is wrong with a form, above it: it has the focus when the page comes back, each line leads to its field. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  const box = useRef<HTMLElement>(null);
  // A link to one of the fields leads there and not here.
  useEffect(() => {
    if (location.hash === '') box.current?.focus();
  }, []);
  if (errors.length === 0) return null;
  return (
    <section
      className="notice notice-warn error-summary"
      ref={box}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: whoever sent a form with faults is led to what they are.
      autoFocus
      aria-labelledby="error-summary"
    >
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
