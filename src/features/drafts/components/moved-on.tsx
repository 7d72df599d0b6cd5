import type { FieldChange } from '../../../domain/fields/changes';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { adopt } from '../actions';
import type { DraftDto } from '../schema';
import { ClashField } from './clash-fields';

type MovedOnProps = { draft: DraftDto; changes: readonly FieldChange[]; isOpen: boolean };

/** The published record has changed since the draft began: both beside each other, before anything is published. */
export function MovedOn({ draft, changes, isOpen }: MovedOnProps) {
  const paths = [...new Set(changes.map(({ path }) => path))];
  return (
    <section className="notice notice-warn" aria-labelledby="moved-on">
      <h2 id="moved-on">The published record has changed meanwhile</h2>
      <p>
        This draft began from version {draft.baseVersion ?? 'none'}; published is version{' '}
        {draft.publishedVersion ?? 'none'}. Choose what is right where the two differ. The draft can be published after
        that.
      </p>
      {isOpen ? (
        <form action={adopt} className="form form-wide">
          <input type="hidden" name="draft" value={draft.id} />
          <input type="hidden" name="version" value={draft.version} />
          <input type="hidden" name="published" value={draft.publishedVersion ?? ''} />
          {paths.map((path) => {
            const own = changes.filter((change) => change.path === path);
            const side = (of: 'before' | 'after') =>
              own
                .map((change) => (own.length > 1 ? `${change.label}: ${change[of] ?? 'nothing'}` : change[of]))
                .join('\n') || null;
            return (
              <ClashField
                key={path}
                field={{
                  path,
                  label: own[0]?.label ?? path,
                  mine: side('after'),
                  theirs: side('before'),
                  choice: 'mine',
                  both: false,
                }}
                mine="This draft"
                theirs="Published"
              />
            );
          })}
          <Buttons>
            <SubmitButton>Go on from the published version</SubmitButton>
          </Buttons>
        </form>
      ) : null}
    </section>
  );
}
