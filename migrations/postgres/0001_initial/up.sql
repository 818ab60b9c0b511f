CREATE TABLE accounts (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    username TEXT COLLATE "C" NOT NULL CHECK (length(username) BETWEEN 1 AND 64),
    username_key TEXT COLLATE "C" NOT NULL UNIQUE CHECK (length(username_key) BETWEEN 3 AND 64),
    email TEXT COLLATE "C" NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    main_account_id TEXT COLLATE "C" REFERENCES accounts (id),
    manager BOOLEAN NOT NULL,
    two_factor_required BOOLEAN NOT NULL,
    -- A second factor was reset: the next sign-in sets one up, required or not.
    set_up_forced BOOLEAN NOT NULL,
    -- Something besides the password has protected it: it never becomes false again.
    protected_once BOOLEAN NOT NULL,
    -- Its password was chosen through a mailed link, and no second factor was proven since.
    password_mailed BOOLEAN NOT NULL,
    password_hash TEXT COLLATE "C" NOT NULL,
    -- When its owner chose a password; null while it is only invited.
    password_chosen_at BIGINT,
    -- When its owner changed to this address; null if someone else entered it.
    email_changed_at BIGINT,
    -- The owner returned a code or link that was mailed to this address, or the operator entered the address.
    email_proven BOOLEAN NOT NULL,
    -- The same, when the address is also the user name; never 0 again.
    username_proven BOOLEAN NOT NULL,
    -- The language that its owner chose (RFC 5646).
    language TEXT COLLATE "C" CHECK (length(language) BETWEEN 2 AND 35),
    -- The language that the browser asked for at the last sign-in: for messages, where none is chosen.
    language_seen TEXT COLLATE "C" CHECK (length(language_seen) BETWEEN 2 AND 35),
    epoch BIGINT NOT NULL,
    -- When a manager's button last reminded the owner to set up a second factor.
    reminded_at BIGINT,
    disabled_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE INDEX accounts_by_main_account ON accounts (main_account_id, username_key);
CREATE INDEX accounts_by_email ON accounts (lower(email));

CREATE TABLE totp_authenticators (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    sealed_key TEXT COLLATE "C" NOT NULL,
    last_step BIGINT NOT NULL,
    clock_offset BIGINT,
    -- The epoch and the browser that a set-up belongs to.
    epoch BIGINT NOT NULL,
    browser TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    -- From when on a code of a confirmed one allows its owner to change other accounts.
    vouches_from BIGINT
);
-- An account has at most one of each kind.
CREATE UNIQUE INDEX totp_authenticators_confirmed ON totp_authenticators (account_id) WHERE confirmed_at IS NOT NULL;
CREATE UNIQUE INDEX totp_authenticators_pending ON totp_authenticators (account_id) WHERE confirmed_at IS NULL;
CREATE INDEX totp_authenticators_under_way ON totp_authenticators (created_at) WHERE confirmed_at IS NULL;

-- Time steps whose codes were seen ahead of time; rows are only added.
CREATE TABLE burnt_time_steps (
    totp_id TEXT COLLATE "C" NOT NULL REFERENCES totp_authenticators (id) ON DELETE CASCADE,
    step BIGINT NOT NULL,
    PRIMARY KEY (totp_id, step)
);

CREATE TABLE recovery_codes (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    digest TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (account_id, digest)
);

-- At most one number per account. A new number that the owner entered is kept with its code until it is proven.
CREATE TABLE phone_numbers (
    account_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    number TEXT COLLATE "C" NOT NULL CHECK (number LIKE '+%' AND length(number) BETWEEN 6 AND 17),
    proven_at BIGINT,
    created_at BIGINT NOT NULL
);

-- What the lists of a main account count and search by: for each account, the facts that the rules read and the text
-- that finds it. Triggers keep it up to date with every row it comes from, so that a list of 100,000 accounts joins
-- no tables.
CREATE TABLE account_listings (
    account_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    main_account_id TEXT COLLATE "C",
    username_key TEXT COLLATE "C" NOT NULL,
    -- A bit mask: one bit for each fact.
    kind BIGINT NOT NULL,
    -- The first digits of the number, as many as any prefix that a setting can name; empty if there is no number.
    number_range TEXT COLLATE "C" NOT NULL,
    -- Name, e-mail address and number, one per line.
    sought TEXT COLLATE "C" NOT NULL
);
CREATE INDEX account_listings_counted ON account_listings (main_account_id, kind, number_range);
CREATE INDEX account_listings_by_name ON account_listings (main_account_id, kind, username_key, sought);
CREATE VIEW account_facts AS SELECT
    a.id AS account_id,
    a.main_account_id,
    a.username_key,
    a.manager::int
        + 2 * a.two_factor_required::int
        + 4 * a.set_up_forced::int
        + 8 * a.protected_once::int
        + 16 * a.password_mailed::int
        + 32 * (a.password_chosen_at IS NULL)::int
        + 64 * (a.disabled_at IS NOT NULL)::int
        + 128 * (EXISTS (SELECT 1 FROM totp_authenticators t WHERE t.account_id = a.id AND t.confirmed_at IS NOT NULL))::int
        + 256 * (n.number IS NOT NULL)::int
        + 512 * (n.proven_at IS NOT NULL)::int AS kind,
    COALESCE(substr(n.number, 1, 8), '') AS number_range,
    a.username_key || chr(10) || lower(a.email) || chr(10) || COALESCE(n.number, '') AS sought
    FROM accounts a LEFT JOIN phone_numbers n ON n.account_id = a.id;
CREATE FUNCTION account_listings_keep() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed CONSTANT TEXT := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> TG_ARGV[0];
BEGIN
    -- One after the other: a transaction that waited sees what the previous one changed.
    PERFORM 1 FROM account_listings WHERE account_id = changed FOR UPDATE;
    INSERT INTO account_listings SELECT * FROM account_facts WHERE account_id = changed
        ON CONFLICT (account_id) DO UPDATE SET
            main_account_id = EXCLUDED.main_account_id,
            username_key = EXCLUDED.username_key,
            kind = EXCLUDED.kind,
            number_range = EXCLUDED.number_range,
            sought = EXCLUDED.sought;
    RETURN NULL;
END
$$;
CREATE TRIGGER accounts_listed AFTER INSERT OR UPDATE OF username_key, email, main_account_id, manager, two_factor_required, set_up_forced, protected_once,
    password_mailed, password_chosen_at, disabled_at ON accounts
    FOR EACH ROW EXECUTE FUNCTION account_listings_keep('id');
CREATE TRIGGER totp_authenticators_added AFTER INSERT ON totp_authenticators
    FOR EACH ROW WHEN (NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION account_listings_keep('account_id');
CREATE TRIGGER totp_authenticators_changed AFTER UPDATE OF confirmed_at ON totp_authenticators
    FOR EACH ROW EXECUTE FUNCTION account_listings_keep('account_id');
CREATE TRIGGER totp_authenticators_removed AFTER DELETE ON totp_authenticators
    FOR EACH ROW WHEN (OLD.confirmed_at IS NOT NULL) EXECUTE FUNCTION account_listings_keep('account_id');
CREATE TRIGGER phone_numbers_listed AFTER INSERT OR DELETE OR UPDATE OF number, proven_at ON phone_numbers
    FOR EACH ROW EXECUTE FUNCTION account_listings_keep('account_id');
-- Searches use groups of three characters where the extension exists or can be created; otherwise every subaccount is
-- read.
DO $$
BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX account_listings_by_part ON account_listings USING gin (sought gin_trgm_ops);
EXCEPTION
    WHEN insufficient_privilege OR undefined_file OR feature_not_supported OR undefined_object THEN NULL;
END
$$;

CREATE TABLE sessions (
    id_digest TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    -- The identifier of a session on a page.
    handle TEXT COLLATE "C" NOT NULL UNIQUE,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    -- The epoch of the account that it belongs to.
    epoch BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    signed_in_at BIGINT,
    address TEXT COLLATE "C",
    browser TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id, signed_in_at);
CREATE INDEX sessions_by_use ON sessions (last_used_at);

-- Forms that are being answered, and answers that a browser may receive again for half a minute.
CREATE TABLE answered_forms (
    -- Keyed digest of the form and the browser that sent it.
    form_digest TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    began_at BIGINT NOT NULL,
    -- The answer, once there is one.
    session_handle TEXT COLLATE "C" REFERENCES sessions (handle) ON DELETE CASCADE,
    location TEXT COLLATE "C",
    -- The new id of the session, sealed for the holder of the previous id.
    sealed_id TEXT COLLATE "C"
);
CREATE INDEX answered_forms_by_session ON answered_forms (session_handle);
CREATE INDEX answered_forms_by_age ON answered_forms (began_at);

CREATE TABLE throttles (
    subject TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    failures BIGINT NOT NULL CHECK (failures >= 0),
    not_before BIGINT NOT NULL,
    charged_at BIGINT NOT NULL
);

-- What a main account requires; no row means the default of each.
CREATE TABLE policies (
    main_account_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    -- The language of messages to its accounts that chose none.
    language TEXT COLLATE "C" CHECK (length(language) BETWEEN 2 AND 35),
    mandatory_from BIGINT,
    mandatory_text TEXT COLLATE "C" NOT NULL,
    first_sign_in TEXT COLLATE "C" NOT NULL CHECK (first_sign_in IN ('phone', 'app')),
    email_codes BOOLEAN NOT NULL
);
-- Who was reminded of a date, and how many days before it.
CREATE TABLE mandatory_reminders (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    mandatory_from BIGINT NOT NULL,
    days_before BIGINT NOT NULL,
    PRIMARY KEY (account_id, mandatory_from, days_before)
);

-- Networks from which sign-in is allowed: an account's own list, and a main account's for all its accounts. No row:
-- any network.
CREATE TABLE allow_lists (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    scope TEXT COLLATE "C" NOT NULL CHECK (scope IN ('own', 'everybody')),
    networks TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (account_id, scope)
);
-- Other addresses, approved for a limited time through a mailed link.
CREATE TABLE approved_addresses (
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    -- Whose list it overrides.
    scope TEXT COLLATE "C" NOT NULL CHECK (scope IN ('own', 'everybody')),
    address TEXT COLLATE "C" NOT NULL,
    approved_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, scope, address)
);

-- One live code for each challenge; sending again sends the same code.
CREATE TABLE out_of_band_codes (
    challenge TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    purpose TEXT COLLATE "C" NOT NULL CHECK (purpose IN ('sign_in', 'phone', 'email')),
    destination TEXT COLLATE "C" NOT NULL,
    digest TEXT COLLATE "C" NOT NULL,
    sealed TEXT COLLATE "C" NOT NULL,
    guesses BIGINT NOT NULL CHECK (guesses BETWEEN 0 AND 5),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    spent_at BIGINT
);
CREATE INDEX out_of_band_codes_by_account ON out_of_band_codes (account_id);
-- What was sent, and what was not. No foreign key: the list outlives an account.
CREATE TABLE code_deliveries (
    sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id TEXT COLLATE "C" NOT NULL,
    main_account_id TEXT COLLATE "C" NOT NULL,
    challenge TEXT COLLATE "C" NOT NULL,
    channel TEXT COLLATE "C" NOT NULL CHECK (channel IN ('sms', 'call', 'email')),
    masked TEXT COLLATE "C" NOT NULL,
    -- The language of its recipient.
    language TEXT COLLATE "C",
    network TEXT COLLATE "C" NOT NULL,
    hook_digest TEXT COLLATE "C" NOT NULL UNIQUE,
    status TEXT COLLATE "C" NOT NULL,
    -- Whether it still counts towards the limit of its network: until its code is entered.
    counted BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX code_deliveries_by_time ON code_deliveries (created_at);
CREATE INDEX code_deliveries_by_main_account ON code_deliveries (main_account_id, sequence);
CREATE INDEX code_deliveries_by_challenge ON code_deliveries (challenge, sequence);
-- How much was sent since a counter began: per kind of message and limit, for the keyed digest of an account, a
-- number, an address, a network or a main account.
CREATE TABLE send_counters (
    sending TEXT COLLATE "C" NOT NULL,
    cap TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    began_at BIGINT NOT NULL,
    sent BIGINT NOT NULL CHECK (sent >= 0),
    PRIMARY KEY (sending, cap, subject)
);
CREATE INDEX send_counters_by_time ON send_counters (began_at);

-- Queued notifications. No foreign key: a notification outlives its account.
CREATE TABLE outbox (
    sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recipient TEXT COLLATE "C" NOT NULL,
    -- The language of its recipient.
    language TEXT COLLATE "C",
    username TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    -- A number of recovery codes, or the time that a reminder is about.
    number BIGINT,
    address TEXT COLLATE "C",
    -- Who changed another's account.
    by_username TEXT COLLATE "C",
    -- The secret part of a notification, for its recipient alone: a code or a link's token, sealed.
    sealed TEXT COLLATE "C",
    -- The key that cancels the notification before it is due.
    belongs_to TEXT COLLATE "C",
    happened_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    -- When it expires.
    useless_at BIGINT,
    -- The order in which it is sent, and the account whose turn it uses.
    rank BIGINT NOT NULL,
    main_account_id TEXT COLLATE "C" NOT NULL,
    -- How many more of the same kind were merged into it.
    repeats BIGINT NOT NULL
);
CREATE INDEX outbox_by_turn ON outbox (rank, main_account_id, due_at, sequence);
CREATE INDEX outbox_by_recipient ON outbox (recipient, kind) WHERE attempts = 0;
CREATE INDEX outbox_by_belongs_to ON outbox (belongs_to) WHERE belongs_to IS NOT NULL;

-- Only the first-run link belongs to no account. All others name their account, its epoch and the address they were
-- sent to; each works once.
CREATE TABLE one_time_links (
    token_digest TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    purpose TEXT COLLATE "C" NOT NULL CHECK (purpose IN ('welcome', 'invitation', 'new_password', 'not_me', 'restore_email', 'approve_address', 'set_up_code')),
    account_id TEXT COLLATE "C" REFERENCES accounts (id) ON DELETE CASCADE,
    epoch BIGINT,
    recipient_id TEXT COLLATE "C" REFERENCES accounts (id) ON DELETE CASCADE,
    -- Null where the link is shown to be handed over, and no address counts.
    sent_to TEXT COLLATE "C",
    payload TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
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
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    sealed TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    browser TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    -- Later than created_at if it could not be processed and is retried.
    due_at BIGINT NOT NULL
);
CREATE INDEX password_requests_by_time ON password_requests (due_at);

-- The activity log links its entries in chains, one for each main account and one for events that concern no account.
-- This is where each begins and ends; the row is renewed with every entry, and its proof requires the key.
CREATE TABLE event_chains (
    chain TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    -- The newest entry that is no longer kept, and its digest.
    swept_through BIGINT NOT NULL CHECK (swept_through >= 0),
    horizon TEXT COLLATE "C" NOT NULL,
    -- The newest entry, and its digest.
    last BIGINT NOT NULL CHECK (last >= swept_through),
    digest TEXT COLLATE "C" NOT NULL,
    proof TEXT COLLATE "C" NOT NULL
);

-- No foreign key to an account: an entry outlives it, and so contains its name. The digest covers the entry, its
-- chain and the previous digest.
CREATE TABLE security_events (
    chain TEXT COLLATE "C" NOT NULL REFERENCES event_chains (chain),
    sequence BIGINT NOT NULL CHECK (sequence > 0),
    occurred_at BIGINT NOT NULL,
    account_id TEXT COLLATE "C",
    username TEXT COLLATE "C",
    actor TEXT COLLATE "C" NOT NULL,
    actor_name TEXT COLLATE "C",
    address TEXT COLLATE "C",
    browser TEXT COLLATE "C",
    event TEXT COLLATE "C" NOT NULL,
    reason TEXT COLLATE "C",
    -- Whether someone did it to another's account, or to all accounts of a main account.
    management BOOLEAN NOT NULL,
    digest TEXT COLLATE "C" NOT NULL CHECK (digest <> ''),
    PRIMARY KEY (chain, sequence)
);
CREATE INDEX security_events_by_account ON security_events (account_id, sequence);
CREATE INDEX security_events_by_management ON security_events (chain, management, sequence);
-- Append-only for the program too: an entry is never changed, and is deleted only when its retention ends; a chain is
-- never deleted and never becomes shorter.
CREATE FUNCTION security_events_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.sequence <= COALESCE((SELECT swept_through FROM event_chains WHERE chain = OLD.chain), 0) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the activity log is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER security_events_stay BEFORE UPDATE OR DELETE ON security_events
    FOR EACH ROW EXECUTE FUNCTION security_events_keep();
CREATE TRIGGER security_events_not_at_once BEFORE TRUNCATE ON security_events
    FOR EACH STATEMENT EXECUTE FUNCTION security_events_keep();
CREATE FUNCTION event_chains_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.chain = OLD.chain AND NEW.last >= OLD.last AND NEW.swept_through >= OLD.swept_through THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the activity log is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER event_chains_stay BEFORE UPDATE OR DELETE ON event_chains
    FOR EACH ROW EXECUTE FUNCTION event_chains_keep();
CREATE TRIGGER event_chains_not_at_once BEFORE TRUNCATE ON event_chains
    FOR EACH STATEMENT EXECUTE FUNCTION event_chains_keep();

-- One row, sealed with the key ring that this database belongs to.
CREATE TABLE key_checks (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    sealed TEXT COLLATE "C" NOT NULL
);

-- Which instance runs a background task, and until when by the database's clock.
CREATE TABLE leases (
    task TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    holder TEXT COLLATE "C" NOT NULL,
    until BIGINT NOT NULL
);
