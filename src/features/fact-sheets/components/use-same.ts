'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function every time, which does what the last one given does: what is handed it need not be drawn anew. */
export function useSame<Given extends unknown[]>(work: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
