import { ActionForm } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { TextArea } from '../../../ui/form/text-field';
import { takeStep } from '../actions';
import type { DraftView } from '../loaders';

type Step = 'submit' | 'return' | 'publish' | 'discard';

/** What this person may do with the draft as it stands. What they may not is not there. */
export function DraftSteps({ view }: { view: DraftView }) {
  const { draft, may, faults } = view;
  const inReview = draft.state === 'in-review';
  const steps: Step[] = [
    ...(may.submit && !inReview && faults.length === 0 ? (['submit'] as const) : []),
    ...(may.publish && inReview ? (['publish'] as const) : []),
    ...(may.return && inReview ? (['return'] as const) : []),
    ...(may.discard ? (['discard'] as const) : []),
  ];
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">What next</h2>
      {steps.map((step) => (
        <StepForm key={step} step={step} view={view} />
      ))}
      {inReview && !may.publish ? <p className="muted">It waits for a senior editor.</p> : null}
    </section>
  );
}

const WORDS: Readonly<Record<Step, { button: string; reason: string | null; says: string }>> = {
  submit: { button: 'Hand in for review', reason: null, says: 'A senior editor looks at it and publishes it.' },
  publish: { button: 'Publish', reason: 'Why', says: 'Everybody can read it then, with this reason in its history.' },
  return: { button: 'Send back', reason: 'What should change', says: 'It becomes a draft again, with this note.' },
  discard: { button: 'Discard the draft', reason: 'Why', says: 'It cannot be taken up again; its history stays.' },
};

/** Behind a heading that opens, where it cannot be taken back: that is the question whether it is meant. */
function StepForm({ step, view: { draft } }: { step: Step; view: DraftView }) {
  const { button, reason, says } = WORDS[step];
  const form = (
    <ActionForm
      action={takeStep}
      hidden={{ draft: draft.id, version: draft.version }}
      labels={{ reason: reason ?? '' }}
      scope={step}
      className="form form-wide"
    >
      <p className="form-hint">{says}</p>
      {reason === null ? null : (
        <TextArea
          name="reason"
          label={reason}
          rows={2}
          maxLength={2000}
          needed={step === 'return' || (step === 'publish' && draft.isRevision)}
        />
      )}
      <Buttons>
        <SubmitButton look={step === 'discard' ? 'warn' : 'main'} name="step" value={step}>
          {button}
        </SubmitButton>
      </Buttons>
    </ActionForm>
  );
  if (step === 'submit') return form;
  return (
    <details className="step">
      <summary>{button}</summary>
      {form}
    </details>
  );
}
