import { CONFIDENCE, TERM_ADVICE, VERIFICATION } from '../../../domain/words';
import type { TermDto } from '../schema';

/** Older terms and the ones to write instead. An authority is told once, at the end, however many terms it has. */
export function TermList({ terms }: { terms: readonly TermDto[] }) {
  const authorities = [...new Set(terms.map((term) => term.authority))];
  return (
    <>
      <ul className="term-list">
        {terms.map((term) => (
          <Term key={term.older} term={term} authority={authorities.indexOf(term.authority) + 1} />
        ))}
      </ul>
      <h2 id="authorities">Authorities</h2>
      <ol>
        {authorities.map((authority, index) => (
          <li key={authority} id={`authority-${index + 1}`}>
            {authority}
          </li>
        ))}
      </ol>
    </>
  );
}

function Term({ term, authority }: { term: TermDto; authority: number }) {
  const { level, confidence, how } = term.verification;
  const advice = TERM_ADVICE[term.advice];
  return (
    <li>
      <p className="term-older">“{term.older}”</p>
      {term.preferred === term.older ? null : <p className="term-preferred">{term.preferred}</p>}
      <p>
        <strong>{advice.label}.</strong> {advice.meaning}
      </p>
      {term.note === null ? null : <p>{term.note}</p>}
      <p className="term-footing">
        <a href={`#authority-${authority}`}>Authority {authority}</a> · {VERIFICATION[level].label},{' '}
        {CONFIDENCE[confidence].label}. {how}
      </p>
    </li>
  );
}
