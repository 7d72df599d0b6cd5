'use client';

import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react';

const PAUSE_MS = 2000;

/** Why nothing was kept; null when it was. */
export type Kept = { problem: string | null };

type AutosaveProps = {
  keep: (form: FormData) => Promise<Kept>;
  /** Whether what was kept is saved with that, or only laid aside until somebody saves. */
  as: 'saved' | 'aside';
  /** What stands there before anything was typed. */
  children?: React.ReactNode;
};

/**
 * Keeps what is typed in the form around it whenever somebody pauses, says so, and warns before a page with unsaved text
 * is left. Without scripts nothing of it happens, and the form still saves.
 */
export function Autosave({ keep, as, children }: AutosaveProps) {
  const place = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const isUnsaved = useRef(false);
  const save = useEffectEvent(async (form: HTMLFormElement) => {
    // What is typed while it is being saved is unsaved again.
    isUnsaved.current = as === 'aside';
    const answer = await keep(new FormData(form)).catch(() => ({
      problem: 'Not saved: the site cannot be reached. It is tried again after the next change.',
    }));
    if (answer.problem !== null) isUnsaved.current = true;
    setSaid(answer.problem ?? keptText(as));
  });
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = ({ target }: Event) => {
      // Fields of no name, and those that only look something up, are no part of what is saved.
      if (!(target instanceof Element) || !target.hasAttribute('name') || target.closest('[data-unkept]')) return;
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
    const leaving = (event: BeforeUnloadEvent) => {
      if (isUnsaved.current) event.preventDefault();
    };
    form.addEventListener('input', changed);
    form.addEventListener('submit', sent);
    window.addEventListener('beforeunload', leaving);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', changed);
      form.removeEventListener('submit', sent);
      window.removeEventListener('beforeunload', leaving);
    };
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
