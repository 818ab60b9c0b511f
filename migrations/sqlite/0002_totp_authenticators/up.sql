CREATE TABLE totp_authenticators (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    sealed_key TEXT NOT NULL,
    last_step INTEGER NOT NULL,
    burnt_steps TEXT NOT NULL,
    clock_offset INTEGER,
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER
);
-- An account has at most one of each kind.
CREATE UNIQUE INDEX totp_authenticators_confirmed ON totp_authenticators (account_id) WHERE confirmed_at IS NOT NULL;
CREATE UNIQUE INDEX totp_authenticators_pending ON totp_authenticators (account_id) WHERE confirmed_at IS NULL;
