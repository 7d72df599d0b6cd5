'use client';

import { Form } from '../../../ui/form/form';
import { Buttons } from '../../../ui/form/submit-button';
import { TextArea, TextField } from '../../../ui/form/text-field';
import { checkSent } from '../actions';
import type { CheckPage, RefusedText } from '../loaders';
import { type Doing, useCheckForm, useDroppedFile } from './use-check-form';

type CheckFormProps = { text: string; refused: RefusedText | null; limits: CheckPage['limits'] };

const LABELS = { text: 'Text', file: 'Or a file' };

/** A text or a file to be checked. Without scripts the browser sends both to the page, and shows what that answers. */
export function CheckForm({ text, refused, limits }: CheckFormProps) {
  const { state, doing, send } = useCheckForm(refused, limits);
  const { isOver, on } = useDroppedFile();
  return (
    <Form
      state={state}
      action={checkSent}
      labels={LABELS}
      className={isOver ? 'form form-wide check-form check-form-over' : 'form form-wide check-form'}
      onSubmit={send}
      {...on}
    >
      <TextArea
        name="text"
        label={LABELS.text}
        hint="A press release, a report, a speech: in English."
        value={text}
        rows={12}
        dir="auto"
        spellCheck={false}
      />
      <TextField
        name="file"
        label={LABELS.file}
        hint="Plain text, Markdown, HTML, Word (.docx) or PDF, up to 10 MB and 200 pages. Where one is chosen, it is read instead of the field above."
        type="file"
        accept=".txt,.md,.markdown,.html,.htm,.docx,.pdf"
      />
      <input type="hidden" name="name" defaultValue="" />
      <input type="hidden" name="pages" defaultValue="" />
      <Buttons>
        <button type="submit" className="button" aria-disabled={doing !== null || undefined}>
          Check the text
        </button>
        <p role="status" className="check-progress">
          {doing === null ? null : <Progress doing={doing} />}
        </p>
      </Buttons>
    </Form>
  );
}

function Progress({ doing }: { doing: Doing }) {
  if (doing.step === 'looking') return 'Looking at figures …';
  if (doing.step === 'sending') return doing.share === 1 ? 'Reading …' : `Sending: ${Math.floor(doing.share * 100)} %`;
  return (
    <>
      <span aria-hidden="true">
        Page {doing.pagesRead} of {doing.pages}
      </span>
      <progress value={doing.pagesRead} max={doing.pages} aria-hidden="true" />
      {/* Whoever listens is told of each quarter, not of each page. */}
      <span className="visually-hidden">
        {Math.floor((doing.pagesRead / doing.pages) * 4) * 25} % of {doing.pages} pages read
      </span>
    </>
  );
}
