-- One live code for each challenge; what is sent again is the same code.
CREATE TABLE out_of_band_codes (
    challenge TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'phone')),
    destination TEXT NOT NULL,
    digest TEXT NOT NULL,
    sealed TEXT NOT NULL,
    guesses INTEGER NOT NULL CHECK (guesses BETWEEN 0 AND 5),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    spent_at INTEGER
);
CREATE INDEX out_of_band_codes_by_account ON out_of_band_codes (account_id);
-- What was sent, and what was not. No foreign key: a day's limit outlives an account.
CREATE TABLE code_deliveries (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL,
    main_account_id TEXT NOT NULL,
    challenge TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'call', 'email')),
    masked TEXT NOT NULL,
    network TEXT NOT NULL,
    hook_digest TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
    created_at INTEGER NOT NULL
);
CREATE INDEX code_deliveries_by_time ON code_deliveries (created_at);
CREATE INDEX code_deliveries_by_account ON code_deliveries (account_id, created_at);
CREATE INDEX code_deliveries_by_main_account ON code_deliveries (main_account_id, sequence);
CREATE INDEX code_deliveries_by_network ON code_deliveries (network, created_at);
CREATE INDEX code_deliveries_by_challenge ON code_deliveries (challenge, sequence);
-- Its one row is written by whoever counts what was sent, so that they count one after the other.
CREATE TABLE code_delivery_turns (
    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    taken_at INTEGER NOT NULL
);
INSERT INTO code_delivery_turns (only_one, taken_at) VALUES (1, 0);
