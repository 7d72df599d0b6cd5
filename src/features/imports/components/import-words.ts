import type { ImportSummary } from '../schema';

/** Where an import stands, in a few words. */
export function stateText({ state, interrupted }: Pick<ImportSummary, 'state' | 'interrupted'>): string {
  if (interrupted) return 'Interrupted';
  return {
    reading: 'Being read',
    staged: 'To be confirmed',
    writing: 'Being written',
    done: 'Imported',
    undoing: 'Being undone',
    failed: 'Not taken',
    dropped: 'Thrown away',
    undone: 'Undone',
  }[state];
}

export const FORMAT_NAME = {
  csv: 'CSV',
  'csl-json': 'CSL-JSON',
  ris: 'RIS',
  bibtex: 'BibTeX',
  doi: 'looked up by DOI',
} as const;

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
