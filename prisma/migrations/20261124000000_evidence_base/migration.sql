-- Typo tolerance and search without accents.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateEnum
CREATE TYPE "FigureKind" AS ENUM ('count', 'percentage', 'percentage-points', 'percent-change', 'rate', 'ratio', 'direction');

-- CreateEnum
CREATE TYPE "Bound" AS ENUM ('exact', 'approximately', 'at-least', 'at-most');

-- CreateEnum
CREATE TYPE "IntervalKind" AS ENUM ('range', 'interval-95', 'not-stated');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('increases', 'decreases', 'no-effect', 'contested');

-- CreateEnum
CREATE TYPE "Measure" AS ENUM ('stock', 'flow', 'cumulative');

-- CreateEnum
CREATE TYPE "Standing" AS ENUM ('stands', 'disputed', 'withdrawn');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('supersedes', 'continues', 'part-of', 'contradicts', 'misquotation-of', 'homonym-of');

-- CreateEnum
CREATE TYPE "CitationRole" AS ENUM ('states', 'reports', 'corrects', 'disputes');

-- CreateEnum
CREATE TYPE "OriginState" AS ENUM ('origin', 'drawn', 'untraced');

-- CreateEnum
CREATE TYPE "DistortionKind" AS ENUM ('rounded', 'inflated', 'deflated', 'scope-widened', 'scope-narrowed', 'stock-to-flow', 'unit-changed', 'denominator-swapped', 'period-dropped', 'period-shifted', 'caveat-dropped', 'attribution-shifted', 'definition-changed', 'transcription');

-- CreateEnum
CREATE TYPE "SourceReliability" AS ENUM ('A', 'B', 'C', 'D', 'E', 'F');

-- CreateEnum
CREATE TYPE "MethodCertainty" AS ENUM ('high', 'moderate', 'low', 'very-low');

-- CreateEnum
CREATE TYPE "Reliability" AS ENUM ('high', 'moderate', 'low', 'very-low', 'not-graded');

-- CreateEnum
CREATE TYPE "GeographyKind" AS ENUM ('world', 'region', 'subregion', 'country');

-- CreateEnum
CREATE TYPE "TopicKind" AS ENUM ('manifestation', 'context');

-- CreateEnum
CREATE TYPE "TermAdvice" AS ENUM ('avoid', 'legal-text-only', 'use-with-care', 'name-changed');

-- CreateEnum
CREATE TYPE "VerificationLevel" AS ENUM ('source', 'copy', 'stored-data', 'secondary', 'derived', 'founding-document', 'not-seen');

-- CreateEnum
CREATE TYPE "Confidence" AS ENUM ('high', 'medium', 'low');

-- CreateTable
CREATE TABLE "claims" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "figure_kind" "FigureKind" NOT NULL,
    "figure_value" DOUBLE PRECISION,
    "figure_low" DOUBLE PRECISION,
    "figure_high" DOUBLE PRECISION,
    "figure_interval" "IntervalKind",
    "figure_unit" TEXT NOT NULL,
    "figure_bound" "Bound" NOT NULL,
    "figure_direction" "Direction",
    "figure_as_printed" TEXT,
    "figure_of" TEXT,
    "population_group" TEXT NOT NULL,
    "population_description" TEXT NOT NULL,
    "population_age_min" INTEGER,
    "population_age_max" INTEGER,
    "geography_code" TEXT NOT NULL,
    "geography_note" TEXT,
    "period_start" TEXT,
    "period_end" TEXT,
    "period_measure" "Measure",
    "period_label" TEXT,
    "definition" TEXT,
    "does_not_measure" TEXT[],
    "series" TEXT,
    "standing" "Standing" NOT NULL DEFAULT 'stands',
    "standing_reason" TEXT,
    "verification_level" "VerificationLevel" NOT NULL,
    "verification_confidence" "Confidence" NOT NULL,
    "verification_how" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_topics" (
    "claim_id" INTEGER NOT NULL,
    "topic_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "claim_topics_pkey" PRIMARY KEY ("claim_id","topic_code")
);

-- CreateTable
CREATE TABLE "method_notes" (
    "claim_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT,
    "frame" TEXT,
    "sample" TEXT,
    "limits" TEXT[],

    CONSTRAINT "method_notes_pkey" PRIMARY KEY ("claim_id")
);

-- CreateTable
CREATE TABLE "claim_relations" (
    "from_id" INTEGER NOT NULL,
    "to_id" INTEGER NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "note" TEXT,

    CONSTRAINT "claim_relations_pkey" PRIMARY KEY ("from_id","to_id","kind")
);

