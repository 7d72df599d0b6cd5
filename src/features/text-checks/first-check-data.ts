import 'server-only';
import { isDatabaseAway } from '../../lib/database-error';
import { today } from '../../lib/today';
import { checkDraft } from './data';
import { EXAMPLE_TEXT } from './example-data';

/** Patterns are compiled when they are used for the second time. */
const TIMES = 2;

/**
 * Checks the example before anybody sends a text: the first check of a process reads the whole evidence base, and
 * compiles what it reads texts with.
 */
export async function checkFirstText(): Promise<void> {
  try {
    for (let time = 0; time < TIMES; time += 1) await checkDraft(EXAMPLE_TEXT, { today: today(), all: false });
  } catch (error) {
    // That the database is away, others say already; the first text is then checked as slowly as it was.
    if (!isDatabaseAway(error)) console.error('the example text:', error);
  }
}
