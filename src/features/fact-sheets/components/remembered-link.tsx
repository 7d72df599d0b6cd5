'use client';

import { useEffect } from 'react';

const KEY = 'plumbline-fact-sheet';

/**
 * Keeps the sheet of the link in this browser, so that a claim which is added from somewhere else joins it. Without scripts,
 * or where the browser keeps nothing, each claim begins a sheet of its own.
 */
export function RememberedLink() {
  useEffect(() => {
    try {
      const here = new URLSearchParams(location.search);
      const isOnlyAdding = here.has('add') && !here.has('text') && !here.has('title');
      const kept = localStorage.getItem(KEY);
      if (isOnlyAdding && kept !== null && kept !== '') {
        const whole = new URLSearchParams(kept);
        const text = whole.get('text') ?? '';
        const added = here.getAll('add').filter((claim) => !text.includes(`{{${claim}}}`));
        for (const claim of added) whole.append('add', claim);
        location.replace(`${location.pathname}?${whole}`);
        return;
      }
      const field = document.getElementById('sheet-text');
      const form = field?.closest('form');
      if (!form) return;
      const sheet = new URLSearchParams();
      for (const [name, value] of new FormData(form))
        if (name !== 'q' && typeof value === 'string') sheet.set(name, value);
      localStorage.setItem(KEY, (sheet.get('text') ?? '').trim() === '' ? '' : String(sheet));
    } catch {
      // A browser that keeps nothing (a private window) throws here: then the link alone keeps the sheet.
    }
  }, []);
  return null;
}
