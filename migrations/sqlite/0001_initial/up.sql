CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    username TEXT NOT NULL CHECK (length(username) BETWEEN 1 AND 64),
    username_key TEXT NOT NULL UNIQUE CHECK (length(username_key) BETWEEN 3 AND 64),
    email TEXT NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    main_account_id TEXT REFERENCES accounts (id),
    manager INTEGER NOT NULL CHECK (manager IN (0, 1)),
    two_factor_required INTEGER NOT NULL CHECK (two_factor_required IN (0, 1)),
    -- A second factor was reset: the next sign-in sets one up, required or not.
    set_up_forced INTEGER NOT NULL CHECK (set_up_forced IN (0, 1)),
    -- Something besides the password has protected it: it never becomes 0 again.
    protected_once INTEGER NOT NULL CHECK (protected_once IN (0, 1)),
    -- Its password was chosen through a mailed link, and no second factor was proven since.
    password_mailed INTEGER NOT NULL CHECK (password_mailed IN (0, 1)),
    password_hash TEXT NOT NULL,
    -- When its owner chose a password; null while it is only invited.
    password_chosen_at INTEGER,
    -- When its owner changed to this address; null if someone else entered it.
    email_changed_at INTEGER,
    -- The owner returned a code or link that was mailed to this address, or the operator entered the address.
    email_proven INTEGER NOT NULL CHECK (email_proven IN (0, 1)),
    -- The same, when the address is also the user name; never 0 again.
    username_proven INTEGER NOT NULL CHECK (username_proven IN (0, 1)),
    -- The language that its owner chose (RFC 5646).
    language TEXT CHECK (length(language) BETWEEN 2 AND 35),
    -- The language that the browser asked for at the last sign-in: for messages, where none is chosen.
    language_seen TEXT CHECK (length(language_seen) BETWEEN 2 AND 35),
    epoch INTEGER NOT NULL,
    -- When a manager's button last reminded the owner to set up a second factor.
    reminded_at INTEGER,
    disabled_at INTEGER,
    created_at INTEGER NOT NULL
);
CREATE INDEX accounts_by_main_account ON accounts (main_account_id, username_key);
CREATE INDEX accounts_by_email ON accounts (lower(email));

CREATE TABLE totp_authenticators (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    sealed_key TEXT NOT NULL,
    last_step INTEGER NOT NULL,
    clock_offset INTEGER,
    -- The epoch and the browser that a set-up belongs to.
    epoch INTEGER NOT NULL,
    browser TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    -- From when on a code of a confirmed one allows its owner to change other accounts.
    vouches_from INTEGER
);
-- An account has at most one of each kind.
CREATE UNIQUE INDEX totp_authenticators_confirmed ON totp_authenticators (account_id) WHERE confirmed_at IS NOT NULL;
CREATE UNIQUE INDEX totp_authenticators_pending ON totp_authenticators (account_id) WHERE confirmed_at IS NULL;
CREATE INDEX totp_authenticators_under_way ON totp_authenticators (created_at) WHERE confirmed_at IS NULL;

-- Time steps whose codes were seen ahead of time; rows are only added.
CREATE TABLE burnt_time_steps (
    totp_id TEXT NOT NULL REFERENCES totp_authenticators (id) ON DELETE CASCADE,
    step INTEGER NOT NULL,
    PRIMARY KEY (totp_id, step)
);

CREATE TABLE recovery_codes (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (account_id, digest)
);

-- At most one number per account. A new number that the owner entered is kept with its code until it is proven.
CREATE TABLE phone_numbers (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    number TEXT NOT NULL CHECK (number LIKE '+%' AND length(number) BETWEEN 6 AND 17),
    proven_at INTEGER,
    created_at INTEGER NOT NULL
);

-- What the lists of a main account count and search by: for each account, the facts that the rules read and the text
-- that finds it. Triggers keep it up to date with every row it comes from, so that a list of 100,000 accounts joins
-- no tables.
CREATE TABLE account_listings (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    main_account_id TEXT,
    username_key TEXT NOT NULL,
    -- A bit mask: one bit for each fact.
    kind INTEGER NOT NULL,
    -- The first digits of the number, as many as any prefix that a setting can name; empty if there is no number.
    number_range TEXT NOT NULL,
    -- Name, e-mail address and number, one per line.
    sought TEXT NOT NULL
);
CREATE INDEX account_listings_counted ON account_listings (main_account_id, kind, number_range);
CREATE INDEX account_listings_by_name ON account_listings (main_account_id, kind, username_key, sought);
CREATE VIEW account_facts AS SELECT
    a.id AS account_id,
    a.main_account_id,
    a.username_key,
    a.manager
        + 2 * a.two_factor_required
        + 4 * a.set_up_forced
        + 8 * a.protected_once
        + 16 * a.password_mailed
        + 32 * (a.password_chosen_at IS NULL)
        + 64 * (a.disabled_at IS NOT NULL)
        + 128 * EXISTS (SELECT 1 FROM totp_authenticators t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL)
        + 256 * (n.number IS NOT NULL)
        + 512 * (n.proven_at IS NOT NULL) AS kind,
    COALESCE(substr(n.number, 1, 8), '') AS number_range,
    a.username_key || char(10) || lower(a.email) || char(10) || COALESCE(n.number, '') AS sought
    FROM accounts a LEFT JOIN phone_numbers n ON n.account_id = a.id;
