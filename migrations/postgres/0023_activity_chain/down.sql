DROP TRIGGER security_events_not_at_once ON security_events;
DROP TRIGGER security_events_stay ON security_events;
DROP FUNCTION security_events_keep;
DROP TABLE security_event_horizon;
ALTER TABLE security_events DROP COLUMN digest;
ALTER TABLE security_events DROP COLUMN browser;
ALTER TABLE security_events ALTER COLUMN sequence ADD GENERATED ALWAYS AS IDENTITY;
