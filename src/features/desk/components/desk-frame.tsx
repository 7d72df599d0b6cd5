import { type Actor, may } from '../../../domain/permission';
import { SubmitButton } from '../../../ui/form/submit-button';
import { NavLink } from '../../../ui/nav-link';
import { signOut } from '../../accounts/actions';
import { DESK_PAGES } from '../schema';
import { DeskMark } from './desk-mark';

/** What stands around every page of the desk: the ways to what this person may do, and the way out. */
export function DeskFrame({ actor, children }: { actor: Actor; children: React.ReactNode }) {
  const pages = DESK_PAGES.filter(({ needs }) => may(actor, needs));
  return (
    <div>
      <DeskMark />
      <div className="desk-bar">
        <nav className="desk-nav" aria-label="Desk">
          {pages.map(({ href, label }) => (
            <NavLink key={href} href={href} exact={href === '/desk'}>
              {label}
            </NavLink>
          ))}
        </nav>
        <form action={signOut} className="desk-person">
          <span className="meta">{actor.name}</span>
          <SubmitButton look="quiet">Sign out</SubmitButton>
        </form>
      </div>
      {children}
    </div>
  );
}
