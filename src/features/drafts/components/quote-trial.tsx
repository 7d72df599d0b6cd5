'use client';

import { useEffect, useRef, useState } from 'react';
import { findQuote } from '../../../domain/text/quote-selector';

/** What became of an anchor in a text. */
function verdict(
  text: string,
  exact: string,
  prefix: string,
  suffix: string,
): { before: string; found: string; after: string } | string {
  if (text.trim() === '') return 'Paste a part of the text to try the anchor.';
  if (exact.trim() === '') return 'There are no exact words to look for.';
  const anchor = findQuote(text, { exact, prefix: prefix || null, suffix: suffix || null });
  if (!anchor.found) {
    return anchor.why === 'gone'
      ? 'Orphaned: the words do not stand in this text.'
      : 'Ambiguous: they stand in several places. Give words before or after that only one of them has.';
  }
  return {
    before: text.slice(Math.max(0, anchor.start - 60), anchor.start),
    found: text.slice(anchor.start, anchor.end),
    after: text.slice(anchor.end, anchor.end + 60),
  };
}

/** Tries the anchor of the form on a text that is pasted in. The text is sent nowhere and kept nowhere. */
export function QuoteTrial({ formId }: { formId: string }) {
  const [result, setResult] = useState<ReturnType<typeof verdict>>(verdict('', '', '', ''));
  const [isAble, setAble] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => setAble(true), []);
  useEffect(() => {
    const form = document.getElementById(formId);
    const look = () => {
      const value = (name: string) => form?.querySelector<HTMLInputElement>(`[name="quote.${name}"]`)?.value ?? '';
      setResult(verdict(box.current?.value ?? '', value('exact'), value('prefix'), value('suffix')));
    };
    form?.addEventListener('input', look);
    const own = box.current;
    own?.addEventListener('input', look);
    return () => {
      form?.removeEventListener('input', look);
      own?.removeEventListener('input', look);
    };
  }, [formId, isAble]);
  return (
    <section className="form-section" aria-labelledby="quote-trial">
      <h2 id="quote-trial">Try the anchor</h2>
      {isAble ? (
        <div className="form-field">
          <label htmlFor="quote-trial-text">Text of the source</label>
          <p className="form-hint" id="quote-trial-hint">
            It stays in this browser.
          </p>
          <textarea className="field" id="quote-trial-text" rows={5} ref={box} aria-describedby="quote-trial-hint" />
        </div>
      ) : (
        <p className="muted">This needs scripts. The anchor can be saved without trying it.</p>
      )}
      <p role="status">
        {typeof result === 'string' ? (
          result
        ) : (
          <>
            <strong>Found:</strong> …{result.before}
            <mark>{result.found}</mark>
            {result.after}…
          </>
        )}
      </p>
    </section>
  );
}
