-- At most one number an account. A new one of the owner's stands with its code until it is proven.
CREATE TABLE phone_numbers (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    number TEXT NOT NULL CHECK (number LIKE '+%' AND length(number) BETWEEN 6 AND 17),
    proven_at INTEGER,
    created_at INTEGER NOT NULL
);
