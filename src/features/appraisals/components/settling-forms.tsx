'use client';

import type { AppraisalDraft, Judgement } from '../../../domain/appraisal/appraisal';
import { axesOf } from '../../../domain/appraisal/scales';
import { AXIS_NAME } from '../../../domain/appraisal/words';
import { ActionForm } from '../../../ui/form/form';
import { TextArea } from '../../../ui/form/text-field';
import type { FormAction } from './form-action';
import { INTERESTS_LABELS, InterestsFields } from './interests-fields';
import { JudgementFields } from './judgement-fields';

type SettlingFormProps = { settle: FormAction; kind: 'source' | 'claim'; from: Judgement };

/** Offers the other a judgement for both. */
export function OfferForm({ settle, kind, from }: SettlingFormProps) {
  const label = 'How you came to it together';
  return (
    <ActionForm
      action={settle}
      labels={labelsOf(kind, label)}
      className="form form-wide"
      aria-label="Offer a consensus"
      submit="Offer this to the other"
    >
      <SettlingFields kind={kind} from={from} label={label} />
    </ActionForm>
  );
}

/** Decides between two others. */
export function DecisionForm({ settle, kind, from }: SettlingFormProps) {
  const label = 'Why you decide so';
  return (
    <ActionForm
      action={settle}
      labels={labelsOf(kind, label)}
      className="form form-wide"
      aria-label="Decide"
      submit="Decide"
    >
      <SettlingFields kind={kind} from={from} label={label} />
      <InterestsFields />
    </ActionForm>
  );
}

/** Accepts the offer that is shown beside it. */
export function AcceptForm({ accept }: { accept: FormAction }) {
  return <ActionForm action={accept} submit="Accept it as the outcome" />;
}

function labelsOf(kind: SettlingFormProps['kind'], note: string): Record<string, string> {
  const judged = axesOf(kind).flatMap((axis) => [
    [`level-${axis}`, AXIS_NAME[axis]],
    [`reasons-${axis}`, `Reasons for ${AXIS_NAME[axis].toLowerCase()}`],
  ]);
  return { ...Object.fromEntries(judged), note, ...INTERESTS_LABELS };
}

function SettlingFields({ kind, from, label }: Omit<SettlingFormProps, 'settle'> & { label: string }) {
  return (
    <>
      <JudgementFields axes={axesOf(kind)} proposals={null} stored={startingFrom(from)} />
      <TextArea name="note" label={label} hint="Kept with the outcome." maxLength={2000} />
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
