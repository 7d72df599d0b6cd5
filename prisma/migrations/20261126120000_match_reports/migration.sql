-- CreateEnum
CREATE TYPE "ReportedVerdict" AS ENUM ('faithful', 'distorted', 'possibly', 'unlisted', 'not-a-figure');

-- CreateTable
CREATE TABLE "match_reports" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentence" TEXT,
    "figure" TEXT NOT NULL,
    "verdict" "ReportedVerdict" NOT NULL,
    "matched_claim" INTEGER,
    "expected_claim" INTEGER,
    "reason" TEXT,
    "sender_id" TEXT,
    "sender_name" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" TEXT,
    "settled_by_name" TEXT,
    "note" TEXT,

    CONSTRAINT "match_reports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "match_reports_settled_at_id_idx" ON "match_reports"("settled_at", "id");

-- What the models cannot say ---------------------------------------------------------------------------------------

-- Anybody may send one: the lengths are held here, too.
ALTER TABLE "match_reports"
  ADD CONSTRAINT "match_reports_lengths" CHECK (length("sentence") <= 600 AND length("figure") <= 200 AND length("reason") <= 500 AND length("note") <= 2000),
  -- Settled by somebody, with what they found, or not settled.
  ADD CONSTRAINT "match_reports_settled" CHECK (num_nulls("settled_at", "settled_by_id", "settled_by_name", "note") IN (0, 4)),
  -- The words are kept at least until somebody has dealt with them.
  ADD CONSTRAINT "match_reports_words" CHECK ("sentence" IS NOT NULL OR "settled_at" IS NOT NULL);
