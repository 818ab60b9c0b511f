-- A second factor was taken away by somebody else: the next sign-in sets one up, required or not.
ALTER TABLE accounts ADD COLUMN set_up_forced INTEGER NOT NULL DEFAULT 0 CHECK (set_up_forced IN (0, 1));
-- What a main account demands; no row is the default of each.
CREATE TABLE policies (
    main_account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    mandatory_from INTEGER,
    mandatory_text TEXT NOT NULL,
    first_sign_in TEXT NOT NULL CHECK (first_sign_in IN ('phone', 'app')),
    email_codes INTEGER NOT NULL CHECK (email_codes IN (0, 1))
);
