-- What came with the evidence base is one compiler's reading, and no appraisal: it keeps its rows under a name of its own.
ALTER TABLE "appraisals" RENAME TO "provisional_readings";
ALTER SEQUENCE "appraisals_id_seq" RENAME TO "provisional_readings_id_seq";
ALTER TABLE "provisional_readings" RENAME CONSTRAINT "appraisals_pkey" TO "provisional_readings_pkey";
ALTER TABLE "provisional_readings" RENAME CONSTRAINT "appraisals_source_id_fkey" TO "provisional_readings_source_id_fkey";
ALTER TABLE "provisional_readings" RENAME CONSTRAINT "appraisals_claim_id_fkey" TO "provisional_readings_claim_id_fkey";
ALTER TABLE "provisional_readings" RENAME CONSTRAINT "appraisals_of_one_thing" TO "provisional_readings_of_one_thing";
ALTER TABLE "provisional_readings" RENAME COLUMN "appraiser" TO "reader";
ALTER TABLE "provisional_readings" RENAME COLUMN "answers" TO "judgement";
ALTER TABLE "provisional_readings" RENAME COLUMN "instrument" TO "after";
UPDATE "provisional_readings" SET "after" = replace("after", 'provisional reading after ', '');
DROP INDEX "appraisals_claim_id_instrument_appraiser_key";
DROP INDEX "appraisals_source_id_instrument_appraiser_key";
ALTER TABLE "provisional_readings" DROP COLUMN "conflict_of_interest", DROP COLUMN "provisional";
CREATE UNIQUE INDEX "provisional_readings_source_id_key" ON "provisional_readings"("source_id");
CREATE UNIQUE INDEX "provisional_readings_claim_id_key" ON "provisional_readings"("claim_id");

-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('open', 'differing', 'agreed', 'settled');

-- CreateEnum
CREATE TYPE "SettledHow" AS ENUM ('agreement', 'consensus', 'decision');

-- CreateEnum
CREATE TYPE "Interests" AS ENUM ('none', 'described');

