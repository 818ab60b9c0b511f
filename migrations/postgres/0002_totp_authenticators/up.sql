CREATE TABLE totp_authenticators (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    sealed_key TEXT COLLATE "C" NOT NULL,
    last_step BIGINT NOT NULL,
    burnt_steps TEXT COLLATE "C" NOT NULL,
    clock_offset BIGINT,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT
);
-- An account has at most one of each kind.
CREATE UNIQUE INDEX totp_authenticators_confirmed ON totp_authenticators (account_id) WHERE confirmed_at IS NOT NULL;
CREATE UNIQUE INDEX totp_authenticators_pending ON totp_authenticators (account_id) WHERE confirmed_at IS NULL;
