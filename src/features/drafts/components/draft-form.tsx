import { fieldsOf } from '../../../domain/fields/field';
import { ErrorSummary } from '../../../ui/form/error-summary';
import { fieldId, problemText } from '../../../ui/form/field-frame';
import { SubmitBar } from '../../../ui/form/submit-bar';
import type { FormView } from '../loaders';
import { SavedForm } from './answered-form';
import { DraftHead } from './draft-head';
import { DuplicateWatch } from './duplicate-watch';
import { FormWatch } from './form-watch';
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
      {unsaved === null ? null : <UnsavedHere draft={draft} unsaved={unsaved} />}
      <UnsavedElsewhere draft={draft} typed={view.typed.filter((typed) => typed !== unsaved)} />
      <ErrorSummary
        key={`errors ${draft.version}`}
        title={isSaved ? 'Saved, but not whole yet' : 'Not whole yet'}
        errors={errors}
      />
      {isSaved && errors.length === 0 ? (
        <p className="notice" role="status">
          Saved.
        </p>
      ) : null}
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
        <SubmitBar label="Save" more={MORE[form === 'edit' && draft.kind === 'claim' ? 'claim' : 'other']}>
          <FormWatch formId={FORM_ID} />
        </SubmitBar>
      </SavedForm>
      {form === 'citation' ? <QuoteTrial formId={FORM_ID} /> : null}
    </>
  );
}

const OVERVIEW = { value: 'overview', label: 'Save and see the draft' };
const MORE = {
  claim: [{ value: 'method', label: 'Save and go on to the method' }, OVERVIEW],
  other: [OVERVIEW],
} as const;

/** A way to the citations of another claim that works without scripts: the form is saved, and comes back with them. */
function OtherClaim() {
  return (
    <section className="form-section" aria-labelledby="other-claim">
      <h2 id="other-claim">Drawn from a citation of another claim?</h2>
      <div className="form-field" data-unkept>
        <label htmlFor="other-claim-id">Id of that claim</label>
        <p className="form-hint" id="other-claim-hint">
          Such as C12. Save, and its citations are offered under “Drawn from”.
        </p>
        <input className="field" id="other-claim-id" name="from" type="text" aria-describedby="other-claim-hint" />
      </div>
    </section>
  );
}
