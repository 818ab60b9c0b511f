DROP TABLE sessions;
CREATE TABLE sessions (
    id_digest TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" REFERENCES accounts (id) ON DELETE CASCADE,
    state TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);
