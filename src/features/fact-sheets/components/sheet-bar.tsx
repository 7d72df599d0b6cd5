import { blocking } from '../../../domain/fact-sheet/passing-over';
import { counted } from '../../../lib/counted';
import { Notice } from '../../../ui/notice';
import type { EditorView } from '../schema';
import { stopped } from './finding-items';
import type { SaveStep } from './use-sheet';

type SheetBarProps = {
  view: EditorView;
  said: string | null;
  onSave: (step: SaveStep) => Promise<boolean>;
  /** Whether something stands only here: it is saved before it is looked at. */
  hasUnsaved: () => boolean;
};

/** How the sheet stands, always in sight: what the checks found, what is saved, and the way on. */
export function SheetBar({ view: { id, findings, obstacles, steps }, said, onSave, hasUnsaved }: SheetBarProps) {
  const errors = blocking(findings).length + obstacles.length;
  const warnings = findings.filter(({ severity, suppressed }) => severity === 'warning' && suppressed === null).length;
  return (
    <div className="sheet-bar">
      <p className="sheet-counts" role="status">
        {errors === 0 ? 'Nothing keeps it from being released' : `${counted(errors, 'thing', 'things')} to mend`}
        {warnings === 0 ? '' : `, ${counted(warnings, 'warning', 'warnings')} to be printed`}
      </p>
      <p className="meta" role="status">
        {said}
      </p>
      <span className="sheet-bar-buttons">
        {/* First in the form: the button that Enter presses in any of its fields. */}
        <button type="submit" name="button" value="" className="button-quiet" onClick={stopped(() => onSave(''))}>
          Save
        </button>
        {steps === 0 ? null : (
          <button
            type="submit"
            name="button"
            value="undo"
            className="button-quiet"
            onClick={stopped(() => onSave('undo'))}
          >
            Undo
          </button>
        )}
        <a
          className="button"
          href={`/desk/fact-sheets/${id}/preview`}
          onClick={async (event) => {
            if (!hasUnsaved() || event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            const { href } = event.currentTarget;
            if (await onSave('')) location.assign(href);
          }}
        >
          Preview and release
        </a>
      </span>
    </div>
  );
}

type ClashProps = { view: EditorView; onChoose: (step: SaveStep) => void };

/** What could not be saved, and what to do about it. */
export function Clash({ view: { id, problem }, onChoose }: ClashProps) {
  if (problem === null) return null;
  return (
    <div role="alert">
      <Notice title={problem.message} warn>
        {problem.other === null ? null : (
          <>
            <p>
              See{' '}
              <a href={`/desk/fact-sheets/${id}`} target="_blank" rel="noreferrer">
                what was saved there
              </a>{' '}
              (opens a new tab), and choose. Undo brings back whichever you give up.
            </p>
            <p className="sheet-bar-buttons">
              <button
                type="submit"
                name="button"
                value="overwrite"
                className="button"
                onClick={stopped(() => onChoose('overwrite'))}
              >
                Keep what stands here
              </button>
              <button
                type="submit"
                name="button"
                value="theirs"
                className="button-quiet"
                onClick={stopped(() => onChoose('theirs'))}
              >
                Take what was saved there
              </button>
            </p>
          </>
        )}
      </Notice>
    </div>
  );
}
