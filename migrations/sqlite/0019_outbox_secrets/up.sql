-- What a notice tells its recipient alone: a code or a link's token, sealed.
ALTER TABLE outbox ADD COLUMN sealed TEXT;
-- What the notice is taken back with, as long as it is not due.
ALTER TABLE outbox ADD COLUMN belongs_to TEXT;
-- Who did it to another's account.
ALTER TABLE outbox ADD COLUMN by_username TEXT;
-- From when on it helps nobody any more.
ALTER TABLE outbox ADD COLUMN useless_at INTEGER;
CREATE INDEX outbox_by_belongs_to ON outbox (belongs_to) WHERE belongs_to IS NOT NULL;
