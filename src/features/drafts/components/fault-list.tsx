import type { PlacedFault } from '../../../domain/fields/fault-places';
import { fieldId, problemText } from '../../../ui/form/field-text';
import type { Reference } from '../schema';

type FaultListProps = {
  draftId: string;
  faults: readonly PlacedFault[];
  /** Drafts that it names: they have to be published before it. */
  first: readonly Reference[];
};

/** What keeps the draft from being handed in, each with the way to its field, and what has to be published before it. */
export function FaultList({ draftId, faults, first }: FaultListProps) {
  const count = faults.length + first.length;
  return (
    <section aria-labelledby="open">
      <h2 id="open">Still open{count === 0 ? '' : ` (${count})`}</h2>
      {count === 0 ? <p>Nothing is missing.</p> : null}
      {faults.length === 0 ? null : (
        <ul className="faults">
          {faults.map((fault) => (
            <li key={`${fault.form} ${fault.member} ${fault.field} ${fault.message}`}>
              <a href={hrefOf(draftId, fault)}>{problemText(fault.label, fault.message)}</a>
            </li>
          ))}
        </ul>
      )}
      <ToPublishFirst first={first} />
    </section>
  );
}

/** What stands before publishing; it does not keep anybody from handing in. */
export function ToPublishFirst({ first }: Pick<FaultListProps, 'first'>) {
  if (first.length === 0) return null;
  return (
    <>
      <p>Before it can be published, publish what it names and nobody can read yet:</p>
      <ul className="faults">
        {first.map(({ kind, value, text, href }) => (
          <li key={`${kind} ${value}`}>
            the {kind} {href === null ? text : <a href={href}>{text}</a>}
          </li>
        ))}
      </ul>
    </>
  );
}

function hrefOf(draftId: string, { form, member, field }: PlacedFault): string {
  const base = `/desk/drafts/${draftId}`;
  if (form === 'edit' || form === 'method') return `${base}/${form}?check=yes#${fieldId(field)}`;
  if (member === '') return `${base}#draft-${form}s`;
  return `${base}/${form}s/${encodeURIComponent(member)}?check=yes#${fieldId(field)}`;
}
