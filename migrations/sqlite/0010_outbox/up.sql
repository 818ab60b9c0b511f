CREATE TABLE outbox (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    recipient TEXT NOT NULL,
    username TEXT NOT NULL,
    matter TEXT NOT NULL,
    codes_left INTEGER,
    address TEXT,
    happened_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL
);
-- No foreign key: a notice outlives its account.
CREATE INDEX outbox_by_due_at ON outbox (due_at, sequence);
