//! Every path of this server, once. Templates contain the paths that a page links to, and a test compares the
//! templates with this list.

/// Redirects to your own account.
pub const ROOT: &str = "/";

// For machines and browsers' caches.
pub const HEALTHZ: &str = "/healthz";
pub const READYZ: &str = "/readyz";
/// The one stylesheet.
pub const STYLESHEET: &str = "/static/vestibule.css";
/// The icon.
pub const ICON: &str = "/static/favicon.svg";
/// The operator's logo, if there is one.
pub const LOGO: &str = "/static/logo";

// For the provider of SMS and calls, which `flows::send_code` gives them to.
/// Where all of them are.
pub const HOOKS: &str = "/hooks/twilio";
pub const HOOK_VOICE: &str = "/hooks/twilio/voice/{random}";
pub const HOOK_STATUS: &str = "/hooks/twilio/status/{random}";

// Anyone.
pub const HELP: &str = "/help";
pub const LOGOUT: &str = "/logout";
pub const LANGUAGE: &str = "/language";
pub const FORGOTTEN_PASSWORD: &str = "/forgotten-password";
/// After a link was requested.
pub const FORGOTTEN_PASSWORD_SENT: &str = "/forgotten-password?sent";

// One-time links.
pub const WELCOME: &str = "/welcome/{token}";
pub const INVITATION: &str = "/invitation/{token}";
pub const NEW_PASSWORD: &str = "/new-password/{token}";
pub const NOT_ME: &str = "/not-me/{token}";
pub const RESTORE_EMAIL: &str = "/restore-email/{token}";
pub const APPROVE_ADDRESS: &str = "/approve-address/{token}";

// Signing in.
pub const LOGIN: &str = "/login";
/// Known to browsers and password managers.
pub const CHANGE_PASSWORD: &str = "/.well-known/change-password";
/// For a person whose session was ended.
pub const LOGIN_ENDED: &str = "/login?ended";
pub const LOGIN_SIGNED_OUT: &str = "/login?signed-out";
pub const LOGIN_PASSWORD_SET: &str = "/login?password-set";
pub const LOGIN_CODE: &str = "/login/code";
pub const LOGIN_RECOVERY: &str = "/login/recovery";
pub const LOGIN_BACKUP: &str = "/login/backup";
pub const LOGIN_BACKUP_SEND: &str = "/login/backup/send";
pub const LOGIN_EMAIL: &str = "/login/email";
pub const LOGIN_EMAIL_SEND: &str = "/login/email/send";
pub const LOGIN_SETUP_CODE: &str = "/login/setup-code";
pub const LOGIN_SETUP: &str = "/login/setup";
pub const LOGIN_SETUP_RESTART: &str = "/login/setup/restart";
pub const LOGIN_RECOVERY_CODES: &str = "/login/recovery-codes";

// Your own account.
pub const ACCOUNT: &str = "/account";
pub const ACCOUNT_DETAILS: &str = "/account/details";
pub const ACCOUNT_PHONE: &str = "/account/phone";
pub const ACCOUNT_PHONE_SEND: &str = "/account/phone/send";
pub const ACCOUNT_EMAIL: &str = "/account/email";
pub const ACCOUNT_EMAIL_SEND: &str = "/account/email/send";
pub const ACCOUNT_EMAIL_KEEP: &str = "/account/email/keep";
pub const ACCOUNT_PASSWORD: &str = "/account/password";
pub const ACCOUNT_ACTIVITY: &str = "/account/activity";
pub const ACCOUNT_ACTIVITY_CSV: &str = "/account/activity.csv";
pub const ACCOUNT_SESSIONS: &str = "/account/sessions";
pub const ACCOUNT_SESSIONS_END_OTHERS: &str = "/account/sessions/end-others";
pub const ACCOUNT_CONFIRM: &str = "/account/confirm";
pub const ACCOUNT_RECOVERED: &str = "/account/recovered";
pub const ACCOUNT_RECOVERED_DISABLE: &str = "/account/recovered/disable";
pub const ACCOUNT_SECURITY: &str = "/account/security";
pub const ACCOUNT_SECURITY_MANAGE: &str = "/account/security/manage";
/// The form that turns 2FA off.
pub const ACCOUNT_SECURITY_MANAGE_DISABLE: &str = "/account/security/manage#disable";
pub const ACCOUNT_SECURITY_DISABLE: &str = "/account/security/disable";
pub const ACCOUNT_SECURITY_REGENERATE: &str = "/account/security/regenerate";
pub const ACCOUNT_SECURITY_RECOVERY_CODES: &str = "/account/security/recovery-codes";
pub const ACCOUNT_SECURITY_RECOVERY_CODES_DOWNLOAD: &str = "/account/security/recovery-codes/download";
pub const ACCOUNT_SECURITY_RECOVERY_CODES_PRINT: &str = "/account/security/recovery-codes/print";
pub const ACCOUNT_SECURITY_AUTHENTICATOR: &str = "/account/security/authenticator";
pub const ACCOUNT_SECURITY_AUTHENTICATOR_PROVE: &str = "/account/security/authenticator/prove";
pub const ACCOUNT_SECURITY_AUTHENTICATOR_RESTART: &str = "/account/security/authenticator/restart";
pub const ACCOUNT_SECURITY_IP: &str = "/account/security/ip";
pub const ACCOUNT_SECURITY_IP_REVOKE: &str = "/account/security/ip/revoke";
pub const ACCOUNT_SECURITY_IP_FORGET: &str = "/account/security/ip/forget";

