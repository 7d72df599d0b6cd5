import type { FormState } from '../../../lib/form-state';

/**
 * What a form does, bound to its round by the page. Bound in the form itself it would be another one each time the form
 * is made, and a page that comes back without scripts would be made for ever.
 */
export type FormAction = (before: FormState | null, form: FormData) => Promise<FormState | null>;
