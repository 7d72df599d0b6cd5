-- CreateTable
CREATE TABLE "autosaves" (
    "draft_id" INTEGER NOT NULL,
    "person_id" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "member" TEXT NOT NULL,
    "inputs" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "autosaves_pkey" PRIMARY KEY ("draft_id","person_id","form","member")
);

-- What was typed last in a draft and not saved was kept as a whole record, for whoever came next. It becomes a version that
-- the history of the draft has, so that nothing is lost; the draft itself stays as it was saved.
INSERT INTO "events" ("actor", "action", "subject", "summary", "before", "after")
SELECT coalesce("autosave" ->> 'by', 'unknown'), 'typed', 'D' || "id", 'Typed in the draft, and never saved.', "content", "autosave" -> 'content'
FROM "drafts" WHERE "autosave" -> 'content' IS NOT NULL AND "state" IN ('draft', 'in-review')
ORDER BY "id";

-- AlterTable
ALTER TABLE "drafts" DROP COLUMN "autosave",
DROP COLUMN "autosaved_at";
