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

/** Looks up what is typed, when somebody pauses. */
function useFinder(found: EditorView['found']) {
  const [results, setResults] = useState<{ q: string; claims: readonly FoundToPlace[] } | null>(found);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef('');
  async function look(q: string) {
    clearTimeout(timer.current);
    asked.current = q;
    const claims = q.trim() === '' ? null : await search(q).catch(() => null);
    // An answer to what was typed before comes too late.
    if (asked.current === q) setResults(claims === null ? null : { q, claims });
  }
  function lookSoon(q: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => look(q), PAUSE_MS);
  }
  return { results, look, lookSoon };
}

/** Looks for a claim by words, a number or an id, and places it. */
export function ClaimFinder({ found, onPlace, onToken }: ClaimFinderProps) {
  const { results, look, lookSoon } = useFinder(found);
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
          dir="auto"
          placeholder="1.8 million, trafficking in Asia, C12"
          onChange={({ target }) => lookSoon(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
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
      <Results results={results} onPlace={onPlace} onToken={onToken} />
    </search>
  );
}

type ResultsProps = Pick<ClaimFinderProps, 'onPlace' | 'onToken'> & {
  results: { q: string; claims: readonly FoundToPlace[] } | null;
};

function Results({ results, onPlace, onToken }: ResultsProps) {
  return (
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
