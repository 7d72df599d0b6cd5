'use client';

import { useEffect } from 'react';

/**
 * Says again whether this browser is signed in, and may see drafts, when somebody comes to the desk or leaves it without a new document: the
 * layout's own script (src/app/layout.tsx) has run by then.
 */
export function DeskMark() {
  useEffect(() => {
    mark();
    return mark;
  }, []);
  return null;
}

function mark(): void {
  const { dataset } = document.documentElement;
  const mark = /(?:^|; )plumbline-desk=(\w+)/.exec(document.cookie)?.[1];
  if (mark === undefined) delete dataset.desk;
  else dataset.desk = mark;
}
