'use client';

import { useActionState } from 'react';
import { SCOPES } from '../../../domain/permission';
import { CopyButton } from '../../../ui/copy-button';
import { CheckboxGroup } from '../../../ui/form/choice-field';
import { ActionForm, Form } from '../../../ui/form/form';
import { PasswordField, TextField } from '../../../ui/form/text-field';
import { Notice } from '../../../ui/notice';
import { QrCode } from '../../../ui/qr-code';
import { changeOwnPassword, makeOwnKey, makeRecoveryCodes, setUpTwoFactor, turnTwoFactorOff } from '../actions';
import type { KeyState, RecoveryState, TwoFactorState } from '../schema';
import { ACCOUNT_LABELS as LABELS, CodeField } from './account-fields';

export function ChangePasswordForm() {
  return (
    <ActionForm
      action={changeOwnPassword}
      labels={{ current: 'Present password', password: 'New password' }}
      submit="Change the password"
    >
      <PasswordField name="current" label="Present password" />
      <PasswordField label="New password" fresh />
    </ActionForm>
  );
}

const START: TwoFactorState = { step: 'password', form: null };

/** First the password, then the secret for the app, the recovery codes, and a code that shows that the app has it. */
export function TwoFactorForm() {
  const [state, action] = useActionState(setUpTwoFactor, START);
  return (
    <Form
      state={state.form}
      action={action}
      labels={LABELS}
      submit={state.step === 'password' ? 'Begin' : 'Turn it on'}
    >
      {state.step === 'password' ? (
        <PasswordField hint="Only you should be able to do this." />
      ) : (
        <>
          <Secret uri={state.uri} />
          <RecoveryCodes codes={state.recoveryCodes} />
          <h2>Third: show that it works</h2>
          <CodeField kind="app" />
        </>
      )}
    </Form>
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
    <ActionForm action={turnTwoFactorOff} labels={LABELS} submit="Turn it off">
      <PasswordField />
    </ActionForm>
  );
}

const NO_CODES: RecoveryState = { codes: null, form: null };

export function RecoveryForm() {
  const [state, action] = useActionState(makeRecoveryCodes, NO_CODES);
  if (state.codes !== null)
    return (
      <Notice title="New recovery codes were made; the earlier ones work no longer">
        <RecoveryCodes codes={state.codes} />
      </Notice>
    );
  return (
    <Form state={state.form} action={action} labels={LABELS} submit="Make new recovery codes">
      <PasswordField />
    </Form>
  );
}

const KEY_LABELS = { name: 'What it is for', scopes: 'What it may do', days: 'Days until it expires' };
const NO_KEY: KeyState = { key: null, form: null };
const SCOPE_CHOICES = Object.entries(SCOPES).map(([value, { what }]) => ({ value, label: value, meaning: what }));

export function KeyForm() {
  const [state, action] = useActionState(makeOwnKey, NO_KEY);
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
    <Form state={state.form} action={action} labels={KEY_LABELS} submit="Make the key">
      <TextField
        name="name"
        label={KEY_LABELS.name}
        hint="So that you know later whether it is still needed."
        required
        maxLength={100}
      />
      <CheckboxGroup name="scopes" label={KEY_LABELS.scopes} options={SCOPE_CHOICES} values={['read']} />
      <TextField name="days" label={KEY_LABELS.days} type="number" min={1} max={366} value="90" required />
    </Form>
  );
}
