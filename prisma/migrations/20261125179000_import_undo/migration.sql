-- The queue "Rule and record differ" became one of two checks in "Checks failing": whoever took something keeps it.
UPDATE "tasks" SET "queue" = 'checks-failing' WHERE "queue" = 'rule-and-record';
