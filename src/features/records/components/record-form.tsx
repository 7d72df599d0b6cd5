'use client';

import { useActionState, useEffect, useRef } from 'react';
import type { RecordAnswer } from '../actions';

type Props = {
  action: (before: RecordAnswer, form: FormData) => Promise<RecordAnswer>;
  children: React.ReactNode;
};

/** A form about a published record, with why it was refused above it. */
export function RecordForm({ action, children }: Props) {
  const [answer, act] = useActionState(action, null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer !== null) box.current?.focus();
  }, [answer]);
  return (
    <form action={act} className="step-form">
      {answer === null ? null : (
        <div className="notice notice-warn" role="alert" tabIndex={-1} ref={box}>
          <p className="notice-title">{answer.problem}</p>
        </div>
      )}
      {children}
    </form>
  );
}
