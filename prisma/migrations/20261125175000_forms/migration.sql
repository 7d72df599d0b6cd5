-- Finding what is there already: titles without case, accents and punctuation, compared by their trigrams.
-- Named in full: since PostgreSQL 17 an index is built without public in the search path.
CREATE FUNCTION plain_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, left(words, 1000))), '[^[:alnum:]]+', ' ', 'g'))
$$;

CREATE INDEX "sources_title_likeness" ON "sources" USING gin (plain_words("title") gin_trgm_ops);
CREATE INDEX "drafts_title_likeness" ON "drafts" USING gin (plain_words("content" ->> 'title') gin_trgm_ops)
  WHERE "kind" = 'source' AND "state" IN ('draft', 'in-review');
