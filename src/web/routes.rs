//! The whole URL table, grouped by who may enter. The guard itself stands in each
//! handler's signature.

use actix_web::{
    FromRequest, Handler, HttpResponse, Resource, Responder, guard,
    http::{Method, header::Allow},
    middleware::from_fn,
    web::{self, PayloadConfig, ServiceConfig},
};

use super::{
    assets,
    error::Error,
    form, hooks,
    page::{Answer, see_other},
    pages::{
        account, approve_address, assets as files, choose_password, forgotten_password, health, help, login,
        logout, not_me, policy, subaccounts, welcome,
    },
    session,
};

/// Mounts everything. The session is around the pages alone: what needs none must not fail with
/// the store.
pub fn mount(config: &mut ServiceConfig) {
    config
        .app_data(PayloadConfig::new(form::LARGEST))
        // For machines and browsers' caches.
        .service(get("/healthz", health::healthz))
        .service(get("/readyz", health::readyz))
        .service(get(assets::STYLESHEET, files::stylesheet))
        .service(get(assets::ICON, files::icon))
        .service(get(assets::LOGO, files::logo))
        // For the provider of SMS and calls.
        .service(post("/hooks/twilio/voice/{random}", hooks::voice).wrap(from_fn(form::arrive)))
        .service(post("/hooks/twilio/status/{random}", hooks::status).wrap(from_fn(form::arrive)))
        .service(
            web::scope("")
                .wrap(from_fn(session::around))
                .wrap(from_fn(form::arrive))
                // Anyone.
                .service(get("/", home))
                .service(get("/help", help::show))
                .service(post("/logout", logout::submit))
                .service(form("/welcome/{token}", welcome::show, welcome::submit))
                .service(form(
                    "/invitation/{token}",
                    choose_password::show_invitation,
                    choose_password::accept_invitation,
                ))
                .service(form(
                    "/forgotten-password",
                    forgotten_password::show,
                    forgotten_password::submit,
                ))
                .service(form(
                    "/new-password/{token}",
                    choose_password::show_new_password,
                    choose_password::set_new_password,
                ))
                .service(form("/not-me/{token}", not_me::show, not_me::submit))
                .service(form(
                    "/approve-address/{token}",
                    approve_address::show,
                    approve_address::submit,
                ))
                // Guests.
                .service(form("/login", login::password::show, login::password::submit))
                // Challenged.
                .service(form("/login/code", login::code::show, login::code::submit))
                .service(form(
                    "/login/recovery",
                    login::recovery::show,
                    login::recovery::submit,
                ))
                .service(form("/login/backup", login::backup::show, login::backup::submit))
                .service(post("/login/backup/send", login::backup::send))
                .service(form("/login/email", login::email::show, login::email::submit))
                .service(post("/login/email/send", login::email::send))
                // Must set up a second factor first.
                .service(form(
                    "/login/setup-code",
                    login::setup_code::show,
                    login::setup_code::submit,
                ))
                .service(form("/login/setup", login::setup::show, login::setup::submit))
                .service(post("/login/setup/restart", login::setup::restart))
                .configure(account)
                .configure(of_a_main_account)
                .configure(for_developers)
                .default_service(web::to(nothing_here)),
        );
}

