-- What a session is called on a page, who is at it, and since when. Sessions from before are ended.
DROP TABLE sessions;
CREATE TABLE sessions (
    id_digest TEXT NOT NULL PRIMARY KEY,
    handle TEXT NOT NULL UNIQUE,
    account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    signed_in_at INTEGER,
    address TEXT,
    browser TEXT,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id, signed_in_at);
CREATE INDEX sessions_by_use ON sessions (last_used_at);