CREATE TRIGGER accounts_added AFTER INSERT ON accounts
BEGIN
    INSERT OR REPLACE INTO account_listings SELECT * FROM account_facts WHERE account_id = NEW.id;
END;
CREATE TRIGGER accounts_changed AFTER UPDATE OF username_key, email, main_account_id, manager, two_factor_required, set_up_forced, protected_once,
    password_mailed, password_chosen_at, disabled_at ON accounts
BEGIN
    INSERT OR REPLACE INTO account_listings SELECT * FROM account_facts WHERE account_id = NEW.id;
END;
CREATE TRIGGER totp_authenticators_added AFTER INSERT ON totp_authenticators
WHEN NEW.confirmed_at IS NOT NULL
BEGIN
    INSERT OR REPLACE INTO account_listings SELECT * FROM account_facts WHERE account_id = NEW.account_id;
END;
CREATE TRIGGER totp_authenticators_changed AFTER UPDATE OF confirmed_at ON totp_authenticators
BEGIN
    INSERT OR REPLACE INTO account_listings SELECT * FROM account_facts WHERE account_id = NEW.account_id;
END;
CREATE TRIGGER totp_authenticators_removed AFTER DELETE ON totp_authenticators
WHEN OLD.confirmed_at IS NOT NULL
BEGIN
    INSERT OR REPLACE INTO account_listings SELECT * FROM account_facts WHERE account_id = OLD.account_id;
END;
CREATE TRIGGER phone_numbers_added AFTER INSERT ON phone_numbers
BEGIN
    INSERT OR REPLACE INTO account_listings SELECT * FROM account_facts WHERE account_id = NEW.account_id;
END;
CREATE TRIGGER phone_numbers_changed AFTER UPDATE OF number, proven_at ON phone_numbers
BEGIN
    INSERT OR REPLACE INTO account_listings SELECT * FROM account_facts WHERE account_id = NEW.account_id;
END;
CREATE TRIGGER phone_numbers_removed AFTER DELETE ON phone_numbers
BEGIN
    INSERT OR REPLACE INTO account_listings SELECT * FROM account_facts WHERE account_id = OLD.account_id;
END;

CREATE TABLE sessions (
    id_digest TEXT NOT NULL PRIMARY KEY,
    -- The identifier of a session on a page.
    handle TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    -- The epoch of the account that it belongs to.
    epoch INTEGER NOT NULL,
    state TEXT NOT NULL,
    signed_in_at INTEGER,
    address TEXT,
    browser TEXT,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id, signed_in_at);
CREATE INDEX sessions_by_use ON sessions (last_used_at);

-- Forms that are being answered, and answers that a browser may receive again for half a minute.
CREATE TABLE answered_forms (
    -- Keyed digest of the form and the browser that sent it.
    form_digest TEXT NOT NULL PRIMARY KEY,
    began_at INTEGER NOT NULL,
    -- The answer, once there is one.
    session_handle TEXT REFERENCES sessions (handle) ON DELETE CASCADE,
    location TEXT,
    -- The new id of the session, sealed for the holder of the previous id.
    sealed_id TEXT
);
CREATE INDEX answered_forms_by_session ON answered_forms (session_handle);
CREATE INDEX answered_forms_by_age ON answered_forms (began_at);

CREATE TABLE throttles (
    subject TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    not_before INTEGER NOT NULL,
    charged_at INTEGER NOT NULL
);

-- What a main account requires; no row means the default of each.
CREATE TABLE policies (
    main_account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    -- The language of messages to its accounts that chose none.
    language TEXT CHECK (length(language) BETWEEN 2 AND 35),
    mandatory_from INTEGER,
    mandatory_text TEXT NOT NULL,
    first_sign_in TEXT NOT NULL CHECK (first_sign_in IN ('phone', 'app')),
    email_codes INTEGER NOT NULL CHECK (email_codes IN (0, 1))
);
-- Who was reminded of a date, and how many days before it.
CREATE TABLE mandatory_reminders (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    mandatory_from INTEGER NOT NULL,
    days_before INTEGER NOT NULL,
    PRIMARY KEY (account_id, mandatory_from, days_before)
);