/// The pages of one's own account.
fn account(config: &mut ServiceConfig) {
    config
        // Signed in.
        .service(get("/login/recovery-codes", login::recovery_codes::show))
        .service(get("/account", account::overview::show))
        .service(form(
            "/account/details",
            account::details::show,
            account::details::submit,
        ))
        .service(form(
            "/account/phone",
            account::phone::show,
            account::phone::submit,
        ))
        .service(post("/account/phone/send", account::phone::send))
        .service(get("/account/security", account::security::show))
        .service(form(
            "/account/password",
            account::password::show,
            account::password::submit,
        ))
        .service(get("/account/activity", account::activity::show))
        .service(get("/account/activity.csv", account::activity::file))
        .service(form(
            "/account/sessions",
            account::sessions::show,
            account::sessions::end,
        ))
        .service(post(
            "/account/sessions/end-others",
            account::sessions::end_others,
        ))
        .service(form(
            "/account/confirm",
            account::confirm::show,
            account::confirm::submit,
        ))
        .service(post("/account/security/disable", account::manage::disable))
        .service(post("/account/security/regenerate", account::manage::regenerate))
        .service(form(
            "/account/security/recovery-codes",
            account::recovery_codes::show,
            account::recovery_codes::saved,
        ))
        .service(get(
            "/account/security/recovery-codes/download",
            account::recovery_codes::download,
        ))
        .service(get(
            "/account/security/recovery-codes/print",
            account::recovery_codes::print,
        ))
        .service(get("/account/recovered", account::recovered::show))
        .service(post("/account/recovered/disable", account::recovered::disable))
        // Recently verified.
        .service(form(
            "/account/security/authenticator",
            account::authenticator::show,
            account::authenticator::submit,
        ))
        .service(post(
            "/account/security/authenticator/prove",
            account::authenticator::prove,
        ))
        .service(post(
            "/account/security/authenticator/restart",
            account::authenticator::restart,
        ))
        .service(get("/account/security/manage", account::manage::show))
        .service(form(
            "/account/security/ip",
            account::addresses::show,
            account::addresses::submit,
        ))
        .service(post("/account/security/ip/forget", account::addresses::forget));
}

/// The pages by which a main account and its managers run their people.
fn of_a_main_account(config: &mut ServiceConfig) {
    config
        // Managers.
        .service(get("/subaccounts", subaccounts::list::show))
        .service(get("/subaccounts.csv", subaccounts::list::file))
        .service(post("/subaccounts/remind", subaccounts::list::remind))
        .service(get("/subaccounts/activity", subaccounts::managers::show))
        .service(get("/subaccounts/activity.csv", subaccounts::managers::file))
        .service(get("/subaccounts/{id}/activity", subaccounts::activity::show))
        .service(get("/subaccounts/{id}/activity.csv", subaccounts::activity::file))
        .service(post("/subaccounts/{id}/reset", subaccounts::change::reset))
        // Managers, recently verified.
        .service(form(
            "/subaccounts/new",
            subaccounts::new::show,
            subaccounts::new::submit,
        ))
        .service(get("/subaccounts/sent-codes", subaccounts::sent_codes::show))
        // Main accounts.
        .service(form("/policy", policy::show, policy::submit))
        .service(form(
            "/subaccounts/{id}",
            subaccounts::change::show,
            subaccounts::change::submit,
        ))
        .service(form(
            "/subaccounts/{id}/sessions",
            subaccounts::sessions::show,
            subaccounts::sessions::end,
        ))
        .service(post(
            "/subaccounts/{id}/sessions/end-all",
            subaccounts::sessions::end_all,
        ))
        .service(post("/subaccounts/{id}/invite", subaccounts::change::invite))
        .service(post("/subaccounts/{id}/unlock", subaccounts::change::unlock))
        .service(post(
            "/subaccounts/{id}/new-password",
            subaccounts::change::new_password,
        ))
        .service(post("/subaccounts/{id}/disable", subaccounts::change::disable))
        .service(post("/subaccounts/{id}/enable", subaccounts::change::enable))
        .service(post("/subaccounts/{id}/delete", subaccounts::change::delete));
}

/// What no release build has (ASVS 15.2.3).
#[cfg(debug_assertions)]
fn for_developers(config: &mut ServiceConfig) {
    config.service(get("/styleguide", super::pages::styleguide::show));
}

#[cfg(not(debug_assertions))]
const fn for_developers(_: &mut ServiceConfig) {}

async fn home() -> Answer {
    see_other("/account")
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

/// 405 before anything else is looked at.
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
