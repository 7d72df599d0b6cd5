'use client';

import { PasswordField } from '../../../ui/form-parts';
import { AccountForm, EmailField, NameField } from '../../accounts/components/account-form';
import { finishOwnSignUp, join, setUpSite, signUpSelf } from '../actions';

/** The first account of a site. */
export function SetUpForm({ token }: { token: string }) {
  return (
    <AccountForm action={setUpSite} hidden={{ token }} button="Make the first account">
      {(state) => (
        <>
          <NameField state={state} />
          <EmailField state={state} />
          <PasswordField fresh state={state} />
          <div className="form-field">
            <label className="form-choice">
              <input type="checkbox" name="alsoSeniorEditor" value="yes" defaultChecked />
              <span>I also edit and publish (senior editor)</span>
            </label>
          </div>
        </>
      )}
    </AccountForm>
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
    <AccountForm action={invited ? join : finishOwnSignUp} hidden={{ token }} button="Make my account">
      {(state) => (
        <>
          <p>
            E-mail address: <strong>{email}</strong>
          </p>
          <NameField state={state} />
          {signOn === null ? (
            <PasswordField fresh state={state} />
          ) : (
            <PasswordField
              fresh
              optional
              hint={`At least 12 characters; or nothing, to sign in with ${signOn} only.`}
              state={state}
            />
          )}
        </>
      )}
    </AccountForm>
  );
}

/** Asks for an account, where anybody may have one. */
export function SignUpForm() {
  return (
    <AccountForm action={signUpSelf} button="Send a link">
      {(state) => <EmailField state={state} />}
    </AccountForm>
  );
}
