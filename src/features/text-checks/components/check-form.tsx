'use client';

import { type DragEvent, type FormEvent, useEffect, useRef, useState } from 'react';
import type { FormState } from '../../../lib/form-state';
import { Form } from '../../../ui/form/form';
import { Buttons } from '../../../ui/form/submit-button';
import { TextArea, TextField } from '../../../ui/form/text-field';
import { checkSent } from '../actions';
import type { RefusedText } from '../loaders';
import { readByServer, type Reading } from './read-by-server';

type CheckFormProps = {
  text: string;
  refused: RefusedText | null;
  limits: { bytes: number; characters: number };
};

const LABELS = { text: 'Text', file: 'File' };

/**
 * A text or a file to be checked. Without scripts the browser sends both to the page. With them, the file is read first,
 * with word of how far that is, and its text is what is sent to the page.
 */
export function CheckForm({ text, refused, limits }: CheckFormProps) {
  const [state, setState] = useState<FormState | null>(refused === null ? null : stateOf(refused));
  const [doing, setDoing] = useState<Reading | { step: 'looking' } | null>(null);
  const [isOver, setIsOver] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Whoever goes back to this page finds it as it was left, and that was at work.
    const shown = () => setDoing(null);
    addEventListener('pageshow', shown);
    return () => removeEventListener('pageshow', shown);
  }, []);

  async function send(event: FormEvent<HTMLFormElement>) {
    // React then leaves the form to us, and the browser opens what it is answered, as without scripts.
    event.preventDefault();
    if (doing !== null) return;
    const fields = fieldsOf(event.currentTarget);
    const refuse = (field: 'text' | 'file', message: string) => {
      setDoing(null);
      setState(stateOf({ field, message, text: fields.text.value }));
    };
    const file = fields.file.files?.[0];
    if (file === undefined && fields.text.value.trim() === '') return refuse('text', NOTHING);
    if (file === undefined && fields.text.value.length > limits.characters)
      return refuse('text', TOO_LONG(limits.characters));
    if (file !== undefined) {
      if (file.size > limits.bytes) return refuse('file', TOO_LARGE(limits.bytes));
      const read = await readByServer(file, setDoing);
      if (!read.ok) return refuse('file', read.problem);
      fields.text.value = read.text;
      fields.file.value = '';
    }
    fields.name.value = file?.name ?? '';
    setDoing({ step: 'looking' });
    HTMLFormElement.prototype.submit.call(event.target as HTMLFormElement);
  }

  function dropped(event: DragEvent) {
    const files = event.dataTransfer.files;
    if (form.current === null || files.length === 0) return;
    event.preventDefault();
    setIsOver(false);
    fieldsOf(form.current).file.files = files;
  }

  function over(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  }

  return (
    <Form
      state={state}
      action={checkSent}
      labels={LABELS}
      className={isOver ? 'form form-wide check-form check-form-over' : 'form form-wide check-form'}
      ref={form}
      onSubmit={send}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={dropped}
    >
      <TextArea
        name="text"
        label="Text"
        hint="A press release, a report, a speech: in English."
        value={text}
        rows={12}
        dir="auto"
        spellCheck={false}
      />
      <TextField
        name="file"
        label="Or a file"
        hint="Plain text, Markdown, HTML, Word (.docx) or PDF, up to 10 MB and 200 pages. Where one is chosen, it is read instead of the field above."
        type="file"
        accept=".txt,.md,.markdown,.html,.htm,.docx,.pdf"
      />
      <input type="hidden" name="name" defaultValue="" />
      <Buttons>
        <button type="submit" className="button" aria-disabled={doing !== null || undefined}>
          Check the text
        </button>
        <Progress doing={doing} />
      </Buttons>
    </Form>
  );
}

function Progress({ doing }: { doing: Reading | { step: 'looking' } | null }) {
  return (
    <p role="status" className="check-progress">
      {doing === null ? null : (
        <>
          <span>{progressText(doing)}</span>
          {doing.step === 'page' ? (
            <progress value={doing.pagesRead} max={doing.pages} aria-label="Pages read" />
          ) : null}
        </>
      )}
    </p>
  );
}

function progressText(doing: Reading | { step: 'looking' }): string {
  if (doing.step === 'looking') return 'Looking at figures …';
  if (doing.step === 'page') return `Page ${doing.pagesRead} of ${doing.pages}`;
  return doing.share === 1 ? 'Reading …' : `Sending: ${Math.floor(doing.share * 100)} %`;
}

const NOTHING = 'There is nothing to check: paste a text, or choose a file.';
const TOO_LONG = (characters: number) =>
  `The text has more than ${characters.toLocaleString('en')} characters: send it in parts.`;
const TOO_LARGE = (bytes: number) =>
  `The file has more than ${bytes / 1024 / 1024} MB: divide it, leave out its pictures, or paste its text instead.`;

function stateOf({ field, message, text }: RefusedText): FormState {
  return { problem: null, errors: { [field]: message }, values: { text } };
}

function fieldsOf(form: HTMLFormElement) {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  return { text: field('text'), file: field('file'), name: field('name') };
}
