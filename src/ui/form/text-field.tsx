import { fieldAria, FieldFrame, fieldId, type FieldText } from './field-frame';

type TextFieldProps = FieldText & {
  value?: string | undefined;
  maxLength?: number;
  inputMode?: 'decimal' | 'numeric' | 'email' | 'url';
  /** Id of a datalist with what may be meant. */
  list?: string | undefined;
};

/** An input of one line. */
export function TextField({ value, maxLength, inputMode, list, ...text }: TextFieldProps) {
  return (
    <FieldFrame {...text}>
      <input
        className="field"
        id={text.id ?? fieldId(text.name)}
        name={text.name}
        type="text"
        defaultValue={value}
        maxLength={maxLength}
        inputMode={inputMode}
        list={list}
        autoComplete="off"
        {...fieldAria(text)}
      />
    </FieldFrame>
  );
}

type TextAreaProps = FieldText & {
  value?: string | undefined;
  maxLength?: number;
  rows?: number;
};

/** An input of several lines. */
export function TextArea({ value, maxLength, rows = 3, ...text }: TextAreaProps) {
  return (
    <FieldFrame {...text}>
      <textarea
        className="field"
        id={text.id ?? fieldId(text.name)}
        name={text.name}
        rows={rows}
        defaultValue={value}
        maxLength={maxLength}
        {...fieldAria(text)}
      />
    </FieldFrame>
  );
}