-- CreateTable
CREATE TABLE "citations" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "claim_id" INTEGER NOT NULL,
    "source_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "locator" TEXT,
    "figure_as_printed" TEXT,
    "role" "CitationRole" NOT NULL,
    "origin_state" "OriginState" NOT NULL,
    "drawn_from_id" INTEGER,
    "search_log" TEXT,
    "note" TEXT,
    "verification_level" "VerificationLevel" NOT NULL,
    "verification_confidence" "Confidence" NOT NULL,
    "verification_how" TEXT NOT NULL,

    CONSTRAINT "citations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "distortions" (
    "citation_id" INTEGER NOT NULL,
    "kind" "DistortionKind" NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "distortions_pkey" PRIMARY KEY ("citation_id","kind")
);

-- CreateTable
CREATE TABLE "source_grades" (
    "source_id" INTEGER NOT NULL,
    "reliability" "SourceReliability" NOT NULL,
    "reasons" TEXT[],
    "provisional" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "source_grades_pkey" PRIMARY KEY ("source_id")
);

-- CreateTable
CREATE TABLE "claim_grades" (
    "claim_id" INTEGER NOT NULL,
    "method" "MethodCertainty",
    "method_reasons" TEXT[],
    "reliability" "Reliability" NOT NULL,
    "reliability_reasons" TEXT[],
    "provisional" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "claim_grades_pkey" PRIMARY KEY ("claim_id")
);

-- CreateTable
CREATE TABLE "appraisals" (
    "id" SERIAL NOT NULL,
    "source_id" INTEGER,
    "claim_id" INTEGER,
    "instrument" TEXT NOT NULL,
    "appraiser" TEXT NOT NULL,
    "conflict_of_interest" TEXT,
    "answers" JSONB NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appraisals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "events" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retired_numbers" (
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "retired_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retired_numbers_pkey" PRIMARY KEY ("kind","number")
);

-- CreateTable
CREATE TABLE "geographies" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "GeographyKind" NOT NULL,
    "parent_id" TEXT,
    "ancestors" TEXT[],

    CONSTRAINT "geographies_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "topics" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "TopicKind" NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "terms" (
    "id" SERIAL NOT NULL,
    "older" TEXT NOT NULL,
    "preferred" TEXT NOT NULL,
    "advice" "TermAdvice" NOT NULL,
    "note" TEXT,
    "authority" TEXT NOT NULL,
    "verification_level" "VerificationLevel" NOT NULL,
    "verification_confidence" "Confidence" NOT NULL,
    "verification_how" TEXT NOT NULL,

    CONSTRAINT "terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_index" (
    "claim_id" INTEGER NOT NULL,
    "document" tsvector NOT NULL,
    "topics" TEXT[],
    "geographies" TEXT[],
    "population_group" TEXT NOT NULL,
    "figure_kind" TEXT NOT NULL,
    "method_kind" TEXT NOT NULL,
    "reliability" TEXT NOT NULL,
    "transmission" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "year_start" INTEGER,
    "year_end" INTEGER,
    "value_min" DOUBLE PRECISION,
    "value_max" DOUBLE PRECISION,
    "citations" INTEGER NOT NULL,

    CONSTRAINT "claim_index_pkey" PRIMARY KEY ("claim_id")
);

