/** What stands around an input: its name, what to write, and what is wrong with what was written. */
export type FieldText = {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  needed?: boolean;
  /** Where a page has several fields of one name. */
  id?: string;
};

/** The id of an input, and what a link to it leads to. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`;
}

/** What an input says of itself to whoever does not see the page. */
export function fieldAria({ name, hint, error, id = fieldId(name) }: FieldText) {
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((part) => part !== null);
  return {
    ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
    ...(error ? { 'aria-invalid': true } : {}),
  };
}

function FieldHint({ name, hint, id = fieldId(name) }: FieldText) {
  return hint ? (
    <p className="form-hint" id={`${id}-hint`}>
      {hint}
    </p>
  ) : null;
}

function FieldError({ name, label, error, id = fieldId(name) }: FieldText) {
  return error ? (
    <p className="form-error" id={`${id}-error`}>
      <span aria-hidden="true">▲ </span>
      {problemText(label, error)}.
    </p>
  ) : null;
}

type FieldFrameProps = FieldText & { children: React.ReactNode };

/** An input of one line or several, with its label above it. */
export function FieldFrame({ children, ...text }: FieldFrameProps) {
  return (
    <div className={text.error ? 'form-field form-field-wrong' : 'form-field'}>
      <label htmlFor={text.id ?? fieldId(text.name)}>
        {text.label}
        <Needed needed={text.needed} />
      </label>
      <FieldHint {...text} />
      <FieldError {...text} />
      {children}
    </div>
  );
}

/** Said in a word, not with an asterisk. */
function Needed({ needed }: { needed?: boolean | undefined }) {
  return needed ? <span className="form-needed"> (needed)</span> : null;
}

/** Several inputs that answer one question. */
export function FieldGroup({ children, ...text }: FieldFrameProps) {
  return (
    <fieldset
      className={text.error ? 'form-field form-field-wrong' : 'form-field'}
      id={text.id ?? fieldId(text.name)}
      tabIndex={-1}
      {...(fieldAria(text)['aria-describedby'] ? { 'aria-describedby': fieldAria(text)['aria-describedby'] } : {})}
    >
      <legend>
        {text.label}
        <Needed needed={text.needed} />
      </legend>
      <FieldHint {...text} />
      <FieldError {...text} />
      {children}
    </fieldset>
  );
}

/** What is wrong with a field, as a sentence: "Title is needed", or "From: a date as YYYY". */
export function problemText(label: string, message: string): string {
  return /^(is|must|may|needs|has|was|had|says)\b/.test(message) ? `${label} ${message}` : `${label}: ${message}`;
}
