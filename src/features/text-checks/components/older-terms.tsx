import { Link } from '../../../ui/link';
import { FindingList } from '../../checks/components/check-section';
import type { TextCheck } from '../schema';

type OlderTermsProps = {
  words: TextCheck['words'];
  preferred: readonly (string | null)[];
  text: string;
  /** The page that a place of the text stands on; null where it has none. */
  pageOf: (at: number) => number | null;
};

/** The older terms of the text, each where it stands, with what to write instead. */
export function OlderTerms({ words, preferred, text, pageOf }: OlderTermsProps) {
  if (words.length === 0) return null;
  return (
    <section aria-labelledby="older-terms">
      <h2 id="older-terms" className="older-terms-head">
        Older terms
      </h2>
      <p className="meta">
        The{' '}
        <Link href="/terminology" inNewTab>
          terminology
        </Link>{' '}
        prefers others. In a quotation they may stay.
      </p>
      <ol className="older-terms">
        {words.map((word, index) => (
          <li key={word.span?.start ?? word.message} id={`w${index + 1}`} tabIndex={-1}>
            <p>
              {word.span === null ? null : (
                <a href={`#wm${index + 1}`}>
                  <q>{text.slice(word.span.start, word.span.end)}</q>
                  <span className="visually-hidden"> in the text</span>
                </a>
              )}
              {word.span === null || pageOf(word.span.start) === null ? null : (
                <span className="finding-page"> · page {pageOf(word.span.start)}</span>
              )}
              {preferred[index] ? <> Write: {preferred[index]}</> : null}
            </p>
            <FindingList findings={[word]} inNewTab />
          </li>
        ))}
      </ol>
    </section>
  );
}
