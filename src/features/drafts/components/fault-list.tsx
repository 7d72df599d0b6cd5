import type { PlacedFault } from '../../../domain/fields/fault-places';
import { fieldId, problemText } from '../../../ui/form/field-text';

/** What keeps the draft from being handed in, each with the way to its field. */
export function FaultList({ draftId, faults }: { draftId: string; faults: readonly PlacedFault[] }) {
  return (
    <section aria-labelledby="open">
      <h2 id="open">Still open{faults.length === 0 ? '' : ` (${faults.length})`}</h2>
      {faults.length === 0 ? (
        <p>Nothing is missing.</p>
      ) : (
        <ul className="faults">
          {faults.map((fault) => (
            <li key={`${fault.form} ${fault.member} ${fault.field} ${fault.message}`}>
              <a href={hrefOf(draftId, fault)}>{problemText(fault.label, fault.message)}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function hrefOf(draftId: string, { form, member, field }: PlacedFault): string {
  const base = `/desk/drafts/${draftId}`;
  if (form === 'edit' || form === 'method') return `${base}/${form}?check=yes#${fieldId(field)}`;
  if (member === '') return `${base}#draft-${form}s`;
  return `${base}/${form}s/${encodeURIComponent(member)}?check=yes#${fieldId(field)}`;
}
