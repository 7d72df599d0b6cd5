import { filterSearch } from '../filters';
import type { ClaimFilters } from '../schema';

/** The years and the values a figure must touch, typed in. Everything else that is chosen is kept. */
export function SpanForm({ filters }: { filters: ClaimFilters }) {
  const rest = { ...filters, yearFrom: undefined, yearTo: undefined, valueMin: undefined, valueMax: undefined };
  return (
    <form className="spans" action="/claims">
      {[...new URLSearchParams(filterSearch(rest))].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend>Year the figure speaks of</legend>
        <SpanField name="yearFrom" label="From" value={filters.yearFrom} />
        <SpanField name="yearTo" label="To" value={filters.yearTo} />
      </fieldset>
      <fieldset>
        <legend>Value</legend>
        <SpanField name="valueMin" label="From" value={filters.valueMin} />
        <SpanField name="valueMax" label="To" value={filters.valueMax} />
      </fieldset>
      <button className="button-quiet" type="submit">
        Apply years and values
      </button>
    </form>
  );
}

type SpanFieldProps = { name: string; label: string; value: number | undefined };

function SpanField({ name, label, value }: SpanFieldProps) {
  return (
    <label>
      {label}
      <input className="field" name={name} defaultValue={value} inputMode="decimal" autoComplete="off" maxLength={20} />
    </label>
  );
}
