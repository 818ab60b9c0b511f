CREATE TABLE security_events (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    occurred_at INTEGER NOT NULL,
    account_id TEXT,
    actor TEXT NOT NULL,
    address TEXT,
    event TEXT NOT NULL
);
-- No foreign key: an entry outlives its account.
CREATE INDEX security_events_by_account ON security_events (account_id, sequence);
