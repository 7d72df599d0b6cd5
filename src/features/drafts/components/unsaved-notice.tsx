import { SubmitButton } from '../../../ui/form/submit-button';
import { Moment } from '../../../ui/moment';
import { Notice } from '../../../ui/notice';
import { dropUnsaved } from '../actions';
import { type DraftDto, partHref, type Typed } from '../schema';

type UnsavedHereProps = { draft: Pick<DraftDto, 'id'>; unsaved: Typed };

/** The form shows what this person typed in it and did not save. */
export function UnsavedHere({ draft, unsaved }: UnsavedHereProps) {
  return (
    <Notice title="Typed, but not saved">
      <p>
        The form shows what you typed here until <Moment at={unsaved.at} />. Save it, or drop it and see what is saved.
      </p>
      <DropForm draft={draft} unsaved={unsaved} />
    </Notice>
  );
}

const WORDS: Readonly<Record<Typed['form'], (member: string, kind: DraftDto['kind']) => string>> = {
  edit: (_member, kind) => `The ${kind}`,
  method: () => 'The method note',
  citation: (member) => (member === '' ? 'A new citation' : `The citation ${member}`),
  relation: (member) => (member === '' ? 'A new relation' : `Relation ${member}`),
};

type UnsavedElsewhereProps = { draft: Pick<DraftDto, 'id' | 'kind' | 'state'>; typed: readonly Typed[] };

/** Forms of the draft in which this person typed something and did not save it. */
export function UnsavedElsewhere({ draft, typed }: UnsavedElsewhereProps) {
  if (typed.length === 0) return null;
  return (
    <Notice title="Typed, but not saved">
      <ul>
        {typed.map((unsaved) => (
          <li key={`${unsaved.form} ${unsaved.member}`}>
            <p>
              <a href={partHref(draft.id, unsaved.form, unsaved.member)}>
                {WORDS[unsaved.form](unsaved.member, draft.kind)}
              </a>
              , typed until <Moment at={unsaved.at} />
            </p>
            <DropForm draft={draft} unsaved={unsaved} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function DropForm({ draft, unsaved }: UnsavedHereProps) {
  return (
    <form action={dropUnsaved} className="form-buttons">
      <input type="hidden" name="draft" value={draft.id} />
      <input type="hidden" name="form" value={unsaved.form} />
      <input type="hidden" name="member" value={unsaved.member} />
      <SubmitButton look="quiet">Drop it</SubmitButton>
    </form>
  );
}
