CREATE TABLE security_events (
    sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurred_at BIGINT NOT NULL,
    account_id TEXT COLLATE "C",
    actor TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C",
    event TEXT COLLATE "C" NOT NULL
);
-- No foreign key: an entry outlives its account.
CREATE INDEX security_events_by_account ON security_events (account_id, sequence);
