-- Links by which an owner says "this was not me"; each works once.
CREATE TABLE alarm_links (
    token_digest TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    belongs_to TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX alarm_links_by_account ON alarm_links (account_id);
CREATE INDEX alarm_links_by_belongs_to ON alarm_links (belongs_to) WHERE belongs_to IS NOT NULL;
