-- AlterTable
ALTER TABLE "people" ALTER COLUMN "email_verified" SET DEFAULT true;


-- What the models cannot say ---------------------------------------------------------------------------------------

-- An account is made when its owner opens the link that was sent to their address, and not before: whoever asked for it may
-- have been somebody else. What waited for its check becomes what it should have been, a link for an address.

ALTER TABLE "one_time_links" DROP CONSTRAINT "one_time_links_for_somebody";

UPDATE "one_time_links" l SET "email" = p."email", "person_id" = NULL
  FROM "people" p WHERE l."kind" = 'email-check' AND p."id" = l."person_id";

-- Nobody has ever been in these: signing in asked for the check, and a new password by mail was one.
DELETE FROM "people" WHERE NOT "email_verified";

ALTER TABLE "people" ADD CONSTRAINT "people_email_checked" CHECK ("email_verified");

ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_for_somebody" CHECK (
  CASE "kind"
    WHEN 'set-up' THEN num_nonnulls("email", "person_id") = 0
    WHEN 'password-reset' THEN "person_id" IS NOT NULL
    ELSE "email" IS NOT NULL AND "email" = lower("email") AND "person_id" IS NULL
  END
);
