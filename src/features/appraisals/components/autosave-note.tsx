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
    const save = () =>
      startTransition(async () => {
        timer = undefined;
        const { kept, problem } = await keepAnswers(round, new FormData(form));
        setSaid(kept ? 'Saved just now.' : problem);
      });
    const later = () => {
      clearTimeout(timer);
      setSaid('Not saved yet.');
      timer = setTimeout(save, PAUSE);
    };
    const sent = () => {
      clearTimeout(timer);
      timer = undefined;
      setSaid(null);
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (timer !== undefined) event.preventDefault();
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
