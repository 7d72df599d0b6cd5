/**
 * A settled grade is looked at again after three years. Of systematic reviews half had a signal that called for an
 * update after 5.5 years, and almost a quarter after two (Shojania KG et al., Annals of Internal Medicine
 * 2007;147:224–233); three years lie between the two.
 */
export const REAPPRAISAL_YEARS = 3;

/** When a grade settled at this moment is due again. The 29th of February becomes the 1st of March. */
export function dueAfter(settledAt: Date): Date {
  const due = new Date(settledAt);
  due.setUTCFullYear(due.getUTCFullYear() + REAPPRAISAL_YEARS);
  return due;
}

export const DUE_REASON = 'Three years have passed since it was appraised.';
