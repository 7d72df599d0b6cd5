'use client';

import type { Edit } from '../../../domain/fact-sheet/edit';
import type { SheetFinding } from '../../../domain/fact-sheet/release';
import type { Block } from '../../../domain/fact-sheet/sheet';
import type { WordedClaim } from '../schema';
import { ClaimBlock } from './claim-block';
import { FindingItems, stopped } from './finding-items';
import { fieldOf } from './sheet-form';

export const BLOCK_NAME = { heading: 'Heading', prose: 'Text', claim: 'Claim' } as const;

export type BlockItemProps = {
  block: Block;
  index: number;
  total: number;
  claim: WordedClaim | undefined;
  findings: readonly SheetFinding[];
  isDragged: boolean;
  onChange: (block: Block) => void;
  onStep: (edit: Edit) => void;
  onPass: (finding: SheetFinding, reason: string | null) => void;
  onDrag: (block: string | null) => void;
  onOver: (index: number) => void;
  /** The field that was written in last: where a token goes. */
  onWrite: (field: HTMLTextAreaElement) => void;
};

/** One block of a sheet: its words or its claim, the ways to move it, and beside it what the rules find in it. */
export function BlockItem(props: BlockItemProps) {
  const { block, index, total, claim, findings, isDragged, onChange, onStep, onPass, onDrag, onOver, onWrite } = props;
  const name = `${BLOCK_NAME[block.kind]} ${index + 1}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: the keys move the block that the focus is in
    <li
      id={block.id}
      className={isDragged ? 'sheet-block sheet-block-dragged' : 'sheet-block'}
      aria-label={name}
      onDragOver={(event) => {
        event.preventDefault();
        onOver(index);
      }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onStep({ do: event.key === 'ArrowUp' ? 'up' : 'down', block: block.id });
      }}
    >
      <div className="sheet-block-body">
        <input type="hidden" name={fieldOf('kind', block.id)} value={block.kind} />
        <div className="sheet-block-bar">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons beside it do the same without a mouse */}
          <span
            className="sheet-handle"
            draggable
            onDragStart={() => onDrag(block.id)}
            onDragEnd={() => onDrag(null)}
            title="Drag to move"
          >
            <span aria-hidden="true">⠿</span> {name}
          </span>
          <span className="sheet-block-buttons">
            <Step
              value={`up:${block.id}`}
              label={`Move ${name} up`}
              sign="↑"
              isOff={index === 0}
              onStep={() => onStep({ do: 'up', block: block.id })}
            />
            <Step
              value={`down:${block.id}`}
              label={`Move ${name} down`}
              sign="↓"
              isOff={index === total - 1}
              onStep={() => onStep({ do: 'down', block: block.id })}
            />
            <Step
              value={`remove:${block.id}`}
              label={`Remove ${name}`}
              sign="Remove"
              isOff={false}
              onStep={() => onStep({ do: 'remove', block: block.id })}
            />
          </span>
        </div>
        {block.kind === 'claim' ? (
          <ClaimBlock block={block} claim={claim} onChange={onChange} />
        ) : block.kind === 'heading' ? (
          <input
            className="field sheet-heading"
            name={fieldOf('text', block.id)}
            aria-label={`Words of ${name}`}
            value={block.text}
            maxLength={300}
            autoComplete="off"
            onChange={({ target }) => onChange({ ...block, text: target.value })}
          />
        ) : (
          <textarea
            className="field"
            name={fieldOf('text', block.id)}
            aria-label={`Words of ${name}`}
            value={block.text}
            rows={4}
            data-block={block.id}
            onFocus={({ target }) => onWrite(target)}
            onChange={({ target }) => onChange({ ...block, text: target.value })}
          />
        )}
      </div>
      {findings.length === 0 ? null : (
        <div className="sheet-block-checks">
          <FindingItems findings={findings} pass={onPass} scope={block.id} label={`Checks of ${name}`} />
        </div>
      )}
    </li>
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
