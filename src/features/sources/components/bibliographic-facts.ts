import { dateText } from '../../../domain/partial-date';
import type { Name, SourceType } from '../../../domain/source';
import { SOURCE_TYPE } from '../../../domain/words';
import type { Bibliography } from '../schema';

/** `Hagemann, Frank; Diallo, Yacouba`; null where no author is established. */
export function authorText(author: readonly Name[]): string | null {
  if (author.length === 0) return null;
  return author.map((name) => ('literal' in name ? name.literal : personText(name))).join('; ');
}

function personText({ family, given }: { family: string; given?: string | undefined }): string {
  return given === undefined ? family : `${family}, ${given}`;
}

export type Fact = { label: string; value: string | null; href?: string };

type Field = 'containerTitle' | 'volume' | 'issue' | 'page' | 'numberOfPages' | 'number' | 'isbn' | 'doi';

// What a work of this type is expected to have. A null there is a gap in the record; elsewhere, a report without a
// volume say, it is none and is left out.
const EXPECTED: Partial<Record<SourceType, readonly Field[]>> = {
  'article-journal': ['containerTitle', 'volume', 'issue', 'page', 'doi'],
  'article-newspaper': ['containerTitle'],
  article: ['containerTitle'],
  chapter: ['containerTitle', 'page'],
  book: ['isbn'],
};

/** The bibliographic record line by line; null stands for "not established". */
export function bibliographicFacts(source: Bibliography): Fact[] {
  const expected = EXPECTED[source.type] ?? [];
  const fact = (field: Field, label: string): Fact[] => {
    const value = source[field];
    return value === null && !expected.includes(field) ? [] : [{ label, value: value === null ? null : String(value) }];
  };
  return [
    { label: 'Type', value: SOURCE_TYPE[source.type] },
    { label: 'Author', value: authorText(source.author) },
    { label: 'Date', value: source.issued === null ? null : dateText(source.issued) },
    { label: 'Publisher', value: source.publisher },
    ...(source.publisherPlace === null ? [] : [{ label: 'Place', value: source.publisherPlace }]),
    ...fact('containerTitle', 'Published in'),
    ...fact('volume', 'Volume'),
    ...fact('issue', 'Issue'),
    ...fact('page', 'Pages'),
    ...fact('numberOfPages', 'Number of pages'),
    ...fact('number', 'Document number'),
    ...fact('isbn', 'ISBN'),
    ...(source.doi === null
      ? fact('doi', 'DOI')
      : [{ label: 'DOI', value: source.doi, href: `https://doi.org/${source.doi}` }]),
    source.url === null
      ? { label: 'Publisher’s address', value: null }
      : { label: 'Publisher’s address', value: source.url, href: source.url },
  ];
}
