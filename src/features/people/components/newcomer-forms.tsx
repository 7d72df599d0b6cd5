'use client';

import { Checkbox } from '../../../ui/form/choice-field';
import { ActionForm } from '../../../ui/form/form';
import { EmailField, PasswordField } from '../../../ui/form/text-field';
import { ACCOUNT_LABELS as LABELS, NameField } from '../../accounts/components/account-fields';
import { finishOwnSignUp, join, setUpSite, signUpSelf } from '../actions';

/** The first account of a site. */
export function SetUpForm({ token }: { token: string }) {
  return (
    <ActionForm action={setUpSite} labels={LABELS} hidden={{ token }} submit="Make the first account">
      <NameField />
      <EmailField />
      <PasswordField fresh />
      <Checkbox name="alsoSeniorEditor" label="I also edit and publish (senior editor)" checked />
    </ActionForm>
  );
}

/**
 * The account of somebody who opened a link that was sent to their address: by invitation, or because it was asked for with
 * this address. Address, roles and affiliations are not theirs to say.
 */
export function NewcomerForm(props: {
  invited: boolean;
  token: string;
  email: string;
  /** What the identity provider is called, with which an invited person may come in instead. */
  signOn: string | null;
}) {
  const { invited, token, email, signOn } = props;
  return (
    <ActionForm action={invited ? join : finishOwnSignUp} labels={LABELS} hidden={{ token }} submit="Make my account">
      <p>
        E-mail address: <strong>{email}</strong>
      </p>
      <NameField />
      {signOn === null ? (
        <PasswordField fresh />
      ) : (
        <PasswordField fresh optional hint={`At least 12 characters; or nothing, to sign in with ${signOn} only.`} />
      )}
    </ActionForm>
  );
}

/** Asks for an account, where anybody may have one. */
export function SignUpForm() {
  return (
    <ActionForm action={signUpSelf} labels={LABELS} submit="Send a link">
      <EmailField />
    </ActionForm>
  );
}
