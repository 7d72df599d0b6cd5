-- AlterTable
-- The default is for the rows that are there, and goes at once: whoever writes a row says its bands.
ALTER TABLE "claim_index" ADD COLUMN "age_bands" TEXT[] DEFAULT '{}';
ALTER TABLE "claim_index" ALTER COLUMN "age_bands" DROP DEFAULT;

-- What the models cannot say ---------------------------------------------------------------------------------------

-- As before, with the facet 'age'.
CREATE OR REPLACE FUNCTION facet_values(indexed "claim_index") RETURNS TABLE (facet text, value text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'all', 'all'
  UNION ALL SELECT 'topic', unnest(indexed."topics")
  UNION ALL SELECT 'geography', unnest(indexed."geographies")
  UNION ALL SELECT 'population', indexed."population_group"
  UNION ALL SELECT 'age', unnest(indexed."age_bands")
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

-- The rule of domain/age-band.ts for the claims that are there already. The triggers of the table bring the bitmaps
-- up to date: those of the rows that get a band, and no others.
UPDATE "claim_index" i SET "age_bands" = b.bands
FROM (
  SELECT c."id", array_agg(band.name ORDER BY band.first) AS bands
  FROM "claims" c
  JOIN (VALUES ('under-10', 0, 9), ('10-14', 10, 14), ('15-17', 15, 17)) AS band (name, first, last)
    ON coalesce(c."population_age_min", 0) <= band.last AND coalesce(c."population_age_max", 999) >= band.first
  WHERE coalesce(c."population_age_min", 0) > 0 OR coalesce(c."population_age_max", 999) < 17
  GROUP BY c."id"
) b
WHERE b."id" = i."claim_id";
