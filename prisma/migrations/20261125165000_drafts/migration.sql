-- One word for one thing: what its publisher or our editors take back is retracted.
ALTER TYPE "Standing" RENAME VALUE 'withdrawn' TO 'retracted';
UPDATE "claim_index" SET "status" = 'retracted' WHERE "status" = 'withdrawn';

-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('source', 'claim');

-- CreateEnum
CREATE TYPE "DraftState" AS ENUM ('draft', 'in-review', 'published', 'discarded');

-- AlterTable
ALTER TABLE "citations" ADD COLUMN     "quote_exact" TEXT,
ADD COLUMN     "quote_prefix" TEXT,
ADD COLUMN     "quote_suffix" TEXT;

-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "events" ADD COLUMN     "actor_id" TEXT,
ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "sources" ADD COLUMN     "standing" "Standing" NOT NULL DEFAULT 'stands',
ADD COLUMN     "standing_reason" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "drafts" (
    "id" SERIAL NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "record_number" INTEGER NOT NULL,
    "base_version" INTEGER,
    "content" JSONB NOT NULL,
    "autosave" JSONB,
    "autosaved_at" TIMESTAMPTZ(3),
    "state" "DraftState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "assignee_id" TEXT,
    "assignee_name" TEXT,
    "import_id" INTEGER,
    "return_note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merged_records" (
    "kind" "RecordKind" NOT NULL,
    "number" INTEGER NOT NULL,
    "into_number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "merged_records_pkey" PRIMARY KEY ("kind","number")
);

-- CreateIndex
CREATE INDEX "drafts_state_kind_id_idx" ON "drafts"("state", "kind", "id");

-- CreateIndex
CREATE INDEX "drafts_import_id_idx" ON "drafts"("import_id");

-- CreateIndex
CREATE INDEX "drafts_kind_record_number_idx" ON "drafts"("kind", "record_number");

-- What the models cannot say ---------------------------------------------------------------------------------------

-- Two people who change one record meet in one draft.
CREATE UNIQUE INDEX "drafts_one_open" ON "drafts" ("kind", "record_number") WHERE "state" IN ('draft', 'in-review');

ALTER TABLE "sources" ADD CONSTRAINT "sources_doubt_has_reason" CHECK ("standing" = 'stands' OR "standing_reason" IS NOT NULL);

ALTER TABLE "citations"
  ADD CONSTRAINT "citations_quote_whole" CHECK ("quote_exact" IS NOT NULL OR num_nonnulls("quote_prefix", "quote_suffix") = 0);

ALTER TABLE "merged_records" ADD CONSTRAINT "merged_records_never_itself" CHECK ("number" <> "into_number");
