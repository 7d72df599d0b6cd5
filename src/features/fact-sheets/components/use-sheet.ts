'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Edit, edited } from '../../../domain/fact-sheet/edit';
import { tooLongToSave } from '../../../domain/fact-sheet/saveable';
import type { Sheet } from '../../../domain/fact-sheet/sheet';
import { edit as send } from '../actions';
import type { EditorView } from '../schema';
import { formOfSheet } from './sheet-form';

const PAUSE_MS = 900;
const RETRY_MS = 8000;
const UNSAVED = 'Not saved yet.';
const AWAY = 'Not saved: the site cannot be reached. What you typed stays here, and is sent again.';
const SIGNED_OUT =
  'Not saved: you are no longer signed in. Sign in in another tab; what you typed stays here, and is sent again.';

/** What a button sends besides the sheet. */
export type SaveStep = '' | 'undo' | 'overwrite' | 'theirs';

/**
 * The sheet in somebody's hands: what is typed is there at once, saved when they pause, and checked with that. One thing is
 * sent at a time; what is typed meanwhile goes with the next.
 */
export function useSheet(first: EditorView) {
  // Long: what is typed, sent and answered goes by the same references, and taken apart each part would be handed all of them.
  const [[view, setView], [sheet, setSheet]] = [useState(first), useState(first.sheet)];
  const [said, setSaid] = useState<string | null>(null);
  const latest = useRef(first.sheet);
  const seen = useRef(first);
  const [lastKind, steps] = [useRef('typing'), useRef(0)];
  const isUnsaved = useRef(first.problem?.other != null);
  const isSending = useRef(false);
  const sent = useRef<Promise<boolean>>(Promise.resolve(true));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const put = (next: Sheet) => {
    latest.current = next;
    setSheet(next);
  };

  const notSaved = (why: string) => {
    isUnsaved.current = true;
    setSaid(why);
    return false;
  };

  async function sendNow(button: SaveStep, sheet = latest.current): Promise<boolean> {
    const tooLong = tooLongToSave(sheet);
    if (tooLong !== null) return notSaved(`Not saved. ${tooLong}`);
    isUnsaved.current = sheet !== latest.current;
    isSending.current = true;
    const { id, version, problem } = seen.current;
    const form = formOfSheet(sheet, { id, version, other: problem?.other ?? 0, button });
    const answer = await send(null, form).catch(() => null);
    isSending.current = false;
    if (answer === null) {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => save(button), RETRY_MS);
      return notSaved(await whyNot());
    }
    seen.current = { ...seen.current, ...answer };
    setView(seen.current);
    if (answer.problem !== null) return notSaved('Not saved.');
    // What was typed while that was under way is not thrown away: it is the next step.
    if ((button === 'undo' || button === 'theirs') && !isUnsaved.current) put(seen.current.sheet);
    setSaid(isUnsaved.current ? UNSAVED : `Saved at ${timeText()}.`);
    return true;
  }

  /** Sends when what was sent before is answered. @returns whether it is saved */
  function save(button: SaveStep = '', sheet?: Sheet): Promise<boolean> {
    clearTimeout(timer.current);
    sent.current = sent.current.then(() => sendNow(button, sheet));
    return sent.current;
  }

  function change(next: Sheet, kind = 'typing'): void {
    // What was typed before a removal is saved for itself: Undo brings back what was removed, and no more.
    const isAnother = isUnsaved.current && kind !== lastKind.current;
    if (isAnother && seen.current.problem?.other == null) save('', latest.current);
    lastKind.current = kind;
    put(next);
    isUnsaved.current = true;
    setSaid(UNSAVED);
    clearTimeout(timer.current);
    // Where somebody else has saved, nothing is sent until it is said which of the two is kept.
    if (seen.current.problem?.other == null) timer.current = setTimeout(() => save(), PAUSE_MS);
  }

  function step(edit: Edit): Sheet {
    // A block on its way through the sheet goes back in one step.
    const isMove = edit.do === 'up' || edit.do === 'down' || edit.do === 'move';
    steps.current += 1;
    change(edited(latest.current, edit), isMove ? `move ${edit.block}` : `step ${steps.current}`);
    return latest.current;
  }

  /** Whether there is something that stands only here. */
  const hasUnsaved = () => isUnsaved.current || isSending.current;
  useLeaving(hasUnsaved, () => save());
  return { view, sheet, said, change, step, save, hasUnsaved };
}

/** Whether nobody answers, or somebody who no longer knows us. */
async function whyNot(): Promise<string> {
  const answer = await fetch(location.pathname, { method: 'HEAD', redirect: 'manual' }).catch(() => null);
  return answer?.type === 'opaqueredirect' ? SIGNED_OUT : AWAY;
}

/** Warns before a page is left with what is nowhere else; sends that as soon as the network is back. */
function useLeaving(isUnsaved: () => boolean, save: () => void): void {
  const leaving = useEffectEvent((event: Event) => {
    if (isUnsaved()) event.preventDefault();
  });
  const back = useEffectEvent(() => {
    if (isUnsaved()) save();
  });
  useEffect(() => {
    const listen = (event: Event) => leaving(event);
    const listenBack = () => back();
    window.addEventListener('beforeunload', listen);
    window.addEventListener('online', listenBack);
    return () => {
      window.removeEventListener('beforeunload', listen);
      window.removeEventListener('online', listenBack);
    };
  }, []);
}

const timeText = () => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
