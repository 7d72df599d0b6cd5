import { SubmitButton } from '../../../ui/form/submit-button';
import { Moment } from '../../../ui/moment';
import { Notice } from '../../../ui/notice';
import { settleTyped } from '../actions';
import type { DraftView } from '../loaders';

/** Text that was typed and never saved: to be kept or given up. */
export function TypedNotice({ view: { draft, typed, may } }: { view: DraftView }) {
  if (typed === null || !may.write) return null;
  return (
    <Notice title="Typed, but not saved">
      <p>
        {typed.by} typed something on <Moment at={typed.at} /> that was not saved. <a href={typed.href}>Where</a>
      </p>
      <form action={settleTyped} className="form-buttons">
        <input type="hidden" name="draft" value={draft.id} />
        <input type="hidden" name="version" value={draft.version} />
        <SubmitButton look="quiet" name="keep" value="yes">
          Keep it
        </SubmitButton>
        <SubmitButton look="quiet" name="keep" value="no">
          Drop it
        </SubmitButton>
      </form>
    </Notice>
  );
}
