import { ErrorSummary } from '../../../ui/form/error-summary';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { TextField } from '../../../ui/form/text-field';
import type { VerifyPage, VerifyProblem } from '../loaders';

const PROBLEM: Readonly<Record<VerifyProblem, string>> = {
  'no-file': 'No file was chosen.',
  'empty-file': 'The file is empty: there is nothing in it that could be verified.',
  'too-large': 'The file is larger than 30 MB. No file of a release is: it is not genuine.',
  unreadable: 'What was sent could not be read. Try again.',
  'nothing-typed': 'Nothing was typed.',
  'no-id': 'This is neither the id of a release nor a SHA-256.',
  'unknown-id':
    'No release has this id. Look at it letter by letter: if it is typed as printed, it was never released here.',
};

const ABOUT_FILE: readonly VerifyProblem[] = ['no-file', 'empty-file', 'too-large', 'unreadable'];

/** A file, or what is printed on it. Plain HTML: neither form needs a script. */
export function VerifyForms({ page: { problem, typed } }: { page: VerifyPage }) {
  const said = problem === null ? undefined : PROBLEM[problem];
  const isOfFile = problem !== null && ABOUT_FILE.includes(problem);
  return (
    <>
      {said === undefined ? null : (
        <ErrorSummary title={said} errors={[{ href: isOfFile ? '#field-file' : '#field-q', text: 'Try again' }]} />
      )}
      <section aria-labelledby="by-file">
        <h2 id="by-file">By its file</h2>
        <form action="/verify/file" method="post" encType="multipart/form-data" className="form">
          <TextField
            name="file"
            label="File"
            hint="PDF, Word, web page, Markdown, JSON or references: as you got it, at most 30 MB."
            type="file"
            required
            error={isOfFile ? said : undefined}
          />
          <Buttons>
            <SubmitButton busy="Verifying…">Verify the file</SubmitButton>
            <p className="meta">It is compared and not kept.</p>
          </Buttons>
        </form>
      </section>
      <section aria-labelledby="by-id">
        <h2 id="by-id">By what is printed on it</h2>
        <form action="/verify/find" className="form">
          <TextField
            name="q"
            label="Id of the release, its address, or a SHA-256"
            hint="The id begins with R: R7KQ2M9XD."
            value={typed}
            maxLength={400}
            spellCheck={false}
            required
            error={said !== undefined && !isOfFile ? said : undefined}
          />
          <Buttons>
            <SubmitButton>Look it up</SubmitButton>
          </Buttons>
        </form>
        <p className="meta">
          An id says which release it is. That a copy is what was released, only its file can show.
        </p>
      </section>
    </>
  );
}
