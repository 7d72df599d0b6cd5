import { type Actor, may, PERMISSIONS, type Permission, ROLE_NAME } from '../../../domain/permission';

/** Where somebody comes who signs in: who they are here, and what they may do. */
export function DeskOverview({ actor }: { actor: Actor }) {
  const roles = actor.roles.map((role) => ROLE_NAME[role]).join(', ');
  const allowed = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(actor, permission));
  return (
    <div className="prose">
      <h1>Desk</h1>
      <p>
        You are signed in as <strong>{actor.name}</strong> {roles === '' ? '(no role yet)' : `(${roles})`}.
      </p>
      <details>
        <summary>What this account may do</summary>
        <ul>
          {allowed.map((permission) => (
            <li key={permission}>{PERMISSIONS[permission].what}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
