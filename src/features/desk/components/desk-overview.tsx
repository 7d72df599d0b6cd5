import {
  type Actor,
  may,
  PERMISSIONS,
  type Permission,
  ROLE_DUTY,
  ROLE_NAME,
  rolesText,
} from '../../../domain/permission';

/** Where somebody comes who signs in: who they are here, and what they may do. */
export function DeskOverview({ actor, urgent }: { actor: Actor; urgent: React.ReactNode }) {
  const roles = actor.roles.map((role) => ROLE_NAME[role]).join(', ');
  const allowed = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(actor, permission));
  return (
    <div className="prose">
      <h1>Desk</h1>
      <p>
        You are signed in as <strong>{actor.name}</strong> {roles === '' ? '(no role yet)' : `(${roles})`}.
      </p>
      {urgent}
      {may(actor, 'draft.read') ? null : <Beginnings actor={actor} />}
      <details className="allowed">
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

/** For whoever has no evidence to work on: what there is to do instead, so that nobody looks for what is not here. */
function Beginnings({ actor }: { actor: Actor }) {
  return (
    <>
      <ul>
        {actor.roles.map((role) => (
          <li key={role}>
            {rolesText([role]).replace(/^a/, 'A')} {ROLE_DUTY[role]}.
          </li>
        ))}
      </ul>
      {may(actor, 'fact-sheet.own') && (
        <p>
          <a className="button" href="/desk/fact-sheets">
            Go to your fact sheets
          </a>
        </p>
      )}
      <p>Drafts, appraisals and imports are for editors. From here you can also:</p>
      <ul>
        {may(actor, 'person.read') && (
          <li>
            <a href="/desk/people">see who has an account</a>, or <a href="/desk/people/invite">invite somebody</a>
          </li>
        )}
        <li>
          <a href="/claims">search the claims</a>, and choose “Add to a fact sheet” at each that you want to quote
        </li>
        <li>
          <a href="/compare">compare claims</a> side by side, before you set two figures beside each other
        </li>
        <li>
          <a href="/verify">verify a fact sheet</a> that somebody has shown you
        </li>
        <li>
          <a href="/desk/account">look after your account</a>: password, second factor, sessions
        </li>
      </ul>
    </>
  );
}
