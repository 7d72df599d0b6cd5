import type { DraftAnswer } from '@/features/drafts/schema';
import { getDraftAnswer } from '@/features/drafts/fault-data';
import type { SentOutcome } from '@/features/drafts/sent-writer';
import type { Actor } from '@/domain/permission';
import { refuseBody } from '@/http/json-body';
import { ApiProblem } from '@/http/problem';

/** @throws {ApiProblem} when there is no such draft */
export async function requireDraft(actor: Actor, id: string): Promise<DraftAnswer> {
  const draft = await getDraftAnswer(actor, id);
  if (draft === null) throw new ApiProblem('not-found', 'There is no draft of this id.');
  return draft;
}

/** What came of a step. @throws {ApiProblem} that says why nothing came of it */
export function done<Result extends object>(outcome: SentOutcome<Result>): Result {
  if (outcome.ok) return outcome;
  switch (outcome.problem) {
    case 'unreadable':
      return refuseBody(outcome.faults.map(({ path, message }) => ({ path: inRecord(path), message })));
    case 'incomplete': {
      const faults = outcome.faults.map(({ path, message }) => ({ field: path, message }));
      throw new ApiProblem('incomplete', 'The draft is not whole: see errors.', errorsIn(faults));
    }
    case 'conflict': {
      const { version } = outcome.current;
      throw new ApiProblem('conflict', `The draft has version ${version} by now: nothing was written.`);
    }
    case 'moved-on':
      throw new ApiProblem('conflict', 'The published record has changed since the draft began.');
    case 'gone':
      throw new ApiProblem('conflict', outcome.message);
  }
}

/** Faults of a draft as errors of what was sent. */
export function errorsIn(faults: DraftAnswer['faults']): { field: string; message: string }[] {
  return faults.map(({ field, message }) => ({ field: inRecord(field), message }));
}

function inRecord(path: string): string {
  return path === '' ? 'record' : `record.${path}`;
}
