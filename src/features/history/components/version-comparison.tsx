import type { HistoryPage, ShownComparison, ShownEvent } from '../loaders';
import { ChangeList } from './change-list';
import { Moment } from '../../../ui/moment';

type CompareVersionsProps = {
  page: HistoryPage;
  /** Address of the page, without its search part. */
  action: string;
  /** Whether the subject stands in the search part and not in the path. */
  withSubject: boolean;
};

/** Two versions chosen from the events on this page. Works without scripts: it is a form that asks for an address. */
export function CompareVersions({ page, action, withSubject }: CompareVersionsProps) {
  const versions = page.events.filter(({ hasVersion }) => hasVersion);
  if (versions.length < 2) return null;
  const [latest, one] = versions;
  const from = page.comparison?.from.position ?? one?.position;
  const to = page.comparison?.to.position ?? latest?.position;
  return (
    <form className="compare-versions" method="get" action={action} aria-label="Compare two versions">
      {withSubject ? <input type="hidden" name="subject" value={page.subject} /> : null}
      <VersionChoice name="from" label="Earlier version" versions={versions} chosen={from} />
      <VersionChoice name="to" label="Later version" versions={versions} chosen={to} />
      <button className="button" type="submit">
        Compare
      </button>
    </form>
  );
}

type VersionChoiceProps = {
  name: string;
  label: string;
  versions: readonly ShownEvent[];
  chosen: number | undefined;
};

function VersionChoice({ name, label, versions, chosen }: VersionChoiceProps) {
  return (
    <p>
      <label htmlFor={`version-${name}`}>{label}</label>
      <select className="field" id={`version-${name}`} name={name} defaultValue={chosen}>
        {versions.map(({ position, at, action }) => (
          <option key={position} value={position}>
            {`No. ${position}: ${action}, ${at.slice(0, 10)}`}
          </option>
        ))}
      </select>
    </p>
  );
}

/** What differs between two versions of a record. */
export function VersionComparison({ comparison }: { comparison: ShownComparison | null }) {
  if (comparison === null) return null;
  const { from, to, changes } = comparison;
  return (
    <section aria-labelledby="comparison">
      <h2 id="comparison">
        From no. {from.position} to no. {to.position}
      </h2>
      <p className="meta">
        As it was after <Moment at={from.at} />, and as it was after <Moment at={to.at} />.
      </p>
      {changes.length === 0 ? <p>The two versions are the same.</p> : <ChangeList changes={changes} />}
    </section>
  );
}
