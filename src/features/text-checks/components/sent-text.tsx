'use client';

import type { SubmitEvent } from 'react';
import { checkSent } from '../actions';

const FILES = [
  { ending: 'pdf', label: 'PDF' },
  { ending: 'docx', label: 'Word' },
  { ending: 'html', label: 'Web page' },
  { ending: 'json', label: 'JSON' },
  { ending: 'sarif', label: 'SARIF' },
] as const;

/** The text once more, out of sight, so that it can be sent again: it is kept nowhere else. */
export function SentText({ text, name }: { text: string; name: string | null }) {
  return (
    <form action={checkSent} className="sent-text" onSubmit={sendAsBrowser}>
      <input type="hidden" name="text" value={text} />
      <input type="hidden" name="name" value={name ?? ''} />
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
          <button key={ending} type="submit" className="button-quiet" formAction={`/check/report.${ending}`}>
            {label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

/** The browser opens what the form is answered: React would ask for it and show nothing. */
function sendAsBrowser(event: SubmitEvent<HTMLFormElement>) {
  if (event.nativeEvent.submitter?.hasAttribute('formaction')) return;
  event.preventDefault();
  HTMLFormElement.prototype.submit.call(event.currentTarget);
}
