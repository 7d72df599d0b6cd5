'use client';

import { useEffect, useState } from 'react';
import { DuplicateList } from '../../duplicates/components/duplicate-list';
import type { DuplicateHit } from '../../duplicates/schema';
import { lookForDuplicates } from '../actions';

const LOOK_AFTER_MS = 700;
const MARKS = /^(title|doi|geography|figure\.(kind|value|low|high)|population\.group|period\.(start|end))$/;

type DuplicateWatchProps = {
  formId: string;
  /** Found when the page was made; with scripts, looked for again while somebody types. */
  found: readonly DuplicateHit[];
  merge?: string | undefined;
};

/** What may be there already, found while typing. */
export function DuplicateWatch({ formId, found, merge }: DuplicateWatchProps) {
  const [hits, setHits] = useState(found);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let turn = 0;
    async function look() {
      turn += 1;
      const own = turn;
      const next = await lookForDuplicates(new FormData(form as HTMLFormElement)).catch(() => null);
      if (next !== null && own === turn) setHits(next);
    }
    function changed(event: Event) {
      if (!MARKS.test((event.target as HTMLInputElement).name)) return;
      clearTimeout(timer);
      timer = setTimeout(look, LOOK_AFTER_MS);
    }
    form.addEventListener('input', changed);
    return () => {
      clearTimeout(timer);
      form.removeEventListener('input', changed);
    };
  }, [formId]);
  return (
    <div role="status" aria-label="Possible duplicates">
      {hits.length === 0 ? null : (
        <div className="notice">
          <p className="notice-title">
            {hits.length === 1 ? 'This may be there already' : `${hits.length} records may be the same`}
          </p>
          <DuplicateList hits={hits} merge={merge} />
        </div>
      )}
    </div>
  );
}
