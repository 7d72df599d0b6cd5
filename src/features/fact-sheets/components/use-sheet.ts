'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Edit, edited } from '../../../domain/fact-sheet/edit';
import type { Sheet } from '../../../domain/fact-sheet/sheet';
import { edit as send } from '../actions';
import type { EditorView } from '../schema';
import { formOfSheet } from './sheet-form';

const PAUSE_MS = 900;
const RETRY_MS = 8000;
const AWAY = 'Not saved: the site cannot be reached. What you typed stays here, and is sent again.';

/**
 * The sheet in somebody's hands: what is typed is there at once, saved when they pause, and checked with that. One thing is
 * sent at a time; what is typed meanwhile goes with the next.
 */
export function useSheet(first: EditorView) {
  const [view, setView] = useState(first);
  const [sheet, setSheet] = useState(first.sheet);
  const [said, setSaid] = useState<string | null>(null);
  const latest = useRef(first.sheet);
  const seen = useRef(first);
  const isUnsaved = useRef(false);
  const isSending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const put = (next: Sheet) => {
    latest.current = next;
    setSheet(next);
  };

  async function save(button = ''): Promise<void> {
    clearTimeout(timer.current);
    if (isSending.current) {
      timer.current = setTimeout(() => save(button), 150);
      return;
    }
    isSending.current = true;
    isUnsaved.current = false;
    const { id, version, problem } = seen.current;
    const form = formOfSheet(latest.current, { id, version, other: problem?.other ?? 0, button });
    const answer = await send(seen.current, form).catch(() => null);
    isSending.current = false;
    if (answer === null) {
      isUnsaved.current = true;
      setSaid(AWAY);
      timer.current = setTimeout(() => save(button), RETRY_MS);
      return;
    }
    seen.current = answer;
    setView(answer);
    if (answer.problem !== null) isUnsaved.current = true;
    else if (button === 'undo') put(answer.sheet);
    setSaid(
      answer.problem === null ? (isUnsaved.current ? 'Not saved yet.' : `Saved at ${timeText()}.`) : 'Not saved.',
    );
  }

  function change(next: Sheet): void {
    put(next);
    isUnsaved.current = true;
    setSaid('Not saved yet.');
    clearTimeout(timer.current);
    // Where somebody else has saved, nothing is sent until it is said which of the two is kept.
    if (seen.current.problem?.other == null) timer.current = setTimeout(() => save(), PAUSE_MS);
  }

  const leaving = useEffectEvent((event: Event) => {
    if (isUnsaved.current || isSending.current) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: Event) => leaving(event);
    window.addEventListener('beforeunload', listen);
    return () => window.removeEventListener('beforeunload', listen);
  }, []);

  return { view, sheet, said, change, step: (edit: Edit) => change(edited(latest.current, edit)), save };
}

const timeText = () => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
