'use client';

import { useActionState } from 'react';
import { FormProblems } from '../../../ui/form';
import { chooseAll, chooseRows, confirm, drop } from '../actions';

type Place = { id: number; show: string; after: number; last: number | null };

function PlaceFields({ place }: { place: Place }) {
  return (
    <>
      <input type="hidden" name="id" value={place.id} />
      <input type="hidden" name="show" value={place.show} />
      <input type="hidden" name="after" value={place.after} />
      {place.last !== null && <input type="hidden" name="last" value={place.last} />}
    </>
  );
}

/** Takes all rows of a sort at once. */
export function BulkForm({ place }: { place: Place }) {
  const [state, action, pending] = useActionState(chooseAll, null);
  return (
    <form action={action}>
      <FormProblems state={state} labels={{}} />
      <PlaceFields place={place} />
      <fieldset className="form-field import-fieldset import-bulk">
        <legend>Take of the rows in order</legend>
        <button type="submit" name="choice" value="new" className="button-quiet" disabled={pending}>
          Only new ones
        </button>
        <button type="submit" name="choice" value="not-certain" className="button-quiet" disabled={pending}>
          New ones and possible duplicates
        </button>
        <button type="submit" name="choice" value="all" className="button-quiet" disabled={pending}>
          All
        </button>
        <button type="submit" name="choice" value="none" className="button-quiet" disabled={pending}>
          None
        </button>
      </fieldset>
    </form>
  );
}

/** Around a page of rows with their ticks. */
export function RowsForm({ place, children }: { place: Place; children: React.ReactNode }) {
  const [state, action, pending] = useActionState(chooseRows, null);
  return (
    <form action={action}>
      <FormProblems state={state} labels={{}} />
      <PlaceFields place={place} />
      {children}
      <div className="form-buttons">
        <button type="submit" className="button-quiet" disabled={pending}>
          Keep these ticks
        </button>
        {place.last !== null && (
          <button type="submit" name="then" value="next" className="button-quiet" disabled={pending}>
            Keep them and show the next rows
          </button>
        )}
      </div>
    </form>
  );
}

/** The last step, and the way back. */
export function ConfirmForm({ id, taken, again }: { id: number; taken: number; again: boolean }) {
  const [state, action, pending] = useActionState(confirm, null);
  return (
    <form action={action} className="import-confirm">
      <FormProblems state={state} labels={{}} />
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button" disabled={pending || taken === 0}>
        {again ? 'Try again: make' : 'Make'} {taken.toLocaleString('en')} {taken === 1 ? 'draft' : 'drafts'}
      </button>
    </form>
  );
}

export function DropForm({ id }: { id: number }) {
  const [state, action, pending] = useActionState(drop, null);
  return (
    <form action={action}>
      <FormProblems state={state} labels={{}} />
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button-quiet" disabled={pending}>
        Throw this away
      </button>
    </form>
  );
}
