-- A second factor was taken away by somebody else: the next sign-in sets one up, required or not.
ALTER TABLE accounts ADD COLUMN set_up_forced BOOLEAN NOT NULL DEFAULT FALSE;
-- What a main account demands; no row is the default of each.
CREATE TABLE policies (
    main_account_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    mandatory_from BIGINT,
    mandatory_text TEXT COLLATE "C" NOT NULL,
    first_sign_in TEXT COLLATE "C" NOT NULL CHECK (first_sign_in IN ('phone', 'app')),
    email_codes BOOLEAN NOT NULL
);
