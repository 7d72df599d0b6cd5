-- The queue "Rule and record differ" became one of two checks in "Checks failing": whoever took something keeps it.
UPDATE "tasks" SET "queue" = 'checks-failing' WHERE "queue" = 'rule-and-record';

-- What claims are recognised by is asked of their records themselves, by the one statement that the forms use too.
DROP INDEX "import_rows_import_id_figure_key_idx";
ALTER TABLE "import_rows" DROP COLUMN "figure_key", DROP COLUMN "period_start", DROP COLUMN "period_end";
DROP FUNCTION figure_key(jsonb);
DROP FUNCTION figure_key(text, double precision, double precision, double precision, text, text);

-- An undoing that takes half a minute is work like the import itself.
ALTER TYPE "ImportState" ADD VALUE 'undoing' AFTER 'done';

-- The forms look for drafts of the same DOI while somebody types.
CREATE INDEX "drafts_open_doi" ON "drafts" (("content" ->> 'doi')) WHERE "kind" = 'source' AND "state" IN ('draft', 'in-review');
