-- AlterTable
ALTER TABLE "fact_sheet_recalls" ADD COLUMN     "over_at" TIMESTAMPTZ(3),
ADD COLUMN     "tell_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;


-- What is still to be told, and what holds.
CREATE INDEX "fact_sheet_recalls_open" ON "fact_sheet_recalls" ("release_id") WHERE "over_at" IS NULL;
