import { FILE, type ReleaseSummary } from '../../fact-sheets/schema';
import { Moment } from '../../../ui/moment';
import { Notice } from '../../../ui/notice';
import type { ReleaseVerdict } from '../schema';
import { ChangeList } from './change-list';
import { CheckByHand, ReleaseFacts } from './release-facts';

/** What was found of a file or a hash. */
export function FoundByFile({ verdict }: { verdict: ReleaseVerdict }) {
  return verdict.release === null ? (
    <NotGenuine verdict={verdict} />
  ) : (
    <section aria-labelledby="found">
      <h2 id="found">{verdict.release.title}</h2>
      <ReleaseVerdictView verdict={verdict} release={verdict.release} />
    </section>
  );
}

function NotGenuine({ verdict: { named, sha256 } }: { verdict: ReleaseVerdict }) {
  return (
    <section aria-labelledby="found">
      <h2 id="found">Not a file that was released here</h2>
      <Mark kind="not-genuine" title="Not genuine">
        {named.length === 0 ? (
          <p>
            No file that was released here has this hash, and no release is named in it. It was made elsewhere, or
            changed beyond recognition.
          </p>
        ) : (
          <p>
            It names{' '}
            {named.map((id, index) => (
              <span key={id}>
                {index > 0 ? ', ' : ''}
                <a href={`/verify/${id}`}>{id}</a>
              </span>
            ))}
            , but is none of {named.length === 1 ? 'its files' : 'their files'}: it was changed, or made from it. Saving
            a file anew in another program is enough. Compare it with what was released.
          </p>
        )}
      </Mark>
      <p className="meta">
        SHA-256 of what you asked about: <code className="hash">{sha256}</code>
      </p>
    </section>
  );
}

const KIND = {
  stands: '✓',
  stale: '!',
  genuine: '✓',
  named: 'i',
  'not-genuine': '✕',
} as const;

/** A verdict: a sign, a word, and what it means. The colour only repeats them. */
function Mark({ kind, title, children }: { kind: keyof typeof KIND; title: string; children: React.ReactNode }) {
  return (
    <div className={`verdict-mark verdict-mark-${kind}`}>
      <p className="verdict-word">
        <span className="verdict-sign" aria-hidden="true">
          {KIND[kind]}
        </span>
        <span>{title}</span>
      </p>
      {children}
    </div>
  );
}

/** Of a file or a hash: that it is one of ours. Of a bare id: only that there is such a release. */
function GenuineMark({ verdict, release }: { verdict: ReleaseVerdict; release: ReleaseSummary }) {
  if (verdict.how !== 'id')
    return (
      <Mark kind="genuine" title="Genuine">
        <p>{genuineText(verdict, release)}</p>
      </Mark>
    );
  return (
    <Mark kind="named" title="There is such a release">
      <p>
        It is release {release.number} of this fact sheet. An id can be printed on anything: whether the copy in your
        hands is this release, <a href="/verify">its file shows</a>, or a comparison with{' '}
        <a href={`/fact-sheets/${release.id}`}>what was released</a>.
      </p>
    </Mark>
  );
}

/** Whether a release is genuine, whether it still stands, and what there is to do about it. */
export function ReleaseVerdictView({ verdict, release }: { verdict: ReleaseVerdict; release: ReleaseSummary }) {
  const { state, changes, newer } = verdict;
  return (
    <>
      <div className="verdicts">
        <GenuineMark verdict={verdict} release={release} />
        {state === 'stale' ? (
          <Mark kind="stale" title="Stale">
            <p>
              Something that it says no longer stands as it was: <a href="#changes">what has changed since</a>. Do not
              pass it on as it is.
            </p>
          </Mark>
        ) : (
          <Mark kind="stands" title="Still stands">
            <p>
              {changes.length === 0
                ? 'Every claim in it is today as it was when it was released.'
                : 'What it says still stands. Smaller things have changed since.'}
            </p>
          </Mark>
        )}
      </div>
      {newer === null ? null : (
        <Notice title="There is a newer release">
          <p>
            <a href={`/verify/${newer.id}`}>
              Release {newer.number}: {newer.title}
            </a>
            , <Moment at={newer.releasedAt} />
          </p>
        </Notice>
      )}
      <ReleaseFacts release={release} />
      <section aria-labelledby="changes">
        <h2 id="changes">What has changed since</h2>
        <ChangeList changes={changes} claims={release.claims.length} />
      </section>
      <section aria-labelledby="read">
        <h2 id="read">Read it</h2>
        <p>
          <a href={`/fact-sheets/${release.id}`}>The fact sheet as it was released</a>, with its files to download.
        </p>
      </section>
      <CheckByHand release={release} />
    </>
  );
}

function genuineText({ how, format }: ReleaseVerdict, { id, number }: ReleaseSummary): string {
  const what = `release ${number} of this fact sheet, ${id}`;
  if (how === 'content') return `It says what ${what}, says, and is only laid out differently: its content is genuine.`;
  const file = format === null ? 'a file' : `the file “${FILE[format].label}”`;
  return `What has this hash is, byte for byte, ${file} of ${what}. Each of its files has a hash of its own.`;
}
