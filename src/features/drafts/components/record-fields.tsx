import { charactersMax, type Field, type Section } from '../../../domain/fields/field';
import type { FormValues } from '../../../domain/fields/form-values';
import { Checkbox, CheckboxGroup, RadioGroup, Select } from '../../../ui/form/choice-field';
import { FieldGroup } from '../../../ui/form/field-frame';
import { fieldId } from '../../../ui/form/field-text';
import { TextArea, TextField } from '../../../ui/form/text-field';

type Candidate = { value: string; text: string };

export type RecordFieldsProps = {
  sections: readonly Section[];
  values: FormValues;
  /** What is wrong, by the path of the field. */
  errors: Readonly<Record<string, string>>;
  candidates: Readonly<Record<string, readonly Candidate[]>>;
  offered: Readonly<Partial<Record<string, readonly string[]>>>;
  citations: readonly Candidate[];
};

/** The fields of a form, section by section. */
export function RecordFields({ sections, ...rest }: RecordFieldsProps) {
  return (
    <>
      {sections.map(({ title, hint, fields }) => (
        <section
          className="form-section"
          key={title}
          aria-labelledby={`section-${fieldId(title.replaceAll(' ', '-'))}`}
        >
          <h2 id={`section-${fieldId(title.replaceAll(' ', '-'))}`}>{title}</h2>
          {hint === undefined ? null : <p className="muted">{hint}</p>}
          {fields.map((field) => (
            <RecordField key={field.path} field={field} {...rest} />
          ))}
        </section>
      ))}
    </>
  );
}

type RecordFieldProps = Omit<RecordFieldsProps, 'sections'> & { field: Field };

function RecordField({ field, values, errors, candidates, offered, citations }: RecordFieldProps) {
  const { path, kind, label, hint, needed = false, choices = [] } = field;
  const text = { name: path, label, hint, needed, error: errors[path] };
  const [value = ''] = values[path] ?? [];
  const maxLength = charactersMax(field);
  switch (kind) {
    case 'text':
    case 'lines':
    case 'names':
      return <TextArea {...text} value={value} maxLength={maxLength} rows={kind === 'text' ? 3 : 4} />;
    case 'choice':
      return field.radio ? (
        <RadioGroup {...text} value={value} options={choices} />
      ) : (
        <Select {...text} value={value} options={choices} />
      );
    case 'choices':
      return <CheckboxGroup {...text} values={values[path] ?? []} options={choices} />;
    case 'yes':
      return <Checkbox {...text} checked={values[path]?.[0] === 'yes'} />;
    case 'notes':
      return <Notes field={field} values={values} error={errors[path]} />;
    case 'reference':
      return field.reference === 'citation' ? (
        <Select
          {...text}
          value={value}
          none="Nothing known"
          options={citations.map(({ value: key, text: name }) => ({ value: key, label: name }))}
        />
      ) : (
        <Reference
          text={text}
          value={value}
          candidates={candidates[path] ?? []}
          offered={offered[field.reference ?? '']}
        />
      );
    default:
      return (
        <TextField
          {...text}
          value={value}
          maxLength={maxLength}
          inputMode={kind === 'number' ? 'decimal' : undefined}
        />
      );
  }
}

type ReferenceProps = {
  text: { name: string; label: string; hint?: string | undefined; needed: boolean; error?: string | undefined };
  value: string;
  candidates: readonly Candidate[];
  offered: readonly string[] | undefined;
};

/** An id or words of a name. Where the words leave several, they are offered to choose among. */
function Reference({ text, value, candidates, offered }: ReferenceProps) {
  const list = offered === undefined ? undefined : `offered-${fieldId(text.name)}`;
  return (
    <>
      <TextField {...text} value={value} list={list} maxLength={500} />
      {offered === undefined ? null : (
        <datalist id={list}>
          {offered.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      {candidates.length === 0 ? null : (
        <RadioGroup
          name={`pick:${text.name}`}
          label={`Which of these is “${value}”?`}
          options={candidates.map((candidate) => ({ value: candidate.value, label: candidate.text }))}
        />
      )}
    </>
  );
}

/** A line for a note beside each kind; folded together while all of them are empty. */
function Notes({ field, values, error }: { field: Field; values: FormValues; error: string | undefined }) {
  const { path, label, hint, choices = [] } = field;
  const isUsed = choices.some(({ value }) => (values[`${path}.${value}`]?.[0] ?? '') !== '');
  return (
    <FieldGroup name={path} label={label} hint={hint} error={error}>
      <details open={isUsed || error !== undefined}>
        <summary>{isUsed ? 'Kinds of change' : 'Nothing recorded; show the kinds of change'}</summary>
        {choices.map(({ value, label: kind, meaning }) => (
          <TextField
            key={value}
            name={`${path}.${value}`}
            label={kind}
            hint={meaning}
            value={values[`${path}.${value}`]?.[0]}
            maxLength={charactersMax(field)}
          />
        ))}
      </details>
    </FieldGroup>
  );
}
