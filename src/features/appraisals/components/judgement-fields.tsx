import type { AppraisalDraft } from '../../../domain/appraisal/appraisal';
import type { Proposal, Proposals } from '../../../domain/appraisal/proposal';
import { type Axis, levelsOf } from '../../../domain/appraisal/scales';
import { AXIS_NAME, levelWord } from '../../../domain/appraisal/words';
import type { FormState } from '../../../lib/form-state';
import { FieldError, LongText } from './long-text';

type JudgementFieldsProps = {
  axes: readonly Axis[];
  /** What the rules propose; null where nothing is proposed: in a consensus or a decision. */
  proposals: Proposals | null;
  stored: AppraisalDraft['judgements'];
  state: FormState | null;
};

/** On each axis: what is proposed and why, the level, the reasons, and why it differs from the proposal. */
export function JudgementFields({ axes, ...common }: JudgementFieldsProps) {
  return axes.map((axis) => <AxisFields key={axis} axis={axis} {...common} />);
}

type AxisFieldsProps = Omit<JudgementFieldsProps, 'axes'> & { axis: Axis };

function AxisFields({ axis, proposals, stored, state }: AxisFieldsProps) {
  const kept = stored[axis];
  const followed = 'Where you follow the proposal and leave this empty, its reasons are taken.';
  return (
    <fieldset className="judgement" id={`field-level-${axis}`} tabIndex={-1}>
      <legend>{AXIS_NAME[axis]}</legend>
      {proposals === null ? null : <ProposalBox proposal={proposals[axis]} axis={axis} />}
      <LevelChoices axis={axis} stored={stored} state={state} />
      <LongText
        name={`reasons-${axis}`}
        label="Reasons, one a line"
        hint={`Shown to readers with the grade. ${proposals === null ? '' : followed}`}
        rows={3}
        max={6000}
        stored={kept?.reasons.join('\n') ?? ''}
        state={state}
      />
      {proposals === null ? null : (
        <LongText
          name={`deviation-${axis}`}
          label="Why you judge otherwise than proposed"
          hint="Needed only where you do. It becomes one of the reasons."
          rows={2}
          max={500}
          stored={kept?.deviation ?? ''}
          state={state}
        />
      )}
    </fieldset>
  );
}

function LevelChoices({ axis, stored, state }: Omit<AxisFieldsProps, 'proposals'>) {
  const name = `level-${axis}`;
  const chosen = state?.values[name] ?? stored[axis]?.level ?? '';
  const error = state?.errors[name];
  const described = `field-${name}-error`;
  return (
    <div className="level-choices">
      {levelsOf(axis).map((level) => {
        const { label, meaning } = levelWord(axis, level);
        return (
          <label key={level} className="level-choice">
            <input
              type="radio"
              name={name}
              value={level}
              defaultChecked={chosen === level}
              aria-describedby={error ? described : undefined}
            />
            <span>
              {label} <span className="meta">{meaning}</span>
            </span>
          </label>
        );
      })}
      <FieldError id={described} error={error} />
    </div>
  );
}

function ProposalBox({ proposal, axis }: { proposal: Proposal | undefined; axis: Axis }) {
  if (proposal === undefined) {
    return <p className="proposal meta">A level is proposed here once the first question is answered and saved.</p>;
  }
  return (
    <div className="proposal">
      <p>
        Proposed from your answers: <strong>{levelWord(axis, proposal.level).label}</strong>
      </p>
      <ul>
        {proposal.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p className="meta">The rule adds nothing up: it is the best level that no answer speaks against. You judge.</p>
    </div>
  );
}
