'use client';

import { useEffect, useSyncExternalStore } from 'react';

const never = () => () => {};

/** Keys that lead from finding to finding, and the words that say so. Whoever types somewhere types. */
export function FindingKeys() {
  const isAtWork = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const step = STEP[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      lead(step);
    };
    const arrived = () => show(findingOf(location.hash));
    const focused = (event: FocusEvent) => show((event.target as Element).closest?.('.text-finding') ?? null);
    document.addEventListener('keydown', pressed);
    document.addEventListener('focusin', focused);
    document.addEventListener('click', skipHidden);
    addEventListener('hashchange', arrived);
    arrived();
    return () => {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('focusin', focused);
      document.removeEventListener('click', skipHidden);
      removeEventListener('hashchange', arrived);
    };
  }, []);
  return (
    <p className="meta finding-keys" style={isAtWork ? undefined : { visibility: 'hidden' }}>
      <kbd>n</kbd> or <kbd>j</kbd> leads to the next finding, <kbd>p</kbd> or <kbd>k</kbd> to the one before.
    </p>
  );
}

const STEP: Readonly<Record<string, 1 | -1>> = { n: 1, j: 1, p: -1, k: -1 };

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable]') !== null
  );
}

function findingOf(hash: string): Element | null {
  return /^#f\d+$/.test(hash) ? document.getElementById(hash.slice(1)) : null;
}

/** To the finding after, or before, the one that has the focus or was led to last. */
function lead(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('.text-finding')];
  const here = document.activeElement?.closest('.text-finding') ?? document.querySelector('.text-finding-here');
  const at = here === null ? (step === 1 ? -1 : all.length) : all.indexOf(here as HTMLElement);
  const next = nextInSight(all, at, step);
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'start' });
}

function nextInSight(all: readonly HTMLElement[], from: number, step: 1 | -1): HTMLElement | null {
  let at = from + step;
  while (all[at] !== undefined && all[at]?.checkVisibility() !== true) at += step;
  return all[at] ?? null;
}

/** The link to the next finding leads past those that are not shown. */
function skipHidden(event: MouseEvent): void {
  const link = (event.target as Element).closest?.('a.finding-next');
  const here = link?.closest<HTMLElement>('.text-finding');
  if (!link || !here) return;
  const all = [...document.querySelectorAll<HTMLElement>('.text-finding')];
  const next = nextInSight(all, all.indexOf(here), 1);
  if (next === null || link.getAttribute('href') === `#${next.id}`) return;
  event.preventDefault();
  location.hash = next.id;
}

/** Shows which figure of the text a finding is about, where both stand side by side. */
function show(finding: Element | null): void {
  if (finding === null) return;
  for (const before of document.querySelectorAll('.text-finding-here, .figure-mark-here')) {
    before.classList.remove('text-finding-here', 'figure-mark-here');
  }
  finding.classList.add('text-finding-here');
  const mark = document.getElementById(finding.id.replace('f', 'm'));
  mark?.classList.add('figure-mark-here');
  const pane = mark?.closest('.text-scroll');
  if (!mark || !pane || pane.scrollHeight <= pane.clientHeight) return;
  const [box, around] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (box.top < around.top || box.bottom > around.bottom)
    pane.scrollTop += box.top - around.top - pane.clientHeight / 3;
}
