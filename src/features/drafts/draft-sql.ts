import { sql } from '../../db/sql';

/** Columns of a draft as a list shows it, over DRAFT_TABLES. */
export const DRAFT_SUMMARY = sql`'D' || d.id as id, d.kind::text as kind,
  case when d.kind = 'claim' then 'C' else 'S' end || d.record_number as "recordId",
  coalesce(c.version, s.version) is not null as "isRevision",
  coalesce(d.content ->> 'statement', d.content ->> 'title') as name, d.state::text as state, d.version,
  json_build_object('id', d.author_id, 'name', d.author_name) as author,
  case when d.assignee_id is not null then json_build_object('id', d.assignee_id, 'name', d.assignee_name) end as assignee,
  d.import_id as "importId", d.return_note as "returnNote", to_json(d.updated_at) as "updatedAt"`;

/** The rest of it. */
export const DRAFT_DETAIL = sql`coalesce(c.key, s.key,
    lower(case when d.kind = 'claim' then 'C' else 'S' end || d.record_number)) as key,
  d.content, d.base_version as "baseVersion",
  coalesce(c.version, s.version) as "publishedVersion"`;

export const DRAFT_TABLES = sql`drafts d
  left join claims c on d.kind = 'claim' and c.id = d.record_number
  left join sources s on d.kind = 'source' and s.id = d.record_number`;