// The accounts of a main account.
pub const SUBACCOUNTS: &str = "/subaccounts";
pub const SUBACCOUNTS_CSV: &str = "/subaccounts.csv";
pub const SUBACCOUNTS_REMIND: &str = "/subaccounts/remind";
pub const SUBACCOUNTS_ACTIVITY: &str = "/subaccounts/activity";
pub const SUBACCOUNTS_ACTIVITY_CSV: &str = "/subaccounts/activity.csv";
pub const SUBACCOUNTS_NEW: &str = "/subaccounts/new";
pub const SUBACCOUNTS_SENT_CODES: &str = "/subaccounts/sent-codes";
pub const SUBACCOUNT: &str = "/subaccounts/{id}";
pub const SUBACCOUNT_ACTIVITY: &str = "/subaccounts/{id}/activity";
pub const SUBACCOUNT_ACTIVITY_CSV: &str = "/subaccounts/{id}/activity.csv";
pub const SUBACCOUNT_SESSIONS: &str = "/subaccounts/{id}/sessions";
pub const SUBACCOUNT_SESSIONS_END_ALL: &str = "/subaccounts/{id}/sessions/end-all";
pub const SUBACCOUNT_SESSIONS_REVOKE: &str = "/subaccounts/{id}/sessions/revoke";
pub const SUBACCOUNT_SESSIONS_REVOKE_ALL: &str = "/subaccounts/{id}/sessions/revoke-all";
pub const SUBACCOUNT_INVITE: &str = "/subaccounts/{id}/invite";
pub const SUBACCOUNT_UNLOCK: &str = "/subaccounts/{id}/unlock";
pub const SUBACCOUNT_NEW_PASSWORD: &str = "/subaccounts/{id}/new-password";
pub const SUBACCOUNT_RESET: &str = "/subaccounts/{id}/reset";
pub const SUBACCOUNT_DISABLE: &str = "/subaccounts/{id}/disable";
pub const SUBACCOUNT_ENABLE: &str = "/subaccounts/{id}/enable";
pub const SUBACCOUNT_DELETE: &str = "/subaccounts/{id}/delete";
pub const POLICY: &str = "/policy";
pub const POLICY_APPROVALS: &str = "/policy/approvals";
pub const POLICY_APPROVALS_REVOKE_ALL: &str = "/policy/approvals/revoke-all";

/// No release build has it.
#[cfg(debug_assertions)]
pub const STYLEGUIDE: &str = "/styleguide";

