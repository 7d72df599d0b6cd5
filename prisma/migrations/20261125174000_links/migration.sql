-- CreateEnum
CREATE TYPE "LinkRunState" AS ENUM ('running', 'done', 'cancelled', 'interrupted', 'network-away');

-- CreateEnum
CREATE TYPE "LinkScope" AS ENUM ('due', 'all', 'one');

-- CreateEnum
CREATE TYPE "LinkOutcome" AS ENUM ('works', 'failed', 'unclear', 'refused');

-- CreateEnum
CREATE TYPE "LinkStateWord" AS ENUM ('works', 'redirected', 'failing', 'broken', 'unclear', 'refused');

-- CreateEnum
CREATE TYPE "QuoteOutcome" AS ENUM ('found', 'gone', 'ambiguous');

-- CreateTable
CREATE TABLE "link_runs" (
    "id" SERIAL NOT NULL,
    "state" "LinkRunState" NOT NULL DEFAULT 'running',
    "scope" "LinkScope" NOT NULL,
    "source_number" INTEGER,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "worker" TEXT NOT NULL,
    "started_by_id" TEXT NOT NULL,
    "started_by_name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "cancel_asked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "link_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_checks" (
    "id" SERIAL NOT NULL,
    "run_id" INTEGER NOT NULL,
    "source_number" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "LinkOutcome" NOT NULL,
    "status" INTEGER,
    "final_url" TEXT,
    "error" TEXT,
    "archive_url" TEXT,
    "archive_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL,

    CONSTRAINT "link_checks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_states" (
    "source_number" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "state" "LinkStateWord" NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "final_url" TEXT,
    "error" TEXT,
    "failures" INTEGER NOT NULL,
    "failed_first" TIMESTAMPTZ(3),
    "broken_since" TIMESTAMPTZ(3),
    "archive_url" TEXT,
    "archive_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_states_pkey" PRIMARY KEY ("source_number")
);

-- CreateTable
CREATE TABLE "quote_checks" (
    "citation_key" TEXT NOT NULL,
    "source_number" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "QuoteOutcome" NOT NULL,

    CONSTRAINT "quote_checks_pkey" PRIMARY KEY ("citation_key")
);

-- CreateTable
CREATE TABLE "tasks" (
    "queue" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "assignee_id" TEXT NOT NULL,
    "assignee_name" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("queue","subject")
);

-- CreateIndex
CREATE INDEX "link_checks_source_number_id_idx" ON "link_checks"("source_number", "id");

-- CreateIndex
CREATE UNIQUE INDEX "link_checks_run_id_source_number_key" ON "link_checks"("run_id", "source_number");

-- CreateIndex
CREATE INDEX "link_states_state_source_number_idx" ON "link_states"("state", "source_number");

-- CreateIndex
CREATE INDEX "quote_checks_source_number_idx" ON "quote_checks"("source_number");

-- CreateIndex
CREATE INDEX "tasks_assignee_id_idx" ON "tasks"("assignee_id");

-- AddForeignKey
ALTER TABLE "link_checks" ADD CONSTRAINT "link_checks_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "link_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the models cannot say ---------------------------------------------------------------------------------------

-- Two runs at once would ask the same servers twice as often.
CREATE UNIQUE INDEX "link_runs_one_running" ON "link_runs" ((true)) WHERE "state" = 'running';

ALTER TABLE "link_runs"
  ADD CONSTRAINT "link_runs_one_source" CHECK (("scope" = 'one') = ("source_number" IS NOT NULL)),
  ADD CONSTRAINT "link_runs_progress" CHECK ("done" >= 0 AND "total" >= 0);

ALTER TABLE "link_checks" ADD CONSTRAINT "link_checks_failures" CHECK ("failures" >= 0);

-- Broken only after failures on two days; a link that works has none.
ALTER TABLE "link_states"
  ADD CONSTRAINT "link_states_broken_since" CHECK (("state" = 'broken') = ("broken_since" IS NOT NULL)),
  ADD CONSTRAINT "link_states_broken_twice" CHECK ("broken_since" IS NULL OR ("failures" >= 2 AND "failed_first" < "broken_since")),
  ADD CONSTRAINT "link_states_working" CHECK ("state" NOT IN ('works', 'redirected') OR "failures" = 0),
  ADD CONSTRAINT "link_states_archive_dated" CHECK ("archive_url" IS NULL OR "archive_at" IS NOT NULL);
