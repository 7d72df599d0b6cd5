-- AlterTable
ALTER TABLE "events" ADD COLUMN     "hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "prev_hash" TEXT NOT NULL DEFAULT '';

-- What the models cannot say ---------------------------------------------------------------------------------------
-- The chain of docs/guides/history.md, whose reasons stand in docs/decisions/0026-a-chained-history.md. A form that is
-- in use is never changed: another one gets another number.

-- One field: its length in bytes of UTF-8, a colon and its text, or a hyphen where there is none. The length says where
-- a text ends, so that no text can pass for two fields.
CREATE FUNCTION event_field_v1(name text, value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT name || '=' || coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '-') || E'\n'
$$;

CREATE FUNCTION event_digest_v1(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to(value, 'UTF8')), 'hex')
$$;

-- What is hashed. Nothing in it depends on the settings of a session (time zone, formats of dates and numbers). The
-- account and the documents stand in it as digests, so that the text can be shown to anybody.
CREATE FUNCTION event_text_v1("position" integer, "at" timestamptz, actor text, actor_id text, action text, subject text,
  summary text, reason text, before jsonb, after jsonb, prev_hash text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT E'plumbline event v1\n'
    || event_field_v1('position', "position"::text)
    || event_field_v1('at', (extract(epoch FROM "at") * 1000000)::bigint::text)
    || event_field_v1('actor', actor)
    || event_field_v1('actor_id_sha256', event_digest_v1(actor_id))
    || event_field_v1('action', action)
    || event_field_v1('subject', subject)
    || event_field_v1('summary', summary)
    || event_field_v1('reason', reason)
    || event_field_v1('before_sha256', event_digest_v1(before::text))
    || event_field_v1('after_sha256', event_digest_v1(after::text))
    || event_field_v1('prev_hash', prev_hash)
$$;

-- The history that is there already is chained in the order in which it was written.
ALTER TABLE "events" DISABLE TRIGGER "events_append_only";
DO $$
DECLARE
  line record;
  number integer := 0;
  previous text := repeat('0', 64);
  current text;
BEGIN
  FOR line IN SELECT * FROM "events" ORDER BY "id" LOOP
    number := number + 1;
    current := event_digest_v1(event_text_v1(number, line."at", line."actor", line."actor_id", line."action",
      line."subject", line."summary", line."reason", line."before", line."after", previous));
    UPDATE "events" SET "position" = number, "prev_hash" = previous, "hash" = current WHERE "id" = line."id";
    previous := current;
  END LOOP;
END $$;
ALTER TABLE "events" ENABLE TRIGGER "events_append_only";

-- CreateIndex
CREATE UNIQUE INDEX "events_position_key" ON "events"("position");

-- Named search path: somebody's temporary table of the same name must not pass for the history. Without sequential
-- scans: a plan made while the table was small would otherwise be kept while it grows, and each line would cost more
-- than the one before.
CREATE FUNCTION chain_event() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
  last record;
BEGIN
  -- Held until the transaction ends: who comes next sees this event or, if it was undone, never will.
  PERFORM pg_advisory_xact_lock(hashtext('plumbline history'));
  SELECT e."position", e."at", e."hash" INTO last FROM public."events" e ORDER BY e."position" DESC LIMIT 1;
  NEW."position" := coalesce(last."position", 0) + 1;
  -- A clock that was set back does not turn the history round.
  NEW."at" := greatest(date_trunc('milliseconds', clock_timestamp()), last."at");
  NEW."prev_hash" := coalesce(last."hash", repeat('0', 64));
  NEW."hash" := event_digest_v1(event_text_v1(NEW."position", NEW."at", NEW."actor", NEW."actor_id", NEW."action",
    NEW."subject", NEW."summary", NEW."reason", NEW."before", NEW."after", NEW."prev_hash"));
  RETURN NEW;
END $$;
CREATE TRIGGER "events_chain" BEFORE INSERT ON "events" FOR EACH ROW EXECUTE FUNCTION chain_event();

-- The log of corrections reads the newest changes of public records.
CREATE INDEX "events_public_changes" ON "events" ("position") WHERE "subject" ~ '^[CS][1-9][0-9]{0,8}$' AND "action" <> 'added';
