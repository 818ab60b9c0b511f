-- Who was reminded of a date, and how many days before it.
CREATE TABLE mandatory_reminders (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    mandatory_from INTEGER NOT NULL,
    days_before INTEGER NOT NULL,
    PRIMARY KEY (account_id, mandatory_from, days_before)
);
-- A count of recovery codes, or the moment that a reminder is about.
ALTER TABLE outbox RENAME COLUMN codes_left TO number;
