-- One row at the most: the newest start's link is the only one.
CREATE TABLE welcome_links (
    only_one BIGINT NOT NULL PRIMARY KEY CHECK (only_one = 1),
    token_digest TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL
);
-- One row, sealed with the key ring that this database belongs to.
CREATE TABLE key_checks (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    sealed TEXT COLLATE "C" NOT NULL
);