-- AlterTable
ALTER TABLE "claim_grades" ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "review_reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "review_since" TIMESTAMPTZ(3),
ADD COLUMN     "round_id" INTEGER,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "source_grades" ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "review_reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "review_since" TIMESTAMPTZ(3),
ADD COLUMN     "round_id" INTEGER,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "appraisal_rounds" (
    "id" SERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "instrument" TEXT NOT NULL,
    "instrument_version" TEXT NOT NULL,
    "method_kind" TEXT,
    "state" "RoundState" NOT NULL DEFAULT 'open',
    "opened_by_id" TEXT NOT NULL,
    "opened_by_name" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "offer" JSONB,
    "offered_by_id" TEXT,
    "offered_by_name" TEXT,
    "offered_at" TIMESTAMPTZ(3),
    "outcome" JSONB,
    "settled_how" "SettledHow",
    "settled_by_name" TEXT,
    "settled_note" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),

    CONSTRAINT "appraisal_rounds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appraisals" (
    "id" SERIAL NOT NULL,
    "round_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "appraiser_id" TEXT NOT NULL,
    "appraiser_name" TEXT NOT NULL,
    "interests" "Interests" NOT NULL,
    "interests_text" TEXT,
    "draft" JSONB NOT NULL,
    "proposed" JSONB,
    "judged" JSONB,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "appraisals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "appraisal_rounds_subject_id_idx" ON "appraisal_rounds"("subject", "id");

-- CreateIndex
CREATE INDEX "appraisal_rounds_state_id_idx" ON "appraisal_rounds"("state", "id");

-- CreateIndex
CREATE INDEX "appraisals_appraiser_id_round_id_idx" ON "appraisals"("appraiser_id", "round_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisals_round_id_place_key" ON "appraisals"("round_id", "place");

-- CreateIndex
CREATE UNIQUE INDEX "appraisals_round_id_appraiser_id_key" ON "appraisals"("round_id", "appraiser_id");

-- AddForeignKey
ALTER TABLE "appraisals" ADD CONSTRAINT "appraisals_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "appraisal_rounds"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the models cannot say ---------------------------------------------------------------------------------------

-- One round at a time for one thing.
CREATE UNIQUE INDEX "appraisal_rounds_one_open" ON "appraisal_rounds" ("subject") WHERE "state" IN ('open', 'differing');

ALTER TABLE "appraisal_rounds"
  ADD CONSTRAINT "appraisal_rounds_subject" CHECK ("subject" ~ '^[CS][1-9][0-9]*$'),
  ADD CONSTRAINT "appraisal_rounds_offer_whole" CHECK (num_nonnulls("offer", "offered_by_id", "offered_by_name", "offered_at") IN (0, 4)),
  ADD CONSTRAINT "appraisal_rounds_closed_whole" CHECK (
    num_nonnulls("outcome", "settled_how", "settled_at", "due_at") = CASE WHEN "state" IN ('agreed', 'settled') THEN 4 ELSE 0 END),
  ADD CONSTRAINT "appraisal_rounds_settled_says_why" CHECK ("state" <> 'settled' OR num_nonnulls("settled_by_name", "settled_note") = 2);

-- Two places, and the unique index on round and appraiser: so two different editors, and never a third.
ALTER TABLE "appraisals"
  ADD CONSTRAINT "appraisals_two_places" CHECK ("place" IN (1, 2)),
  ADD CONSTRAINT "appraisals_interests_said" CHECK (("interests" = 'described') = ("interests_text" IS NOT NULL)),
  ADD CONSTRAINT "appraisals_submitted_whole" CHECK (num_nonnulls("proposed", "judged") = CASE WHEN "submitted_at" IS NULL THEN 0 ELSE 2 END);

ALTER TABLE "claim_grades" ADD CONSTRAINT "claim_grades_settled_whole"
  CHECK (num_nonnulls("round_id", "settled_at", "due_at") = CASE WHEN "provisional" THEN 0 ELSE 3 END);
ALTER TABLE "source_grades" ADD CONSTRAINT "source_grades_settled_whole"
  CHECK (num_nonnulls("round_id", "settled_at", "due_at") = CASE WHEN "provisional" THEN 0 ELSE 3 END);

-- What was answered before the other's answers were seen stays as it was answered.
CREATE FUNCTION keep_submitted_appraisal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."submitted_at" IS NOT NULL THEN
    RAISE EXCEPTION 'appraisal % was submitted and cannot be changed', OLD."id" USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "appraisals_keep_submitted" BEFORE UPDATE OR DELETE ON "appraisals"
  FOR EACH ROW EXECUTE FUNCTION keep_submitted_appraisal();

-- Blindness: the one way in which the web server reads answers. Somebody's own, and both once both are in.
CREATE FUNCTION appraisals_seen_by(viewer text) RETURNS TABLE (
  "id" int, "round_id" int, "place" int, "own" boolean, "appraiser_name" text, "interests" text, "interests_text" text,
  "draft" jsonb, "proposed" jsonb, "judged" jsonb, "saved_at" timestamptz, "submitted_at" timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a."id", a."round_id", a."place", a."appraiser_id" IS NOT DISTINCT FROM viewer, a."appraiser_name",
    a."interests"::text, a."interests_text", a."draft", a."proposed", a."judged", a."saved_at", a."submitted_at"
  FROM "appraisals" a
  WHERE a."appraiser_id" = viewer
    OR (SELECT count(*) FROM "appraisals" b WHERE b."round_id" = a."round_id" AND b."submitted_at" IS NOT NULL) = 2
$$;

-- Pairs of answers and of judgements, counted: for the agreement that is published. Of complete pairs alone.
CREATE FUNCTION appraisal_pairs() RETURNS TABLE (
  "instrument" text, "version" text, "item" text, "axis" text, "first" text, "second" text, "count" bigint
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH pairs AS (
    SELECT r."instrument", r."instrument_version" AS version, a."draft" AS a, b."draft" AS b, a."judged" AS ja, b."judged" AS jb
    FROM "appraisal_rounds" r
    JOIN "appraisals" a ON a."round_id" = r."id" AND a."place" = 1 AND a."submitted_at" IS NOT NULL
    JOIN "appraisals" b ON b."round_id" = r."id" AND b."place" = 2 AND b."submitted_at" IS NOT NULL
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
