import { Notice } from '../../../ui/notice';
import type { CheckPage } from '../loaders';
import { CheckForm } from './check-form';
import { CheckResult } from './check-result';

/** The page before and after a text was sent. */
export function CheckPageView({ page: { answer, example, limits } }: { page: CheckPage }) {
  if (answer?.kind === 'checked') return <CheckResult checked={answer} />;
  if (answer?.kind === 'reported') return <Reported {...answer} />;
  const text = answer !== null && 'text' in answer ? answer.text : example;
  return (
    <>
      <Introduction />
      <CheckForm
        key={answer?.kind ?? 'fresh'}
        text={text}
        refused={answer?.kind === 'refused' ? answer : null}
        limits={limits}
      />
    </>
  );
}

function Introduction() {
  return (
    <div className="prose">
      <p className="lead">
        Paste a draft. Every figure in it is found and held against the evidence base: whether a claim stands behind it,
        what was changed on the way, and what can be written instead.
      </p>
      <p>
        <a href="/check?example=yes">Try an example</a>, a short text of ours with three figures.
      </p>
      <p className="meta">
        The text is read and forgotten. Nothing of it is stored and nobody sees it, unless you report a wrong match:
        then the one sentence is kept, for the editors. No account is needed.
      </p>
    </div>
  );
}

/** Where scripts run, this is said beside the finding. */
function Reported({ isSent, problems }: { isSent: boolean; problems: readonly string[] }) {
  return isSent ? (
    <Notice title="Thank you: the editors will see your report.">
      <p>They get the one sentence and what you wrote. The result is still open where you came from.</p>
    </Notice>
  ) : (
    <Notice title="Your report was not taken." warn>
      {problems.map((one) => (
        <p key={one}>{one}</p>
      ))}
      <p>The result is still open where you came from: mend the form there, and send it again.</p>
    </Notice>
  );
}
