import {
  BOUND,
  CLAIM_STATUS,
  CONFIDENCE,
  FIGURE_KIND,
  MEASURE,
  METHOD_KIND,
  POPULATION_GROUP,
  VERIFICATION,
} from '../../../domain/words';
import { WordList } from './word-list';

/** How a record was verified: from the strongest to the weakest. */
export function VerificationWords() {
  return (
    <>
      <WordList words={VERIFICATION} />
      <p>Beside the level stands how sure we are of what was seen:</p>
      <WordList words={CONFIDENCE} />
    </>
  );
}

/** What a reader needs to know of a claim before anything else. */
export function StatusWords() {
  return <WordList words={CLAIM_STATUS} />;
}

/** What a figure is made of. */
export function FigureWords() {
  return (
    <>
      <h3 id="figure-kinds">Kinds of figures</h3>
      <WordList words={FIGURE_KIND} />
      <h3 id="bounds">Bounds</h3>
      <WordList words={BOUND} />
      <h3 id="stock-and-flow">Stock and flow</h3>
      <WordList words={MEASURE} />
      <h3 id="populations">Who or what is counted</h3>
      <WordList words={POPULATION_GROUP} />
      <h3 id="methods">How it was made</h3>
      <WordList words={METHOD_KIND} />
    </>
  );
}
