'use client';

import { useActionState } from 'react';
import type { AppraisalDraft, Judgement } from '../../../domain/appraisal/appraisal';
import { axesOf } from '../../../domain/appraisal/scales';
import { AXIS_NAME } from '../../../domain/appraisal/words';
import type { FormState } from '../../../lib/form-state';
import { FormProblems } from '../../../ui/form';
import type { FormAction } from './form-action';
import { InterestsFields } from './interests-fields';
import { JudgementFields } from './judgement-fields';
import { LongText } from './long-text';

type SettlingFormProps = { settle: FormAction; kind: 'source' | 'claim'; from: Judgement };

/** Offers the other a judgement for both. */
export function OfferForm(props: SettlingFormProps) {
  const [state, action, pending] = useActionState(props.settle, null);
  return (
    <form action={action} className="appraisal-form" aria-label="Offer a consensus">
      <SettlingFields {...props} state={state} label="How you came to it together" />
      <div className="form-buttons">
        <button type="submit" className="button" disabled={pending}>
          Offer this to the other
        </button>
      </div>
    </form>
  );
}

/** Decides between two others. */
export function DecisionForm(props: SettlingFormProps) {
  const [state, action, pending] = useActionState(props.settle, null);
  return (
    <form action={action} className="appraisal-form" aria-label="Decide">
      <SettlingFields {...props} state={state} label="Why you decide so" />
      <InterestsFields state={state} />
      <div className="form-buttons">
        <button type="submit" className="button" disabled={pending}>
          Decide
        </button>
      </div>
    </form>
  );
}

/** Accepts the offer that is shown beside it. */
export function AcceptForm({ accept }: { accept: FormAction }) {
  const [state, action, pending] = useActionState(accept, null);
  return (
    <form action={action}>
      <FormProblems state={state} labels={{}} />
      <div className="form-buttons">
        <button type="submit" className="button" disabled={pending}>
          Accept it as the outcome
        </button>
      </div>
    </form>
  );
}

type SettlingFieldsProps = Omit<SettlingFormProps, 'settle'> & { state: FormState | null; label: string };

function SettlingFields({ kind, from, state, label }: SettlingFieldsProps) {
  const axes = axesOf(kind);
  const labels = Object.fromEntries([
    ...axes.flatMap((axis) => [
      [`level-${axis}`, AXIS_NAME[axis]],
      [`reasons-${axis}`, `Reasons for ${AXIS_NAME[axis].toLowerCase()}`],
    ]),
    ['note', label],
    ['interests', 'Interests'],
    ['interestsText', 'Your interests'],
  ]);
  return (
    <>
      <FormProblems state={state} labels={labels} />
      <JudgementFields axes={axes} proposals={null} stored={startingFrom(from)} state={state} />
      <LongText name="note" label={label} hint="Kept with the outcome." rows={3} max={2000} stored="" state={state} />
    </>
  );
}

/** Begins with the reasons of both, and with a level only where both have the same. */
function startingFrom(judgement: Judgement): AppraisalDraft['judgements'] {
  return Object.fromEntries(
    Object.entries(judgement).map(([axis, { level, reasons }]) => [
      axis,
      { level: level === '' ? null : level, reasons, deviation: '' },
    ]),
  );
}
