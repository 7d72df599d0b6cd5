'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import type { FormState } from '../../../lib/form-state';
import { Form } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { TextArea, TextField } from '../../../ui/form/text-field';
import { reportFromResult } from '../actions';

type WrongMatchProps = {
  number: number;
  /** Id of the claim that the figure was taken for. */
  claim: string | null;
  sentence: string;
  figure: string;
  verdict: string;
};

const LABELS = { expected: 'The claim that is meant', reason: 'What is wrong' };

/** The way to say that it is not so. Without scripts the answer opens in a window of its own, and the result stays. */
export function WrongMatch(props: WrongMatchProps) {
  const { number, claim } = props;
  const [state, act] = useActionState(reportFromResult, null);
  const folded = useRef<HTMLDetailsElement>(null);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    // Somebody may have unfolded it before a script looked at it.
    if (folded.current?.open) setAsked(true);
  }, []);
  if (state?.sent) return <p role="status">Thank you. The editors will see it, with this sentence and nothing else.</p>;
  const form = <ReportForm {...props} state={state?.form ?? null} act={act} />;
  return (
    <details ref={folded} className="wrong-match" suppressHydrationWarning onToggle={() => setAsked(true)}>
      <summary>
        {claim === null ? 'Is there a claim for it?' : 'Wrong match?'}
        <span className="visually-hidden"> (figure {number})</span>
      </summary>
      {/* Browsers look at every form of a page, to fill it in: five hundred that nobody asked for take them ten seconds. */}
      {isAsked ? form : <noscript>{form}</noscript>}
    </details>
  );
}

type ReportFormProps = WrongMatchProps & { state: FormState | null; act: (form: FormData) => void };

function ReportForm({ number, claim, sentence, figure, verdict, state, act }: ReportFormProps) {
  return (
    <Form
      state={state}
      action={act}
      labels={LABELS}
      scope={String(number)}
      hidden={{ matched: claim ?? '', sentence, figure, verdict }}
    >
      <TextField
        name="expected"
        label={LABELS.expected}
        hint="Its id, such as C12, if you know it."
        maxLength={12}
        spellCheck={false}
      />
      <TextArea name="reason" label={LABELS.reason} hint="In your words, if you like." maxLength={500} rows={2} />
      <p className="meta">
        The editors get this sentence, the figure{claim === null ? '' : `, ${claim}`} and what you write here. The rest
        of the text is not sent.
      </p>
      <Buttons>
        {/* Only where no script runs: else the form is sent without a window. */}
        <SubmitButton look="quiet" formTarget="_blank" busy="Sending …">
          Tell the editors
        </SubmitButton>
      </Buttons>
    </Form>
  );
}
