import { TextField } from '../../../ui/form/text-field';

// Fields of the forms about accounts, and what each is called where something is wrong with it.

export const ACCOUNT_LABELS = { name: 'Name', email: 'E-mail address', password: 'Password', code: 'Code' };

export function NameField() {
  return (
    <TextField
      name="name"
      label={ACCOUNT_LABELS.name}
      hint="As it stands beside what you do here."
      autoComplete="name"
      required
      maxLength={100}
    />
  );
}

export function CodeField({ kind }: { kind: 'app' | 'recovery' }) {
  return kind === 'app' ? (
    <TextField
      name="code"
      label={ACCOUNT_LABELS.code}
      hint="Six digits, as your app shows them now."
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      maxLength={10}
    />
  ) : (
    <TextField name="code" label="Recovery code" autoComplete="off" required maxLength={40} />
  );
}
