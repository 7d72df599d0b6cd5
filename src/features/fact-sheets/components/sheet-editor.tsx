'use client';

import { useActionState, useMemo, useRef, useState } from 'react';
import type { Edit } from '../../../domain/fact-sheet/edit';
import { passedOf } from '../../../domain/fact-sheet/passing-over';
import type { SheetFinding } from '../../../domain/fact-sheet/release';
import type { Block, Sheet } from '../../../domain/fact-sheet/sheet';
import { claimsOfSheet, tokenOf } from '../../../domain/fact-sheet/tokens';
import { edit } from '../actions';
import type { EditorAnswer, EditorView, WordedClaim } from '../schema';
import { BLOCK_NAME, BlockItem } from './block-item';
import { ClaimFinder } from './claim-finder';
import { FindingItems, REASON_MIN, stopped } from './finding-items';
import { Clash, SheetBar } from './sheet-bar';
import { textFieldId } from './sheet-form';
import { HeadFields } from './sheet-head';
import { useSame } from './use-same';
import { useSheet } from './use-sheet';

/** What somebody does besides typing, and what is told of it to whoever does not see it happen. */
function useSteps({ sheet, change, step }: Pick<ReturnType<typeof useSheet>, 'sheet' | 'change' | 'step'>) {
  const [told, setTold] = useState('');
  const written = useRef<HTMLTextAreaElement | null>(null);
  const [hasWritten, setHasWritten] = useState(false);
  function onStep(next: Edit) {
    const after = step(next);
    setTold(toldOf(next, sheet));
    focusAfter(next, sheet, after);
  }
  function onToken(claim: string) {
    const field = written.current;
    const block = sheet.blocks.find(({ id }) => id === field?.dataset.block);
    if (field === null || block?.kind !== 'prose') return;
    const at = field.selectionEnd;
    const text = `${block.text.slice(0, at)}${tokenOf(claim, 'figure')}${block.text.slice(at)}`;
    change({ ...sheet, blocks: sheet.blocks.map((one) => (one.id === block.id ? { ...block, text } : one)) });
    setTold(`Put the figure of ${claim} into the text.`);
    const after = at + tokenOf(claim, 'figure').length;
    requestAnimationFrame(() => field.setSelectionRange(after, after));
  }
  function onPass(finding: SheetFinding, reason: string | null) {
    if (reason === null) return onStep({ do: 'unpass', finding: passedOf(finding) });
    if (reason.trim().length < REASON_MIN) return;
    onStep({ do: 'pass', override: { ...passedOf(finding), reason: reason.trim() } });
  }
  function onWrite(field: HTMLTextAreaElement) {
    written.current = field;
    setHasWritten(true);
  }
  return { told, onStep, onPass, onWrite, onToken: hasWritten ? onToken : null };
}

/** Where a sheet is written. Without scripts each button sends the form; with them the page answers at once. */
export function SheetEditor({ view: first }: { view: EditorView }) {
  const [answer, action] = useActionState<EditorAnswer | null, FormData>(edit, null);
  const { view, sheet, said, change, step, save, hasUnsaved } = useSheet({ ...first, ...answer });
  const { told, onStep, onPass, onWrite, onToken } = useSteps({ sheet, change, step });
  const [dragged, setDragged] = useState<string | null>(null);
  const { findings, claims } = useFound(view);
  const general = findings.get(null);
  const same = {
    onStep: useSame(onStep),
    onPass: useSame(onPass),
    onWrite: useSame(onWrite),
    onDrag: setDragged,
    onChange: useSame((next: Block) => change(withBlock(sheet, next))),
    onOver: useSame((to: number, isPastMiddle: boolean) => {
      const from = sheet.blocks.findIndex(({ id }) => id === dragged);
      if (dragged !== null && givesWay(from, to, isPastMiddle)) onStep({ do: 'move', block: dragged, to });
    }),
  };
  return (
    <form action={action} className="sheet-editor" onSubmit={(event) => event.preventDefault()}>
      <Kept view={view} sheet={sheet} />
      <SheetBar view={view} said={said} onSave={save} hasUnsaved={hasUnsaved} />
      <Clash view={view} onChoose={save} />
      <p className="visually-hidden" role="status">
        {told}
      </p>
      <HeadFields sheet={sheet} onChange={(part) => change({ ...sheet, ...part })} />
      {general === undefined ? null : (
        <FindingItems findings={general} pass={onPass} reasons={view.reasons} scope="sheet" />
      )}
      {sheet.blocks.length === 0 ? (
        <p className="sheet-empty">Nothing stands here yet. Place a claim, or begin with a heading or a text.</p>
      ) : null}
      <ol className="sheet-blocks" aria-label="Blocks of the sheet">
        {sheet.blocks.map((block, index) => (
          <BlockItem
            key={block.id}
            {...same}
            {...{ block, index, reasons: view.reasons, isDragging: dragged !== null, isDragged: dragged === block.id }}
            isLast={index === sheet.blocks.length - 1}
            findings={findings.get(block.id) ?? NONE}
            claim={block.kind === 'claim' ? claims.get(block.claim) : undefined}
          />
        ))}
      </ol>
      <AddButtons onStep={onStep} />
      <ClaimFinder found={view.found} onPlace={(claim) => onStep({ do: 'place', claim })} onToken={onToken} />
    </form>
  );
}