-- CreateTable
CREATE TABLE "search_words" (
    "word" TEXT NOT NULL,

    CONSTRAINT "search_words_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "facet_bitmaps" (
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "chunk" INTEGER NOT NULL,
    "bits" BIT(8192) NOT NULL,

    CONSTRAINT "facet_bitmaps_pkey" PRIMARY KEY ("facet","value","chunk")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "organisation" TEXT,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "author" JSONB NOT NULL,
    "issued" TEXT,
    "publisher" TEXT,
    "publisher_place" TEXT,
    "container_title" TEXT,
    "volume" TEXT,
    "issue" TEXT,
    "page" TEXT,
    "number_of_pages" INTEGER,
    "number" TEXT,
    "doi" TEXT,
    "isbn" TEXT,
    "url" TEXT,
    "cited_as" TEXT,
    "says" TEXT,
    "note" TEXT,
    "verification_level" "VerificationLevel" NOT NULL,
    "verification_confidence" "Confidence" NOT NULL,
    "verification_how" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "claims_key_key" ON "claims"("key");

-- CreateIndex
CREATE INDEX "claims_geography_code_idx" ON "claims"("geography_code");

-- CreateIndex
CREATE INDEX "claims_series_idx" ON "claims"("series");

-- CreateIndex
CREATE INDEX "claim_topics_topic_code_idx" ON "claim_topics"("topic_code");

-- CreateIndex
CREATE INDEX "claim_relations_to_id_idx" ON "claim_relations"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "citations_key_key" ON "citations"("key");

-- CreateIndex
CREATE INDEX "citations_claim_id_idx" ON "citations"("claim_id");

-- CreateIndex
CREATE INDEX "citations_source_id_idx" ON "citations"("source_id");

-- CreateIndex
CREATE INDEX "citations_drawn_from_id_idx" ON "citations"("drawn_from_id");

-- CreateIndex
CREATE UNIQUE INDEX "appraisals_source_id_instrument_appraiser_key" ON "appraisals"("source_id", "instrument", "appraiser");

-- CreateIndex
CREATE UNIQUE INDEX "appraisals_claim_id_instrument_appraiser_key" ON "appraisals"("claim_id", "instrument", "appraiser");

-- CreateIndex
CREATE INDEX "events_subject_id_idx" ON "events"("subject", "id");

-- CreateIndex
CREATE INDEX "geographies_parent_id_idx" ON "geographies"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "terms_older_key" ON "terms"("older");

-- CreateIndex
CREATE INDEX "claim_index_document_idx" ON "claim_index" USING GIN ("document");

-- CreateIndex
CREATE INDEX "claim_index_topics_idx" ON "claim_index" USING GIN ("topics");

-- CreateIndex
CREATE INDEX "claim_index_geographies_idx" ON "claim_index" USING GIN ("geographies");

-- CreateIndex
CREATE INDEX "claim_index_citations_claim_id_idx" ON "claim_index"("citations" DESC, "claim_id");

-- CreateIndex
CREATE INDEX "search_words_word_idx" ON "search_words" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "sources_key_key" ON "sources"("key");

-- CreateIndex
CREATE UNIQUE INDEX "sources_doi_key" ON "sources"("doi");

-- CreateIndex
CREATE INDEX "sources_organisation_idx" ON "sources"("organisation");

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_geography_code_fkey" FOREIGN KEY ("geography_code") REFERENCES "geographies"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_topics" ADD CONSTRAINT "claim_topics_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_topics" ADD CONSTRAINT "claim_topics_topic_code_fkey" FOREIGN KEY ("topic_code") REFERENCES "topics"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "method_notes" ADD CONSTRAINT "method_notes_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_relations" ADD CONSTRAINT "claim_relations_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_relations" ADD CONSTRAINT "claim_relations_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citations" ADD CONSTRAINT "citations_drawn_from_id_fkey" FOREIGN KEY ("drawn_from_id") REFERENCES "citations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "distortions" ADD CONSTRAINT "distortions_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_grades" ADD CONSTRAINT "source_grades_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_grades" ADD CONSTRAINT "claim_grades_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisals" ADD CONSTRAINT "appraisals_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appraisals" ADD CONSTRAINT "appraisals_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "geographies" ADD CONSTRAINT "geographies_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "geographies"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_index" ADD CONSTRAINT "claim_index_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the models cannot say ---------------------------------------------------------------------------------------

-- The rules of domain/figure.ts and domain/citation.ts once more, so that no road leads round them.
ALTER TABLE "claims"
  ADD CONSTRAINT "claims_statement_said" CHECK (btrim("statement") <> ''),
  ADD CONSTRAINT "claims_low_point_high" CHECK (
    ("figure_low" IS NULL OR "figure_high" IS NULL OR "figure_low" <= "figure_high")
    AND ("figure_value" IS NULL OR "figure_low" IS NULL OR "figure_low" <= "figure_value")
    AND ("figure_value" IS NULL OR "figure_high" IS NULL OR "figure_value" <= "figure_high")
  ),
  ADD CONSTRAINT "claims_percentage_range" CHECK (
    "figure_kind" <> 'percentage'
    OR (coalesce("figure_value", "figure_low", "figure_high") >= 0 AND coalesce("figure_low", 0) >= 0
        AND coalesce("figure_high", "figure_value", "figure_low") <= 100 AND coalesce("figure_value", 0) BETWEEN 0 AND 100)
  ),
  ADD CONSTRAINT "claims_never_negative" CHECK (
    "figure_kind" NOT IN ('count', 'rate', 'ratio')
    OR (coalesce("figure_value", 0) >= 0 AND coalesce("figure_low", 0) >= 0 AND coalesce("figure_high", 0) >= 0)
  ),
  ADD CONSTRAINT "claims_number_or_direction" CHECK (
    CASE WHEN "figure_kind" = 'direction'
      THEN "figure_direction" IS NOT NULL AND num_nonnulls("figure_value", "figure_low", "figure_high") = 0
      ELSE "figure_direction" IS NULL AND num_nonnulls("figure_value", "figure_low", "figure_high") > 0
    END
  ),
  ADD CONSTRAINT "claims_ages" CHECK (
    coalesce("population_age_min", 0) BETWEEN 0 AND 120 AND coalesce("population_age_max", 0) BETWEEN 0 AND 120
    AND ("population_age_min" IS NULL OR "population_age_max" IS NULL OR "population_age_min" <= "population_age_max")
  ),
  ADD CONSTRAINT "claims_period_dates" CHECK (
    ("period_start" IS NULL OR "period_start" ~ '^\d{4}(-\d{2}(-\d{2})?)?$')
    AND ("period_end" IS NULL OR "period_end" ~ '^\d{4}(-\d{2}(-\d{2})?)?$')
  ),
  ADD CONSTRAINT "claims_doubt_has_reason" CHECK ("standing" = 'stands' OR "standing_reason" IS NOT NULL),
  ADD CONSTRAINT "claims_does_not_measure" CHECK (coalesce(cardinality("does_not_measure"), 0) > 0);

ALTER TABLE "sources"
  ADD CONSTRAINT "sources_doi_bare" CHECK ("doi" IS NULL OR ("doi" LIKE '10.%/%' AND "doi" = lower("doi"))),
  ADD CONSTRAINT "sources_issued_date" CHECK ("issued" IS NULL OR "issued" ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ADD CONSTRAINT "sources_url_http" CHECK ("url" IS NULL OR "url" ~ '^https?://');

ALTER TABLE "citations"
  ADD CONSTRAINT "citations_never_itself" CHECK ("drawn_from_id" IS NULL OR "drawn_from_id" <> "id"),
  ADD CONSTRAINT "citations_one_origin_state" CHECK (("origin_state" = 'drawn') = ("drawn_from_id" IS NOT NULL)),
  ADD CONSTRAINT "citations_untraced_searched" CHECK ("origin_state" <> 'untraced' OR "search_log" IS NOT NULL);

ALTER TABLE "claim_relations" ADD CONSTRAINT "claim_relations_never_itself" CHECK ("from_id" <> "to_id");

ALTER TABLE "appraisals"
  ADD CONSTRAINT "appraisals_of_one_thing" CHECK (num_nonnulls("source_id", "claim_id") = 1);

-- Public numbers. The bundled evidence base brings its own below 10,001, the same everywhere; what is written here
-- counts from there, and a sequence never goes back, so that no number is used twice.
ALTER SEQUENCE "claims_id_seq" MINVALUE 10001 START WITH 10001 RESTART;
ALTER SEQUENCE "sources_id_seq" MINVALUE 10001 START WITH 10001 RESTART;

-- A number that was once given away stays taken even when its record is gone.
CREATE FUNCTION retire_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "retired_numbers" ("kind", "number") VALUES (TG_TABLE_NAME, OLD."id") ON CONFLICT DO NOTHING;
  RETURN OLD;
END $$;

CREATE FUNCTION refuse_retired_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "retired_numbers" WHERE "kind" = TG_TABLE_NAME AND "number" = NEW."id") THEN
    RAISE EXCEPTION 'number % of % was used before and is never used again', NEW."id", TG_TABLE_NAME
      USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "claims_retire" AFTER DELETE ON "claims" FOR EACH ROW EXECUTE FUNCTION retire_number();
CREATE TRIGGER "claims_refuse_retired" BEFORE INSERT ON "claims" FOR EACH ROW EXECUTE FUNCTION refuse_retired_number();
CREATE TRIGGER "sources_retire" AFTER DELETE ON "sources" FOR EACH ROW EXECUTE FUNCTION retire_number();
CREATE TRIGGER "sources_refuse_retired" BEFORE INSERT ON "sources" FOR EACH ROW EXECUTE FUNCTION refuse_retired_number();

-- The history is appended to and nothing else.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history is append-only';
END $$;
CREATE TRIGGER "events_append_only" BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "events_keep" BEFORE TRUNCATE ON "events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Search: English stems without accents.
CREATE TEXT SEARCH CONFIGURATION public.plumbline (COPY = english);
ALTER TEXT SEARCH CONFIGURATION public.plumbline
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;

-- Sources are few enough to be searched as they stand.
-- Named in full: since PostgreSQL 17 an index is built without public in the search path.
CREATE FUNCTION source_document(short_name text, title text, organisation text, author jsonb, publisher text, container text)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('public.plumbline'::regconfig, coalesce(title, '') || ' ' || coalesce(short_name, '')), 'A')
    || setweight(to_tsvector('public.plumbline'::regconfig, coalesce(organisation, '') || ' ' || coalesce(jsonb_path_query_array(author, '$[*].*')::text, '')), 'B')
    || to_tsvector('public.plumbline'::regconfig, coalesce(publisher, '') || ' ' || coalesce(container, ''))
