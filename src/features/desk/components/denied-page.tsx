import { deniedText, type Permission } from '../../../domain/permission';

/** What somebody sees who asked for what they may not do: what would be needed, and whom to ask. */
export function DeniedPage({ permission }: { permission: Permission }) {
  return (
    <div className="prose">
      <h1>This is not open to your account</h1>
      <p>{deniedText(permission)}</p>
      <p>
        An administrator of this site can change what your account may do. <a href="/desk">Go back to the desk</a>, or{' '}
        <a href="/desk/account">look at what your account may do</a>.
      </p>
    </div>
  );
}
