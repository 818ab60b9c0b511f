//! The whole URL table, grouped by access. The guard itself is in each handler's signature.

use actix_web::{
    FromRequest, Handler, HttpResponse, Resource, Responder, guard,
    http::{
        Method,
        header::{self, Allow},
    },
    middleware::from_fn,
    web::{self, PayloadConfig, ServiceConfig},
};

use super::{
    admission,
    error::Error,
    hooks,
    page::{Answer, see_other},
    pages::{
        account, approve_address, assets as files, choose_password, forgotten_password, health, help,
        language, login, logout, not_me, policy, policy_approvals, restore_email, subaccounts, welcome,
    },
    paths, session, submission,
};

/// Mounts everything. Only the pages are wrapped by the session: the rest must not fail with the store.
pub fn mount(config: &mut ServiceConfig) {
    config
        .app_data(PayloadConfig::new(submission::LARGEST))
        // For machines and browsers' caches.
        .service(get(paths::HEALTHZ, health::healthz))
        .service(get(paths::READYZ, health::readyz))
        .service(get(paths::STYLESHEET, files::stylesheet))
        .service(get(paths::ICON, files::icon))
        .service(get(paths::LOGO, files::logo))
        .service(
            // For the provider of SMS and calls.
            web::scope(paths::HOOKS)
                .wrap(from_fn(submission::arrive))
                .service(post(under(paths::HOOKS, paths::HOOK_VOICE), hooks::voice))
                .service(post(under(paths::HOOKS, paths::HOOK_STATUS), hooks::status)),
        )
        .service(
            web::scope("")
                .wrap(from_fn(session::around))
                .wrap(from_fn(admission::around))
                .wrap(from_fn(submission::arrive))
                // Anyone.
                .service(get(paths::ROOT, home))
                .service(get(paths::HELP, help::show))
                .service(get(paths::CHANGE_PASSWORD, change_password))
                .service(post(paths::LOGOUT, logout::submit))
                .service(post(paths::LANGUAGE, language::submit))
                .service(form(
                    paths::FORGOTTEN_PASSWORD,
                    forgotten_password::show,
                    forgotten_password::submit,
                ))
                // Guests.
                .service(form(paths::LOGIN, login::password::show, login::password::submit))
                // Challenged.
                .service(form(paths::LOGIN_CODE, login::code::show, login::code::submit))
                .service(form(
                    paths::LOGIN_RECOVERY,
                    login::recovery::show,
                    login::recovery::submit,
                ))
                .service(form(
                    paths::LOGIN_BACKUP,
                    login::backup::show,
                    login::backup::submit,
                ))
                .service(post(paths::LOGIN_BACKUP_SEND, login::backup::send))
                .service(form(paths::LOGIN_EMAIL, login::email::show, login::email::submit))
                .service(post(paths::LOGIN_EMAIL_SEND, login::email::send))
                // Must set up a second factor first.
                .service(form(
                    paths::LOGIN_SETUP_CODE,
                    login::setup_code::show,
                    login::setup_code::submit,
                ))
                .service(form(paths::LOGIN_SETUP, login::setup::show, login::setup::submit))
                .service(post(paths::LOGIN_SETUP_RESTART, login::setup::restart))
                .configure(account)
                .configure(of_a_main_account)
                .configure(for_developers)
                // The router goes through this list from its top, and a path with a variable part is a regular
                // expression: each is tried for all paths that come after it.
                .configure(links)
                .configure(of_one_subaccount)
                .default_service(web::to(nothing_here)),
        );
}

