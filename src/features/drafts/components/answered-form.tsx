'use client';

import { type FormEvent, Fragment, startTransition, useActionState, useEffect, useRef } from 'react';
import { type FormAnswer, save } from '../actions';
import { ClashFields } from './clash-fields';

type Action = (before: FormAnswer, form: FormData) => Promise<FormAnswer>;

type AnsweredFormProps = {
  action: Action;
  className?: string;
  id?: string;
  children: React.ReactNode;
};

/** What a form is told when the answer was that nothing was saved. */
export const REFUSED = 'refused';

/**
 * Sends a form without React's own way of doing it, which empties the form when the answer comes: also when the answer is
 * that nothing was saved.
 */
function keepingText(act: (form: FormData) => void) {
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    startTransition(() => act(form));
  };
}

/** A form whose answer is shown above it. It works without scripts: the page then comes back with the answer in it. */
export function AnsweredForm({ action, className, id, children }: AnsweredFormProps) {
  const [answer, act] = useActionState(action, null);
  return (
    <form action={act} onSubmit={keepingText(act)} className={className} id={id}>
      <Answer answer={answer} />
      {children}
    </form>
  );
}

type SavedFormProps = {
  id: string;
  draft: string;
  form: string;
  member: string;
  /** Of the draft that the children show. */
  version: number;
  /** Another one whenever the children show other values than before. */
  edition: string;
  children: React.ReactNode;
};

/** The form of a part of a draft. When somebody else has saved meanwhile, both versions take its place. */
export function SavedForm({ id, draft, form, member, version, edition, children }: SavedFormProps) {
  const [answer, act] = useActionState(save, null);
  // A clash is over as soon as the page shows a later version: the answer stays until the next one.
  const clash = answer !== null && 'clash' in answer && answer.clash.version >= version ? answer.clash : null;
  return (
    <form action={act} onSubmit={keepingText(act)} className="record-form" id={id}>
      <input type="hidden" name="draft" value={draft} />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="member" value={member} />
      <Answer answer={answer} />
      {/* The fields are made anew for each edition: what was typed in the old ones would stay in them. */}
      {clash === null ? <Fragment key={edition}>{children}</Fragment> : <ClashFields clash={clash} />}
    </form>
  );
}

function Answer({ answer }: { answer: FormAnswer }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer === null) return;
    box.current?.focus();
    box.current?.closest('form')?.dispatchEvent(new Event(REFUSED));
  }, [answer]);
  if (answer === null || !('problem' in answer)) return null;
  return (
    <div className="notice notice-warn" role="alert" tabIndex={-1} ref={box}>
      <p className="notice-title">{answer.problem}</p>
      {answer.faults === undefined ? null : (
        <ul>
          {answer.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
