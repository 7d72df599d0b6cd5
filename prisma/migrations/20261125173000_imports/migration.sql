-- Files that were brought in: what stands in them, and what became of each row.

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('reading', 'staged', 'writing', 'done', 'failed', 'dropped', 'undone');

-- CreateEnum
CREATE TYPE "ImportChoice" AS ENUM ('take', 'skip');

-- CreateTable
CREATE TABLE "imports" (
    "id" SERIAL NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_bytes" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "notes" TEXT[],
    "state" "ImportState" NOT NULL DEFAULT 'reading',
    "phase" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "worker" TEXT,
    "heartbeat_at" TIMESTAMPTZ(3),
    "author_id" TEXT NOT NULL,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" TEXT,
    "undo_reason" TEXT,

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "import_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "line" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "reference" TEXT,
    "record" JSONB,
    "faults" JSONB NOT NULL,
    "notes" TEXT[],
    "cited_source" TEXT,
    "source_key" TEXT,
    "source_row" INTEGER,
    "title_key" TEXT,
    "figure_key" TEXT,
    "period_start" TEXT,
    "period_end" TEXT,
    "twin" TEXT,
    "twin_row" INTEGER,
    "twin_reason" TEXT,
    "twin_certain" BOOLEAN NOT NULL DEFAULT false,
    "choice" "ImportChoice" NOT NULL,
    "outcome" TEXT,
    "message" TEXT,
    "record_number" INTEGER,
    "draft_id" INTEGER,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateIndex
CREATE INDEX "import_rows_import_id_figure_key_idx" ON "import_rows"("import_id", "figure_key");

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the models cannot say ---------------------------------------------------------------------------------------

-- What two claims of one thing have in common; of sources, plain_words() of the next migration compares the titles.

-- The same number of the same people in the same place. A direction has no number, and so no key.
CREATE FUNCTION figure_key(kind text, value double precision, low double precision, high double precision, people text, place text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN kind <> 'direction' THEN
    concat_ws('|', kind, coalesce(value::text, ''), coalesce(low::text, ''), coalesce(high::text, ''), people, place) END
$$;

-- The same, of a claim's document as a draft or an import has it.
CREATE FUNCTION figure_key(claim jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN jsonb_typeof(claim -> 'figure') = 'object' THEN figure_key(claim #>> '{figure,kind}',
    CASE WHEN jsonb_typeof(claim #> '{figure,value}') = 'number' THEN (claim #>> '{figure,value}')::double precision END,
    CASE WHEN jsonb_typeof(claim #> '{figure,low}') = 'number' THEN (claim #>> '{figure,low}')::double precision END,
    CASE WHEN jsonb_typeof(claim #> '{figure,high}') = 'number' THEN (claim #>> '{figure,high}')::double precision END,
    claim #>> '{population,group}', claim ->> 'geography') END
$$;

-- Whether two periods can overlap, whatever the parts of the dates turn out to be that nobody stated.
CREATE FUNCTION periods_meet(start_1 text, end_1 text, start_2 text, end_2 text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(left(start_1 || '-00-00', 10) COLLATE "C" <= left(end_2 || '-99-99', 10), true)
    AND coalesce(left(start_2 || '-00-00', 10) COLLATE "C" <= left(end_1 || '-99-99', 10), true)
$$;
