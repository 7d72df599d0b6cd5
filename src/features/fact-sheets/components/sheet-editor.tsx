'use client';

import { useActionState, useRef, useState } from 'react';
import type { Edit } from '../../../domain/fact-sheet/edit';
import { blocking, passedOf } from '../../../domain/fact-sheet/passing-over';
import type { SheetFinding } from '../../../domain/fact-sheet/release';
import type { Sheet } from '../../../domain/fact-sheet/sheet';
import { tokenOf } from '../../../domain/fact-sheet/tokens';
import { counted } from '../../../lib/counted';
import { Notice } from '../../../ui/notice';
import { edit } from '../actions';
import type { EditorView } from '../schema';
import { BlockItem } from './block-item';
import { ClaimFinder } from './claim-finder';
import { FindingItems, stopped } from './finding-items';
import { ChoiceFields } from './sheet-settings';
import { useSheet } from './use-sheet';

/** Where a sheet is written. Without scripts each button sends the form; with them the page answers at once. */
export function SheetEditor({ view: first }: { view: EditorView }) {
  const [answer, action] = useActionState(edit, first);
  const { view, sheet, said, change, step, save } = useSheet(answer);
  const [dragged, setDragged] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const written = useRef<HTMLTextAreaElement | null>(null);
  const [hasWritten, setHasWritten] = useState(false);

  function doStep(next: Edit) {
    step(next);
    setTold(toldOf(next, sheet));
    if (next.do === 'up' || next.do === 'down') focusSoon(`${next.do}-${next.block}`);
  }
  function addToken(claim: string) {
    const field = written.current;
    const block = sheet.blocks.find(({ id }) => id === field?.dataset.block);
    if (field === null || block?.kind !== 'prose') return;
    const at = field.selectionEnd;
    const text = `${block.text.slice(0, at)}${tokenOf(claim, 'figure')}${block.text.slice(at)}`;
    change({ ...sheet, blocks: sheet.blocks.map((one) => (one.id === block.id ? { ...block, text } : one)) });
    setTold(`Put the figure of ${claim} into the text.`);
  }
  function pass(finding: SheetFinding, reason: string | null) {
    if (reason === null) return doStep({ do: 'unpass', finding: passedOf(finding) });
    if (reason.trim().length < 10) return setTold('A finding is passed over with a reason of at least ten characters.');
    doStep({ do: 'pass', override: { ...passedOf(finding), reason: reason.trim() } });
  }

  const findings = (block: string | null) => view.findings.filter((one) => one.block === block);
  return (
    <form action={action} className="sheet-editor" onSubmit={(event) => event.preventDefault()}>
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="version" value={view.version} />
      <input type="hidden" name="other" value={view.problem?.other ?? 0} />
      <input type="hidden" name="order" value={sheet.blocks.map(({ id }) => id).join(' ')} />
      <input type="hidden" name="overrides" value={JSON.stringify(sheet.overrides)} />
      <SheetBar view={view} said={said} onSave={() => save()} onUndo={() => save('undo')} />
      <Clash view={view} onKeep={() => save('overwrite')} />
      <p className="visually-hidden" role="status">
        {told}
      </p>
      <HeadFields sheet={sheet} onChange={(part) => change({ ...sheet, ...part })} />
      {findings(null).length === 0 ? null : <FindingItems findings={findings(null)} pass={pass} scope="sheet" />}
      {sheet.blocks.length === 0 ? (
        <p className="sheet-empty">Nothing stands here yet. Place a claim, or begin with a heading or a text.</p>
      ) : null}
      <ol className="sheet-blocks" aria-label="Blocks of the sheet">
        {sheet.blocks.map((block, index) => (
          <BlockItem
            key={block.id}
            block={block}
            index={index}
            total={sheet.blocks.length}
            claim={block.kind === 'claim' ? view.claims.find(({ id }) => id === block.claim) : undefined}
            findings={findings(block.id)}
            isDragged={dragged === block.id}
            onChange={(next) =>
              change({ ...sheet, blocks: sheet.blocks.map((one) => (one.id === next.id ? next : one)) })
            }
            onStep={doStep}
            onPass={pass}
            onDrag={setDragged}
            onOver={(to) => {
              if (dragged !== null && sheet.blocks[to]?.id !== dragged) doStep({ do: 'move', block: dragged, to });
            }}
            onWrite={(field) => {
              written.current = field;
              setHasWritten(true);
            }}
          />
        ))}
      </ol>
      <div className="sheet-add">
        <button
          type="submit"
          name="button"
          value="add:heading"
          className="button-quiet"
          onClick={stopped(() => doStep({ do: 'add', kind: 'heading' }))}
        >
          Add a heading
        </button>
        <button
          type="submit"
          name="button"
          value="add:prose"
          className="button-quiet"
          onClick={stopped(() => doStep({ do: 'add', kind: 'prose' }))}
        >
          Add a text
        </button>
        <p className="meta">
          In a text, <code>{'{{C1}}'}</code> stands for the approved sentence of C1, <code>{'{{C1 short}}'}</code> for
          its short form, <code>{'{{C1 figure}}'}</code> for its figure. Alt with ↑ or ↓ moves a block.
        </p>
      </div>
      <ClaimFinder
        found={view.found}
        onPlace={(claim) => doStep({ do: 'place', claim })}
        onToken={hasWritten ? addToken : null}
      />
    </form>
  );
}

