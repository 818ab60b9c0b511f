-- One live code for each challenge; what is sent again is the same code.
CREATE TABLE out_of_band_codes (
    challenge TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    purpose TEXT COLLATE "C" NOT NULL CHECK (purpose IN ('sign_in', 'phone')),
    destination TEXT COLLATE "C" NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    sealed TEXT COLLATE "C" NOT NULL,
    guesses BIGINT NOT NULL CHECK (guesses BETWEEN 0 AND 5),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    spent_at BIGINT
);
CREATE INDEX out_of_band_codes_by_account ON out_of_band_codes (account_id);
-- What was sent, and what was not. No foreign key: a day's limit outlives an account.
CREATE TABLE code_deliveries (
    sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL,
    main_account_id TEXT COLLATE "C" NOT NULL,
    challenge TEXT COLLATE "C" NOT NULL,
    channel TEXT COLLATE "C" NOT NULL CHECK (channel IN ('sms', 'call', 'email')),
    masked TEXT COLLATE "C" NOT NULL,
    network TEXT COLLATE "C" NOT NULL,
    hook_digest TEXT COLLATE "C" NOT NULL UNIQUE,
    status TEXT COLLATE "C" NOT NULL,
    counted BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX code_deliveries_by_time ON code_deliveries (created_at);
CREATE INDEX code_deliveries_by_account ON code_deliveries (account_id, created_at);
CREATE INDEX code_deliveries_by_main_account ON code_deliveries (main_account_id, sequence);
CREATE INDEX code_deliveries_by_network ON code_deliveries (network, created_at);
CREATE INDEX code_deliveries_by_challenge ON code_deliveries (challenge, sequence);
-- Its one row is written by whoever counts what was sent, so that they count one after the other.
CREATE TABLE code_delivery_turns (
    only_one BIGINT NOT NULL PRIMARY KEY CHECK (only_one = 1),
    taken_at BIGINT NOT NULL
);
INSERT INTO code_delivery_turns (only_one, taken_at) VALUES (1, 0);
