-- What a session is called on a page, who is at it, and since when. Sessions from before are ended.
DROP TABLE sessions;
CREATE TABLE sessions (
    id_digest TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    handle TEXT COLLATE "C" NOT NULL UNIQUE,
    account_id TEXT COLLATE "C" REFERENCES accounts (id) ON DELETE CASCADE,
    state TEXT COLLATE "C" NOT NULL,
    signed_in_at BIGINT,
    address TEXT COLLATE "C",
    browser TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id, signed_in_at);
CREATE INDEX sessions_by_use ON sessions (last_used_at);
