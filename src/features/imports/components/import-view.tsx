import type { ImportPage } from '../loaders';
import { ImportHead, ImportOutcome } from './import-head';
import { counted } from './import-words';
import { BulkForm, ConfirmForm, DropForm, RowsForm } from './preview';
import { RowFilters, RowTable } from './row-table';
import { UndoForm } from './undo-form';

/** One import, from its preview to its end. */
export function ImportView({ page }: { page: ImportPage }) {
  const { batch } = page;
  const choosing = batch.state === 'staged' || (batch.state === 'writing' && batch.interrupted);
  const ended = ['done', 'undoing', 'undone'].includes(batch.state);
  const mayBeUndone = batch.state === 'done' || (batch.state === 'undoing' && batch.interrupted);
  return (
    <div>
      <ImportHead batch={batch} />
      {choosing && <Confirmation page={page} />}
      {batch.state === 'reading' && batch.interrupted && <DropForm id={batch.id} />}
      {ended && <ImportOutcome batch={batch} />}
      {mayBeUndone && page.mayUndo && (
        <UndoForm id={batch.id} open={batch.openDrafts} published={batch.published.length} />
      )}
      {(choosing || ended) && <Rows page={page} choosing={batch.state === 'staged'} />}
    </div>
  );
}

function Confirmation({ page: { batch } }: { page: ImportPage }) {
  const { counts } = batch;
  return (
    <section aria-label="Preview" className="import-summary">
      <p>
        {counted(counts.all, 'row')}: {counts.sound.toLocaleString('en')} in order, {counts.faulty.toLocaleString('en')}{' '}
        with faults. {counts.certain.toLocaleString('en')} {counts.certain === 1 ? 'is' : 'are'} here already and{' '}
        {counts.possible.toLocaleString('en')} may be. Nothing is a draft yet.
      </p>
      <div className="import-buttons">
        <ConfirmForm id={batch.id} taken={counts.taken} again={batch.interrupted || batch.failure !== null} />
        {batch.state === 'staged' && <DropForm id={batch.id} />}
      </div>
    </section>
  );
}

function Rows({ page, choosing }: { page: ImportPage; choosing: boolean }) {
  const { batch, list, filters } = page;
  const place = { id: batch.id, show: filters.show, after: filters.after, last: list.next };
  const table = <RowTable rows={list.rows} choosing={choosing} />;
  const base = `/desk/import/${batch.id}?show=${filters.show}`;
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">Rows</h2>
      <RowFilters batch={batch} filters={filters} />
      {choosing && <BulkForm place={place} />}
      {choosing && list.rows.length > 0 ? <RowsForm place={place}>{table}</RowsForm> : table}
      <p className="import-pages">
        {filters.after > 0 && <a href={`${base}#rows`}>First rows</a>}{' '}
        {list.next !== null && <a href={`${base}&after=${list.next}#rows`}>Next rows</a>}
      </p>
    </section>
  );
}