/** Only what is passed by more than half gives way: two blocks of different height would else change places on and on. */
const givesWay = (from: number, to: number, isPastMiddle: boolean) => (isPastMiddle ? to > from : to < from);

const NONE: readonly SheetFinding[] = [];

/** What was found, by block, and the claims by their id: null, where the evidence base has none of this id. */
function useFound(view: EditorView) {
  return useMemo(() => {
    const claims = new Map<string, WordedClaim | null>(claimsOfSheet(view.sheet).map((id) => [id, null]));
    for (const claim of view.claims) claims.set(claim.id, claim);
    const findings = new Map<string | null, SheetFinding[]>();
    for (const finding of view.findings) findings.set(finding.block, [...(findings.get(finding.block) ?? []), finding]);
    return { findings, claims };
  }, [view]);
}

const withBlock = (sheet: Sheet, next: Block): Sheet => ({
  ...sheet,
  blocks: sheet.blocks.map((one) => (one.id === next.id ? next : one)),
});

/** What goes with the fields, for a form that is sent without scripts. */
function Kept({ view, sheet }: { view: EditorView; sheet: Sheet }) {
  return (
    <>
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="version" value={view.version} />
      <input type="hidden" name="other" value={view.problem?.other ?? 0} />
      <input type="hidden" name="order" value={sheet.blocks.map(({ id }) => id).join(' ')} />
      <input type="hidden" name="overrides" value={JSON.stringify(sheet.overrides)} />
    </>
  );
}

function AddButtons({ onStep }: { onStep: (edit: Edit) => void }) {
  const add = (kind: 'heading' | 'prose', words: string) => (
    <button
      type="submit"
      name="button"
      value={`add:${kind}`}
      className="button-quiet"
      onClick={stopped(() => onStep({ do: 'add', kind }))}
    >
      {words}
    </button>
  );
  return (
    <div className="sheet-add">
      {add('heading', 'Add a heading')}
      {add('prose', 'Add a text')}
      <p className="meta">
        In a text, <code>{'{{C1}}'}</code> stands for the approved sentence of C1, <code>{'{{C1 short}}'}</code> for its
        short form, <code>{'{{C1 figure}}'}</code> for its figure. Alt with ↑ or ↓ moves a block.
      </p>
    </div>
  );
}

function toldOf(edit: Edit, sheet: Sheet): string {
  if (edit.do === 'place') return `Placed ${edit.claim} at the end of the sheet.`;
  if (edit.do === 'add') return `Added a ${edit.kind === 'prose' ? 'text' : 'heading'} at the end.`;
  if (edit.do === 'remove') {
    const place = sheet.blocks.findIndex(({ id }) => id === edit.block);
    const block = sheet.blocks[place];
    return block === undefined ? '' : `Removed ${BLOCK_NAME[block.kind]} ${place + 1}. Undo brings it back.`;
  }
  if (edit.do === 'pass') return 'Passed over. The reason is printed.';
  if (edit.do === 'unpass') return 'No longer passed over.';
  const at = sheet.blocks.findIndex(({ id }) => id === edit.block);
  const to = edit.do === 'move' ? edit.to : at + (edit.do === 'up' ? -1 : 1);
  return `Moved to place ${Math.max(1, Math.min(sheet.blocks.length, to + 1))} of ${sheet.blocks.length}.`;
}

/** Where the focus goes: into what is new, to the next one after a removal, and along with a block that moves. */
function focusAfter(edit: Edit, before: Sheet, after: Sheet): void {
  if (edit.do === 'add') focusSoon(() => document.getElementById(textFieldId(after.blocks.at(-1)?.id ?? '')));
  else if (edit.do === 'remove') {
    const at = before.blocks.findIndex(({ id }) => id === edit.block);
    const next = after.blocks[Math.min(at, after.blocks.length - 1)];
    focusSoon(() => document.getElementById(next === undefined ? 'finder' : `remove-${next.id}`));
  } else if (edit.do === 'up' || edit.do === 'down') {
    const held = document.activeElement;
    focusSoon(() => (held instanceof HTMLElement ? held : null));
  }
}

function focusSoon(find: () => HTMLElement | null): void {
  requestAnimationFrame(() => {
    const found = find();
    // What has it already keeps its selection.
    if (found !== document.activeElement) found?.focus();
    found?.scrollIntoView({ block: 'nearest' });
  });
}
