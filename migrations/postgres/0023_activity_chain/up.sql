-- The next number is the last one and one, so that none is missing.
ALTER TABLE security_events ALTER COLUMN sequence DROP IDENTITY;
-- Each entry's digest covers the entry and the digest before it; empty from before there were any.
ALTER TABLE security_events ADD COLUMN browser TEXT COLLATE "C";
ALTER TABLE security_events ADD COLUMN digest TEXT COLLATE "C" NOT NULL DEFAULT '';
-- The newest entry that is no longer kept, and where the chain goes on from.
CREATE TABLE security_event_horizon (
    only_one BIGINT NOT NULL PRIMARY KEY CHECK (only_one = 1),
    swept_through BIGINT NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    proof TEXT COLLATE "C" NOT NULL
);
-- Append-only for the program too: an entry is never changed, and goes only when it is too old to be kept.
CREATE FUNCTION security_events_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.sequence <= COALESCE((SELECT swept_through FROM security_event_horizon), 0) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the activity log is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER security_events_stay BEFORE UPDATE OR DELETE ON security_events
    FOR EACH ROW EXECUTE FUNCTION security_events_keep();
CREATE TRIGGER security_events_not_at_once BEFORE TRUNCATE ON security_events
    FOR EACH STATEMENT EXECUTE FUNCTION security_events_keep();
