'use client';

import { useEffect, useRef } from 'react';
import { canBePassedOver, passedOf } from '../../../domain/fact-sheet/passing-over';
import type { SheetFinding } from '../../../domain/fact-sheet/release';
import { SeverityMark } from '../../checks/components/severity-mark';
import type { EditorView } from '../schema';

/** Characters of a reason: fewer are none. */
export const REASON_MIN = 10;

type FindingItemsProps = {
  findings: readonly SheetFinding[];
  /** Passes a finding over with a reason, or takes that back; without it they are only shown. */
  pass?: ((finding: SheetFinding, reason: string | null) => void) | undefined;
  /** Reasons that were typed and not given yet, by the finding they are for. */
  reasons?: EditorView['reasons'];
  /** Before the ids of its fields, so that they are told apart. */
  scope?: string;
  label?: string;
};

/** What the rules find in one place, each with what to do. */
export function FindingItems({ findings, pass, reasons = {}, scope = '', label }: FindingItemsProps) {
  return (
    <ul className="finding-list sheet-findings" aria-label={label}>
      {withNames(findings).map(({ finding, name }, index) => {
        const { slug, title, severity, message, remedy, suppressed, quote } = finding;
        return (
          <li key={name}>
            <p>
              <SeverityMark severity={severity} isPassed={suppressed !== null} />{' '}
              <a href={`/docs/checks/${slug}`}>{title}</a>
            </p>
            {quote === null ? null : (
              <p className="sheet-quote">
                “<bdi>{quote}</bdi>”
              </p>
            )}
            <p>{message}</p>
            {suppressed === null ? (
              <p className="remedy">{remedy}</p>
            ) : (
              <p className="remedy">
                Because: <bdi>{suppressed}</bdi>
              </p>
            )}
            {pass === undefined || severity === 'note' || !canBePassedOver(finding) ? null : (
              <PassOver finding={finding} pass={pass} reasons={reasons} id={`${scope}-${index}`} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A name for each that it keeps while others come and go: what is being typed beside it stays there. */
function withNames(findings: readonly SheetFinding[]) {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = JSON.stringify(passedOf(finding));
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return { finding, name: `${key} ${count}` };
  });
}

type PassOverProps = {
  finding: SheetFinding;
  pass: NonNullable<FindingItemsProps['pass']>;
  reasons: EditorView['reasons'];
  id: string;
};

function PassOver({ finding, pass, reasons, id }: PassOverProps) {
  const { suppressed } = finding;
  const key = JSON.stringify(passedOf(finding));
  const place = useFocusOfAnswer(suppressed !== null);
  return (
    <div ref={place.ref}>
      {suppressed === null ? (
        <ReasonForm
          {...{ id, value: key, typed: reasons[key] }}
          onPass={(reason) => {
            place.wait();
            pass(finding, reason);
          }}
        />
      ) : (
        <button
          type="submit"
          name="button"
          value={`unpass:${key}`}
          className="button-quiet"
          onClick={stopped(() => {
            place.wait();
            pass(finding, null);
          })}
        >
          Do not pass it over
        </button>
      )}
    </div>
  );
}

/** The button that was pressed gives way to another when the answer comes: the focus goes there, instead of nowhere. */
function useFocusOfAnswer(isPassed: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const waits = useRef<boolean | null>(null);
  useEffect(() => {
    if (waits.current === null || waits.current === isPassed) return;
    waits.current = null;
    ref.current?.querySelector<HTMLElement>('summary, button')?.focus();
  }, [isPassed]);
  return {
    ref,
    wait: () => {
      waits.current = isPassed;
    },
  };
}

type ReasonFormProps = { id: string; value: string; typed: string | undefined; onPass: (reason: string) => void };

/** A reason that was typed and was not enough stands there again, where it can be made longer. */
function ReasonForm({ id, value, typed, onPass }: ReasonFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const hint = `reason-hint-${id}`;
  const isShort = typed !== undefined && typed.trim().length < REASON_MIN;
  function onGive() {
    if (field.current === null) return;
    const reason = field.current.value;
    // The browser says at the field what is missing.
    field.current.setCustomValidity(reason.trim().length < REASON_MIN ? SHORT : '');
    if (field.current.reportValidity()) onPass(reason);
  }
  return (
    <details open={typed !== undefined}>
      <summary>Pass it over, with a reason</summary>
      <label htmlFor={`reason-${id}`}>Reason, which is printed</label>
      <input
        ref={field}
        id={`reason-${id}`}
        className="field"
        name={`reason.${value}`}
        defaultValue={typed}
        maxLength={500}
        autoComplete="off"
        dir="auto"
        aria-describedby={hint}
        aria-invalid={isShort || undefined}
        onChange={({ target }) => target.setCustomValidity('')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onGive();
        }}
      />
      <p className={isShort ? 'form-error' : 'form-hint'} id={hint}>
        {SHORT}
      </p>
      <button type="submit" name="button" value={`pass:${value}`} className="button-quiet" onClick={stopped(onGive)}>
        Pass it over
      </button>
    </details>
  );
}

const SHORT = 'Ten characters at least.';

/** With scripts a button does its work here, and sends nothing. */
export function stopped(work: () => void) {
  return (event: React.MouseEvent) => {
    event.preventDefault();
    work();
  };
}
