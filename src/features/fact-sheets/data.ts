import 'server-only';
import { z } from 'zod';
import { checkSheet } from '../../domain/fact-sheet/check-sheet';
import { obstaclesTo } from '../../domain/fact-sheet/obstacles';
import { blocking } from '../../domain/fact-sheet/passing-over';
import type { SheetFinding } from '../../domain/fact-sheet/release';
import { Sheet } from '../../domain/fact-sheet/sheet';
import type { SheetClaim } from '../../domain/fact-sheet/sheet-claim';
import { claimsOfSheet } from '../../domain/fact-sheet/tokens';
import { type Actor, permit } from '../../domain/permission';
import { query, queryOne, type Sql, sql } from '../../db/sql';
import { canonicalJson, sha256Of } from '../../lib/canonical-json';
import { survivorsOf } from '../documents/merged-data';
import { readClaimsForSheet } from './claim-data';
import { ReleaseSummary, SheetId } from './schema';

const At = z.iso.datetime({ offset: true });

export const SheetRow = z.object({
  id: SheetId,
  content: Sheet,
  version: z.number().int(),
  isListed: z.boolean(),
  updatedAt: At,
  deletedAt: At.nullable(),
});
/** A sheet of one's own, as it was last saved. */
export type SheetDto = z.infer<typeof SheetRow>;

/** Somebody's own sheet; null when it is not theirs, or not there: which of the two is nobody's business. */
export async function getSheet(actor: Actor | null, id: string): Promise<SheetDto | null> {
  permit(actor, 'fact-sheet.own');
  return queryOne(SheetRow, ownSheet(actor, id));
}

/** The sheet of this id, if it is this person's. */
export function ownSheet(actor: Actor, id: string): Sql {
  const number = SheetId.safeParse(id).success ? Number(id.slice(1)) : 0;
  return sql`select 'F' || id as id, content, version, is_listed as "isListed", to_json(updated_at) as "updatedAt",
      to_json(deleted_at) as "deletedAt"
    from fact_sheets where id = ${number} and owner_id = ${actor.id}`;
}

const ListedRow = z.object({
  id: SheetId,
  title: z.string(),
  audience: z.string(),
  claims: z.array(z.string()),
  isListed: z.boolean(),
  releases: z.number().int(),
  updatedAt: At,
  isDeleted: z.boolean(),
});
export type OwnSheet = Omit<z.infer<typeof ListedRow>, 'claims'> & { claims: number };

/** Somebody's own sheets, the one last changed first. */
export async function listSheets(actor: Actor | null): Promise<OwnSheet[]> {
  permit(actor, 'fact-sheet.own');
  const Row = ListedRow.omit({ claims: true }).extend({ content: Sheet });
  const rows = await query(
    Row,
    sql`select 'F' || id as id, content->>'title' as title, content->>'audience' as audience, content,
        is_listed as "isListed", to_json(updated_at) as "updatedAt", deleted_at is not null as "isDeleted",
        (select count(*)::int from fact_sheet_releases r where r.sheet_id = fact_sheets.id) as releases
      from fact_sheets where owner_id = ${actor.id} order by updated_at desc, id desc limit 500`,
  );
  return rows.map(({ content, ...row }) => ({ ...row, claims: claimsOfSheet(content).length }));
}

/** The steps that can be taken back, as many as are kept. */
export async function countSteps(actor: Actor | null, id: string): Promise<number> {
  permit(actor, 'fact-sheet.own');
  const row = await queryOne(
    z.object({ count: z.number().int() }),
    sql`select count(*)::int as count from fact_sheet_versions v join fact_sheets f on f.id = v.sheet_id
      where f.owner_id = ${actor.id} and f.id = ${Number(id.slice(1))}`,
  );
  return row?.count ?? 0;
}

/** The releases of a sheet of one's own, the latest first. */
export async function listReleasesOf(actor: Actor | null, id: string): Promise<ReleaseSummary[]> {
  permit(actor, 'fact-sheet.own');
  return query(
    ReleaseSummary,
    sql`select ${RELEASE_COLUMNS} from fact_sheet_releases r join fact_sheets f on f.id = r.sheet_id
      where f.owner_id = ${actor.id} and f.id = ${Number(id.slice(1))} order by r.number desc`,
  );
}

/** A release `r` as a summary: what it is called stands in its document. */
export const RELEASE_COLUMNS = sql`r.id, 'F' || r.sheet_id as "sheetId", r.number, r.sha256, to_json(r.released_at) as "releasedAt",
  r.document::jsonb->>'releasedBy' as "releasedBy", r.document::jsonb->'sheet'->>'title' as title,
  r.document::jsonb->'sheet'->>'audience' as audience,
  array(select 'C' || u.claim_number from fact_sheet_release_claims u where u.release_id = r.id order by u.claim_number) as claims`;

/** A sheet held against the evidence base as it is now. */
export type SheetState = {
  claims: SheetClaim[];
  findings: SheetFinding[];
  /** What keeps it from being released, whatever reason is given. */
  obstacles: string[];
  /** Errors that have to be mended, or passed over with a reason. */
  blocking: SheetFinding[];
  /** Stands for the sheet and all that the evidence base says of its claims: two states are the same when this is. */
  digest: string;
};

/** What became of those claims that are not there. */
export async function mergedOf(
  ids: readonly string[],
  known: Pick<ReadonlyMap<string, unknown>, 'has'>,
): Promise<ReadonlyMap<string, string>> {
  const missing = ids.filter((id) => !known.has(id));
  return missing.length === 0 ? new Map() : survivorsOf(missing);
}

/** @param today ISO date */
export async function stateOfSheet(sheet: Sheet, today: string): Promise<SheetState> {
  const ids = claimsOfSheet(sheet);
  const known = await readClaimsForSheet(ids);
  const checked = new Map([...known].map(([id, claim]) => [id, claim.checked]));
  const claims = ids.flatMap((id) => known.get(id)?.frozen ?? []);
  const findings = checkSheet(sheet, checked, today, await mergedOf(ids, known));
  return {
    claims,
    findings,
    obstacles: obstaclesTo(sheet),
    blocking: blocking(findings),
    digest: sha256Of(canonicalJson({ sheet, claims, findings })),
  };
}
