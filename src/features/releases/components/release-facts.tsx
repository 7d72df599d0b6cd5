import { FILE, type FileFormat, type ReleaseSummary } from '../../fact-sheets/schema';
import { CopyButton } from '../../../ui/copy-button';
import { Fact, Facts } from '../../../ui/facts';
import { Moment } from '../../../ui/moment';
import { fileHref } from '../schema';

/** What a release is: which, when, by whom, and its hash. */
export function ReleaseFacts({ release }: { release: ReleaseSummary }) {
  const { id, number, title, audience, releasedAt, releasedBy, sha256, claims } = release;
  return (
    <Facts>
      <Fact label="Release">
        {id}, no. {number} of this sheet
      </Fact>
      <Fact label="Title">{title}</Fact>
      {audience === '' ? null : <Fact label="Written for">{audience}</Fact>}
      <Fact label="Released">
        <Moment at={releasedAt} />
      </Fact>
      <Fact label="By">{releasedBy}</Fact>
      <Fact label="Claims">{claims.length}</Fact>
      <Fact label="SHA-256">
        <code className="hash">{sha256}</code> <CopyButton text={sha256} label="Copy the SHA-256" />
      </Fact>
    </Facts>
  );
}

/** For whoever trusts a program of their own more than this page. */
export function CheckByHand({ release: { id, sha256 } }: { release: ReleaseSummary }) {
  const command = `sha256sum ${id}.json`;
  return (
    <section aria-labelledby="by-hand">
      <h2 id="by-hand">Check it by hand</h2>
      <p>
        The hash is SHA-256 over the release as JSON in canonical form (RFC 8785). The{' '}
        <a href={fileHref(id, 'json')}>JSON file</a> is in this form already. Save it as {id}.json and run
      </p>
      <pre className="command">
        <code>{command}</code>
      </pre>
      <p>It must print</p>
      <pre className="command">
        <code>{sha256}</code>
      </pre>
      <p className="meta">
        On a Mac the command is <code>shasum -a 256</code>, on Windows <code>certutil -hashfile … SHA256</code>.
      </p>
    </section>
  );
}

const BYTES = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** The files of a release. */
export function FileLinks({ id, files }: { id: string; files: readonly { format: FileFormat; size: number }[] }) {
  return (
    <ul className="inline-list file-links">
      {files.map(({ format, size }) => (
        <li key={format}>
          <a href={fileHref(id, format)}>{FILE[format].label}</a>{' '}
          <span className="meta">{size < 1000 ? `${size} bytes` : `${BYTES.format(size / 1000)} kB`}</span>
        </li>
      ))}
    </ul>
  );
}
