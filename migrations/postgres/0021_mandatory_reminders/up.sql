-- Who was reminded of a date, and how many days before it.
CREATE TABLE mandatory_reminders (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    mandatory_from BIGINT NOT NULL,
    days_before BIGINT NOT NULL,
    PRIMARY KEY (account_id, mandatory_from, days_before)
);
-- A count of recovery codes, or the moment that a reminder is about.
ALTER TABLE outbox RENAME COLUMN codes_left TO number;
