-- AlterTable
ALTER TABLE "claim_relations" ADD COLUMN     "series_break" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "series" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,

    CONSTRAINT "series_pkey" PRIMARY KEY ("key")
);

-- A database that has claims has keys of series and no names yet: each is named after its key until the bundled
-- evidence base, loaded next, brings the name.
INSERT INTO "series" ("key", "name") SELECT DISTINCT "series", "series" FROM "claims" WHERE "series" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_series_fkey" FOREIGN KEY ("series") REFERENCES "series"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only what goes on, or takes another's place, can break a series.
ALTER TABLE "claim_relations"
  ADD CONSTRAINT "claim_relations_break_in_series" CHECK (NOT "series_break" OR "kind" IN ('supersedes', 'continues'));
