import type { SheetFinding } from '../../../domain/fact-sheet/release';
import { counted } from '../../../lib/counted';
import { ActionForm } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { Moment } from '../../../ui/moment';
import { Notice } from '../../../ui/notice';
import { list, release } from '../actions';
import type { PreviewPage } from '../loaders';
import { FindingItems } from './finding-items';

type ReleasePanelProps = {
  page: PreviewPage;
  released: string | null;
  /** The way to put what stands today in the place of claims that no longer do. */
  redraft: React.ReactNode;
};

/** What keeps a sheet from being released, or the button that releases it; and what was released of it. */
export function ReleasePanel({ page, released, redraft }: ReleasePanelProps) {
  const { id, state } = page;
  const { findings, obstacles, blocking } = state;
  const warnings = findings.filter(({ severity, suppressed }) => severity === 'warning' && suppressed === null);
  const passed = findings.filter(({ severity, suppressed }) => severity !== 'note' && suppressed !== null);
  const isBlocked = blocking.length + obstacles.length > 0;
  return (
    <>
      <p>
        <a href={`/desk/fact-sheets/${id}`}>Back to the editor</a> · see it as{' '}
        <a href={`/desk/fact-sheets/${id}/preview.pdf`}>PDF</a> or{' '}
        <a href={`/desk/fact-sheets/${id}/preview.docx`}>Word file</a>
      </p>
      <Released page={page} released={released} />
      {isBlocked ? (
        <Blocked id={id} obstacles={obstacles} blocking={blocking} redraft={redraft} />
      ) : (
        <ReleaseForm page={page} />
      )}
      <Folded findings={warnings} words={`${counted(warnings.length, 'warning is', 'warnings are')} printed with it`} />
      <Folded
        findings={passed}
        words={`${counted(passed.length, 'finding is', 'findings are')} passed over, with the reason printed`}
      />
    </>
  );
}

type BlockedProps = Pick<ReleasePanelProps, 'redraft'> & {
  id: string;
  obstacles: readonly string[];
  blocking: readonly SheetFinding[];
};

/** Superseded and merged claims, and misquotations: the evidence base knows what to put in their place. */
const isReplaceable = ({ rule, message }: SheetFinding) =>
  rule === 'PL003' || rule === 'PL007' || (rule === 'PL026' && message.includes('was merged into'));

function Blocked({ id, obstacles, blocking, redraft }: BlockedProps) {
  return (
    <Notice
      title={`It cannot be released yet: ${counted(obstacles.length + blocking.length, 'thing is', 'things are')} in the way.`}
      warn
    >
      <ul>
        {obstacles.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {blocking.length === 0 ? null : <FindingItems findings={blocking} />}
      {blocking.some(isReplaceable) ? redraft : null}
      <p>
        <a
          className="button"
          href={`/desk/fact-sheets/${id}${blocking[0]?.block == null ? '' : `#${blocking[0].block}`}`}
        >
          Mend it in the editor
        </a>
      </p>
    </Notice>
  );
}

function ReleaseForm({ page: { id, version, state, releases } }: { page: PreviewPage }) {
  return (
    <ActionForm action={release} className="form sheet-form" hidden={{ id, version, digest: state.digest }}>
      <p>
        Nothing keeps it from being released. A release is kept as it is for good: what follows can be corrected by
        another release, never in this one.
      </p>
      <Buttons>
        <SubmitButton busy="Making the files …">
          Release {releases.length === 0 ? 'it' : `as number ${releases.length + 1}`}
        </SubmitButton>
      </Buttons>
    </ActionForm>
  );
}

function Folded({ findings, words }: { findings: readonly SheetFinding[]; words: string }) {
  if (findings.length === 0) return null;
  return (
    <details>
      <summary>{words}</summary>
      <FindingItems findings={findings} />
    </details>
  );
}

/** The releases there are, the latest first, and whether the gallery shows them. */
function Released({ page: { id, isListed, releases }, released }: { page: PreviewPage; released: string | null }) {
  const [latest] = releases;
  if (latest === undefined) return null;
  return (
    <section aria-labelledby="releases" className="sheet-releases">
      {released !== null && releases.some((one) => one.id === released) ? (
        <div role="status">
          <Notice title={`Released as ${released}.`}>
            <p>
              <a href={`/fact-sheets/${released}`}>Read it and take its files</a>, or see its{' '}
              <a href={`/verify/${released}`}>page for verifying</a>.
            </p>
          </Notice>
        </div>
      ) : null}
      <h2 id="releases">Releases</h2>
      <ul>
        {releases.map((one) => (
          <li key={one.id}>
            <a href={`/fact-sheets/${one.id}`}>
              Number {one.number}: {one.id}
            </a>
            , <Moment at={one.releasedAt} />, <a href={`/verify/${one.id}`}>verify</a>
          </li>
        ))}
      </ul>
      <form action={list} className="form-bare">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="list" value={isListed ? 'no' : 'yes'} />
        <p>
          {isListed ? 'The latest release stands in the public gallery. ' : 'Only who has the address finds it. '}
          <SubmitButton look="quiet">
            {isListed ? 'Take it out of the gallery' : 'Show it in the public gallery'}
          </SubmitButton>
        </p>
      </form>
    </section>
  );
}
