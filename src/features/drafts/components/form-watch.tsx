'use client';

import { useEffect, useState } from 'react';
import { autosave } from '../actions';
import { REFUSED } from './answered-form';

const AUTOSAVE_AFTER_MS = 4000;

/**
 * Keeps what is typed in a form every few seconds, and warns before a page is left with text that is neither saved nor kept.
 * Without scripts nothing of it happens, and the form still saves.
 */
export function FormWatch({ formId }: { formId: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const found = document.getElementById(formId);
    if (!(found instanceof HTMLFormElement)) return;
    const form: HTMLFormElement = found;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isUnkept = false;
    async function keep() {
      // What is typed while this is under way is not in it.
      isUnkept = false;
      const answer = await autosave(new FormData(form)).catch(() => ({
        kept: false,
        said: 'Not kept just now: the server cannot be reached. It is tried again after the next change.',
      }));
      if (!answer.kept) isUnkept = true;
      const time = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
      setSaid(answer.said === '' ? `What you typed was kept at ${time}; it is not saved yet.` : answer.said);
    }
    function changed(event: Event) {
      const target = event.target as HTMLInputElement;
      if (target.name === '' || target.closest('[data-unkept]') !== null) return;
      isUnkept = true;
      clearTimeout(timer);
      timer = setTimeout(keep, AUTOSAVE_AFTER_MS);
    }
    function sent() {
      isUnkept = false;
      clearTimeout(timer);
    }
    // The answer was that nothing was saved: the text is still here, and nowhere else.
    function refused() {
      isUnkept = true;
    }
    function leaving(event: BeforeUnloadEvent) {
      if (isUnkept) event.preventDefault();
    }
    form.addEventListener('input', changed);
    form.addEventListener('submit', sent);
    form.addEventListener(REFUSED, refused);
    window.addEventListener('beforeunload', leaving);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', changed);
      form.removeEventListener('submit', sent);
      form.removeEventListener(REFUSED, refused);
      window.removeEventListener('beforeunload', leaving);
    };
  }, [formId]);
  return (
    <p className="meta" role="status">
      {said}
    </p>
  );
}
