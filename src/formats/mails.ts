// What is written to people, as text: no mail needs more, and none loads anything from anywhere.

type Text = { subject: string; text: string };

const lines = (...parts: string[]) => `${parts.join('\n\n')}\n`;

export function invitationMail({ by, link }: { by: string; link: string }): Text {
  return {
    subject: `${by} invites you to Plumbline`,
    text: lines(
      `${by} invites you to work on Plumbline, where every statistical claim shows its source, its method and how reliable it is.`,
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
