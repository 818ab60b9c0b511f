CREATE TABLE welcome_links (
    token_digest TEXT NOT NULL PRIMARY KEY,
    created_at INTEGER NOT NULL
);
-- One row, sealed with the key ring that this database belongs to.
CREATE TABLE key_checks (
    name TEXT NOT NULL PRIMARY KEY,
    sealed TEXT NOT NULL
);