-- Networks from which sign-in is allowed: an account's own list, and a main account's for all its accounts. No row:
-- any network.
CREATE TABLE allow_lists (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    scope TEXT NOT NULL CHECK (scope IN ('own', 'everybody')),
    networks TEXT NOT NULL,
    PRIMARY KEY (account_id, scope)
);
-- Other addresses, approved for a limited time through a mailed link.
CREATE TABLE approved_addresses (
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    -- Whose list it overrides.
    scope TEXT NOT NULL CHECK (scope IN ('own', 'everybody')),
    address TEXT NOT NULL,
    approved_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, scope, address)
);

-- One live code for each challenge; sending again sends the same code.
CREATE TABLE out_of_band_codes (
    challenge TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'phone', 'email')),
    destination TEXT NOT NULL,
    digest TEXT NOT NULL,
    sealed TEXT NOT NULL,
    guesses INTEGER NOT NULL CHECK (guesses BETWEEN 0 AND 5),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    spent_at INTEGER
);
CREATE INDEX out_of_band_codes_by_account ON out_of_band_codes (account_id);
-- What was sent, and what was not. No foreign key: the list outlives an account.
CREATE TABLE code_deliveries (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL,
    main_account_id TEXT NOT NULL,
    challenge TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'call', 'email')),
    masked TEXT NOT NULL,
    -- The language of its recipient.
    language TEXT,
    network TEXT NOT NULL,
    hook_digest TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    -- Whether it still counts towards the limit of its network: until its code is entered.
    counted INTEGER NOT NULL CHECK (counted IN (0, 1)),
    created_at INTEGER NOT NULL
);
CREATE INDEX code_deliveries_by_time ON code_deliveries (created_at);
CREATE INDEX code_deliveries_by_main_account ON code_deliveries (main_account_id, sequence);
CREATE INDEX code_deliveries_by_challenge ON code_deliveries (challenge, sequence);
-- How much was sent since a counter began: per kind of message and limit, for the keyed digest of an account, a
-- number, an address, a network or a main account.
CREATE TABLE send_counters (
    sending TEXT NOT NULL,
    cap TEXT NOT NULL,
    subject TEXT NOT NULL,
    began_at INTEGER NOT NULL,
    sent INTEGER NOT NULL CHECK (sent >= 0),
    PRIMARY KEY (sending, cap, subject)
);
CREATE INDEX send_counters_by_time ON send_counters (began_at);

-- Queued notifications. No foreign key: a notification outlives its account.
CREATE TABLE outbox (
    sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    recipient TEXT NOT NULL,
    -- The language of its recipient.
    language TEXT,
    username TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- A number of recovery codes, or the time that a reminder is about.
    number INTEGER,
    address TEXT,
    -- Who changed another's account.
    by_username TEXT,
    -- The secret part of a notification, for its recipient alone: a code or a link's token, sealed.
    sealed TEXT,
    -- The key that cancels the notification before it is due.
    belongs_to TEXT,
    happened_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    -- When it expires.
    useless_at INTEGER,
    -- The order in which it is sent, and the account whose turn it uses.
    rank INTEGER NOT NULL,
    main_account_id TEXT NOT NULL,
    -- How many more of the same kind were merged into it.
    repeats INTEGER NOT NULL
);
CREATE INDEX outbox_by_turn ON outbox (rank, main_account_id, due_at, sequence);
CREATE INDEX outbox_by_recipient ON outbox (recipient, kind) WHERE attempts = 0;
CREATE INDEX outbox_by_belongs_to ON outbox (belongs_to) WHERE belongs_to IS NOT NULL;

