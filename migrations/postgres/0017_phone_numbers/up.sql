-- At most one number an account. A new one of the owner's stands with its code until it is proven.
CREATE TABLE phone_numbers (
    account_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    number TEXT COLLATE "C" NOT NULL CHECK (number LIKE '+%' AND length(number) BETWEEN 6 AND 17),
    proven_at BIGINT,
    created_at BIGINT NOT NULL
);
