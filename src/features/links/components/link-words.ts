import type { LinkOutcome, LinkState } from '../../../domain/link-check';
import { dateText } from '../../../domain/partial-date';
import type { LinkView, QuoteOutcome } from '../schema';

export const LINK_STATE: Readonly<Record<LinkState, string>> = {
  works: 'Works',
  redirected: 'Leads elsewhere',
  failing: 'Failed once',
  broken: 'Broken',
  unclear: 'Cannot be told',
  refused: 'Never asked',
};

export const LINK_OUTCOME: Readonly<Record<LinkOutcome, string>> = {
  works: 'Works',
  failed: 'Failed',
  unclear: 'Cannot be told',
  refused: 'Not asked',
};

export const LINK_VIEW: Readonly<Record<LinkView, string>> = {
  broken: 'Broken',
  failing: 'Failed on one day',
  redirected: 'Lead elsewhere',
  unclear: 'Cannot be told',
  quotes: 'Quoted words not found',
  unarchived: 'Without archived copy',
  unchecked: 'Never checked',
};

export const QUOTE_OUTCOME: Readonly<Record<QuoteOutcome, string>> = {
  found: 'found in the page',
  gone: 'no longer in the page',
  ambiguous: 'in several places of the page',
};

/** The day of a moment, in words. */
export function dayText(at: string): string {
  return dateText(at.slice(0, 10));
}
