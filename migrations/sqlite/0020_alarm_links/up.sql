-- Links by which an owner says "this was not me"; each works once.
CREATE TABLE alarm_links (
    token_digest TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    belongs_to TEXT,
    created_at INTEGER NOT NULL,
    used_at INTEGER
);
CREATE INDEX alarm_links_by_account ON alarm_links (account_id);
CREATE INDEX alarm_links_by_belongs_to ON alarm_links (belongs_to) WHERE belongs_to IS NOT NULL;
