import { AutoRefresh } from '../../../ui/auto-refresh';
import { Moment } from '../../../ui/moment';
import { Notice } from '../../../ui/notice';
import type { ImportDto } from '../schema';
import { counted, FORMAT_NAME, stateText } from './import-words';

/** What was sent, by whom, and how far it is. */
export function ImportHead({ batch }: { batch: ImportDto }) {
  const works = ['reading', 'writing', 'undoing'].includes(batch.state) && !batch.interrupted;
  return (
    <>
      <h1>{batch.fileName}</h1>
      <p className="meta">
        Import {batch.id}: {batch.kind}, {FORMAT_NAME[batch.format]}, {batch.encoding}. Sent by {batch.authorName},{' '}
        <Moment at={batch.createdAt} />. <strong>{stateText(batch)}.</strong>
      </p>
      {batch.notes.map((note) => (
        <p key={note} className="meta">
          {note}
        </p>
      ))}
      {works && <Progress batch={batch} />}
      {batch.interrupted && <Interrupted batch={batch} />}
      {batch.failure !== null && (
        <Notice title={batch.failure} warn>
          {batch.state === 'failed' && (
            <p>
              Nothing was kept of it. <a href="/desk/import">Send another file</a>.
            </p>
          )}
        </Notice>
      )}
    </>
  );
}

function Progress({ batch }: { batch: ImportDto }) {
  const { phase, done, total } = batch;
  const text = total > 0 ? `${phase}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : `${phase} …`;
  const more = total === 0 && done > 0 ? ` ${done.toLocaleString('en')} rows so far` : '';
  return (
    <div className="import-progress">
      <AutoRefresh seconds={2} />
      <progress aria-label={phase ?? 'Working'} max={total || undefined} value={total > 0 ? done : undefined} />
      <p role="status">
        {text}
        {more}
      </p>
      <p className="meta">You can leave this page; the work goes on.</p>
    </div>
  );
}

function Interrupted({ batch }: { batch: ImportDto }) {
  return (
    <Notice title="The work on this import was interrupted: the server was stopped." warn>
      <p>{INTERRUPTED[batch.state]}</p>
    </Notice>
  );
}

const INTERRUPTED: Readonly<Partial<Record<ImportDto['state'], string>>> = {
  reading: 'The file was not read to its end. Throw this away and send the file again.',
  writing: 'Nothing was written: an import is written whole or not at all. Confirm it again.',
  undoing: 'Nothing was undone: an import is undone whole or not at all. Undo it again.',
};

/** After the import: what became of it, and the report. */
export function ImportOutcome({ batch }: { batch: ImportDto }) {
  const { counts, published } = batch;
  return (
    <>
      <p>
        {counted(counts.imported, 'draft')} of {counted(counts.all, 'row')} came out of this import
        {batch.finishedAt === null ? null : (
          <>
            , <Moment at={batch.finishedAt} />
          </>
        )}
        ; {batch.openDrafts.toLocaleString('en')} of them {batch.openDrafts === 1 ? 'is' : 'are'} still open.{' '}
        <a href={`/desk/import/${batch.id}/report.csv`}>Report (CSV)</a>
      </p>
      {batch.state === 'undone' && (
        <Notice title={`Undone by ${batch.undoneBy}`}>
          <p>{batch.undoReason}</p>
          {batch.undoneAt === null ? null : (
            <p className="meta">
              <Moment at={batch.undoneAt} />
            </p>
          )}
        </Notice>
      )}
      {published.length > 0 && (
        <section aria-label="Published from this import">
          <h2>Published from this import</h2>
          <p className="meta">Published records are never deleted. Retract them or merge them one by one.</p>
          <ul>
            {published.slice(0, 200).map(({ recordId, name }) => (
              <li key={recordId}>
                <a href={`/${recordId.startsWith('C') ? 'claims' : 'sources'}/${recordId}`}>{recordId}</a> {name}
              </li>
            ))}
          </ul>
          {published.length > 200 && (
            <p className="meta">And {counted(published.length - 200, 'other')}, in the report.</p>
          )}
        </section>
      )}
    </>
  );
}
