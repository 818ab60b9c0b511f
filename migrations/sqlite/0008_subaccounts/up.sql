ALTER TABLE accounts ADD COLUMN manager INTEGER NOT NULL DEFAULT 0 CHECK (manager IN (0, 1));
ALTER TABLE accounts ADD COLUMN two_factor_required INTEGER NOT NULL DEFAULT 0 CHECK (two_factor_required IN (0, 1));
ALTER TABLE security_events ADD COLUMN reason TEXT;
-- One for each account that has not chosen a password yet: a new one takes the old one's row.
CREATE TABLE invitations (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    token_digest TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
);
