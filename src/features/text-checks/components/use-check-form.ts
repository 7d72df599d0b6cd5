import { type DragEvent, type FormEvent, useEffect, useState } from 'react';
import type { FormState } from '../../../lib/form-state';
import type { RefusedText } from '../loaders';
import { type Reading, readByServer } from './read-by-server';

export type Doing = Reading | { step: 'looking' };

type Limits = { bytes: number; characters: number };

/**
 * What scripts add to the form: a file is read first, with word of how far that is, and its text is what is sent to the
 * page, in the same way in which a browser without scripts sends it.
 */
export function useCheckForm(refused: RefusedText | null, limits: Limits) {
  const [state, setState] = useState<FormState | null>(refused === null ? null : stateOf(refused));
  const [doing, setDoing] = useState<Doing | null>(null);
  useEffect(() => {
    // Whoever goes back to this page finds it as it was left, and that was at work.
    const shown = () => setDoing(null);
    addEventListener('pageshow', shown);
    return () => removeEventListener('pageshow', shown);
  }, []);

  async function send(event: FormEvent<HTMLFormElement>) {
    // React then leaves the form to us, and the browser opens what it is answered.
    event.preventDefault();
    if (doing !== null) return;
    const form = event.currentTarget;
    const fields = fieldsOf(form);
    const file = fields.file.files?.[0] ?? null;
    const problem = problemOf(fields.text.value, file, limits) ?? (file && (await readInto(fields, file, setDoing)));
    if (problem !== null) {
      setDoing(null);
      setState(stateOf({ ...problem, text: fields.text.value }));
      return;
    }
    fields.name.value = file?.name ?? '';
    if (file === null) fields.pages.value = '';
    setDoing({ step: 'looking' });
    HTMLFormElement.prototype.submit.call(form);
  }
  return { state, doing, send };
}

/** A file that is dropped on a form is chosen in it. */
export function useDroppedFile() {
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent<HTMLFormElement>) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent<HTMLFormElement>) => {
    const { files } = event.dataTransfer;
    if (files.length === 0) return;
    event.preventDefault();
    setIsOver(false);
    fieldsOf(event.currentTarget).file.files = files;
  };
  return { isOver, on: { onDragOver: over, onDragLeave: () => setIsOver(false), onDrop: drop } };
}

type FieldProblem = Pick<RefusedText, 'field' | 'message'>;

/** What can be told before anything is sent; the server tells it again. */
function problemOf(text: string, file: File | null, { bytes, characters }: Limits): FieldProblem | null {
  if (file !== null) {
    const message = `The file has more than ${bytes / 1024 / 1024} MB: divide it, leave out its pictures, or paste its text instead.`;
    return file.size > bytes ? { field: 'file', message } : null;
  }
  if (text.trim() === '')
    return { field: 'text', message: 'There is nothing to check: paste a text, or choose a file.' };
  const message = `The text has more than ${characters.toLocaleString('en')} characters: send it in parts.`;
  return text.length > characters ? { field: 'text', message } : null;
}

/** Puts the text of a file into the form in place of the file. */
async function readInto(fields: Fields, file: File, tell: (doing: Doing) => void): Promise<FieldProblem | null> {
  const read = await readByServer(file, tell);
  if (!read.ok) return { field: 'file', message: read.problem };
  fields.text.value = read.text;
  fields.pages.value = read.pages;
  fields.file.value = '';
  return null;
}

function stateOf({ field, message, text }: RefusedText): FormState {
  return { problem: null, errors: { [field]: message }, values: { text } };
}

type Fields = ReturnType<typeof fieldsOf>;

function fieldsOf(form: HTMLFormElement) {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  return { text: field('text'), file: field('file'), name: field('name'), pages: field('pages') };
}
