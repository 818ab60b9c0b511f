CREATE TABLE outbox (
    sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recipient TEXT COLLATE "C" NOT NULL,
    username TEXT COLLATE "C" NOT NULL,
    matter TEXT COLLATE "C" NOT NULL,
    codes_left BIGINT,
    address TEXT COLLATE "C",
    happened_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL
);
-- No foreign key: a notice outlives its account.
CREATE INDEX outbox_by_due_at ON outbox (due_at, sequence);
