CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    username TEXT NOT NULL CHECK (length(username) BETWEEN 1 AND 64),
    username_key TEXT NOT NULL UNIQUE CHECK (length(username_key) BETWEEN 3 AND 64),
    email TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    main_account_id TEXT REFERENCES accounts (id),
    password_hash TEXT NOT NULL,
    generation INTEGER NOT NULL,
    disabled_at INTEGER,
    created_at INTEGER NOT NULL
);
CREATE INDEX accounts_by_main_account ON accounts (main_account_id, username_key);
