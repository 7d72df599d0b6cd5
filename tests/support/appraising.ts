import type { AppraisalDraft } from '../../src/domain/appraisal/appraisal';
import type { Answer, Instrument } from '../../src/domain/appraisal/instrument';
import { findInstrument } from '../../src/domain/appraisal/instruments';
import { axesOf, levelsOf } from '../../src/domain/appraisal/scales';
import type { Actor } from '../../src/domain/permission';
import { getRound } from '../../src/features/appraisals/data';
import { beginAppraisal, openRound, submitAppraisal } from '../../src/features/appraisals/mutations';

/** The current version of an instrument. */
export function instrument(id: string): Instrument {
  const found = findInstrument(id);
  if (found === null) throw new Error(`there is no instrument ${id}`);
  return found;
}

/**
 * A whole appraisal: yes to everything, except where `answers` says otherwise, and on each axis the level in `levels` or
 * the best. Each note and reason bears `mark`, so that a test can look for it anywhere.
 */
export function wholeDraft(
  { items, subject }: Instrument,
  {
    answers = {},
    levels = {},
    mark = 'a test',
  }: { answers?: Record<string, Answer>; levels?: Record<string, string>; mark?: string } = {},
): AppraisalDraft {
  return {
    answers: Object.fromEntries(
      items.map(({ number }) => [number, { answer: answers[number] ?? 'yes', note: `Seen by ${mark}.` }]),
    ),
    judgements: Object.fromEntries(
      axesOf(subject).map((axis) => {
        const level = levels[axis] ?? levelsOf(axis)[0] ?? '';
        return [axis, { level, reasons: [`Judged by ${mark}.`], deviation: `Otherwise by ${mark}.` }];
      }),
    ),
  };
}

const NO_INTERESTS = { interests: 'none', interestsText: '' } as const;

/** A round for this subject in which these have begun. */
export async function roundFor(subject: string, people: readonly Actor[]): Promise<number> {
  const [opener] = people;
  const opened = await openRound(opener ?? null, subject, null);
  if (!opened.ok) throw new Error(opened.problem);
  for (const person of people) {
    const begun = await beginAppraisal(person, opened.round, NO_INTERESTS);
    if (!begun.ok) throw new Error(begun.problem);
  }
  return opened.round;
}

/** Hands a whole appraisal in, with these levels. */
export async function handIn(person: Actor, round: number, levels: Record<string, string> = {}) {
  const used = instrument((await getRound(person, round))?.instrument ?? '');
  return submitAppraisal(person, round, wholeDraft(used, { levels, mark: person.name }));
}
