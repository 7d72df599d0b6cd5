import { PERMISSIONS, type Permission } from '../../domain/permission';

/** A page of the desk: the navigation shows it to whoever has the permission, and everybody else gets 403 there. */
export type DeskPage = { href: string; label: string; needs: Permission };

/**
 * The pages of the desk in the order of its navigation. Every address below one asks for the same permission; one that
 * asks for another has a line in `DEEPER`. The pages and actions ask again themselves: this table is for what is shown
 * and for the answer 403, and not what keeps anybody out.
 */
export const DESK_PAGES: readonly DeskPage[] = [
  { href: '/desk', label: 'Overview', needs: 'account.use' },
  { href: '/desk/fact-sheets', label: 'Fact sheets', needs: 'fact-sheet.own' },
  { href: '/desk/drafts', label: 'Drafts', needs: 'draft.read' },
  { href: '/desk/appraisals', label: 'Appraisals', needs: 'appraisal.write' },
  { href: '/desk/queues', label: 'Queues', needs: 'draft.read' },
  { href: '/desk/checks', label: 'Checks', needs: 'draft.read' },
  { href: '/desk/matches', label: 'Matches', needs: 'draft.read' },
  { href: '/desk/import', label: 'Import', needs: 'import.run' },
  { href: '/desk/links', label: 'Links', needs: 'link.check' },
  { href: '/desk/history', label: 'History', needs: 'draft.read' },
  { href: '/desk/people', label: 'People', needs: 'person.read' },
  { href: '/desk/account', label: 'Account', needs: 'account.use' },
];

/** Addresses that ask for another permission than the page above them. */
const DEEPER: readonly { href: string; needs: Permission }[] = [
  { href: '/desk/denied', needs: 'account.use' },
  { href: '/desk/drafts/new', needs: 'draft.write' },
  { href: '/desk/records', needs: 'draft.read' },
  { href: '/desk/people/invite', needs: 'person.invite' },
];

/** What an address of the desk asks for; null when it is none. The longest line that fits counts. */
export function permissionFor(path: string): Permission | null {
  const fitting = [...DESK_PAGES, ...DEEPER]
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length);
  return fitting[0]?.needs ?? null;
}

/** A permission out of an address; null for any other word. */
export function readPermission(word: unknown): Permission | null {
  return typeof word === 'string' && Object.hasOwn(PERMISSIONS, word) ? (word as Permission) : null;
}
