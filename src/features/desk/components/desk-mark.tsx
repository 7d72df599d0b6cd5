'use client';

import { useEffect } from 'react';

/**
 * Says again whether this browser is signed in, when somebody comes to the desk or leaves it without a new document: the
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
  if (/(^|; )plumbline-desk=1(;|$)/.test(document.cookie)) dataset.desk = '';
  else delete dataset.desk;
}
