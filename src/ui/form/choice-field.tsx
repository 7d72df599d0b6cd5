import { fieldAria, FieldFrame, FieldGroup, fieldId, type FieldText } from './field-frame';

type Option = { value: string; label: string; meaning?: string | undefined };

type SelectProps = FieldText & { value?: string | undefined; options: readonly Option[]; none?: string };

/** One of many, folded up. The first entry is none. */
export function Select({ value, options, none = 'Not chosen', ...text }: SelectProps) {
  return (
    <FieldFrame {...text}>
      <select
        className="field"
        id={text.id ?? fieldId(text.name)}
        name={text.name}
        defaultValue={value ?? ''}
        {...fieldAria(text)}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.meaning === undefined ? option.label : `${option.label}: ${option.meaning}`}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type RadioGroupProps = FieldText & { value?: string | undefined; options: readonly Option[] };

/** One of a few, all of them in sight with what they mean. */
export function RadioGroup({ value, options, ...text }: RadioGroupProps) {
  return (
    <FieldGroup {...text}>
      {options.map((option) => (
        <Box key={option.value} type="radio" name={text.name} option={option} checked={option.value === value} />
      ))}
    </FieldGroup>
  );
}

type CheckboxGroupProps = FieldText & { values: readonly string[]; options: readonly Option[] };

/** Any of several. */
export function CheckboxGroup({ values, options, ...text }: CheckboxGroupProps) {
  return (
    <FieldGroup {...text}>
      {options.map((option) => (
        <Box
          key={option.value}
          type="checkbox"
          name={text.name}
          option={option}
          checked={values.includes(option.value)}
        />
      ))}
    </FieldGroup>
  );
}

/** One box to tick, with its own label behind it. */
export function Checkbox({ checked, ...text }: FieldText & { checked: boolean }) {
  return (
    <div className="form-field">
      <Box
        type="checkbox"
        name={text.name}
        id={text.id}
        option={{ value: 'yes', label: text.label, meaning: text.hint }}
        checked={checked}
      />
    </div>
  );
}

type BoxProps = { type: 'radio' | 'checkbox'; name: string; id?: string | undefined; option: Option; checked: boolean };

function Box({ type, name, option, checked, id = `${fieldId(name)}-${option.value}` }: BoxProps) {
  return (
    <div className="form-box">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        defaultChecked={checked}
        aria-describedby={option.meaning === undefined ? undefined : `${id}-meaning`}
      />
      <label htmlFor={id}>{option.label}</label>
      {option.meaning === undefined ? null : (
        <span className="form-meaning" id={`${id}-meaning`}>
          {option.meaning}
        </span>
      )}
    </div>
  );
}
