-- When the owner was last reminded, by a manager's button, to set up a second factor.
ALTER TABLE accounts ADD COLUMN reminded_at INTEGER;
