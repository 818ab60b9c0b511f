-- Each entry's digest covers the entry and the digest before it; empty from before there were any.
ALTER TABLE security_events ADD COLUMN browser TEXT;
ALTER TABLE security_events ADD COLUMN digest TEXT NOT NULL DEFAULT '';
-- The newest entry that is no longer kept, and where the chain goes on from.
CREATE TABLE security_event_horizon (
    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    swept_through INTEGER NOT NULL,
    digest TEXT NOT NULL,
    proof TEXT NOT NULL
);
-- Append-only for the program too: an entry is never changed, and goes only when it is too old to be kept.
CREATE TRIGGER security_events_never_change BEFORE UPDATE ON security_events
BEGIN
    SELECT RAISE(ABORT, 'the activity log is append-only');
END;
CREATE TRIGGER security_events_stay BEFORE DELETE ON security_events
WHEN OLD.sequence > COALESCE((SELECT swept_through FROM security_event_horizon), 0)
BEGIN
    SELECT RAISE(ABORT, 'the activity log is append-only');
END;
