import type { AppraisalDraft } from '../../../domain/appraisal/appraisal';
import type { Proposal, Proposals } from '../../../domain/appraisal/proposal';
import { type Axis, levelsOf } from '../../../domain/appraisal/scales';
import { AXIS_NAME, levelWord } from '../../../domain/appraisal/words';
import { Radios } from '../../../ui/form/choice-field';
import { FieldGroup } from '../../../ui/form/field-frame';
import { TextArea } from '../../../ui/form/text-field';

type JudgementFieldsProps = {
  axes: readonly Axis[];
  /** What the rules propose; null where nothing is proposed: in a consensus or a decision. */
  proposals: Proposals | null;
  stored: AppraisalDraft['judgements'];
};

/** On each axis: what is proposed and why, the level, the reasons, and why it differs from the proposal. */
export function JudgementFields({ axes, ...common }: JudgementFieldsProps) {
  return axes.map((axis) => <AxisFields key={axis} axis={axis} {...common} />);
}

type AxisFieldsProps = Omit<JudgementFieldsProps, 'axes'> & { axis: Axis };

function AxisFields({ axis, proposals, stored }: AxisFieldsProps) {
  const kept = stored[axis];
  const name = `level-${axis}`;
  const followed = 'Where you follow the proposal and leave this empty, its reasons are taken.';
  return (
    <FieldGroup name={name} label={AXIS_NAME[axis]} className="judgement">
      {proposals === null ? null : <ProposalBox proposal={proposals[axis]} axis={axis} />}
      <Radios
        name={name}
        value={kept?.level ?? ''}
        options={levelsOf(axis).map((level) => ({ value: level, ...levelWord(axis, level) }))}
      />
      <TextArea
        name={`reasons-${axis}`}
        label="Reasons, one a line"
        hint={`Shown to readers with the grade. ${proposals === null ? '' : followed}`}
        rows={3}
        maxLength={6000}
        value={kept?.reasons.join('\n')}
      />
      {proposals === null ? null : (
        <TextArea
          name={`deviation-${axis}`}
          label="Why you judge otherwise than proposed"
          hint="Needed only where you do. It becomes one of the reasons."
          rows={2}
          maxLength={500}
          value={kept?.deviation}
        />
      )}
    </FieldGroup>
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
