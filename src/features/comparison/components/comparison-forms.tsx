import { COMPARED_MAX, COMPARED_MIN } from '../schema';

/** Where ids are typed: a plain form, which works without scripts. */
export function IdsForm({ label, value }: { label: string; value?: string }) {
  return (
    <form className="compare-form" action="/compare">
      <label>
        <span>{label}</span>
        <input className="field" name="c" defaultValue={value} placeholder="C1, C35, C46" autoComplete="off" required />
      </label>
      <button className="button" type="submit">
        Compare
      </button>
    </form>
  );
}

/** One claim more beside those already there. */
export function AddForm({ ids }: { ids: readonly string[] }) {
  if (ids.length >= COMPARED_MAX) {
    return <p className="meta">These are {COMPARED_MAX} claims, as many as are compared at once.</p>;
  }
  return (
    <form className="compare-form" action="/compare">
      <input type="hidden" name="c" value={ids.join(',')} />
      <label>
        <span>{ids.length < COMPARED_MIN ? 'Compare it with the claim' : 'Add a claim by its id'}</span>
        <input className="field" name="c" placeholder="C39" autoComplete="off" required />
      </label>
      <button className="button" type="submit">
        {ids.length < COMPARED_MIN ? 'Compare' : 'Add'}
      </button>
    </form>
  );
}
