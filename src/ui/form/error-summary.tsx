'use client';

import { useEffect, useRef } from 'react';

type ErrorSummaryProps = {
  title: string;
  /** Each with the address of the field where it is mended, where there is one. */
  errors: readonly { href?: string; text: string }[];
  /** What the errors answer: the box has the focus anew with each answer, and with none when the page opens. */
  answer?: unknown;
};

/** All that is wrong with a form, above it: it has the focus when the page comes back, each line leads to its field. */
export function ErrorSummary({ title, errors, answer }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A link to one of the fields of a page leads there and not here.
    if (answer !== undefined || location.hash === '') box.current?.focus();
  }, [answer]);
  return (
    <div
      className="notice notice-warn"
      role="alert"
      ref={box}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: whoever sent a form with faults is led to what they are.
      autoFocus
    >
      <p className="notice-title">{title}</p>
      {errors.length === 0 ? null : (
        <ul>
          {errors.map(({ href, text }) => (
            <li key={`${href} ${text}`}>{href === undefined ? text : <a href={href}>{text}</a>}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
