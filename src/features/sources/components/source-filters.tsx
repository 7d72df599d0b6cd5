import type { SourceListPage } from '../loaders';
import { sourceHref } from '../filters';

/** Ways to narrow the bibliography: plain links with the number of works behind each. */
export function SourceFilters({ list: { filters, byType, byReliability } }: { list: SourceListPage }) {
  return (
    <details className="filters">
      <summary>Filter the sources</summary>
      <nav aria-label="Filters">
        <Facet title="Type of work" name="type" list={byType} filters={filters} />
        <Facet title="Source reliability" name="reliability" list={byReliability} filters={filters} />
      </nav>
    </details>
  );
}

type FacetProps = {
  title: string;
  name: 'type' | 'reliability';
  list: SourceListPage['byType'];
  filters: SourceListPage['filters'];
};

function Facet({ title, name, list, filters }: FacetProps) {
  const chosen: readonly string[] = filters[name];
  return (
    <details className="facet" open>
      <summary>{title}</summary>
      <ul>
        {list.map(({ value, label, count }) => {
          const on = chosen.includes(value);
          const next = on ? chosen.filter((member) => member !== value) : [...chosen, value];
          return (
            <li key={value}>
              <a href={sourceHref({ ...filters, [name]: next })} rel="nofollow" aria-current={on ? 'true' : undefined}>
                {label} <span>{count}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