/// The pages of your own account.
fn account(config: &mut ServiceConfig) {
    config
        // Signed in.
        .service(get(paths::LOGIN_RECOVERY_CODES, login::recovery_codes::show))
        .service(get(paths::ACCOUNT, account::overview::show))
        .service(form(
            paths::ACCOUNT_DETAILS,
            account::details::show,
            account::details::submit,
        ))
        .service(form(
            paths::ACCOUNT_PHONE,
            account::phone::show,
            account::phone::submit,
        ))
        .service(post(paths::ACCOUNT_PHONE_SEND, account::phone::send))
        .service(form(
            paths::ACCOUNT_EMAIL,
            account::email::show,
            account::email::submit,
        ))
        .service(post(paths::ACCOUNT_EMAIL_SEND, account::email::send))
        .service(post(paths::ACCOUNT_EMAIL_KEEP, account::email::keep))
        .service(get(paths::ACCOUNT_SECURITY, account::security::show))
        .service(form(
            paths::ACCOUNT_PASSWORD,
            account::password::show,
            account::password::submit,
        ))
        .service(get(paths::ACCOUNT_ACTIVITY, account::activity::show))
        .service(get(paths::ACCOUNT_ACTIVITY_CSV, account::activity::file))
        .service(form(
            paths::ACCOUNT_SESSIONS,
            account::sessions::show,
            account::sessions::end,
        ))
        .service(post(
            paths::ACCOUNT_SESSIONS_END_OTHERS,
            account::sessions::end_others,
        ))
        .service(form(
            paths::ACCOUNT_CONFIRM,
            account::confirm::show,
            account::confirm::submit,
        ))
        .service(post(paths::ACCOUNT_SECURITY_DISABLE, account::manage::disable))
        .service(post(
            paths::ACCOUNT_SECURITY_REGENERATE,
            account::manage::regenerate,
        ))
        .service(form(
            paths::ACCOUNT_SECURITY_RECOVERY_CODES,
            account::recovery_codes::show,
            account::recovery_codes::saved,
        ))
        .service(get(
            paths::ACCOUNT_SECURITY_RECOVERY_CODES_DOWNLOAD,
            account::recovery_codes::download,
        ))
        .service(get(
            paths::ACCOUNT_SECURITY_RECOVERY_CODES_PRINT,
            account::recovery_codes::print,
        ))
        .service(get(paths::ACCOUNT_RECOVERED, account::recovered::show))
        .service(post(
            paths::ACCOUNT_RECOVERED_DISABLE,
            account::recovered::disable,
        ))
        // Recently verified.
        .service(form(
            paths::ACCOUNT_SECURITY_AUTHENTICATOR,
            account::authenticator::show,
            account::authenticator::submit,
        ))
        .service(post(
            paths::ACCOUNT_SECURITY_AUTHENTICATOR_PROVE,
            account::authenticator::prove,
        ))
        .service(post(
            paths::ACCOUNT_SECURITY_AUTHENTICATOR_RESTART,
            account::authenticator::restart,
        ))
        .service(get(paths::ACCOUNT_SECURITY_MANAGE, account::manage::show))
        .service(form(
            paths::ACCOUNT_SECURITY_IP,
            account::addresses::show,
            account::addresses::submit,
        ))
        .service(post(
            paths::ACCOUNT_SECURITY_IP_REVOKE,
            account::approvals::revoke_one,
        ))
        .service(post(
            paths::ACCOUNT_SECURITY_IP_FORGET,
            account::approvals::forget,
        ));
}

/// The pages with which a main account and its managers manage its subaccounts.
fn of_a_main_account(config: &mut ServiceConfig) {
    config
        // Managers.
        .service(get(paths::SUBACCOUNTS, subaccounts::list::show))
        .service(get(paths::SUBACCOUNTS_CSV, subaccounts::list::file))
        .service(post(paths::SUBACCOUNTS_REMIND, subaccounts::list::remind))
        .service(get(paths::SUBACCOUNTS_ACTIVITY, subaccounts::managers::show))
        .service(get(paths::SUBACCOUNTS_ACTIVITY_CSV, subaccounts::managers::file))
        // Managers, recently verified.
        .service(form(
            paths::SUBACCOUNTS_NEW,
            subaccounts::new::show,
            subaccounts::new::submit,
        ))
        .service(get(paths::SUBACCOUNTS_SENT_CODES, subaccounts::sent_codes::show))
        // Main accounts.
        .service(form(paths::POLICY, policy::show, policy::submit))
        .service(form(
            paths::POLICY_APPROVALS,
            policy_approvals::show,
            policy_approvals::revoke,
        ))
        .service(post(
            paths::POLICY_APPROVALS_REVOKE_ALL,
            policy_approvals::revoke_all,
        ));
}

/// What no release build has (ASVS 15.2.3).
#[cfg(debug_assertions)]
fn for_developers(config: &mut ServiceConfig) {
    config.service(get(paths::STYLEGUIDE, super::pages::styleguide::show));
}

#[cfg(not(debug_assertions))]
const fn for_developers(_: &mut ServiceConfig) {}

async fn home() -> Answer {
    see_other(paths::ACCOUNT)
}

/// Where password managers find the page that changes a password (W3C, "A well-known URL for changing passwords").
async fn change_password() -> Answer {
    Ok(HttpResponse::Found()
        .insert_header((header::LOCATION, paths::ACCOUNT_PASSWORD))
        .finish())
}

async fn nothing_here() -> Answer {
    Err(Error::NotFound)
}

/// A page.
fn get<H, A>(path: &str, show: H) -> Resource
where
    H: Handler<A>,
    A: FromRequest + 'static,
    H::Output: Responder + 'static,
{
    web::resource(path)
        .route(
            web::route()
                .guard(guard::Any(guard::Get()).or(guard::Head()))
                .to(show),
        )
        .default_service(allow_only(&[Method::GET, Method::HEAD]))
}

