/** What is said of an input: its name, what to write, and what is wrong with what was written. */
export type FieldText = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** Known before anything was sent; what the form answered goes before it. */
  error?: string | undefined;
  /** Of a form that may be saved unfinished: it is not whole without this. */
  needed?: boolean | undefined;
};

/** The id of an input, and what a link to it leads to. The scope tells forms of one page apart. */
export function fieldId(name: string, scope?: string): string {
  return ['field', name.replaceAll('.', '-'), ...(scope === undefined ? [] : [scope])].join('-');
}

/** What is wrong with a field, as a sentence: "Title is needed", or "From: a date as YYYY". */
export function problemText(label: string, message: string): string {
  return /^(is|must|may|needs|has|was|had|says)\b/.test(message) ? `${label} ${message}` : `${label}: ${message}`;
}
