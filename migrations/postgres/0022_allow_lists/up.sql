-- Networks that one may sign in from: an account's own list, and a main account's for everybody. No row: from everywhere.
CREATE TABLE allow_lists (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    scope TEXT COLLATE "C" NOT NULL CHECK (scope IN ('own', 'everybody')),
    networks TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (account_id, scope)
);
-- Other addresses that were approved by a mailed link, for a while.
CREATE TABLE approved_addresses (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    address TEXT COLLATE "C" NOT NULL,
    approved_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, address)
);
CREATE TABLE approval_links (
    token_digest TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    address TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX approval_links_by_account ON approval_links (account_id);
