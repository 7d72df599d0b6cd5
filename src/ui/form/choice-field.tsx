'use client';

import { useContext } from 'react';
import { FieldFrame, FieldGroup, type FieldGroupProps, AroundField, useField } from './field-frame';
import { type FieldText, fieldId } from './field-text';

type Option = { value: string; label: string; meaning?: string | undefined };

type SelectProps = FieldText & { value?: string | undefined; options: readonly Option[]; none?: string };

/** One of many, folded up. The first entry is none. */
export function Select({ value, options, none = 'Not chosen', ...text }: SelectProps) {
  const field = useField(text);
  return (
    <FieldFrame field={field}>
      <select className="field" id={field.id} name={text.name} defaultValue={field.kept ?? value ?? ''} {...field.aria}>
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

type RadioProps = {
  name: string;
  value?: string | undefined;
  options: readonly Option[];
  /** Short answers stand side by side. */
  inline?: boolean;
};

/** One of a few, all of them in sight with what they mean; more of the question may follow. */
export function RadioGroup({ value, options, inline, children, ...text }: FieldGroupProps & RadioProps) {
  return (
    <FieldGroup {...text}>
      <Radios name={text.name} value={value} options={options} {...(inline ? { inline } : {})} />
      {children}
    </FieldGroup>
  );
}

/** The buttons of a question that is asked around them. */
export function Radios({ name, value, options, inline = false }: RadioProps) {
  const chosen = useContext(AroundField).answer?.values[name] ?? value;
  return (
    <div className={inline ? 'form-boxes-inline' : undefined}>
      {options.map((option) => (
        <Box key={option.value} type="radio" name={name} option={option} checked={option.value === chosen} />
      ))}
    </div>
  );
}

type CheckboxGroupProps = FieldGroupProps & { values: readonly string[]; options: readonly Option[] };

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
export function Checkbox({ checked = false, ...text }: FieldText & { checked?: boolean }) {
  const { id } = useField(text);
  return (
    <div className="form-field">
      <Box
        type="checkbox"
        name={text.name}
        id={id}
        option={{ value: 'yes', label: text.label, meaning: text.hint }}
        checked={checked}
      />
    </div>
  );
}

type BoxProps = { type: 'radio' | 'checkbox'; name: string; id?: string | undefined; option: Option; checked: boolean };

function Box({ type, name, option, checked, id: given }: BoxProps) {
  const { scope } = useContext(AroundField);
  const id = given ?? `${fieldId(name, scope)}-${option.value}`;
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
