-- One-time links by which an owner chooses another password; an account has one at the most.
CREATE TABLE password_links (
    account_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    token_digest TEXT COLLATE "C" NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);
-- Who asked for such a link, until the background looks whether there is such an account.
CREATE TABLE password_requests (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    sealed TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    browser TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX password_requests_by_time ON password_requests (created_at);
CREATE INDEX accounts_by_email ON accounts (lower(email));
