'use client';

import { Checkbox } from '../../../ui/form/choice-field';
import { ActionForm } from '../../../ui/form/form';
import { EmailField, PasswordField, TextField } from '../../../ui/form/text-field';
import { checkEmail, join, setUpSite, signUpSelf } from '../actions';

const LABELS = { name: 'Name', email: 'E-mail address', password: 'Password' };

function NameField() {
  return (
    <TextField
      name="name"
      label={LABELS.name}
      hint="As it stands beside what you do here."
      autoComplete="name"
      required
      maxLength={100}
    />
  );
}

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

/** The account that somebody is invited to; address, roles and affiliations are the invitation's. */
export function JoinForm({ token, email, signOn }: { token: string; email: string; signOn: string | null }) {
  return (
    <ActionForm action={join} labels={LABELS} hidden={{ token }} submit="Make my account">
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

/** An advocate's account, where anybody may have one. */
export function SignUpForm() {
  return (
    <ActionForm action={signUpSelf} labels={LABELS} submit="Make an account">
      <NameField />
      <EmailField />
      <PasswordField fresh />
    </ActionForm>
  );
}

/** A button, because programs that look through mail open every link. */
export function CheckEmailForm({ token }: { token: string }) {
  return <ActionForm action={checkEmail} hidden={{ token }} submit="Yes, this address is mine" />;
}
