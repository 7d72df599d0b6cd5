import { fieldsOf } from '../../../domain/fields/field';
import { Autosave } from '../../../ui/autosave';
import { ErrorSummary } from '../../../ui/form/error-summary';
import { fieldId, problemText } from '../../../ui/form/field-text';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { TextField } from '../../../ui/form/text-field';
import { autosave } from '../actions';
import type { FormView } from '../loaders';
import { SavedForm } from './saved-form';
import { DraftHead } from './draft-head';
import { DuplicateWatch } from './duplicate-watch';
import { QuoteTrial } from './quote-trial';
import { RecordFields } from './record-fields';
import { UnsavedElsewhere, UnsavedHere } from './unsaved-notice';

const FORM_ID = 'draft-form';

type DraftFormProps = { view: FormView; title: string; isSaved: boolean };

/** One form of a draft on a page of its own. */
export function DraftForm({ view, title, isSaved }: DraftFormProps) {
  const { draft, form, member, sections, unsaved } = view;
  const fields = fieldsOf(sections);
  const errors = fields.flatMap(({ path, label }) => {
    const error = view.errors[path];
    return error === undefined ? [] : [{ href: `#${fieldId(path)}`, text: problemText(label, error) }];
  });
  return (
    <>
      <DraftHead draft={draft} title={title} />
      <Above view={view} errors={errors} isSaved={isSaved} />
      {form === 'edit' ? (
        <DuplicateWatch
          key={`duplicates ${draft.version}`}
          formId={FORM_ID}
          found={view.duplicates}
          merge={view.may.merge && draft.isRevision ? draft.recordId : undefined}
        />
      ) : null}
      <SavedForm
        id={FORM_ID}
        draft={draft.id}
        form={form}
        member={member}
        version={draft.version}
        edition={`${draft.version}${unsaved === null ? '' : ' unsaved'}`}
      >
        <input type="hidden" name="version" value={view.opened.version} />
        <input type="hidden" name="base" value={view.opened.base} />
        <RecordFields
          sections={sections}
          values={view.values}
          errors={view.errors}
          candidates={view.candidates}
          offered={view.offered}
          citations={view.citations}
        />
        {form === 'citation' ? <OtherClaim /> : null}
        <SaveButtons withMethod={form === 'edit' && draft.kind === 'claim'} />
      </SavedForm>
      {form === 'citation' ? <QuoteTrial formId={FORM_ID} /> : null}
    </>
  );
}

type AboveProps = Pick<DraftFormProps, 'view' | 'isSaved'> & { errors: { href: string; text: string }[] };

/** What is to be known before the form is read: text that was not saved, faults, or that all is saved. */
function Above({ view: { draft, typed, unsaved }, errors, isSaved }: AboveProps) {
  return (
    <>
      {unsaved === null ? null : <UnsavedHere draft={draft} unsaved={unsaved} />}
      <UnsavedElsewhere draft={draft} typed={typed.filter((one) => one !== unsaved)} />
      {errors.length === 0 ? null : (
        <ErrorSummary
          key={`errors ${draft.version}`}
          title={isSaved ? 'Saved, but not whole yet' : 'Not whole yet'}
          errors={errors}
        />
      )}
      {isSaved && errors.length === 0 ? (
        <p className="notice" role="status">
          Saved.
        </p>
      ) : null}
    </>
  );
}

/** Saving leaves the form open, or leads on; what was typed and not saved is kept meanwhile. */
function SaveButtons({ withMethod }: { withMethod: boolean }) {
  return (
    <Buttons sticky>
      <SubmitButton name="next" value="stay">
        Save
      </SubmitButton>
      {withMethod ? (
        <SubmitButton look="quiet" name="next" value="method">
          Save and go on to the method
        </SubmitButton>
      ) : null}
      <SubmitButton look="quiet" name="next" value="overview">
        Save and see the draft
      </SubmitButton>
      <Autosave keep={autosave} as="aside" />
    </Buttons>
  );
}

/** A way to the citations of another claim that works without scripts: the form is saved, and comes back with them. */
function OtherClaim() {
  return (
    <section className="form-section" aria-labelledby="other-claim">
      <h2 id="other-claim">Drawn from a citation of another claim?</h2>
      <div data-unkept>
        <TextField
          name="from"
          label="Id of that claim"
          hint="Such as C12. Save, and its citations are offered under “Drawn from”."
        />
      </div>
    </section>
  );
}
