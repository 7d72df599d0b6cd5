'use client';

import { useActionState } from 'react';
import { SCOPES } from '../../../domain/permission';
import { CopyButton } from '../../../ui/copy-button';
import { FormField, FormProblems } from '../../../ui/form';
import { ChoiceField, PasswordField, SubmitButton } from '../../../ui/form-parts';
import { Notice } from '../../../ui/notice';
import { QrCode } from '../../../ui/qr-code';
import { changeOwnPassword, makeOwnKey, makeRecoveryCodes, setUpTwoFactor, turnTwoFactorOff } from '../actions';
import type { KeyState, RecoveryState, TwoFactorState } from '../schema';
import { AccountForm, CodeField } from './account-form';

export function ChangePasswordForm() {
  return (
    <AccountForm
      action={changeOwnPassword}
      labels={{ current: 'Present password', password: 'New password' }}
      button="Change the password"
    >
      {(state) => (
        <>
          <PasswordField name="current" label="Present password" state={state} />
          <PasswordField label="New password" fresh state={state} />
        </>
      )}
    </AccountForm>
  );
}

const START: TwoFactorState = { step: 'password', form: null };

/** First the password, then the secret for the app, the recovery codes, and a code that shows that the app has it. */
export function TwoFactorForm() {
  const [state, action, pending] = useActionState(setUpTwoFactor, START);
  return (
    <form action={action} className="form">
      <FormProblems state={state.form} labels={{ password: 'Password', code: 'Code' }} />
      {state.step === 'password' ? (
        <>
          <PasswordField hint="Only you should be able to do this." state={state.form} />
          <SubmitButton pending={pending}>Begin</SubmitButton>
        </>
      ) : (
        <>
          <Secret uri={state.uri} />
          <RecoveryCodes codes={state.recoveryCodes} />
          <h2>Third: show that it works</h2>
          <CodeField kind="app" state={state.form} />
          <SubmitButton pending={pending}>Turn it on</SubmitButton>
        </>
      )}
    </form>
  );
}

function Secret({ uri }: { uri: string }) {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <>
      <h2>First: give the secret to your app</h2>
      <p>Let an authenticator app read this code, or type the secret in by hand.</p>
      <QrCode text={uri} label="QR code with the secret, for an authenticator app" />
      <p>
        Secret: <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>{' '}
        <CopyButton text={secret} label="Copy the secret" />
      </p>
    </>
  );
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <h2>Second: keep the recovery codes</h2>
      <p>
        Without your device, each of these lets you in once. They are shown now and never again: print them, or put them
        where you keep your passwords.
      </p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')} label="Copy the recovery codes" />
    </>
  );
}

export function TwoFactorOffForm() {
  return (
    <AccountForm action={turnTwoFactorOff} button="Turn it off">
      {(state) => <PasswordField state={state} />}
    </AccountForm>
  );
}

const NO_CODES: RecoveryState = { codes: null, form: null };

export function RecoveryForm() {
  const [state, action, pending] = useActionState(makeRecoveryCodes, NO_CODES);
  if (state.codes !== null)
    return (
      <Notice title="New recovery codes were made; the earlier ones work no longer">
        <RecoveryCodes codes={state.codes} />
      </Notice>
    );
  return (
    <form action={action} className="form">
      <FormProblems state={state.form} labels={{ password: 'Password' }} />
      <PasswordField state={state.form} />
      <SubmitButton pending={pending}>Make new recovery codes</SubmitButton>
    </form>
  );
}

const NO_KEY: KeyState = { key: null, form: null };
const SCOPE_CHOICES = Object.entries(SCOPES).map(([value, { what }]) => ({ value, label: value, hint: what }));

export function KeyForm() {
  const [state, action, pending] = useActionState(makeOwnKey, NO_KEY);
  if (state.key !== null)
    return (
      <Notice title="This is the new key. It is shown now and never again">
        <p>
          <code className="secret">{state.key}</code> <CopyButton text={state.key} label="Copy the key" />
        </p>
        <p>
          <a href="/desk/account/keys">Done: the key is kept where it belongs</a>
        </p>
      </Notice>
    );
  return (
    <form action={action} className="form">
      <FormProblems state={state.form} labels={{ name: 'What it is for', scopes: 'What it may do', days: 'Days' }} />
      <FormField
        name="name"
        label="What it is for"
        hint="So that you know later whether it is still needed."
        required
        maxLength={100}
        state={state.form}
      />
      <ChoiceField name="scopes" legend="What it may do" choices={SCOPE_CHOICES} chosen={['read']} state={state.form} />
      <FormField
        name="days"
        label="Days until it expires"
        type="number"
        min={1}
        max={366}
        defaultValue="90"
        required
        state={state.form}
      />
      <SubmitButton pending={pending}>Make the key</SubmitButton>
    </form>
  );
}
