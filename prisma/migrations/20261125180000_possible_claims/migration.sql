-- The rules of domain/possible.ts once more, so that no road leads round them. Not held against rows that are there already:
-- a record that was published before there was a rule must not keep the tables from being brought up to date.
ALTER TABLE "claims"
  ADD CONSTRAINT "claims_period_order" CHECK (
    "period_start" IS NULL OR "period_end" IS NULL
    OR left("period_start", length("period_end")) COLLATE "C" <= left("period_end", length("period_start")) COLLATE "C"
  ) NOT VALID,
  ADD CONSTRAINT "claims_whole_counts" CHECK (
    "figure_kind" <> 'count' OR "figure_bound" <> 'exact'
    OR (coalesce("figure_value" = floor("figure_value"), true) AND coalesce("figure_low" = floor("figure_low"), true)
        AND coalesce("figure_high" = floor("figure_high"), true))
  ) NOT VALID,
  -- 2^53 - 1: beyond it, whole numbers are no longer kept one by one.
  ADD CONSTRAINT "claims_printable_numbers" CHECK (
    greatest(abs("figure_value"), abs("figure_low"), abs("figure_high"), 0) <= 9007199254740991
  ) NOT VALID,
  ADD CONSTRAINT "claims_interval_of_ends" CHECK (
    "figure_interval" IS NULL OR num_nonnulls("figure_low", "figure_high") > 0
  ) NOT VALID;
