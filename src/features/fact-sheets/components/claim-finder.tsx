'use client';

import { useRef, useState } from 'react';
import { ReliabilityBadge, StatusTag } from '../../claims/components/badges';
import { search } from '../actions';
import type { EditorView, FoundToPlace } from '../schema';
import { stopped } from './finding-items';

const PAUSE_MS = 300;

type ClaimFinderProps = {
  found: EditorView['found'];
  onPlace: (claim: string) => void;
  /** Puts a token where somebody writes; null: nobody has written yet. */
  onToken: ((claim: string) => void) | null;
};

/** Looks for a claim by words, a number or an id, and places it. */
export function ClaimFinder({ found, onPlace, onToken }: ClaimFinderProps) {
  const [results, setResults] = useState<{ q: string; claims: readonly FoundToPlace[] } | null>(found);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef('');
  async function look(q: string) {
    asked.current = q;
    const claims = q.trim() === '' ? null : await search(q).catch(() => null);
    // An answer to what was typed before comes too late.
    if (asked.current === q) setResults(claims === null ? null : { q, claims });
  }
  return (
    <search className="claim-finder">
      <label htmlFor="finder">Place a claim: words, a number, or its id</label>
      <div className="finder-line">
        <input
          id="finder"
          className="field"
          name="q"
          defaultValue={found?.q}
          maxLength={300}
          autoComplete="off"
          placeholder="1.8 million, trafficking in Asia, C12"
          onChange={({ target }) => {
            clearTimeout(timer.current);
            timer.current = setTimeout(() => look(target.value), PAUSE_MS);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            clearTimeout(timer.current);
            look(event.currentTarget.value);
          }}
        />
        <button
          type="submit"
          name="button"
          value="search"
          className="button"
          onClick={stopped(() => {
            const field = document.getElementById('finder');
            if (field instanceof HTMLInputElement) look(field.value);
          })}
        >
          Search
        </button>
      </div>
      <div aria-live="polite">
        {results === null ? null : results.claims.length === 0 ? (
          <p>No claim fits “{results.q}”. Try fewer words, or the number alone.</p>
        ) : (
          <ul className="finder-results" aria-label="Claims found">
            {results.claims.map((claim) => (
              <FoundLine key={claim.id} claim={claim} onPlace={onPlace} onToken={onToken} />
            ))}
          </ul>
        )}
      </div>
    </search>
  );
}

type FoundLineProps = Pick<ClaimFinderProps, 'onPlace' | 'onToken'> & { claim: FoundToPlace };

function FoundLine({ claim: { id, statement, reliability, status }, onPlace, onToken }: FoundLineProps) {
  return (
    <li>
      <p>
        <b>{id}</b> {statement} <ReliabilityBadge level={reliability} /> <StatusTag status={status} />
      </p>
      <p className="finder-buttons">
        <button
          type="submit"
          name="button"
          value={`place:${id}`}
          className="button-quiet"
          onClick={stopped(() => onPlace(id))}
        >
          Place {id}
        </button>
        {onToken === null ? null : (
          <button type="button" className="button-quiet" onClick={() => onToken(id)}>
            Put its figure into the text
          </button>
        )}
      </p>
    </li>
  );
}
