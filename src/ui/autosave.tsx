'use client';

import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Kept } from '../lib/form-state';

const PAUSE_MS = 2000;
const AWAY = 'Not saved: the site cannot be reached. It is tried again after the next change.';

/** What a form is told when the answer was that nothing was saved: the text is still in it, and nowhere else. */
export const REFUSED = 'refused';

type AutosaveProps = {
  keep: (form: FormData) => Promise<Kept>;
  /** Whether what was kept is saved with that, or only laid aside until somebody saves. */
  as: 'saved' | 'aside';
  /** What stands there before anything was typed. */
  children?: React.ReactNode;
};

/**
 * Keeps what is typed in the form around it whenever somebody pauses, says so, and warns before a page is left with text
 * that is neither saved nor kept. Without scripts nothing of it happens, and the form still saves.
 */
export function Autosave({ keep, as, children }: AutosaveProps) {
  const place = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const isUnsaved = useRef(false);
  const save = useEffectEvent(async (form: HTMLFormElement) => {
    // What is typed while this is under way is not in it.
    isUnsaved.current = false;
    const answer: Kept = await keep(new FormData(form)).catch(() => ({ problem: AWAY }));
    if (answer.problem !== null) isUnsaved.current = true;
    setSaid(answer.problem ?? answer.said ?? keptText(as));
  });
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = ({ target }: Event) => {
      if (!isPart(target)) return;
      clearTimeout(timer);
      isUnsaved.current = true;
      setSaid('Not saved yet.');
      timer = setTimeout(() => startTransition(() => save(form)), PAUSE_MS);
    };
    const sent = () => {
      clearTimeout(timer);
      isUnsaved.current = false;
      setSaid(null);
    };
    const refused = () => {
      isUnsaved.current = true;
    };
    const leaving = (event: Event) => {
      if (isUnsaved.current) event.preventDefault();
    };
    return listening(
      [
        [form, 'input', changed],
        [form, 'submit', sent],
        [form, REFUSED, refused],
        [window, 'beforeunload', leaving],
      ],
      () => clearTimeout(timer),
    );
  }, []);
  return (
    <p className="meta" role="status" ref={place}>
      {said ?? children}
    </p>
  );
}

function keptText(as: AutosaveProps['as']): string {
  const time = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return as === 'saved' ? `Saved at ${time}.` : `What you typed was kept at ${time}; it is not saved yet.`;
}

/** Fields of no name, and those that only look something up, are no part of what is saved. */
function isPart(target: EventTarget | null): boolean {
  return target instanceof Element && target.hasAttribute('name') && target.closest('[data-unkept]') === null;
}

/** Listens until the returned function is called, which also does what is to be done at the end. */
function listening(all: readonly [EventTarget, string, (event: Event) => void][], atEnd: () => void): () => void {
  for (const [target, name, listener] of all) target.addEventListener(name, listener);
  return () => {
    atEnd();
    for (const [target, name, listener] of all) target.removeEventListener(name, listener);
  };
}
