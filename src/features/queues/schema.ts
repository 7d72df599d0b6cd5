import { z } from 'zod';

export const QueueName = z.enum([
  'to-appraise',
  'differing',
  'due',
  'broken-links',
  'untraced',
  'checks-failing',
  'drafts',
  'in-review',
  'returned',
]);
export type QueueName = z.infer<typeof QueueName>;

type QueueWords = {
  label: string;
  /** What stands in it, and why. */
  about: string;
  /** What it means that nothing does. */
  empty: string;
  /** What `weight` counts. */
  weight: string | null;
};

/** The queues in the order of the desk. */
export const QUEUES: Readonly<Record<QueueName, QueueWords>> = {
  'to-appraise': {
    label: 'To appraise',
    about:
      'Claims and sources without a grade that two editors have settled: it is missing or provisional, and is shown so. Where the two differ, it stands under “Differing” instead.',
    empty: 'Every claim and every source has a settled grade.',
    weight: 'citations',
  },
  differing: {
    label: 'Differing',
    about:
      'Both editors have appraised, and their judgements differ. They settle it with a consensus note, or a senior editor decides.',
    empty: 'No two appraisals wait to be settled.',
    weight: null,
  },
  due: {
    label: 'Due again',
    about: 'Settled grades that are under review: they have grown old, or something that they rest on has changed.',
    empty: 'No settled grade is under review.',
    weight: null,
  },
  'broken-links': {
    label: 'Broken links',
    about:
      'Sources whose link failed on two different days. Look for the work at its new address, or give the address of an archived copy.',
    empty: 'No link is known to be broken. That says nothing of links that were never checked.',
    weight: 'citations',
  },
  untraced: {
    label: 'Untraced citations',
    about:
      'Places that pass a figure on without anybody having found what they drew on. A search without a result is a result: its log stands with the citation, for whoever searches next.',
    empty: 'For every citation that passes a figure on it is known what it drew on.',
    weight: 'that draw on it',
  },
  'checks-failing': {
    label: 'Checks failing',
    about:
      'Citations at which a check fails. There are two so far. Rule and record differ: rules find a change that no editor recorded, or the numbers do not show what was recorded; the rule may be wrong, too. Quoted words: they are gone from the page, or stand there several times.',
    empty:
      'Rules and editors agree on every citation, as far as can be told, and quoted words stand where they stood in the pages that were read.',
    weight: 'that draw on it',
  },
  drafts: {
    label: 'Drafts',
    about: 'Records that are being written. They become public when a senior editor publishes them.',
    empty: 'Nobody is writing a draft.',
    weight: null,
  },
  'in-review': {
    label: 'In review',
    about: 'Drafts that were handed in. A senior editor publishes them, or sends them back with a note.',
    empty: 'No draft waits for a review.',
    weight: null,
  },
  returned: {
    label: 'Sent back',
    about: 'Drafts that a senior editor sent back with a note on what should change.',
    empty: 'No draft was sent back.',
    weight: null,
  },
};

export const Whose = z.enum(['all', 'mine', 'nobody']);
export const QueueOrder = z.enum(['weight', 'oldest', 'newest']);

export const QueueFilters = z.object({
  whose: Whose.default('all'),
  order: QueueOrder.optional(),
  page: z.number().int().min(1).max(10_000).default(1),
});
export type QueueFilters = z.infer<typeof QueueFilters>;

export const QueueCount = z.object({
  queue: QueueName,
  total: z.number().int(),
  mine: z.number().int(),
  nobody: z.number().int(),
  /** False while what stands in it is being worked out: then it is as it was before, or empty. */
  isCurrent: z.boolean(),
});
export type QueueCount = z.infer<typeof QueueCount>;

export const QueueItem = z.object({
  subject: z.string(),
  /** The record that it is about: C12, S7. */
  record: z.string(),
  citationId: z.number().int().nullable(),
  title: z.string(),
  /** What is to be known before one takes it. */
  note: z.string().nullable(),
  weight: z.number().int(),
  since: z.iso.datetime({ offset: true }).nullable(),
  /** Who has it: whoever took it, or else whoever writes the draft. */
  holderId: z.string().nullable(),
  holderName: z.string().nullable(),
  isTaken: z.boolean(),
});
export type QueueItem = z.infer<typeof QueueItem>;

const Subject = z.string().min(1).max(300);
/** `from`: who had it on the page that the form stands on; empty for nobody. */
export const TakeForm = z.object({ queue: QueueName, subject: Subject, from: z.string().max(200) });
export const GiveForm = z.object({ queue: QueueName, subject: Subject });
