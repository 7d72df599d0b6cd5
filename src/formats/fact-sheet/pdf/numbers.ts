/** Numbers as they are written to a page: no more digits than a printer can tell apart. */
export const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** A place or a length, in points. */
export const point = (value: number) => rounded(value, 2);
