import { ROLE_DUTY, ROLE_NAME, type Role, rolesText } from '../../../domain/permission';

/** Who invites, and what the account will be. */
export function InvitedAs({ by, roles }: { by: string | null; roles: readonly Role[] }) {
  return (
    <>
      <p>
        {by ?? 'Somebody'} invites you to Plumbline as <strong>{rolesText(roles)}</strong>.
      </p>
      <dl className="facts">
        {roles.map((role) => (
          <div key={role}>
            <dt>{ROLE_NAME[role].replace(/^./, (letter) => letter.toUpperCase())}</dt>
            <dd>{ROLE_DUTY[role]}.</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