function toldOf(edit: Edit, sheet: Sheet): string {
  if (edit.do === 'place') return `Placed ${edit.claim} at the end of the sheet.`;
  if (edit.do === 'add') return `Added a ${edit.kind === 'prose' ? 'text' : 'heading'} at the end.`;
  if (edit.do === 'remove') return 'Removed. Undo brings it back.';
  if (edit.do === 'pass') return 'Passed over. The reason is printed.';
  if (edit.do === 'unpass') return 'No longer passed over.';
  const at = sheet.blocks.findIndex(({ id }) => id === edit.block);
  const to = edit.do === 'move' ? edit.to : at + (edit.do === 'up' ? -1 : 1);
  return `Moved to place ${Math.max(1, Math.min(sheet.blocks.length, to + 1))} of ${sheet.blocks.length}.`;
}

/** A button that moves with its block loses the focus on the way. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

type SheetBarProps = { view: EditorView; said: string | null; onSave: () => void; onUndo: () => void };

/** How the sheet stands, always in sight: what the checks found, what is saved, and the way on. */
function SheetBar({ view: { id, findings, obstacles, steps }, said, onSave, onUndo }: SheetBarProps) {
  const errors = blocking(findings).length;
  const warnings = findings.filter(({ severity, suppressed }) => severity === 'warning' && suppressed === null).length;
  return (
    <div className="sheet-bar">
      <p className="sheet-counts">
        {errors + obstacles.length === 0
          ? 'Nothing keeps it from being released'
          : `${counted(errors + obstacles.length, 'thing', 'things')} to mend`}
        {warnings === 0 ? '' : `, ${counted(warnings, 'warning', 'warnings')} to be printed`}
      </p>
      <p className="meta" role="status">
        {said}
      </p>
      <span className="sheet-bar-buttons">
        {steps === 0 ? null : (
          <button type="submit" name="button" value="undo" className="button-quiet" onClick={stopped(onUndo)}>
            Undo
          </button>
        )}
        <button type="submit" name="button" value="" className="button-quiet" onClick={stopped(onSave)}>
          Save
        </button>
        <a className="button" href={`/desk/fact-sheets/${id}/preview`}>
          Preview and release
        </a>
      </span>
    </div>
  );
}

/** What could not be saved, and what to do about it. */
function Clash({ view: { id, problem }, onKeep }: { view: EditorView; onKeep: () => void }) {
  if (problem === null) return null;
  return (
    <div role="alert">
      <Notice title={problem.message} warn>
        {problem.other === null ? null : (
          <p>
            <button type="submit" name="button" value="overwrite" className="button" onClick={stopped(onKeep)}>
              Keep what stands here
            </button>{' '}
            <a href={`/desk/fact-sheets/${id}`}>Open what was saved</a>. What is replaced can be brought back with Undo.
          </p>
        )}
      </Notice>
    </div>
  );
}

/** Title, audience and how the sheet is printed. */
function HeadFields({ sheet, onChange }: { sheet: Sheet; onChange: (part: Partial<Sheet>) => void }) {
  return (
    <div className="sheet-head">
      <label htmlFor="sheet-title">Title</label>
      <input
        id="sheet-title"
        className="field sheet-title"
        name="title"
        value={sheet.title}
        maxLength={300}
        autoComplete="off"
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <label htmlFor="sheet-audience">For whom it is written</label>
      <input
        id="sheet-audience"
        className="field"
        name="audience"
        value={sheet.audience}
        maxLength={300}
        autoComplete="off"
        onChange={({ target }) => onChange({ audience: target.value })}
      />
      <div className="sheet-choices">
        <ChoiceFields language={sheet.language} style={sheet.style} paper={sheet.paper} onChange={onChange} />
        <label className="sheet-box">
          <input
            type="checkbox"
            name="hasQrCode"
            value="yes"
            checked={sheet.hasQrCode}
            onChange={({ target }) => onChange({ hasQrCode: target.checked })}
          />{' '}
          QR code for verifying
        </label>
      </div>
    </div>
  );
}
