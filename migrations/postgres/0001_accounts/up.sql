CREATE TABLE accounts (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    username TEXT COLLATE "C" NOT NULL CHECK (length(username) BETWEEN 1 AND 64),
    username_key TEXT COLLATE "C" NOT NULL UNIQUE CHECK (length(username_key) BETWEEN 3 AND 64),
    email TEXT COLLATE "C" NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    main_account_id TEXT COLLATE "C" REFERENCES accounts (id),
    password_hash TEXT COLLATE "C" NOT NULL,
    generation BIGINT NOT NULL,
    disabled_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX accounts_by_main_account ON accounts (main_account_id, username_key);
