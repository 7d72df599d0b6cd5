import { begin } from '../actions';
import { AnsweredForm } from './answered-form';

/** Opens the draft of a published record: the one that somebody has open already, or a new one. */
export function EditRecord({ kind, id }: { kind: 'source' | 'claim'; id: string }) {
  return (
    <AnsweredForm action={begin}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="record" value={id} />
      <p className="button-row">
        <button className="button" type="submit">
          Edit
        </button>
      </p>
    </AnsweredForm>
  );
}
