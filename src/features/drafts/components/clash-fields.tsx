import type { FieldClash } from '../../../domain/fields/versions';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';

type Clash = {
  version: number;
  fields: readonly FieldClash[];
  values: Readonly<Record<string, readonly string[]>>;
};

/** Two versions of one form beside each other: one of the two is chosen for each field, or one of them as a whole. */
export function ClashFields({ clash: { version, fields, values } }: { clash: Clash }) {
  return (
    <section aria-labelledby="clash">
      <h2 id="clash">Somebody else saved this meanwhile</h2>
      <p>
        Nothing is lost: theirs is saved, yours is here. Choose for each field which is right, or keep one as a whole.
        Fields that are the same in both are not shown.
      </p>
      <input type="hidden" name="version" value={version} />
      {Object.entries(values).flatMap(([name, texts]) =>
        texts.map((text, index) => (
          <textarea key={`${name} ${index}`} name={name} defaultValue={text} hidden readOnly />
        )),
      )}
      {fields.map((field) => (
        <ClashField key={field.path} field={field} mine="Yours" theirs="Theirs" />
      ))}
      <Buttons sticky>
        <SubmitButton>Save what is chosen</SubmitButton>
        <SubmitButton look="quiet" name="whole" value="mine">
          Keep all of yours
        </SubmitButton>
        <SubmitButton look="quiet" name="whole" value="theirs">
          Keep all of theirs
        </SubmitButton>
      </Buttons>
    </section>
  );
}

type ClashFieldProps = { field: FieldClash; mine: string; theirs: string };

/** One field as it stands in two versions, and which is to be kept. */
export function ClashField({ field, mine, theirs }: ClashFieldProps) {
  const name = `choice:${field.path}`;
  const options = [
    { value: 'mine', label: mine, text: field.mine },
    { value: 'theirs', label: theirs, text: field.theirs },
  ] as const;
  return (
    <fieldset className="form-field clash">
      <legend>
        {field.label}
        {field.both ? <span className="form-needed"> (both changed)</span> : null}
      </legend>
      <div className="clash-pair">
        {options.map(({ value, label, text }) => (
          <label key={value} className="clash-side">
            <input type="radio" name={name} value={value} defaultChecked={field.choice === value} />
            <span>
              <strong>{label}</strong>
              <span className="clash-text">{text ?? <em className="unknown">nothing</em>}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
