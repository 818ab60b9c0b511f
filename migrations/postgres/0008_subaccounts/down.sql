DROP TABLE invitations;
ALTER TABLE security_events DROP COLUMN reason;
ALTER TABLE accounts DROP COLUMN two_factor_required;
ALTER TABLE accounts DROP COLUMN manager;
