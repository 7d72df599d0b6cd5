'use client';

import { ActionForm } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { chooseAll, chooseRows, confirm, drop } from '../actions';
import { counted } from './import-words';

type Place = { id: number; show: string; after: number; last: number | null };

function placeFields({ last, ...place }: Place): Record<string, string | number> {
  return last === null ? place : { ...place, last };
}

const BULK_CHOICES = [
  { value: 'new', label: 'Only new ones' },
  { value: 'not-certain', label: 'New ones and possible duplicates' },
  { value: 'all', label: 'All' },
  { value: 'none', label: 'None' },
];

/** Takes all rows of a sort at once. */
export function BulkForm({ place }: { place: Place }) {
  return (
    <ActionForm action={chooseAll} hidden={placeFields(place)} className="form-bare">
      <fieldset className="form-field import-bulk">
        <legend>Take of the rows in order</legend>
        {BULK_CHOICES.map(({ value, label }) => (
          <SubmitButton key={value} look="quiet" name="choice" value={value}>
            {label}
          </SubmitButton>
        ))}
      </fieldset>
    </ActionForm>
  );
}

/** Around a page of rows with their ticks. */
export function RowsForm({ place, children }: { place: Place; children: React.ReactNode }) {
  return (
    <ActionForm action={chooseRows} hidden={placeFields(place)} className="form-bare">
      {children}
      <Buttons>
        <SubmitButton look="quiet">Keep these ticks</SubmitButton>
        {place.last !== null && (
          <SubmitButton look="quiet" name="then" value="next">
            Keep them and show the next rows
          </SubmitButton>
        )}
      </Buttons>
    </ActionForm>
  );
}

/** The last step, and the way back. */
export function ConfirmForm({ id, taken, again }: { id: number; taken: number; again: boolean }) {
  return (
    <ActionForm action={confirm} hidden={{ id }} className="form-bare">
      <SubmitButton disabled={taken === 0}>
        {`${again ? 'Try again: make' : 'Make'} ${counted(taken, 'draft')}`}
      </SubmitButton>
    </ActionForm>
  );
}

export function DropForm({ id }: { id: number }) {
  return (
    <ActionForm action={drop} hidden={{ id }} className="form-bare">
      <SubmitButton look="quiet">Throw this away</SubmitButton>
    </ActionForm>
  );
}
