CREATE TABLE welcome_links (
    token_digest TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL
);
-- One row, sealed with the key ring that this database belongs to.
CREATE TABLE key_checks (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    sealed TEXT COLLATE "C" NOT NULL
);
