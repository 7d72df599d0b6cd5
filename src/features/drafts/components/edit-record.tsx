import { ActionForm } from '../../../ui/form/form';
import { begin } from '../actions';

/** Opens the draft of a published record: the one that somebody has open already, or a new one. */
export function EditRecord({ kind, id }: { kind: 'source' | 'claim'; id: string }) {
  return <ActionForm action={begin} hidden={{ kind, record: id }} submit="Edit" />;
}
