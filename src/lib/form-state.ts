import type { z } from 'zod';

/** What an action says of a form it did not take: what is wrong with the whole and with each field, and what was typed. */
export type FormState = {
  /** What is wrong with the whole; null when only fields are at fault. */
  problem: string | null;
  /** What is wrong, by the field's name. */
  errors: Readonly<Record<string, string>>;
  /** What is wrong and belongs to no field. */
  faults?: readonly string[];
  /** What was typed and may be shown again: never a password. */
  values: Readonly<Record<string, string>>;
};

/** What came of keeping a form while it is typed in: why nothing was kept, or null, and then what else there is to say. */
export type Kept = { problem: string | null; said?: string };

/** A form that was refused as a whole. */
export function refusedForm(problem: string, values: Record<string, string> = {}): FormState {
  return { problem, errors: {}, values };
}

/** A form with faults in its fields: the first of each. A field that the form does not have is a fault of the whole. */
export function faultyForm(error: z.ZodError, values: Record<string, string> = {}): FormState {
  const errors: Record<string, string> = {};
  let problem: string | null = null;
  for (const issue of error.issues) {
    const [field] = issue.path;
    if (field === undefined) problem = 'This form came with something that it does not ask for, and was not taken.';
    else errors[String(field)] ??= issue.message;
  }
  return { problem, errors, values };
}

/** The fields of a form as texts: files and all but the first of several fields of one name are left out. */
export function formTexts(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && !name.startsWith('$')) texts[name] ??= value;
  return texts;
}
