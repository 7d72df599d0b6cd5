'use client';

import { useState, useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Copies a text. It is there only where the browser can copy; its place is kept free, so that nothing moves.
 *
 * @param props.words what it says in sight: the beginning of its label
 */
export function CopyButton({ text, label, words = 'Copy' }: { text: string; label: string; words?: string }) {
  const able = useSyncExternalStore(
    never,
    () => navigator.clipboard !== undefined,
    () => false,
  );
  const [said, setSaid] = useState('');
  async function copy() {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(done ? 'Copied' : 'Not allowed: select the text');
    setTimeout(() => setSaid(''), 3000);
  }
  return (
    <span className="copy" style={able ? undefined : { visibility: 'hidden' }}>
      <button type="button" className="button-quiet" aria-label={label} onClick={copy}>
        {words}
      </button>{' '}
      <span role="status">{said}</span>
    </span>
  );
}
