import { z } from 'zod';
import { JudgedContent } from '../../domain/appraisal/judged-content';
import { type Sql, sql } from '../../db/sql';
import { RoundView } from './schema';

// A round as one person may see it. Answers come out of `appraisals_seen_by` alone, which knows who may see them: the
// web server's role cannot read them from the table (prisma/migrations/20261125172000_appraisals).

const APPRAISALS = (
  viewer: string,
): Sql => sql`(select coalesce(json_agg(json_build_object('place', a.place, 'own', a.own,
    'appraiserName', a.appraiser_name, 'interests', a.interests, 'interestsText', a.interests_text, 'draft', a.draft,
    'proposed', a.proposed, 'judged', a.judged, 'savedAt', a.saved_at, 'submittedAt', a.submitted_at) order by a.place), '[]')
  from appraisals_seen_by(${viewer}) a where a.round_id = r.id)`;

export function roundStatement(viewer: string, id: number): Sql {
  return sql`select r.id, r.subject, r.instrument, r.instrument_version as "instrumentVersion", r.method_kind as "methodKind",
      r.state::text as state, r.opened_by_name as "openedByName", to_json(r.opened_at) as "openedAt",
      (select count(*)::int from appraisals a where a.round_id = r.id) as begun,
      (select count(*)::int from appraisals a where a.round_id = r.id and a.submitted_at is not null) as submitted,
      ${APPRAISALS(viewer)} as appraisals, r.offer, r.offered_by_name as "offeredByName",
      coalesce(r.offered_by_id = ${viewer}, false) as "offeredByViewer", to_json(r.offered_at) as "offeredAt",
      r.outcome, r.settled_how::text as "settledHow", r.settled_by_name as "settledByName",
      r.settled_note as "settledNote", to_json(r.settled_at) as "settledAt", to_json(r.due_at) as "dueAt",
      r.void_reason as "voidReason", to_json(r.voided_at) as "voidedAt"
    from appraisal_rounds r where r.id = ${id}`;
}

export const RoundRow: z.ZodType<RoundView> = RoundView;

/** What an appraisal of a round was of, with nothing of what was answered. */
export const KeptContent = z.object({ place: z.number().int(), content: JudgedContent.nullable() });
export type KeptContent = z.infer<typeof KeptContent>;

/** Of those that were handed in, the first to be so before the second. */
export function keptStatement(roundId: number): Sql {
  return sql`select place, judged_content as content from appraisals
    where round_id = ${roundId} and submitted_at is not null order by submitted_at, id`;
}
