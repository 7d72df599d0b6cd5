'use client';

import { memo } from 'react';
import type { Edit } from '../../../domain/fact-sheet/edit';
import type { SheetFinding } from '../../../domain/fact-sheet/release';
import type { Block } from '../../../domain/fact-sheet/sheet';
import type { EditorView, WordedClaim } from '../schema';
import { ClaimBlock } from './claim-block';
import { FindingItems, stopped } from './finding-items';
import { fieldOf, textFieldId } from './sheet-form';

export const BLOCK_NAME = { heading: 'Heading', prose: 'Text', claim: 'Claim' } as const;

export type BlockItemProps = {
  block: Block;
  index: number;
  isLast: boolean;
  /** Null: there is no such claim. Undefined: it is not looked up yet. */
  claim: WordedClaim | null | undefined;
  findings: readonly SheetFinding[];
  /** Reasons that were typed and not given yet. */
  reasons: EditorView['reasons'];
  isDragged: boolean;
  onChange: (block: Block) => void;
  onStep: (edit: Edit) => void;
  onPass: (finding: SheetFinding, reason: string | null) => void;
  onDrag: (block: string | null) => void;
  /** Whether any block is dragged, and tells that it is dragged over this one. */
  isDragging: boolean;
  onOver: (to: number, isPastMiddle: boolean) => void;
  /** The field that was written in last: where a token goes. */
  onWrite: (field: HTMLTextAreaElement) => void;
};

/**
 * One block of a sheet: its words or its claim, the ways to move it, and beside it what the rules find in it. Drawn anew only
 * when it is another: of five hundred blocks, a letter that is typed changes one.
 */
export const BlockItem = memo(function BlockItem(props: BlockItemProps) {
  const { block, index, findings, reasons, isDragged, isDragging, onStep, onPass, onOver } = props;
  const name = `${BLOCK_NAME[block.kind]} ${index + 1}`;
  return (
    <li
      id={block.id}
      className={isDragged ? 'sheet-block sheet-block-dragged' : 'sheet-block'}
      aria-label={name}
      onDragOver={(event) => {
        if (!isDragging) return;
        event.preventDefault();
        const { top, height } = event.currentTarget.getBoundingClientRect();
        onOver(index, event.clientY > top + height / 2);
      }}
      onDrop={(event) => {
        // Where it is let go it stands already; the name that is dragged is not written into a field.
        if (isDragging) event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onStep({ do: event.key === 'ArrowUp' ? 'up' : 'down', block: block.id });
      }}
    >
      <div className="sheet-block-body">
        <input type="hidden" name={fieldOf('kind', block.id)} value={block.kind} />
        <BlockBar {...props} name={name} />
        <BlockContent {...props} name={name} />
      </div>
      {findings.length === 0 ? null : (
        <div className="sheet-block-checks">
          <FindingItems
            findings={findings}
            pass={onPass}
            reasons={reasons}
            scope={block.id}
            label={`Checks of ${name}`}
          />
        </div>
      )}
    </li>
  );
});

type NamedProps = BlockItemProps & { name: string };

/** What a block is, and the buttons that move it; a mouse may drag it by its name. */
function BlockBar({ block: { id }, name, index, isLast, onStep, onDrag }: NamedProps) {
  return (
    <div className="sheet-block-bar">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons beside it do the same without a mouse */}
      <span
        className="sheet-handle"
        draggable
        onDragStart={({ dataTransfer, currentTarget }) => {
          dataTransfer.effectAllowed = 'move';
          dataTransfer.setData('application/x-plumbline-block', id);
          const item = currentTarget.closest('li');
          if (item !== null) dataTransfer.setDragImage(item, 12, 12);
          onDrag(id);
        }}
        onDragEnd={() => onDrag(null)}
        title="Drag to move"
      >
        <span aria-hidden="true">⠿</span> {name}
      </span>
      <span className="sheet-block-buttons">
        <Step
          value={`up:${id}`}
          label={`Move ${name} up`}
          sign="↑"
          isOff={index === 0}
          onStep={() => onStep({ do: 'up', block: id })}
        />
        <Step
          value={`down:${id}`}
          label={`Move ${name} down`}
          sign="↓"
          isOff={isLast}
          onStep={() => onStep({ do: 'down', block: id })}
        />
        <Step
          value={`remove:${id}`}
          label={`Remove ${name}`}
          sign="Remove"
          isOff={false}
          onStep={() => onStep({ do: 'remove', block: id })}
        />
      </span>
    </div>
  );
}

function BlockContent({ block, claim, name, onChange, onWrite }: NamedProps) {
  if (block.kind === 'claim') return <ClaimBlock block={block} claim={claim} onChange={onChange} />;
  const field = {
    id: textFieldId(block.id),
    dir: 'auto',
    name: fieldOf('text', block.id),
    'aria-label': `Words of ${name}`,
    value: block.text,
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...block, text: target.value }),
  };
  return block.kind === 'heading' ? (
    <input className="field sheet-heading" maxLength={300} autoComplete="off" {...field} />
  ) : (
    <textarea className="field" rows={4} data-block={block.id} onFocus={({ target }) => onWrite(target)} {...field} />
  );
}

type StepProps = { value: string; label: string; sign: string; isOff: boolean; onStep: () => void };

/** It keeps the focus where there is nothing to do: a button that is switched off would lose it. */
function Step({ value, label, sign, isOff, onStep }: StepProps) {
  return (
    <button
      type="submit"
      name="button"
      value={value}
      id={value.replace(':', '-')}
      className="button-quiet"
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={stopped(() => {
        if (!isOff) onStep();
      })}
    >
      {sign}
    </button>
  );
}
