ALTER TABLE accounts ADD COLUMN manager BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE accounts ADD COLUMN two_factor_required BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE security_events ADD COLUMN reason TEXT COLLATE "C";
-- One for each account that has not chosen a password yet: a new one takes the old one's row.
CREATE TABLE invitations (
    account_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    token_digest TEXT COLLATE "C" NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);
