import { IMPORT_LIMITS } from '../../../domain/imports/row';
import { RadioGroup } from '../../../ui/form/choice-field';
import { ErrorSummary } from '../../../ui/form/error-summary';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { TextField } from '../../../ui/form/text-field';

const PROBLEMS: Readonly<Record<string, string>> = {
  'no-file': 'No file was chosen.',
  'too-large': `The file is larger than ${IMPORT_LIMITS.bytes / 1024 / 1024} MB. Divide it and import the parts.`,
  unreadable: 'What was sent could not be read. Try again.',
};

const KINDS = [
  { value: 'sources', label: 'Sources: CSV, CSL-JSON, RIS or BibTeX' },
  { value: 'claims', label: 'Claims, each with its first citation: CSV' },
];

/** A file and what it holds. Plain HTML: it goes to a route of its own, since an action takes no file of this size. */
export function UploadForm({ problem }: { problem: string | undefined }) {
  const said = problem === undefined ? undefined : PROBLEMS[problem];
  return (
    <form action="/desk/import/upload" method="post" encType="multipart/form-data" className="form">
      {said && <ErrorSummary title={said} errors={[]} />}
      <RadioGroup name="kind" label="What the file holds" value="sources" options={KINDS} />
      <TextField
        name="file"
        label="File"
        hint={`At most ${IMPORT_LIMITS.bytes / 1024 / 1024} MB and ${IMPORT_LIMITS.rows.toLocaleString('en')} rows.`}
        type="file"
        required
      />
      <TextField
        name="sources"
        label="Sources that the claims name (optional)"
        hint="A second file, for claims only: their column “source” may then hold its keys."
        type="file"
      />
      <Buttons>
        <SubmitButton>Read the file</SubmitButton>
        <p className="meta">Nothing becomes a draft before you have seen it.</p>
      </Buttons>
    </form>
  );
}
