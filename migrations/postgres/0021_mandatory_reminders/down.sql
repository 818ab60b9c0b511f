ALTER TABLE outbox RENAME COLUMN number TO codes_left;
DROP TABLE mandatory_reminders;
