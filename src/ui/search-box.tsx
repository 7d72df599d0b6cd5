type SearchBoxProps = {
  /** Where the form leads; what is typed is sent as `q`. */
  action: string;
  label: string;
  value?: string | undefined;
  placeholder?: string | undefined;
  /** Further choices to keep, as hidden fields. */
  keep?: readonly (readonly [name: string, value: string])[];
};

/** A search that works without scripts: a form that leads to the list with what was typed. */
export function SearchBox({ action, label, value, placeholder, keep = [] }: SearchBoxProps) {
  return (
    <search>
      <form className="search" action={action}>
        {keep.map(([name, kept]) => (
          <input key={`${name} ${kept}`} type="hidden" name={name} value={kept} />
        ))}
        <input
          type="search"
          name="q"
          aria-label={label}
          defaultValue={value}
          placeholder={placeholder}
          autoComplete="off"
          enterKeyHint="search"
        />
        <button className="button" type="submit">
          Search
        </button>
      </form>
    </search>
  );
}
