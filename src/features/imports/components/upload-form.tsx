import { IMPORT_LIMITS } from '../../../domain/imports/row';
import { Notice } from '../../../ui/notice';

const PROBLEMS: Readonly<Record<string, string>> = {
  'no-file': 'No file was chosen.',
  'too-large': `The file is larger than ${IMPORT_LIMITS.bytes / 1024 / 1024} MB. Divide it and import the parts.`,
  unreadable: 'What was sent could not be read. Try again.',
};

/** A file and what it holds. Plain HTML: it goes to a route of its own, since an action takes no file of this size. */
export function UploadForm({ problem }: { problem: string | undefined }) {
  const said = problem === undefined ? undefined : PROBLEMS[problem];
  return (
    <form action="/desk/import/upload" method="post" encType="multipart/form-data" className="form">
      {said && (
        <div role="alert">
          <Notice title={said} warn />
        </div>
      )}
      <fieldset className="form-field import-fieldset">
        <legend>What the file holds</legend>
        <div>
          <label className="form-choice">
            <input type="radio" name="kind" value="sources" defaultChecked />
            <span>Sources: CSV, CSL-JSON, RIS or BibTeX</span>
          </label>
          <label className="form-choice">
            <input type="radio" name="kind" value="claims" />
            <span>Claims, each with its first citation: CSV</span>
          </label>
        </div>
      </fieldset>
      <div className="form-field">
        <label htmlFor="field-file">File</label>
        <p id="field-file-hint" className="form-hint">
          At most {IMPORT_LIMITS.bytes / 1024 / 1024} MB and {IMPORT_LIMITS.rows.toLocaleString('en')} rows.
        </p>
        <input id="field-file" className="field" type="file" name="file" required aria-describedby="field-file-hint" />
      </div>
      <div className="form-field">
        <label htmlFor="field-sources">Sources that the claims name (optional)</label>
        <p id="field-sources-hint" className="form-hint">
          A second file, for claims only: their column “source” may then hold its keys.
        </p>
        <input id="field-sources" className="field" type="file" name="sources" aria-describedby="field-sources-hint" />
      </div>
      <div className="form-buttons">
        <button type="submit" className="button">
          Read the file
        </button>
        <p className="meta">Nothing becomes a draft before you have seen it.</p>
      </div>
    </form>
  );
}