-- Only the first-run link belongs to no account. All others name their account, its epoch and the address they were
-- sent to; each works once.
CREATE TABLE one_time_links (
    token_digest TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('welcome', 'invitation', 'new_password', 'not_me', 'restore_email', 'approve_address', 'set_up_code')),
    account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    epoch INTEGER,
    recipient_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    -- Null where the link is shown to be handed over, and no address counts.
    sent_to TEXT,
    payload TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    CHECK ((purpose = 'welcome') = (account_id IS NULL)),
    CHECK (account_id IS NULL OR (epoch IS NOT NULL AND recipient_id IS NOT NULL))
);
CREATE INDEX one_time_links_by_account ON one_time_links (account_id, purpose);
CREATE INDEX one_time_links_by_recipient ON one_time_links (recipient_id);
CREATE INDEX one_time_links_by_payload ON one_time_links (payload) WHERE payload <> '';
CREATE INDEX one_time_links_by_expiry ON one_time_links (expires_at);
CREATE INDEX one_time_links_by_purpose ON one_time_links (purpose, expires_at);
-- Only the link of the newest start works; the same holds for each account's newest link of these kinds. Of links to
-- a new password, the newest mailed one and the newest shown one work.
CREATE UNIQUE INDEX one_time_links_welcome ON one_time_links (purpose) WHERE account_id IS NULL;
CREATE UNIQUE INDEX one_time_links_single ON one_time_links (account_id, purpose)
    WHERE used_at IS NULL AND purpose IN ('invitation', 'set_up_code');
CREATE UNIQUE INDEX one_time_links_mailed ON one_time_links (account_id, purpose)
    WHERE used_at IS NULL AND purpose = 'new_password' AND sent_to IS NOT NULL;
CREATE UNIQUE INDEX one_time_links_shown ON one_time_links (account_id, purpose)
    WHERE used_at IS NULL AND purpose = 'new_password' AND sent_to IS NULL;
-- Requests for a link to a new password, until the background task checks for the account.
CREATE TABLE password_requests (
    id TEXT NOT NULL PRIMARY KEY,
    sealed TEXT NOT NULL,
    address TEXT NOT NULL,
    browser TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    -- Later than created_at if it could not be processed and is retried.
    due_at INTEGER NOT NULL
);
CREATE INDEX password_requests_by_time ON password_requests (due_at);

-- The activity log links its entries in chains, one for each main account and one for events that concern no account.
-- This is where each begins and ends; the row is renewed with every entry, and its proof requires the key.
CREATE TABLE event_chains (
    chain TEXT NOT NULL PRIMARY KEY,
    -- The newest entry that is no longer kept, and its digest.
    swept_through INTEGER NOT NULL CHECK (swept_through >= 0),
    horizon TEXT NOT NULL,
    -- The newest entry, and its digest.
    last INTEGER NOT NULL CHECK (last >= swept_through),
    digest TEXT NOT NULL,
    proof TEXT NOT NULL
);

-- No foreign key to an account: an entry outlives it, and so contains its name. The digest covers the entry, its
-- chain and the previous digest.
CREATE TABLE security_events (
    chain TEXT NOT NULL REFERENCES event_chains (chain),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    occurred_at INTEGER NOT NULL,
    account_id TEXT,
    username TEXT,
    actor TEXT NOT NULL,
    actor_name TEXT,
    address TEXT,
    browser TEXT,
    event TEXT NOT NULL,
    reason TEXT,
    -- Whether someone did it to another's account, or to all accounts of a main account.
    management INTEGER NOT NULL CHECK (management IN (0, 1)),
    digest TEXT NOT NULL CHECK (digest <> ''),
    PRIMARY KEY (chain, sequence)
);
CREATE INDEX security_events_by_account ON security_events (account_id, sequence);
CREATE INDEX security_events_by_management ON security_events (chain, management, sequence);
-- Append-only for the program too: an entry is never changed, and is deleted only when its retention ends; a chain is
-- never deleted and never becomes shorter.
CREATE TRIGGER security_events_never_change BEFORE UPDATE ON security_events
BEGIN
    SELECT RAISE(ABORT, 'the activity log is append-only');
END;
CREATE TRIGGER security_events_stay BEFORE DELETE ON security_events
WHEN OLD.sequence > COALESCE((SELECT swept_through FROM event_chains WHERE chain = OLD.chain), 0)
BEGIN
    SELECT RAISE(ABORT, 'the activity log is append-only');
END;
CREATE TRIGGER event_chains_grow BEFORE UPDATE ON event_chains
WHEN NEW.chain <> OLD.chain OR NEW.last < OLD.last OR NEW.swept_through < OLD.swept_through
BEGIN
    SELECT RAISE(ABORT, 'the activity log is append-only');
END;
CREATE TRIGGER event_chains_stay BEFORE DELETE ON event_chains
BEGIN
    SELECT RAISE(ABORT, 'the activity log is append-only');
END;

-- One row, sealed with the key ring that this database belongs to.
CREATE TABLE key_checks (
    name TEXT NOT NULL PRIMARY KEY,
    sealed TEXT NOT NULL
);

-- Which instance runs a background task, and until when by the database's clock.
CREATE TABLE leases (
    task TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until INTEGER NOT NULL
);
