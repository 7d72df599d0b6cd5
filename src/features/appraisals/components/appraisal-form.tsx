'use client';

import { useActionState } from 'react';
import { type AppraisalDraft, NOTE_MAX } from '../../../domain/appraisal/appraisal';
import type { Instrument, InstrumentItem } from '../../../domain/appraisal/instrument';
import type { Proposals } from '../../../domain/appraisal/proposal';
import { axesOf } from '../../../domain/appraisal/scales';
import { ANSWER, AXIS_NAME } from '../../../domain/appraisal/words';
import type { FormState } from '../../../lib/form-state';
import { FormProblems } from '../../../ui/form';
import { AutosaveNote } from './autosave-note';
import type { FormAction } from './form-action';
import { JudgementFields } from './judgement-fields';
import { FieldError, LongText } from './long-text';

type AppraisalFormProps = {
  answer: FormAction;
  round: number;
  instrument: Instrument;
  draft: AppraisalDraft;
  proposals: Proposals;
  savedAt: string;
};

/** The questions of an instrument with an answer and a note to each, and the judgement. It works without scripts too. */
export function AppraisalForm({ answer, round, instrument, draft, proposals, savedAt }: AppraisalFormProps) {
  const [state, action, pending] = useActionState(answer, null);
  const axes = axesOf(instrument.subject);
  return (
    <form action={action} className="appraisal-form" aria-label="Your appraisal">
      <FormProblems state={state} labels={fieldLabels(instrument)} />
      <h2>Questions</h2>
      {instrument.items.map((item, index) => {
        const first = instrument.items[index - 1]?.head !== item.head;
        return (
          <div key={item.number}>
            {first ? <h3>{item.head}</h3> : null}
            <ItemFields item={item} kept={draft.answers[item.number]} state={state} />
          </div>
        );
      })}
      <h2>Your judgement</h2>
      <JudgementFields axes={axes} proposals={proposals} stored={draft.judgements} state={state} />
      <div className="form-buttons">
        <button type="submit" name="intent" value="save" className="button-quiet button-tall" disabled={pending}>
          Save and see the proposal
        </button>
        <button type="submit" name="intent" value="submit" className="button" disabled={pending}>
          Hand in for good
        </button>
      </div>
      <AutosaveNote round={round} savedAt={savedAt} />
    </form>
  );
}

type Kept = AppraisalDraft['answers'][string] | undefined;

function ItemFields({ item, kept, state }: { item: InstrumentItem; kept: Kept; state: FormState | null }) {
  const name = `answer-${item.number}`;
  const chosen = state?.values[name] ?? kept?.answer ?? '';
  const error = state?.errors[name];
  const described = [`field-${name}-hint`, error && `field-${name}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className="appraisal-item" id={`field-${name}`} tabIndex={-1} aria-describedby={described}>
      <legend>
        <span className="item-number">{item.number}</span> {item.question}
      </legend>
      <p className="form-hint" id={`field-${name}-hint`}>
        {item.help}
      </p>
      <div className="answer-choices">
        {item.answers.map((answer) => (
          <label key={answer} className="answer-choice">
            <input type="radio" name={name} value={answer} defaultChecked={chosen === answer} />
            {ANSWER[answer]}
          </label>
        ))}
      </div>
      <FieldError id={`field-${name}-error`} error={error} />
      <LongText
        name={`note-${item.number}`}
        label={`Note on ${item.number}`}
        rows={2}
        max={NOTE_MAX}
        stored={kept?.note ?? ''}
        state={state}
      />
    </fieldset>
  );
}

function fieldLabels({ items, subject }: Instrument): Record<string, string> {
  const questions = items.flatMap(({ number }) => [
    [`answer-${number}`, `Question ${number}`],
    [`note-${number}`, `Note on ${number}`],
  ]);
  const judged = axesOf(subject).flatMap((axis) => [
    [`level-${axis}`, AXIS_NAME[axis]],
    [`reasons-${axis}`, `Reasons for ${AXIS_NAME[axis].toLowerCase()}`],
    [`deviation-${axis}`, `Why you judge otherwise on ${AXIS_NAME[axis].toLowerCase()}`],
  ]);
  return Object.fromEntries([...questions, ...judged]);
}