/// Paths that only a button is sent to, each with the page that has the button. A form that is sent to its own page is
/// not among them. `None` for the buttons of every page.
const BUTTONS: [(&str, Option<&str>); 28] = [
    (LOGOUT, None),
    (LANGUAGE, None),
    (LOGIN_BACKUP_SEND, Some(LOGIN_BACKUP)),
    (LOGIN_EMAIL_SEND, Some(LOGIN_EMAIL)),
    (LOGIN_SETUP_RESTART, Some(LOGIN_SETUP)),
    (ACCOUNT_PHONE_SEND, Some(ACCOUNT_PHONE)),
    (ACCOUNT_EMAIL_SEND, Some(ACCOUNT_EMAIL)),
    (ACCOUNT_EMAIL_KEEP, Some(ACCOUNT_EMAIL)),
    (ACCOUNT_SESSIONS_END_OTHERS, Some(ACCOUNT_SESSIONS)),
    (ACCOUNT_RECOVERED_DISABLE, Some(ACCOUNT_RECOVERED)),
    (ACCOUNT_SECURITY_DISABLE, Some(ACCOUNT_SECURITY_MANAGE)),
    (ACCOUNT_SECURITY_REGENERATE, Some(ACCOUNT_SECURITY_MANAGE)),
    (
        ACCOUNT_SECURITY_AUTHENTICATOR_PROVE,
        Some(ACCOUNT_SECURITY_AUTHENTICATOR),
    ),
    (
        ACCOUNT_SECURITY_AUTHENTICATOR_RESTART,
        Some(ACCOUNT_SECURITY_AUTHENTICATOR),
    ),
    (ACCOUNT_SECURITY_IP_REVOKE, Some(ACCOUNT_SECURITY_IP)),
    (ACCOUNT_SECURITY_IP_FORGET, Some(ACCOUNT_SECURITY_IP)),
    (POLICY_APPROVALS_REVOKE_ALL, Some(POLICY_APPROVALS)),
    (SUBACCOUNTS_REMIND, Some(SUBACCOUNTS)),
    (SUBACCOUNT_INVITE, Some(SUBACCOUNT)),
    (SUBACCOUNT_UNLOCK, Some(SUBACCOUNT)),
    (SUBACCOUNT_NEW_PASSWORD, Some(SUBACCOUNT)),
    (SUBACCOUNT_RESET, Some(SUBACCOUNT)),
    (SUBACCOUNT_DISABLE, Some(SUBACCOUNT)),
    (SUBACCOUNT_ENABLE, Some(SUBACCOUNT)),
    (SUBACCOUNT_DELETE, Some(SUBACCOUNT)),
    (SUBACCOUNT_SESSIONS_END_ALL, Some(SUBACCOUNT_SESSIONS)),
    (SUBACCOUNT_SESSIONS_REVOKE, Some(SUBACCOUNT_SESSIONS)),
    (SUBACCOUNT_SESSIONS_REVOKE_ALL, Some(SUBACCOUNT_SESSIONS)),
];

/// The page of a path: a browser returns with a GET, to which no button responds. `None` for the buttons of every page.
pub fn page_of(path: &str) -> Option<&str> {
    let mut buttons = BUTTONS.iter();
    let button = buttons.find(|(button, _)| *button == path);
    button.map_or(Some(path), |(_, page)| *page)
}

/// A path with its id or token in place of `{…}`.
pub fn filled(path: &str, with: &str) -> String {
    match (path.find('{'), path.find('}')) {
        (Some(open), Some(close)) => [&path[..open], with, &path[close + 1..]].concat(),
        _ => path.to_owned(),
    }
}

/// Whether a path is a step of the sign-in, after the password.
pub fn is_step_of_sign_in(path: &str) -> bool {
    path.strip_prefix(LOGIN).is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn an_id_takes_the_place_of_its_name() {
        assert_eq!(
            filled(SUBACCOUNT_SESSIONS_REVOKE, "a1"),
            "/subaccounts/a1/sessions/revoke"
        );
        assert_eq!(filled(ACCOUNT, "a1"), ACCOUNT);
    }

    /// The names of the constants that follow `before` in a source file.
    fn names<'a>(source: &'a str, before: &'a str) -> BTreeSet<&'a str> {
        let parts = source.split(before).skip(1).map(str::trim_start);
        parts
            .filter_map(|part| part.split(|c: char| !c.is_ascii_uppercase() && c != '_').next())
            .filter(|name| !name.is_empty())
            .collect()
    }

    #[test]
    fn every_button_has_a_page_to_return_to() {
        let (_, list) = include_str!("paths.rs").split_once("const BUTTONS").unwrap();
        let (list, _) = list.split_once("];").unwrap();
        let list = list.split_whitespace().collect::<String>().replace("=[", ",");
        let routes: String = include_str!("routes.rs").split_whitespace().collect();
        assert_eq!(names(&list, ",("), names(&routes, "post(paths::"));
        assert_eq!(names(&list, ",(").len(), BUTTONS.len());
    }

    #[test]
    fn a_button_and_its_page_are_about_the_same_account() {
        for (button, page) in BUTTONS {
            let page = page.unwrap_or(button);
            assert_eq!(button.contains("{id}"), page.contains("{id}"), "{button}");
            assert_eq!(page_of(page).unwrap_or(page), page, "{page} is a button itself");
        }
    }
}
