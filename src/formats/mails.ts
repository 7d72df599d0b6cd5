import type { RecallNews } from '../features/releases/schema';
import { ROLE_DUTY, ROLE_NAME, type Role, rolesText } from '../domain/permission';

// What is written to people, as text: no mail needs more, and none loads anything from anywhere.

type Text = { subject: string; text: string };

const lines = (...parts: string[]) => `${parts.join('\n\n')}\n`;

export function invitationMail({ by, roles, link }: { by: string; roles: readonly Role[]; link: string }): Text {
  return {
    subject: `${by} invites you to Plumbline`,
    text: lines(
      `${by} invites you to Plumbline as ${rolesText(roles)}. There every statistical claim shows its source, its method and how reliable it is.`,
      `What that means:\n${roles.map((role) => `- ${ROLE_NAME[role]}: ${ROLE_DUTY[role]}`).join('\n')}`,
      `Make your account within seven days:\n${link}`,
      'The link works once. If you did not expect this, leave it alone: without it nothing happens.',
    ),
  };
}

export function resetMail({ name, link }: { name: string; link: string }): Text {
  return {
    subject: 'A new password for Plumbline',
    text: lines(
      `Hello ${name},`,
      `somebody asked for a new password for your account. If it was you, choose one within an hour:\n${link}`,
      'The link works once. If it was not you, leave it alone: your password stays as it is.',
    ),
  };
}

/** Says nothing that whoever asked for it wrote: they may be anybody, and must not write to others through us. */
export function signUpMail({ link }: { link: string }): Text {
  return {
    subject: 'Your account on Plumbline',
    text: lines(
      `Somebody asked for an account on Plumbline with this address. If it was you, choose your name and your password within a day:\n${link}`,
      'The link works once. If it was not you, leave it alone: there is no account, and without the link there will be none.',
    ),
  };
}

export function hasAccountMail({ link }: { link: string }): Text {
  return {
    subject: 'You have an account on Plumbline already',
    text: lines(
      'Somebody tried to make an account with this address, which has one already. If it was you, sign in, or ask there for a new password:',
      link,
      'If it was not you, nothing has happened.',
    ),
  };
}

export function securityMail({ what }: { what: string }): Text {
  return {
    subject: 'Your account on Plumbline was changed',
    text: lines(what, 'If you did not expect this, tell an administrator of the site at once.'),
  };
}

/**
 * A release of theirs has been overtaken. What changed is told in our words and in those of the evidence base.
 *
 * @param site the address that the site is reached at, without a slash at the end
 */
export function recallMail({ name, title, number, sheetId, releaseId, claims }: RecallNews, site: string): Text {
  const called = title.replaceAll(/\s+/g, ' ');
  return {
    subject: `Changed since your fact sheet: ${claims.map(({ claim }) => claim).join(', ')}`.slice(0, 200),
    text: lines(
      `Hello ${name},`,
      `release ${number} of your fact sheet “${called}” (${releaseId}) uses figures that are no longer as they were:`,
      ...claims.map(
        ({ claim, statement, changes }) =>
          `${claim}: ${statement}\n${changes.map((change) => `- ${change.message}${fromTo(change)}`).join('\n')}\n${site}/claims/${claim}`,
      ),
      `Redraft the sheet with the changes applied, with one click in the list of your sheets:\n${site}/desk/fact-sheets\nOr open it yourself:\n${site}/desk/fact-sheets/${sheetId}`,
      `Whoever verifies the release sees the same:\n${site}/verify/${releaseId}`,
      'Copies that are out already do not change by themselves: tell those whom you gave one.',
    ),
  };
}

/** Where the message does not say it already: a status is told whole, a figure by what it was and is. */
function fromTo({ kind, before, after }: RecallNews['claims'][number]['changes'][number]): string {
  if (kind === 'gone' || kind === 'status' || kind === 'reliability') return '';
  return ` Before: ${before ?? 'not established'}. Now: ${after ?? 'not established'}.`;
}
