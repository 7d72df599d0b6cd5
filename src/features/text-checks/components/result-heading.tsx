'use client';

import { useEffect, useRef, useState } from 'react';

type ResultHeadingProps = { id: string; said: string; children: React.ReactNode };

/** The heading of an answer that a form was sent for: it gets the focus, and is told to whoever listens. */
export function ResultHeading({ id, said, children }: ResultHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [told, setTold] = useState('');
  useEffect(() => {
    // Unless somebody has gone on already, or was led to another place of the page.
    if (document.activeElement === document.body && location.hash === '')
      heading.current?.focus({ preventScroll: true });
    // What stands there from the beginning is no change, and is not read out.
    setTold(said);
  }, [said]);
  return (
    <>
      <h2 id={id} ref={heading} tabIndex={-1} className="result-heading">
        {children}
      </h2>
      <p role="status" className="visually-hidden">
        {told}
      </p>
    </>
  );
}
