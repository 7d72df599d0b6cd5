-- CreateTable
CREATE TABLE "fact_sheets" (
    "id" SERIAL NOT NULL,
    "owner_id" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_listed" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "fact_sheets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_sheet_versions" (
    "sheet_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fact_sheet_versions_pkey" PRIMARY KEY ("sheet_id","version")
);

-- CreateTable
CREATE TABLE "fact_sheet_releases" (
    "id" TEXT NOT NULL,
    "sheet_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fact_sheet_releases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_sheet_release_claims" (
    "release_id" TEXT NOT NULL,
    "claim_number" INTEGER NOT NULL,

    CONSTRAINT "fact_sheet_release_claims_pkey" PRIMARY KEY ("release_id","claim_number")
);

-- CreateTable
CREATE TABLE "fact_sheet_files" (
    "release_id" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "fact_sheet_files_pkey" PRIMARY KEY ("release_id","format")
);

-- CreateTable
CREATE TABLE "fact_sheet_recalls" (
    "release_id" TEXT NOT NULL,
    "claim_number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "fact_sheet_recalls_pkey" PRIMARY KEY ("release_id","claim_number","state")
);

-- CreateIndex
CREATE INDEX "fact_sheets_owner_id_updated_at_idx" ON "fact_sheets"("owner_id", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "fact_sheet_releases_sha256_key" ON "fact_sheet_releases"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "fact_sheet_releases_sheet_id_number_key" ON "fact_sheet_releases"("sheet_id", "number");

-- CreateIndex
CREATE INDEX "fact_sheet_release_claims_claim_number_idx" ON "fact_sheet_release_claims"("claim_number");

-- CreateIndex
CREATE INDEX "fact_sheet_files_sha256_idx" ON "fact_sheet_files"("sha256");


ALTER TABLE "fact_sheets" ADD CONSTRAINT "fact_sheets_version" CHECK ("version" >= 1);
ALTER TABLE "fact_sheet_releases"
  ADD CONSTRAINT "fact_sheet_releases_id" CHECK ("id" ~ '^R[0-9A-HJKMNP-TV-Z]{8}$'),
  ADD CONSTRAINT "fact_sheet_releases_number" CHECK ("number" >= 1),
  -- The hash is of the document, whoever wrote the row.
  ADD CONSTRAINT "fact_sheet_releases_sha256" CHECK ("sha256" = encode(sha256(convert_to("document", 'UTF8')), 'hex'));
ALTER TABLE "fact_sheet_files"
  ADD CONSTRAINT "fact_sheet_files_sha256" CHECK ("sha256" = encode(sha256("bytes"), 'hex'));

-- A release that could be changed would verify nothing.
CREATE FUNCTION refuse_change_of_release() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a release is never changed';
END $$;
CREATE TRIGGER "fact_sheet_releases_immutable" BEFORE UPDATE OR DELETE ON "fact_sheet_releases" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_release();
CREATE TRIGGER "fact_sheet_release_claims_immutable" BEFORE UPDATE OR DELETE ON "fact_sheet_release_claims" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_release();
CREATE TRIGGER "fact_sheet_files_immutable" BEFORE UPDATE OR DELETE ON "fact_sheet_files" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_release();
