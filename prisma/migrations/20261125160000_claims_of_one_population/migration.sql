-- The arithmetic of a claim asks which others speak of the same population. A description may be longer than an index
-- entry can be, so its hash is indexed.
CREATE INDEX "claims_of_one_population" ON "claims" (md5("population_description"), "geography_code");
