import type { Permission } from '../permission';

/** Records, their drafts and appraisals, imports and checks: what every editor works with. */
const EDITORIAL = /^([CSD][1-9]\d{0,8}|(appraisal|import|links|task):.*)$/;

/** What is needed to read the history of a subject at the desk. Whatever is not named here is about people. */
export function historyPermission(subject: string): Permission {
  return EDITORIAL.test(subject) ? 'draft.read' : 'person.read';
}
