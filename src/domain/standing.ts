import { z } from 'zod';

/**
 * What the editors say of a published record. Of a claim, `superseded` and `misquotation` follow from its relations.
 * A retracted one was taken back by its publisher, or by us; it stays where it is, and says so.
 */
export const Standing = z.enum(['stands', 'disputed', 'retracted']);
export type Standing = z.infer<typeof Standing>;
