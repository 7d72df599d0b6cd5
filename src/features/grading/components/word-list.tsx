import type { ReactNode } from 'react';

type Word = { label: string; meaning: string };

/** Codes of the domain explained: each word that stands on a badge, beside what it means. */
export function WordList<Code extends string>({
  words,
  mark,
}: {
  words: Readonly<Record<Code, Word>>;
  mark?: (code: Code) => ReactNode;
}) {
  return (
    <dl className="word-list">
      {(Object.entries(words) as [Code, Word][]).map(([code, { label, meaning }]) => (
        <div key={code}>
          <dt>{mark?.(code) ?? label}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
