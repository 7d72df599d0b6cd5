'use client';

import { Fragment, useActionState } from 'react';
import { Form } from '../../../ui/form/form';
import { save } from '../actions';
import { ClashFields } from './clash-fields';

type SavedFormProps = {
  id: string;
  draft: string;
  form: string;
  member: string;
  /** Of the draft that the children show. */
  version: number;
  children: React.ReactNode;
};

/** The form of a part of a draft. When somebody else has saved meanwhile, both versions take its place. */
export function SavedForm({ id, draft, form, member, version, children }: SavedFormProps) {
  const [answer, act] = useActionState(save, null);
  // A clash is over as soon as the page shows a later version: the answer stays until the next one.
  const clash = answer !== null && 'clash' in answer && answer.clash.version >= version ? answer.clash : null;
  return (
    <Form
      state={answer !== null && 'problem' in answer ? answer : null}
      action={act}
      hidden={{ draft, form, member }}
      className="form form-wide"
      id={id}
    >
      {/* The fields are made anew for each version: what was typed in the old ones would stay in them. */}
      {clash === null ? <Fragment key={version}>{children}</Fragment> : <ClashFields clash={clash} />}
    </Form>
  );
}
