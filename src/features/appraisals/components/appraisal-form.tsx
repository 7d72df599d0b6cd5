'use client';

import { type AppraisalDraft, NOTE_MAX } from '../../../domain/appraisal/appraisal';
import type { Instrument, InstrumentItem } from '../../../domain/appraisal/instrument';
import type { Proposals } from '../../../domain/appraisal/proposal';
import { axesOf } from '../../../domain/appraisal/scales';
import { ANSWER, AXIS_NAME } from '../../../domain/appraisal/words';
import { Autosave } from '../../../ui/autosave';
import { RadioGroup } from '../../../ui/form/choice-field';
import { ActionForm } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { TextArea } from '../../../ui/form/text-field';
import { Moment } from '../../../ui/moment';
import { keepAnswers } from '../actions';
import type { FormAction } from './form-action';
import { JudgementFields } from './judgement-fields';

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
  const axes = axesOf(instrument.subject);
  return (
    <ActionForm action={answer} labels={fieldLabels(instrument)} className="form form-wide" aria-label="Your appraisal">
      <h2>Questions</h2>
      {instrument.items.map((item, index) => {
        const first = instrument.items[index - 1]?.head !== item.head;
        return (
          <div key={item.number}>
            {first ? <h3>{item.head}</h3> : null}
            <ItemFields item={item} kept={draft.answers[item.number]} />
          </div>
        );
      })}
      <h2>Your judgement</h2>
      <JudgementFields axes={axes} proposals={proposals} stored={draft.judgements} />
      <Buttons>
        <SubmitButton look="quiet" name="intent" value="save">
          Save and see the proposal
        </SubmitButton>
        <SubmitButton name="intent" value="submit">
          Hand in for good
        </SubmitButton>
      </Buttons>
      <Autosave keep={(form) => keepAnswers(round, form)} as="saved">
        Last saved <Moment at={savedAt} />.
      </Autosave>
      <p className="meta">What you write here is seen by nobody else until both of you have handed in.</p>
    </ActionForm>
  );
}

type Kept = AppraisalDraft['answers'][string] | undefined;

function ItemFields({ item, kept }: { item: InstrumentItem; kept: Kept }) {
  return (
    <RadioGroup
      name={`answer-${item.number}`}
      label={`Question ${item.number}`}
      legend={
        <>
          <span className="item-number">{item.number}</span> {item.question}
        </>
      }
      hint={item.help}
      value={kept?.answer ?? undefined}
      options={item.answers.map((answer) => ({ value: answer, label: ANSWER[answer] }))}
      inline
      className="appraisal-item"
    >
      <TextArea
        name={`note-${item.number}`}
        label={`Note on ${item.number}`}
        rows={2}
        maxLength={NOTE_MAX}
        value={kept?.note}
      />
    </RadioGroup>
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
