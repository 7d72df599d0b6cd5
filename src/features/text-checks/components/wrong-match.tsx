'use client';

import { useActionState } from 'react';
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
export function WrongMatch({ number, claim, sentence, figure, verdict }: WrongMatchProps) {
  const [state, act] = useActionState(reportFromResult, null);
  if (state?.sent) return <p role="status">Thank you. The editors will see it, with this sentence and nothing else.</p>;
  return (
    // Somebody may have unfolded it before a script looks at it.
    <details className="wrong-match" suppressHydrationWarning>
      <summary>
        {claim === null ? 'Is there a claim for it?' : 'Wrong match?'}
        <span className="visually-hidden"> (figure {number})</span>
      </summary>
      <Form
        state={state?.form ?? null}
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
          The editors get this sentence, the figure{claim === null ? '' : `, ${claim}`} and what you write here. The
          rest of the text is not sent.
        </p>
        <Buttons>
          {/* Only where no script runs: else the form is sent without a window. */}
          <SubmitButton look="quiet" formTarget="_blank" busy="Sending …">
            Tell the editors
          </SubmitButton>
        </Buttons>
      </Form>
    </details>
  );
}
