'use client';

import { startTransition, useEffect, useRef, useState } from 'react';
import { keepAnswers } from '../actions';

const PAUSE = 1500;

/** Says when it was last saved and, with scripts, saves by itself whenever somebody pauses. It stands inside the form. */
export function AutosaveNote({ round, savedAt }: { round: number; savedAt: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isUnsaved = false;
    const save = () =>
      startTransition(async () => {
        // What is typed while it is being saved is unsaved again.
        isUnsaved = false;
        const kept = await keepAnswers(round, new FormData(form)).catch(() => null);
        if (!kept?.kept) isUnsaved = true;
        setSaid(
          kept === null ? 'Not saved: the site cannot be reached.' : kept.kept ? 'Saved just now.' : kept.problem,
        );
      });
    const later = () => {
      clearTimeout(timer);
      isUnsaved = true;
      setSaid('Not saved yet.');
      timer = setTimeout(save, PAUSE);
    };
    const sent = () => {
      clearTimeout(timer);
      isUnsaved = false;
      setSaid(null);
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (isUnsaved) event.preventDefault();
    };
    form.addEventListener('input', later);
    form.addEventListener('submit', sent);
    window.addEventListener('beforeunload', leaving);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', later);
      form.removeEventListener('submit', sent);
      window.removeEventListener('beforeunload', leaving);
    };
  }, [round]);
  return (
    <p className="meta" role="status" ref={place}>
      {said ?? `Last saved ${savedAt.slice(0, 16).replace('T', ' ')} UTC.`} What you write here is seen by nobody else
      until both of you have handed in.
    </p>
  );
}
