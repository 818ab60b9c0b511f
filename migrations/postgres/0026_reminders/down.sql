ALTER TABLE accounts DROP COLUMN reminded_at;
