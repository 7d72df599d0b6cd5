'use client';

import type { SubmitEvent } from 'react';
import { checkSent } from '../actions';
import { useKeptFile } from './use-kept-file';

const FILES = [
  { ending: 'pdf', label: 'PDF' },
  { ending: 'docx', label: 'Word' },
  { ending: 'html', label: 'Web page' },
  { ending: 'json', label: 'JSON' },
  { ending: 'sarif', label: 'SARIF' },
] as const;

/** `pages`: where they begin, as a form sends it along; empty where there are none. */
type SentTextProps = { text: string; name: string | null; pages: string };

/** The text once more, out of sight, so that it can be sent again: it is kept nowhere else. */
export function SentText({ text, name, pages }: SentTextProps) {
  const { said, isMaking, keep } = useKeptFile();
  return (
    <form action={checkSent} className="sent-text" onSubmit={(event) => send(event, keep)}>
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="name" value={name ?? ''} />
      <input type="hidden" name="pages" value={pages} />
      <input type="hidden" name="edit" value="yes" />
      <div className="form-buttons">
        <button type="submit" className="button-quiet">
          Change the text
        </button>
        <a href="/check">Check another text</a>
      </div>
      <fieldset className="form-buttons as-file">
        <legend>Keep the findings as a file</legend>
        {FILES.map(({ ending, label }) => (
          <button
            key={ending}
            type="submit"
            className="button-quiet"
            formAction={`/check/report.${ending}`}
            // Only where no script runs: what is wrong then stands in a window of its own, and the result stays.
            formTarget="_blank"
            aria-disabled={isMaking || undefined}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <p role="status" className={said?.isProblem ? 'kept-file kept-file-problem' : 'kept-file'}>
        {said?.text}
      </p>
    </form>
  );
}

type Keep = (form: HTMLFormElement, button: HTMLButtonElement) => void;

/** A file is fetched, so that the page stays whatever comes of it; else the browser opens what the form is answered. */
function send(event: SubmitEvent<HTMLFormElement>, keep: Keep) {
  // React would ask for it and show nothing.
  event.preventDefault();
  const { submitter } = event.nativeEvent;
  if (submitter instanceof HTMLButtonElement && submitter.hasAttribute('formaction'))
    keep(event.currentTarget, submitter);
  else HTMLFormElement.prototype.submit.call(event.currentTarget);
}
