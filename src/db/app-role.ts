import pg from 'pg';

// The web server does not own the tables it works on: a fault in it can then neither drop a table nor rewrite history.

/** Written once and never changed: the history, the numbers that must never be used again, and what was released. */
const APPEND_ONLY = [
  'events',
  'retired_numbers',
  'fact_sheet_releases',
  'fact_sheet_release_claims',
  'fact_sheet_files',
];
const READ_ONLY = ['_prisma_migrations'];

/** Of an appraisal the role reads who, when and of what, never what was answered: that comes through a function alone. */
const APPRAISAL_COLUMNS = [
  'id',
  'round_id',
  'place',
  'appraiser_id',
  'started_at',
  'saved_at',
  'submitted_at',
  'judged_content',
];
/** They answer with the rights of their owner, so that nobody else may call them. */
const APPRAISAL_FUNCTIONS = 'appraisals_seen_by(text), appraisal_pairs()';

/** Creates the role, or gives it this password. @param ownerUrl any database of the server, as somebody who may. */
export async function ensureAppRole(ownerUrl: string, role: { name: string; password: string }): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const name = client.escapeIdentifier(role.name);
    const found = await client.query('select 1 from pg_roles where rolname = $1', [role.name]);
    const verb = found.rowCount ? 'alter' : 'create';
    await client.query(
      `${verb} role ${name} login nosuperuser nocreatedb nocreaterole password ${client.escapeLiteral(role.password)}`,
    );
  });
}

/**
 * Gives the role what the web server needs in this database and takes everything else. Run it after every migration:
 * a new table starts without rights for anybody but its owner.
 */
export async function grantAppRights(ownerUrl: string, roleName: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const role = client.escapeIdentifier(roleName);
    const list = (tables: readonly string[]) => tables.map((table) => client.escapeIdentifier(table)).join(', ');
    // One message is one transaction: a running server never sees the moment without rights.
    await client.query(`
      revoke create on schema public from public;
      grant usage on schema public to ${role};
      revoke all on all tables in schema public from ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      revoke update, delete on ${list(APPEND_ONLY)} from ${role};
      revoke insert, update, delete on ${list(READ_ONLY)} from ${role};
      revoke select on appraisals from ${role};
      grant select (${list(APPRAISAL_COLUMNS)}) on appraisals to ${role};
      revoke execute on function ${APPRAISAL_FUNCTIONS} from public;
      grant execute on function ${APPRAISAL_FUNCTIONS} to ${role};
      revoke all on all sequences in schema public from ${role};
      grant usage, select on all sequences in schema public to ${role};
    `);
  });
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
