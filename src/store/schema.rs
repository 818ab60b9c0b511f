//! The tables, for both databases. Ids and names are text, times are whole UTC seconds,
//! all made by the application.

diesel::table! {
    accounts (id) {
        id -> Text,
        username -> Text,
        username_key -> Text,
        email -> Text,
        main_account_id -> Nullable<Text>,
        password_hash -> Text,
        password_chosen_at -> Nullable<BigInt>,
        email_changed_at -> Nullable<BigInt>,
        email_proven -> Bool,
        language -> Nullable<Text>,
        language_seen -> Nullable<Text>,
        username_proven -> Bool,
        epoch -> BigInt,
        disabled_at -> Nullable<BigInt>,
        created_at -> BigInt,
        manager -> Bool,
        two_factor_required -> Bool,
        set_up_forced -> Bool,
        protected_once -> Bool,
        password_mailed -> Bool,
        reminded_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    account_listings (account_id) {
        account_id -> Text,
        main_account_id -> Nullable<Text>,
        username_key -> Text,
        kind -> BigInt,
        number_range -> Text,
        sought -> Text,
    }
}

// The main account beside its subaccount.
diesel::alias!(accounts as main_accounts: MainAccounts);

diesel::table! {
    totp_authenticators (id) {
        id -> Text,
        account_id -> Text,
        sealed_key -> Text,
        last_step -> BigInt,
        clock_offset -> Nullable<BigInt>,
        created_at -> BigInt,
        confirmed_at -> Nullable<BigInt>,
        epoch -> BigInt,
        browser -> Text,
        vouches_from -> Nullable<BigInt>,
    }
}

diesel::table! {
    burnt_time_steps (totp_id, step) {
        totp_id -> Text,
        step -> BigInt,
    }
}

diesel::table! {
    sessions (id_digest) {
        id_digest -> Text,
        handle -> Text,
        account_id -> Text,
        epoch -> BigInt,
        state -> Text,
        signed_in_at -> Nullable<BigInt>,
        address -> Nullable<Text>,
        browser -> Nullable<Text>,
        created_at -> BigInt,
        last_used_at -> BigInt,
    }
}

diesel::table! {
    answered_forms (form_digest) {
        form_digest -> Text,
        began_at -> BigInt,
        session_handle -> Nullable<Text>,
        location -> Nullable<Text>,
        sealed_id -> Nullable<Text>,
    }
}

diesel::table! {
    throttles (subject) {
        subject -> Text,
        kind -> Text,
        failures -> BigInt,
        not_before -> BigInt,
        charged_at -> BigInt,
    }
}

diesel::table! {
    security_events (chain, sequence) {
        chain -> Text,
        sequence -> BigInt,
        occurred_at -> BigInt,
        account_id -> Nullable<Text>,
        username -> Nullable<Text>,
        actor -> Text,
        actor_name -> Nullable<Text>,
        address -> Nullable<Text>,
        browser -> Nullable<Text>,
        event -> Text,
        reason -> Nullable<Text>,
        management -> Bool,
        digest -> Text,
    }
}

diesel::table! {
    event_chains (chain) {
        chain -> Text,
        swept_through -> BigInt,
        horizon -> Text,
        last -> BigInt,
        digest -> Text,
        proof -> Text,
    }
}

diesel::table! {
    recovery_codes (account_id, digest) {
        account_id -> Text,
        digest -> Text,
        created_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    outbox (sequence) {
        sequence -> BigInt,
        recipient -> Text,
        language -> Nullable<Text>,
        username -> Text,
        kind -> Text,
        number -> Nullable<BigInt>,
        address -> Nullable<Text>,
        happened_at -> BigInt,
        attempts -> BigInt,
        due_at -> BigInt,
        sealed -> Nullable<Text>,
        belongs_to -> Nullable<Text>,
        by_username -> Nullable<Text>,
        useless_at -> Nullable<BigInt>,
        rank -> BigInt,
        main_account_id -> Text,
        repeats -> BigInt,
    }
}

diesel::table! {
    one_time_links (token_digest) {
        token_digest -> Text,
        purpose -> Text,
        account_id -> Nullable<Text>,
        epoch -> Nullable<BigInt>,
        recipient_id -> Nullable<Text>,
        sent_to -> Nullable<Text>,
        payload -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    password_requests (id) {
        id -> Text,
        sealed -> Text,
        address -> Text,
        browser -> Text,
        created_at -> BigInt,
        due_at -> BigInt,
    }
}

diesel::table! {
    policies (main_account_id) {
        main_account_id -> Text,
        mandatory_from -> Nullable<BigInt>,
        mandatory_text -> Text,
        first_sign_in -> Text,
        email_codes -> Bool,
        language -> Nullable<Text>,
    }
}

diesel::table! {
    allow_lists (account_id, scope) {
        account_id -> Text,
        scope -> Text,
        networks -> Text,
    }
}

diesel::table! {
    approved_addresses (account_id, scope, address) {
        account_id -> Text,
        scope -> Text,
        address -> Text,
        approved_at -> BigInt,
    }
}

diesel::table! {
    mandatory_reminders (account_id, mandatory_from, days_before) {
        account_id -> Text,
        mandatory_from -> BigInt,
        days_before -> BigInt,
    }
}

diesel::table! {
    phone_numbers (account_id) {
        account_id -> Text,
        number -> Text,
        proven_at -> Nullable<BigInt>,
        created_at -> BigInt,
    }
}

diesel::table! {
    out_of_band_codes (challenge) {
        challenge -> Text,
        account_id -> Text,
        purpose -> Text,
        destination -> Text,
        digest -> Text,
        sealed -> Text,
        guesses -> BigInt,
        created_at -> BigInt,
        expires_at -> BigInt,
        spent_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    code_deliveries (sequence) {
        sequence -> BigInt,
        account_id -> Text,
        main_account_id -> Text,
        challenge -> Text,
        channel -> Text,
        masked -> Text,
        language -> Nullable<Text>,
        network -> Text,
        hook_digest -> Text,
        status -> Text,
        counted -> Bool,
        created_at -> BigInt,
    }
}

diesel::table! {
    send_counters (sending, cap, subject) {
        sending -> Text,
        cap -> Text,
        subject -> Text,
        began_at -> BigInt,
        sent -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    accounts,
    allow_lists,
    policies,
    recovery_codes,
    account_listings,
    burnt_time_steps,
    one_time_links,
    approved_addresses,
    totp_authenticators,
    phone_numbers,
    code_deliveries,
    mandatory_reminders,
    security_events,
    event_chains,
    sessions,
    out_of_band_codes,
);

diesel::table! {
    key_checks (name) {
        name -> Text,
        sealed -> Text,
    }
}

diesel::table! {
    leases (task) {
        task -> Text,
        holder -> Text,
        until -> BigInt,
    }
}
