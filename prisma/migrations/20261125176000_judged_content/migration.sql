-- A value that is added to an enum cannot be used in the same transaction: the type is made anew. What compares with
-- its values is taken off before, and put on again below.
DROP INDEX "appraisal_rounds_one_open";
ALTER TABLE "appraisal_rounds" DROP CONSTRAINT "appraisal_rounds_closed_whole", DROP CONSTRAINT "appraisal_rounds_settled_says_why";

-- AlterEnum
CREATE TYPE "RoundState_new" AS ENUM ('open', 'differing', 'agreed', 'settled', 'void');
ALTER TABLE "appraisal_rounds" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "appraisal_rounds" ALTER COLUMN "state" TYPE "RoundState_new" USING ("state"::text::"RoundState_new");
ALTER TYPE "RoundState" RENAME TO "RoundState_old";
ALTER TYPE "RoundState_new" RENAME TO "RoundState";
DROP TYPE "RoundState_old";
ALTER TABLE "appraisal_rounds" ALTER COLUMN "state" SET DEFAULT 'open';

-- AlterTable
ALTER TABLE "appraisal_rounds" ADD COLUMN     "read_apart" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "void_reason" TEXT,
ADD COLUMN     "voided_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "appraisals" ADD COLUMN     "judged_content" JSONB;

-- What the models cannot say ---------------------------------------------------------------------------------------

-- One round at a time for one thing.
CREATE UNIQUE INDEX "appraisal_rounds_one_open" ON "appraisal_rounds" ("subject") WHERE "state" IN ('open', 'differing');

ALTER TABLE "appraisal_rounds"
  ADD CONSTRAINT "appraisal_rounds_closed_whole" CHECK (
    num_nonnulls("outcome", "settled_how", "settled_at", "due_at") = CASE WHEN "state" IN ('agreed', 'settled') THEN 4 ELSE 0 END),
  ADD CONSTRAINT "appraisal_rounds_settled_says_why" CHECK ("state" <> 'settled' OR num_nonnulls("settled_by_name", "settled_note") = 2),
  ADD CONSTRAINT "appraisal_rounds_void_says_why" CHECK (
    num_nonnulls("void_reason", "voided_at") = CASE WHEN "state" = 'void' THEN 2 ELSE 0 END);

-- What was handed in says what it was of. Of what was handed in before, nobody knows: those rows are left as they are.
ALTER TABLE "appraisals"
  ADD CONSTRAINT "appraisals_submitted_of_something" CHECK (("submitted_at" IS NULL) = ("judged_content" IS NULL)) NOT VALID;

-- Rounds that got stuck: what they are of was merged into another record, or was a draft that was discarded.
WITH stuck AS (
  UPDATE "appraisal_rounds" r SET "state" = 'void', "voided_at" = now(), "offer" = NULL, "offered_by_id" = NULL,
    "offered_by_name" = NULL, "offered_at" = NULL,
    "void_reason" = CASE WHEN m."number" IS NULL THEN 'Its draft was discarded.'
      ELSE 'It was merged into ' || left(r."subject", 1) || m."into_number" || '.' END
  FROM "appraisal_rounds" same
  LEFT JOIN "merged_records" m ON m."number" = substr(same."subject", 2)::int
    AND m."kind"::text = CASE left(same."subject", 1) WHEN 'C' THEN 'claim' ELSE 'source' END
  WHERE same."id" = r."id" AND r."state" IN ('open', 'differing')
    AND NOT EXISTS (SELECT FROM "claims" c WHERE r."subject" = 'C' || c."id")
    AND NOT EXISTS (SELECT FROM "sources" s WHERE r."subject" = 'S' || s."id")
    AND NOT EXISTS (SELECT FROM "drafts" d WHERE d."state" IN ('draft', 'in-review')
      AND r."subject" = CASE d."kind" WHEN 'claim' THEN 'C' ELSE 'S' END || d."record_number")
  RETURNING r."id", r."void_reason"
)
INSERT INTO "events" ("actor", "action", "subject", "summary", "reason")
SELECT 'Plumbline', 'voided', 'appraisal:' || "id", 'Closed without an outcome: what was appraised is no longer there.', "void_reason"
FROM stuck ORDER BY "id";

-- Both functions answer with the rights of their owner: nobody may call them but the owner, and whoever is granted it
-- (src/db/app-role.ts).
REVOKE EXECUTE ON FUNCTION appraisals_seen_by(text) FROM PUBLIC;

-- Two who did not read the same say nothing of each other: they are no pair.
CREATE OR REPLACE FUNCTION appraisal_pairs() RETURNS TABLE (
  "instrument" text, "version" text, "item" text, "axis" text, "first" text, "second" text, "count" bigint
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH pairs AS (
    SELECT r."instrument", r."instrument_version" AS version, a."draft" AS a, b."draft" AS b, a."judged" AS ja, b."judged" AS jb
    FROM "appraisal_rounds" r
    JOIN "appraisals" a ON a."round_id" = r."id" AND a."place" = 1 AND a."submitted_at" IS NOT NULL
    JOIN "appraisals" b ON b."round_id" = r."id" AND b."place" = 2 AND b."submitted_at" IS NOT NULL
    WHERE cardinality(coalesce(r."read_apart", '{}')) = 0
  )
  SELECT p."instrument", p.version, k.key, NULL::text, p.a -> 'answers' -> k.key ->> 'answer',
    p.b -> 'answers' -> k.key ->> 'answer', count(*)
  FROM pairs p CROSS JOIN LATERAL jsonb_object_keys(p.a -> 'answers') k (key)
  GROUP BY 1, 2, 3, 5, 6
  UNION ALL
  SELECT p."instrument", p.version, NULL, k.key, p.ja -> k.key ->> 'level', p.jb -> k.key ->> 'level', count(*)
  FROM pairs p CROSS JOIN LATERAL jsonb_object_keys(p.ja) k (key)
  GROUP BY 1, 2, 4, 5, 6
$$;
REVOKE EXECUTE ON FUNCTION appraisal_pairs() FROM PUBLIC;