$$;
CREATE INDEX "sources_document" ON "sources" USING gin
  (source_document("short_name", "title", "organisation", "author", "publisher", "container_title"));

-- Orders of the claim list. Each ends in the claim's number, so that pages never overlap.
CREATE INDEX "claim_index_by_year" ON "claim_index" ((coalesce("year_end", 0)) DESC, "claim_id");
CREATE INDEX "claim_index_by_value" ON "claim_index" ((coalesce("value_max", -1e308)) DESC, "claim_id");

-- Facet counts. See docs/decisions/0012-facet-counts.md.
CREATE FUNCTION facet_values(indexed "claim_index") RETURNS TABLE (facet text, value text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'all', 'all'
  UNION ALL SELECT 'topic', unnest(indexed."topics")
  UNION ALL SELECT 'geography', unnest(indexed."geographies")
  UNION ALL SELECT 'population', indexed."population_group"
  UNION ALL SELECT 'kind', indexed."figure_kind"
  UNION ALL SELECT 'method', indexed."method_kind"
  UNION ALL SELECT 'reliability', indexed."reliability"
  UNION ALL SELECT 'transmission', indexed."transmission"
  UNION ALL SELECT 'status', indexed."status"
  -- greatest() and least() pass over null: without the condition, a claim of no known year would count in every year.
  UNION ALL SELECT 'year', year::text
    FROM generate_series(greatest(indexed."year_start", 1900), least(indexed."year_end", 2100)) year
    WHERE indexed."year_start" IS NOT NULL AND indexed."year_end" IS NOT NULL
$$;

CREATE FUNCTION claim_bit(claim_id integer) RETURNS bit(8192) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT set_bit(0::bit(8192), claim_id % 8192, 1)
$$;

CREATE FUNCTION facet_bitmaps_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "facet_bitmaps" ("facet", "value", "chunk", "bits")
  SELECT f.facet, f.value, n."claim_id" / 8192, bit_or(claim_bit(n."claim_id"))
  FROM new_rows n, facet_values(n) f
  GROUP BY 1, 2, 3
  ORDER BY 1, 2, 3 -- Always the same order: two writers wait for each other and never deadlock.
  ON CONFLICT ("facet", "value", "chunk") DO UPDATE SET "bits" = "facet_bitmaps"."bits" | excluded."bits";
  RETURN NULL;
END $$;

CREATE FUNCTION facet_bitmaps_remove() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "facet_bitmaps" b SET "bits" = b."bits" & ~ gone.bits
  FROM (
    SELECT f.facet, f.value, o."claim_id" / 8192 AS chunk, bit_or(claim_bit(o."claim_id")) AS bits
    FROM old_rows o, facet_values(o) f
    GROUP BY 1, 2, 3
  ) gone
  WHERE b."facet" = gone.facet AND b."value" = gone.value AND b."chunk" = gone.chunk;
  RETURN NULL;
END $$;

-- One writer at a time, from before its first row: two that touch the same bitmaps in different order would deadlock.
CREATE FUNCTION facet_bitmaps_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('facet_bitmaps'));
  RETURN NULL;
END $$;

CREATE TRIGGER "claim_index_facets_queue" BEFORE INSERT OR UPDATE OR DELETE ON "claim_index"
  FOR EACH STATEMENT EXECUTE FUNCTION facet_bitmaps_queue();
CREATE TRIGGER "claim_index_facets_insert" AFTER INSERT ON "claim_index"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facet_bitmaps_add();
CREATE TRIGGER "claim_index_facets_delete" AFTER DELETE ON "claim_index"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION facet_bitmaps_remove();
-- Named in the order in which they must fire: first the old bits go, then the new ones come.
CREATE TRIGGER "claim_index_facets_update_1" AFTER UPDATE ON "claim_index"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION facet_bitmaps_remove();
CREATE TRIGGER "claim_index_facets_update_2" AFTER UPDATE ON "claim_index"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION facet_bitmaps_add();
