//! `/account/security/ip`: the addresses that one may sign in from.

use std::net::IpAddr;

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        allow_list::AllowList,
        authenticator::totp::Code,
        client::Client,
        session::{Change, Lack},
    },
    flows::{
        allow_list::{self, Lists},
        reauthenticate,
    },
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::RecentlyVerified,
        page::{Answer, Page, see_other},
        pages::Refused,
        session,
    },
};

const HERE: &str = "/account/security/ip";
const FIELDS: [Field; 2] = [Field::ALLOWED_ADDRESSES, Field::CODE];

#[derive(Template)]
#[template(path = "pages/account/addresses.html")]
struct AddressesPage {
    frame: Frame,
    form: FormState,
    /// Where one is now.
    here: String,
    /// Whether there is a list.
    on: bool,
    used: Vec<String>,
    approved: Vec<String>,
    asks_code: bool,
}

async fn answer(
    page: &Page,
    guard: &RecentlyVerified,
    here: IpAddr,
    form: Option<FormState>,
    status: StatusCode,
    wait: Option<i64>,
) -> Answer {
    let Lists { own, approved, used } = allow_list::own(&page.services, &guard.0.account.id).await?;
    let on = !own.is_empty();
    let filled = || {
        let list = if on { own.to_string() } else { here.to_string() };
        FormState::blank().filled("allowed_addresses", list)
    };
    let here = here.to_string();
    let view = AddressesPage {
        frame: page.frame_with_notice(&guard.0.account)?,
        form: form.unwrap_or_else(filled),
        on,
        used: used.into_iter().filter(|address| *address != here).collect(),
        here,
        approved,
        asks_code: reauthenticate::lacks(&page.services, &guard.0.state, Change::Addresses).await?
            == Some(Lack::Code),
    };
    page.show_after(status, wait, &view)
}

/// `GET /account/security/ip`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: RecentlyVerified, page: Page, client: Client) -> Answer {
    answer(&page, &guard, client.address, None, StatusCode::OK, None).await
}

/// `POST /account/security/ip`: "Save".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: RecentlyVerified, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => {
            return answer(
                &page,
                &guard,
                client.address,
                Some(unreadable.form),
                unreadable.status,
                None,
            )
            .await;
        }
    };
    let invalid = StatusCode::UNPROCESSABLE_ENTITY;
    let list = AllowList::parse(values.text("allowed_addresses"));
    let problem = match &list {
        Err(error) => Some(error.to_string()),
        Ok(list) if !list.allows(client.address) => Some(shuts_out(client.address)),
        Ok(_) => None,
    };
    let (list, problem) = match (list, problem) {
        (Ok(list), None) => (list, None),
        (_, problem) => (AllowList::default(), problem),
    };
    if let Some(problem) = problem {
        let form = values
            .form()
            .refused([Problem::with("allowed_addresses", problem)]);
        return answer(&page, &guard, client.address, Some(form), invalid, None).await;
    }
    let mut state = guard.0.state.clone();
    let refused = match reauthenticate::lacks(&page.services, &state, Change::Addresses).await? {
        None => None,
        Some(Lack::SignIn) => Some(Refused::invalid(Problem::overall(
            "To change the list, sign out, sign in again and come back here.",
        ))),
        Some(Lack::Code) => match Code::parse(values.text("code")) {
            Err(error) => Some(Refused::invalid(Problem::with("code", error.to_string()))),
            Ok(code) => match reauthenticate::with_code(&page.services, state.clone(), code, client).await? {
                Ok(proven) => {
                    session::enter(page.session(), &page, &proven)?;
                    state = proven;
                    None
                }
                Err(refusal) => Some(Refused::code(refusal)),
            },
        },
    };
    if let Some(refused) = refused {
        let form = values.form().refused([refused.problem]);
        return answer(
            &page,
            &guard,
            client.address,
            Some(form),
            refused.status,
            refused.wait,
        )
        .await;
    }
    let notice = if list.is_empty() {
        "You can sign in from everywhere."
    } else {
        "From now on you can sign in from these addresses alone."
    };
    if !allow_list::set_own(&page.services, &state, list, client).await? {
        return see_other("/login?ended");
    }
    session::leave_notice(page.session(), notice);
    see_other(HERE)
}

/// Why a list is not saved that would end one's own session.
pub(in crate::web::pages) fn shuts_out(here: IpAddr) -> String {
    format!("Your own address now, {here}, is not on this list: you would shut yourself out. Add it.")
}

/// `POST /account/security/ip/forget`: "Forget approved addresses".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn forget(guard: RecentlyVerified, page: Page, client: Client, submission: Submission) -> Answer {
    submission.pressed()?;
    allow_list::forget_approved(&page.services, &guard.0.state, client).await?;
    session::leave_notice(page.session(), "No other address is approved any more.");
    see_other(HERE)
}
