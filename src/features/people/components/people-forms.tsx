'use client';

import { useActionState } from 'react';
import { ROLE_NAME, type Role } from '../../../domain/permission';
import type { FormState } from '../../../lib/form-state';
import { CopyButton } from '../../../ui/copy-button';
import { FormField, FormProblems } from '../../../ui/form';
import { ChoiceField, LinesField, SubmitButton } from '../../../ui/form-parts';
import { Notice } from '../../../ui/notice';
import { actOnSomebody, changeSomebody, invitePerson, invitePersonAgain } from '../actions';
import type { InvitationState } from '../schema';

const ROLE_HINTS: Readonly<Record<Role, string>> = {
  advocate: 'makes fact sheets',
  editor: 'makes and appraises evidence',
  'senior-editor': 'also publishes, and settles differences',
  admin: 'lets people in and changes what they may do',
};
const ROLE_CHOICES = (Object.keys(ROLE_NAME) as Role[]).map((value) => ({
  value,
  label: ROLE_NAME[value],
  hint: ROLE_HINTS[value],
}));

const LABELS = { email: 'E-mail address', roles: 'Roles', affiliations: 'Works for', name: 'Name' };

function RolesAndAffiliations(props: {
  roles: readonly string[];
  affiliations: readonly string[];
  state: FormState | null;
}) {
  const { roles, affiliations, state } = props;
  return (
    <>
      <ChoiceField name="roles" legend={LABELS.roles} choices={ROLE_CHOICES} chosen={roles} state={state} />
      <LinesField
        name="affiliations"
        label={LABELS.affiliations}
        hint="Organisations by their usual short name, one a line: nobody appraises what their own organisation publishes."
        value={affiliations.join('\n')}
        state={state}
      />
    </>
  );
}

const NOT_SENT: InvitationState = { sent: null, form: null };

export function InviteForm() {
  const [state, action, pending] = useActionState(invitePerson, NOT_SENT);
  if (state.sent !== null) return <Sent sent={state.sent} />;
  return (
    <form action={action} className="form">
      <FormProblems state={state.form} labels={LABELS} />
      <FormField
        name="email"
        label={LABELS.email}
        type="email"
        autoComplete="off"
        required
        maxLength={254}
        state={state.form}
      />
      <RolesAndAffiliations roles={['editor']} affiliations={[]} state={state.form} />
      <SubmitButton pending={pending}>Invite</SubmitButton>
    </form>
  );
}

function Sent({ sent: { email, link } }: { sent: { email: string; link: string } }) {
  return (
    <Notice title={`${email} is invited`}>
      <p>
        A mail is on its way. This is the link in it, should the mail not arrive. It is shown now and never again, works
        once, and for seven days:
      </p>
      <p>
        <code className="secret">{link}</code> <CopyButton text={link} label="Copy the link" />
      </p>
      <p>
        <a href="/desk/people">Back to the people</a>
      </p>
    </Notice>
  );
}

/** Sends an invitation once more, with a new link. */
export function InviteAgainForm({ id, email }: { id: number; email: string }) {
  const [state, action, pending] = useActionState(invitePersonAgain, NOT_SENT);
  if (state.sent !== null) return <Sent sent={state.sent} />;
  return (
    <form action={action}>
      <FormProblems state={state.form} labels={LABELS} />
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button-quiet" disabled={pending} aria-label={`Send again to ${email}`}>
        Send again
      </button>
    </form>
  );
}

/** What somebody may do, and for whom they work. */
export function ChangeForm(props: { id: string; roles: readonly Role[]; affiliations: readonly string[] }) {
  const [state, action, pending] = useActionState(changeSomebody, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={LABELS} />
      <input type="hidden" name="id" value={props.id} />
      <RolesAndAffiliations roles={props.roles} affiliations={props.affiliations} state={state} />
      <SubmitButton pending={pending}>Save</SubmitButton>
    </form>
  );
}

type Act = { what: 'close' | 'reopen' | 'two-factor'; label: string };

/** What can be done to an account as a whole. */
export function ActForm({ id, acts }: { id: string; acts: readonly Act[] }) {
  const [state, action, pending] = useActionState(actOnSomebody, null);
  return (
    <form action={action} className="form">
      <FormProblems state={state} labels={LABELS} />
      <input type="hidden" name="id" value={id} />
      <div className="form-buttons">
        {acts.map(({ what, label }) => (
          <button key={what} type="submit" name="what" value={what} className="button-quiet" disabled={pending}>
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}
