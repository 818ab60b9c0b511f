DROP TRIGGER security_events_stay;
DROP TRIGGER security_events_never_change;
DROP TABLE security_event_horizon;
ALTER TABLE security_events DROP COLUMN digest;
ALTER TABLE security_events DROP COLUMN browser;
