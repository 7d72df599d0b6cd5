import { csvOf } from '@/formats/csv';
import { columnWords } from '@/domain/imports/column-words';
import { csvResponse, deskRoute } from '@/http/desk-route';

/** A CSV of the names of the columns, with or without a row that shows what they hold, which an import refuses. */
export function templateFile(kind: 'claims' | 'sources', { withExample = false } = {}) {
  return deskRoute('import.run', async () => {
    const columns = columnWords(kind);
    const heads = columns.map(({ name }) => name);
    const example = columns.map((column) => column.example ?? null);
    const name = `plumbline-${withExample ? 'example' : 'template'}-${kind}.csv`;
    return csvResponse(csvOf(heads, withExample ? [example] : []), name);
  });
}
