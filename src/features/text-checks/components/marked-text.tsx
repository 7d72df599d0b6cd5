import { markedParagraphs } from '../../../domain/text/marked-text';
import { VERDICT_WORDS } from '../../../domain/text-check/verdict-words';
import type { TextCheck } from '../schema';

type Mark = { span: { start: number; end: number } } & (
  | { kind: 'figure'; number: number; verdict: TextCheck['findings'][number]['verdict'] }
  | { kind: 'word'; number: number }
);

/** Characters of a figure that has room in any line. */
const SHORT = 20;

/** The text as it was sent, with every figure and every older term as a link to what is said of it. */
export function MarkedText({ text, check }: { text: string; check: TextCheck }) {
  const figures = check.findings.map(
    ({ span, verdict }, index): Mark => ({ kind: 'figure', number: index + 1, span, verdict }),
  );
  const words = check.words.flatMap(({ span }, index): Mark[] =>
    span === null ? [] : [{ kind: 'word', number: index + 1, span }],
  );
  // Figures come first: where both begin at one letter, the figure is what has to be found.
  return (
    <div className="checked-text" lang={check.summary.language}>
      {markedParagraphs(text, [...figures, ...words]).map(({ start, pieces }) => (
        <p key={start} dir="auto">
          {pieces.map((piece, index) =>
            piece.mark === null ? piece.text : <MarkedPiece key={index} mark={piece.mark} text={piece.text} />,
          )}
        </p>
      ))}
    </div>
  );
}

function MarkedPiece({ mark, text }: { mark: Mark; text: string }) {
  if (mark.kind === 'word')
    return (
      <a className="word-mark" id={`wm${mark.number}`} href={`#w${mark.number}`}>
        {text}
        <span className="visually-hidden"> (older term)</span>
      </a>
    );
  const { sign, label } = VERDICT_WORDS[mark.verdict];
  return (
    <a
      className={`figure-mark figure-mark-${mark.verdict}${text.length > SHORT ? '' : ' figure-mark-short'}`}
      id={`m${mark.number}`}
      href={`#f${mark.number}`}
    >
      {text}
      <span className="figure-mark-sign" aria-hidden="true">
        {sign}
      </span>
      <span className="visually-hidden">
        {' '}
        (figure {mark.number}: {label})
      </span>
    </a>
  );
}
