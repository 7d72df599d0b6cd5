import { SubmitButton } from '../../../ui/form/submit-button';
import { Notice } from '../../../ui/notice';
import { redraft } from '../actions';

/** One click: superseded claims give way to their successors, misquotations to what they misquote, merged ones to what they became. */
export function RedraftForm({ id, words = 'Redraft with the changes applied' }: { id: string; words?: string }) {
  return (
    <form action={redraft} className="form-bare">
      <input type="hidden" name="id" value={id} />
      <SubmitButton busy="Redrafting …">{words}</SubmitButton>
    </form>
  );
}

/** What the redraft did. @param done `C24-C31,C6-C62`, `none` or `conflict` @param left `C6,C8` */
export function RedraftNotice({ done, left }: { done: string; left: string }) {
  const undecided = left.match(/\bC[1-9]\d{0,8}\b/g) ?? [];
  const pairs = [...done.matchAll(/\b(C[1-9]\d{0,8})-(C[1-9]\d{0,8})\b/g)];
  if (pairs.length === 0) {
    const why =
      done === 'conflict'
        ? 'The sheet was saved in that moment, and nothing was replaced: try it again.'
        : 'Nothing was replaced: the checks say at each claim what there is to decide.';
    return <Notice title={why} />;
  }
  return (
    <div role="status">
      <Notice title="Replaced in the whole sheet:">
        <ul>
          {pairs.map(([pair, from, to]) => (
            <li key={pair}>
              {from} by <a href={`/claims/${to}`}>{to}</a>
            </li>
          ))}
        </ul>
        {undecided.length === 0 ? null : (
          <p>Left for you to decide, as the checks beside them say: {undecided.join(', ')}.</p>
        )}
        <p>Read the words around them once more: they were written for another claim. Undo brings the old ones back.</p>
      </Notice>
    </div>
  );
}
