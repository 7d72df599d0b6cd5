import 'server-only';
import { currentActor } from '../../auth/session';
import { findLink, type OpenLink } from '../accounts/link-data';
import {
  getPerson,
  type InvitationRow,
  listInvitations,
  listPeople,
  listPersonEvents,
  type PersonEvent,
  type PersonRow,
} from './people-data';

export type { InvitationRow, PersonEvent, PersonRow };

export async function loadPeople(): Promise<{ people: PersonRow[]; invitations: InvitationRow[] }> {
  const actor = await currentActor();
  return { people: await listPeople(actor), invitations: await listInvitations(actor) };
}

export async function loadPerson(id: string): Promise<{ person: PersonRow; events: PersonEvent[] } | null> {
  const actor = await currentActor();
  const person = await getPerson(actor, id);
  return person === null ? null : { person, events: await listPersonEvents(actor, id) };
}

/** A link out of an address, while it works. */
export async function loadOpenLink(
  kind: 'set-up' | 'invitation' | 'email-check',
  token: unknown,
): Promise<(OpenLink & { token: string }) | null> {
  if (typeof token !== 'string') return null;
  const link = await findLink(kind, token.slice(0, 200));
  return link?.state === 'open' ? { ...link, token } : null;
}
