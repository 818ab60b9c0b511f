DROP INDEX outbox_by_belongs_to;
ALTER TABLE outbox DROP COLUMN useless_at;
ALTER TABLE outbox DROP COLUMN by_username;
ALTER TABLE outbox DROP COLUMN belongs_to;
ALTER TABLE outbox DROP COLUMN sealed;
