import { filterHref, toggled } from '../filters';
import { type ClaimFacets, ClaimFilters, type FacetCount, type FacetName } from '../schema';
import { SpanForm } from './span-form';

/** What each facet is called on the page. */
export const FACET_TITLE: Readonly<Record<FacetName, string>> = {
  topic: 'Topic',
  geography: 'Place',
  population: 'Population',
  age: 'Age band',
  kind: 'Kind of figure',
  method: 'How it was made',
  reliability: 'Reliability',
  transmission: 'Passed on',
  status: 'Status',
};

/** Open from the start: what most people narrow by. The others open when something in them is chosen. */
const OPEN: ReadonlySet<FacetName> = new Set(['topic', 'reliability']);

type FiltersProps = { filters: ClaimFilters; facets: ClaimFacets };

/** Every way to narrow the list, each value a plain link with the number of claims it leads to. */
export function FilterPanel({ filters, facets }: FiltersProps) {
  return (
    <details className="filters">
      <summary>Filter the claims</summary>
      <nav aria-label="Filters">
        {(Object.keys(FACET_TITLE) as FacetName[]).map((name) => (
          <Facet key={name} name={name} filters={filters} values={facets[name]} />
        ))}
      </nav>
      <SpanForm filters={filters} />
    </details>
  );
}

type Value = FacetCount & { depth?: number };

function Facet({ name, filters, values }: { name: FacetName; filters: ClaimFilters; values: readonly Value[] }) {
  const chosen: readonly string[] = filters[name];
  const offered = values.filter(({ value, count }) => count > 0 || chosen.includes(value));
  if (offered.length === 0) return null;
  return (
    <details className="facet" open={OPEN.has(name) || chosen.length > 0}>
      <summary>{FACET_TITLE[name]}</summary>
      <ul>
        {offered.map(({ value, label, count, depth }) => (
          <li key={value} className={depth === undefined || depth === 0 ? undefined : `depth-${depth}`}>
            <a
              href={filterHref(toggled(filters, name, value))}
              rel="nofollow"
              aria-current={chosen.includes(value) ? 'true' : undefined}
            >
              {label} <span>{count.toLocaleString('en-GB')}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The filters in use, each a link that takes it away. */
export function ChosenFilters({ filters, facets }: FiltersProps) {
  const chosen = chosenFilters(filters, facets);
  if (chosen.length === 0) return null;
  return (
    <nav className="print-too" aria-label="Filters in use">
      <ul className="chosen">
        {chosen.map(({ text, href }) => (
          <li key={text}>
            <a href={href} rel="nofollow">
              <span className="visually-hidden">Remove </span>
              {text} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        {chosen.length > 1 ? (
          <li>
            <a href={filterHref(ClaimFilters.parse({ q: filters.q, sort: filters.sort }))}>Remove all</a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

const SPAN_TEXT = {
  yearFrom: (value: number) => `from ${value}`,
  yearTo: (value: number) => `to ${value}`,
  valueMin: (value: number) => `value from ${value.toLocaleString('en-GB')}`,
  valueMax: (value: number) => `value to ${value.toLocaleString('en-GB')}`,
} as const;

function chosenFilters(filters: ClaimFilters, facets: ClaimFacets): { text: string; href: string }[] {
  const ofFacets = (Object.keys(FACET_TITLE) as FacetName[]).flatMap((name) =>
    (filters[name] as readonly string[]).map((value) => ({
      text: `${FACET_TITLE[name]}: ${facets[name].find((known) => known.value === value)?.label ?? value}`,
      href: filterHref(toggled(filters, name, value)),
    })),
  );
  const ofSpans = (Object.keys(SPAN_TEXT) as (keyof typeof SPAN_TEXT)[]).flatMap((name) => {
    const value = filters[name];
    return value === undefined
      ? []
      : [{ text: SPAN_TEXT[name](value), href: filterHref(filters, { [name]: undefined }) }];
  });
  return [...ofFacets, ...ofSpans];
}
