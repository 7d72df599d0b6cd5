import { METHOD_CERTAINTY, RELIABILITY, SOURCE_RELIABILITY, TRANSMISSION } from '../../../domain/words';
import { WordList } from './word-list';

/** The one word on a claim's badge. */
export function ReliabilityWords() {
  return <WordList words={RELIABILITY} />;
}

/** The axes that the one word rests on. Transmission is worked out; the other two are judged. */
export function AxisWords() {
  return (
    <>
      <h3 id="source-reliability">Source reliability</h3>
      <p>
        How far the work that first stated the figure can be trusted as a work: who stands behind it, how careful it is,
        and whether its statements can be checked. The questions are ours, under the six heads of AACODS (authority,
        accuracy, coverage, objectivity, date, significance); the six answers are the words of the Admiralty code.
      </p>
      <WordList words={SOURCE_RELIABILITY} />
      <h3 id="method-certainty">Method certainty</h3>
      <p>
        How close the figure is likely to be to what it sets out to measure, given how it was made. The four words are
        those of GRADE. A careful count of reports can be highly certain, as a count of reports.
      </p>
      <WordList words={METHOD_CERTAINTY} />
      <h3 id="transmission">Transmission fidelity</h3>
      <p>
        What became of the figure on its way from the origin to those who repeat it. Nobody types this in: it is worked
        out from the recorded citations, and it is the worst that happened to the figure on any recorded way.
      </p>
      <WordList words={TRANSMISSION} />
    </>
  );
}