/// A button.
fn post<H, A>(path: &str, submit: H) -> Resource
where
    H: Handler<A>,
    A: FromRequest + 'static,
    H::Output: Responder + 'static,
{
    web::resource(path)
        .route(web::post().to(submit))
        .default_service(allow_only(&[Method::POST]))
}

/// A page with a form.
fn form<S, A, P, B>(path: &str, show: S, submit: P) -> Resource
where
    S: Handler<A>,
    A: FromRequest + 'static,
    S::Output: Responder + 'static,
    P: Handler<B>,
    B: FromRequest + 'static,
    P::Output: Responder + 'static,
{
    get(path, show)
        .route(web::post().to(submit))
        .default_service(allow_only(&[Method::GET, Method::HEAD, Method::POST]))
}

/// 405 before anything else is checked.
fn allow_only(methods: &[Method]) -> actix_web::Route {
    let methods = methods.to_vec();
    web::route().to(move || {
        let methods = methods.clone();
        async move {
            HttpResponse::MethodNotAllowed()
                .insert_header(Allow(methods))
                .finish()
        }
    })
}

/// A path as a pattern within a scope.
fn under(scope: &str, path: &'static str) -> &'static str {
    path.strip_prefix(scope).unwrap_or(path)
}

/// Pages behind a mailed link.
fn links(config: &mut ServiceConfig) {
    config
        .service(form(paths::WELCOME, welcome::show, welcome::submit))
        .service(form(
            paths::INVITATION,
            choose_password::show_invitation,
            choose_password::accept_invitation,
        ))
        .service(form(
            paths::NEW_PASSWORD,
            choose_password::show_new_password,
            choose_password::set_new_password,
        ))
        .service(form(paths::NOT_ME, not_me::show, not_me::submit))
        .service(form(
            paths::RESTORE_EMAIL,
            restore_email::show,
            restore_email::submit,
        ))
        .service(form(
            paths::APPROVE_ADDRESS,
            approve_address::show,
            approve_address::submit,
        ));
}

/// The pages of one subaccount.
fn of_one_subaccount(config: &mut ServiceConfig) {
    config
        .service(get(paths::SUBACCOUNT_ACTIVITY, subaccounts::activity::show))
        .service(get(paths::SUBACCOUNT_ACTIVITY_CSV, subaccounts::activity::file))
        .service(post(paths::SUBACCOUNT_RESET, subaccounts::second_factor::reset))
        .service(form(
            paths::SUBACCOUNT,
            subaccounts::change::show,
            subaccounts::details::submit,
        ))
        .service(form(
            paths::SUBACCOUNT_SESSIONS,
            subaccounts::sessions::show,
            subaccounts::sessions::end,
        ))
        .service(post(
            paths::SUBACCOUNT_SESSIONS_END_ALL,
            subaccounts::sessions::end_all,
        ))
        .service(post(
            paths::SUBACCOUNT_SESSIONS_REVOKE,
            subaccounts::approvals::revoke_one,
        ))
        .service(post(
            paths::SUBACCOUNT_SESSIONS_REVOKE_ALL,
            subaccounts::approvals::revoke_all,
        ))
        .service(post(paths::SUBACCOUNT_INVITE, subaccounts::invitation::renew))
        .service(post(paths::SUBACCOUNT_UNLOCK, subaccounts::access::unlock))
        .service(post(
            paths::SUBACCOUNT_NEW_PASSWORD,
            subaccounts::password_link::make,
        ))
        .service(post(paths::SUBACCOUNT_DISABLE, subaccounts::access::disable))
        .service(post(paths::SUBACCOUNT_ENABLE, subaccounts::access::enable))
        .service(post(paths::SUBACCOUNT_DELETE, subaccounts::access::delete));
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    #[test]
    fn paths_with_a_part_that_varies_come_last() {
        let paths: HashMap<&str, &str> = include_str!("paths.rs")
            .lines()
            .filter_map(|line| line.strip_prefix("pub const ")?.split_once(": &str = "))
            .collect();
        let (_, pages) = include_str!("routes.rs").split_once("web::scope(\"\")").unwrap();
        let (pages, _) = pages.split_once("mod tests").unwrap();
        // In the order of this file, which is that of `mount`.
        let varies: Vec<bool> = pages
            .split("paths::")
            .filter_map(|rest| paths.get(rest.split(|c: char| !c.is_ascii_uppercase() && c != '_').next()?))
            .map(|path| path.contains('{'))
            .collect();
        assert!(varies.len() > 50, "{} pages", varies.len());
        assert!(varies.is_sorted(), "{varies:?}");
    }
}
