'use client';

import { useActionState } from 'react';
import { ROLE_NAME, type Role } from '../../../domain/permission';
import { CopyButton } from '../../../ui/copy-button';
import { CheckboxGroup } from '../../../ui/form/choice-field';
import { ActionForm, Form } from '../../../ui/form/form';
import { Buttons, SubmitButton } from '../../../ui/form/submit-button';
import { EmailField, TextArea } from '../../../ui/form/text-field';
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
  meaning: ROLE_HINTS[value],
}));

const LABELS = { email: 'E-mail address', roles: 'Roles', affiliations: 'Works for', name: 'Name' };

type RolesAndAffiliationsProps = { roles: readonly string[]; affiliations: readonly string[] };

function RolesAndAffiliations({ roles, affiliations }: RolesAndAffiliationsProps) {
  return (
    <>
      <CheckboxGroup name="roles" label={LABELS.roles} options={ROLE_CHOICES} values={roles} />
      <TextArea
        name="affiliations"
        label={LABELS.affiliations}
        hint="Organisations by their usual short name, one a line: nobody appraises what their own organisation publishes."
        value={affiliations.join('\n')}
      />
    </>
  );
}

const NOT_SENT: InvitationState = { sent: null, form: null };

export function InviteForm() {
  const [state, action] = useActionState(invitePerson, NOT_SENT);
  if (state.sent !== null) return <Sent sent={state.sent} />;
  return (
    <Form state={state.form} action={action} labels={LABELS} submit="Invite">
      <EmailField autoComplete="off" />
      <RolesAndAffiliations roles={['editor']} affiliations={[]} />
    </Form>
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
  const [state, action] = useActionState(invitePersonAgain, NOT_SENT);
  if (state.sent !== null) return <Sent sent={state.sent} />;
  return (
    <Form state={state.form} action={action} hidden={{ id }} className="form-bare">
      <SubmitButton look="quiet" aria-label={`Send again to ${email}`}>
        Send again
      </SubmitButton>
    </Form>
  );
}

/** What somebody may do, and for whom they work. */
export function ChangeForm(props: { id: string; roles: readonly Role[]; affiliations: readonly string[] }) {
  return (
    <ActionForm action={changeSomebody} labels={LABELS} hidden={{ id: props.id }} submit="Save">
      <RolesAndAffiliations roles={props.roles} affiliations={props.affiliations} />
    </ActionForm>
  );
}

type Act = { what: 'close' | 'reopen' | 'two-factor'; label: string };

/** What can be done to an account as a whole. */
export function ActForm({ id, acts }: { id: string; acts: readonly Act[] }) {
  return (
    <ActionForm action={actOnSomebody} hidden={{ id }}>
      <Buttons>
        {acts.map(({ what, label }) => (
          <SubmitButton key={what} look="quiet" name="what" value={what}>
            {label}
          </SubmitButton>
        ))}
      </Buttons>
    </ActionForm>
  );
}
