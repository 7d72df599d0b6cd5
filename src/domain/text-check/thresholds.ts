/** The score from which on a figure is taken for a claim. */
export const MATCHED = 0.56;
/** The score from which on it may be that claim. */
export const POSSIBLE = 0.46;
