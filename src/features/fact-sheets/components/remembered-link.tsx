'use client';

import { useEffect, useState } from 'react';
import { counted } from '../../../lib/counted';
import { Notice } from '../../../ui/notice';
import { KEPT, SAVE_FORM } from './sheet-form';

const KEY = 'plumbline-fact-sheet';
const FIELDS = ['title', 'audience', 'text', 'language', 'style', 'paper'] as const;

/** Characters of a link, after the question mark: servers on the way refuse an address of more than 8 kB. */
const LINK_MAX = 7500;

type Kept = { title: string; isEmpty: boolean; whole: URLSearchParams };

/**
 * Keeps the sheet of the link in this browser, so that a claim which is added from somewhere else joins it. Without scripts,
 * or where the browser keeps nothing, each claim begins a sheet of its own.
 */
export function RememberedLink({ isSignedIn }: { isSignedIn: boolean }) {
  const [offered, setOffered] = useState<Kept | null>(null);
  const [tooLong, setTooLong] = useState(0);
  useEffect(() => {
    const form = sheetForm();
    if (form === null) return;
    const kept = readKept();
    const here = new URLSearchParams(location.search);
    const isBare = !FIELDS.some((name) => here.has(name));
    if (isBare && !kept.isEmpty) {
      if (here.has('add') || here.has('kept')) goOnWith(kept, here.getAll('add'));
      // Nothing is written over what is kept here by merely opening the page.
      else setOffered(kept);
    } else if (kept.isEmpty || here.has('add') || isSame(kept, form)) keep(form);
    // A link of somebody else's: what this browser keeps is offered, and gives way only when this one is written in.
    else setOffered(kept);
    return watch(form, setTooLong);
  }, []);
  return (
    <div role="status">
      {offered === null ? null : (
        <Offer
          kept={offered}
          onGoOn={() => {
            setOffered(null);
            goOnWith(offered, []);
          }}
          onForget={() => {
            setOffered(null);
            write('');
          }}
        />
      )}
      {tooLong === 0 ? null : <TooLong length={tooLong} isSignedIn={isSignedIn} />}
    </div>
  );
}

/** Keeps what is typed, stops a link that would not get through, and saves to the account what stands in the fields. */
function watch(form: HTMLFormElement, onTooLong: (length: number) => void): () => void {
  const onInput = () => keep(form);
  const onSubmit = (event: SubmitEvent) => {
    const length = String(new URLSearchParams(fieldsOf(form))).length;
    if (length <= LINK_MAX) return;
    event.preventDefault();
    onTooLong(length);
  };
  const save = document.getElementById(SAVE_FORM) as HTMLFormElement | null;
  const onSave = () => {
    if (save !== null) fill(save, fieldsOf(form));
  };
  form.addEventListener('input', onInput);
  form.addEventListener('submit', onSubmit);
  save?.addEventListener('submit', onSave);
  return () => {
    form.removeEventListener('input', onInput);
    form.removeEventListener('submit', onSubmit);
    save?.removeEventListener('submit', onSave);
  };
}

function TooLong({ length, isSignedIn }: { length: number; isSignedIn: boolean }) {
  return (
    <Notice title="The sheet is too long for a link." warn>
      <p>
        It would have {counted(length, 'character')}, and {LINK_MAX.toLocaleString('en-GB')} get through everywhere.
        What you typed stays in this browser.{' '}
        {isSignedIn ? (
          'Save it to your account: there it can be longer.'
        ) : (
          <>
            In an account it can be longer: <a href={`/sign-in?next=${encodeURIComponent(KEPT)}`}>sign in</a>, and save
            it there.
          </>
        )}
      </p>
    </Notice>
  );
}

type OfferProps = { kept: Kept; onGoOn: () => void; onForget: () => void };

function Offer({ kept: { title }, onGoOn, onForget }: OfferProps) {
  return (
    <Notice title={`This browser keeps a sheet: ${title === '' ? 'without a title' : `“${title}”`}.`}>
      <p className="finder-buttons">
        <button type="button" className="button" onClick={onGoOn}>
          Go on with it
        </button>
        <button type="button" className="button-quiet" onClick={onForget}>
          Forget it
        </button>
      </p>
    </Notice>
  );
}

const sheetForm = () => document.getElementById('sheet-text')?.closest('form') ?? null;

/** What is kept here, with the claims behind it; in the address where it fits there, and otherwise in the fields alone. */
function goOnWith({ whole }: Kept, added: readonly string[]): void {
  const link = new URLSearchParams(whole);
  for (const claims of added) link.append('add', claims);
  if (String(link).length <= LINK_MAX) {
    location.replace(`${location.pathname}?${link}`);
    return;
  }
  const text = whole.get('text') ?? '';
  const tokens = added.flatMap((claims) => claims.split(',')).map((claim) => `{{${claim}}}`);
  whole.set('text', [text, ...tokens.filter((token) => !text.includes(token))].join('\n\n'));
  const form = sheetForm();
  if (form === null) return;
  fill(form, Object.fromEntries(whole));
  keep(form);
}

function fill(form: HTMLFormElement, texts: Readonly<Record<string, string>>): void {
  for (const name of FIELDS) {
    const field = form.elements.namedItem(name);
    if (field && 'value' in field) field.value = texts[name] ?? '';
  }
}

function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const fields = new FormData(form);
  return Object.fromEntries([...FIELDS, 'q'].map((name) => [name, String(fields.get(name) ?? '')]));
}

function keep(form: HTMLFormElement): void {
  const { q: _q, ...fields } = fieldsOf(form);
  const isEmpty = [fields.title, fields.text].every((words) => (words ?? '').trim() === '');
  write(isEmpty ? '' : String(new URLSearchParams(fields)));
}

const isSame = ({ whole }: Kept, form: HTMLFormElement) =>
  (['title', 'text'] as const).every((name) => (whole.get(name) ?? '').trim() === fieldsOf(form)[name]?.trim());

function readKept(): Kept {
  const whole = new URLSearchParams(read());
  return { title: whole.get('title') ?? '', isEmpty: whole.size === 0, whole };
}

// A browser that keeps nothing (a private window) throws here: then the link alone keeps the sheet.

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {}
}
