import { compareAnswers } from '../../../domain/appraisal/comparison';
import type { Instrument } from '../../../domain/appraisal/instrument';
import { type Axis, axesOf } from '../../../domain/appraisal/scales';
import { ANSWER, AXIS_NAME, levelWord } from '../../../domain/appraisal/words';
import { DataTable } from '../../../ui/data-table';
import type { AppraisalView } from '../schema';

type SideBySideProps = { instrument: Instrument; first: AppraisalView; second: AppraisalView };

/** Both appraisals as they were before either was seen by the other: judgement by judgement, question by question. */
export function SideBySide({ instrument, first, second }: SideBySideProps) {
  const items = compareAnswers(instrument, first.draft.answers, second.draft.answers);
  const axes = axesOf(instrument.subject);
  const same = items.filter((item) => item.same).length;
  return (
    <section aria-labelledby="side-by-side">
      <h2 id="side-by-side">Side by side</h2>
      <p>
        {same} of {items.length} questions have the same answer. What stands here was answered before either saw the
        other’s, and stays as it is.
      </p>
      <DataTable
        label="Both appraisals side by side"
        className="side-by-side"
        heads={['Question', nameOf(first), nameOf(second)]}
      >
        <JudgementRows first={first} second={second} axes={axes} />
        {items.map(({ item, first: a, second: b, same: alike }) => (
          <tr key={item.number} className={alike ? undefined : 'differs'}>
            <th scope="row">
              {item.number} {item.question}
              <Difference same={alike} />
            </th>
            {[a, b].map(({ answer, note }, index) => (
              <td key={index === 0 ? 'first' : 'second'}>
                <strong>{answer === null ? 'Not answered' : ANSWER[answer]}</strong>
                {note === '' ? null : <p className="meta">{note}</p>}
              </td>
            ))}
          </tr>
        ))}
      </DataTable>
    </section>
  );
}

/** The interests of both, and what they judged on each axis. */
function JudgementRows({ first, second, axes }: Omit<SideBySideProps, 'instrument'> & { axes: readonly Axis[] }) {
  return (
    <>
      <tr>
        <th scope="row">Interests</th>
        <td>{interestsOf(first)}</td>
        <td>{interestsOf(second)}</td>
      </tr>
      {axes.map((axis) => {
        const [a, b] = [first.judged?.[axis], second.judged?.[axis]];
        return (
          <tr key={axis} className={a?.level === b?.level ? undefined : 'differs'}>
            <th scope="row">
              {AXIS_NAME[axis]}
              <Difference same={a?.level === b?.level} />
            </th>
            {[first, second].map((appraisal) => (
              <td key={appraisal.place}>
                <Judged appraisal={appraisal} axis={axis} />
              </td>
            ))}
          </tr>
        );
      })}
    </>
  );
}

function Difference({ same }: { same: boolean }) {
  return same ? null : <span className="tag tag-disputed">differs</span>;
}

function Judged({ appraisal, axis }: { appraisal: AppraisalView; axis: Axis }) {
  const [judged, proposed] = [appraisal.judged?.[axis], appraisal.proposed?.[axis]];
  if (judged === undefined) return 'Not judged';
  return (
    <>
      <strong>{levelWord(axis, judged.level).label}</strong>
      {proposed === undefined || proposed.level === judged.level ? null : (
        <p className="meta">Proposed was: {levelWord(axis, proposed.level).label}</p>
      )}
      <ul className="reasons">
        {judged.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  );
}

function nameOf({ appraiserName, own }: AppraisalView): string {
  return own ? `${appraiserName} (you)` : appraiserName;
}

function interestsOf({ interests, interestsText }: AppraisalView): string {
  return interests === 'none' ? 'None declared' : (interestsText ?? '');
}
