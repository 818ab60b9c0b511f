//! `/account/security/ip`: the addresses that the account may sign in from.

use std::net::IpAddr;

use askama::Template;

use crate::{
    domain::{
        allow_list::{AllowList, Place},
        change::Change,
        client::Client,
    },
    flows::{
        allow_list::{self, Lists},
        approved_addresses,
    },
    text::{Said as _, Text},
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::RecentlyVerified,
        page::{Answer, Page, see_other},
        pages::{
            approvals::{ApprovalView, views},
            step_up::{asks_code, asks_password, step_up},
        },
        paths, session,
        submission::Submission,
    },
};

const HERE: &str = paths::ACCOUNT_SECURITY_IP;
const FIELDS: [Field; 2] = [Field::ALLOWED_ADDRESSES, Field::CODE];

#[derive(Template)]
#[template(path = "pages/account/addresses.html")]
struct AddressesPage {
    frame: Frame,
    form: FormState,
    /// The address of this request.
    here: String,
    /// The network of this address, if it is one of many that a device changes between.
    network: Option<Place>,
    /// Whether there is a list.
    on: bool,
    used: Vec<Place>,
    approvals: Vec<ApprovalView>,
    asks_code: bool,
}

pub(super) async fn answer(
    page: &Page,
    guard: &RecentlyVerified,
    here: IpAddr,
    reply: Option<Reply>,
) -> Answer {
    let Lists { own, used } = allow_list::own(&page.services, &guard.0.account.id).await?;
    let approved = approved_addresses::of_account(&page.services, &guard.0.account.id).await?;
    let on = !own.is_empty();
    let place = Place::of(here);
    let filled = || {
        let list = if on { own.to_string() } else { place.to_string() };
        Reply::first(FormState::blank().filled(Field::ALLOWED_ADDRESSES, list))
    };
    let reply = reply.unwrap_or_else(filled);
    let view = AddressesPage {
        frame: page.frame_with_notice(&guard.0.account),
        form: reply.form,
        on,
        used: used.into_iter().filter(|used| *used != place).collect(),
        here: here.to_string(),
        network: place.network(),
        approvals: views(page.t(), approved, page.services.clock.now()),
        asks_code: asks_code(page, &guard.0.state, Change::Addresses).await?,
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /account/security/ip`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: RecentlyVerified, page: Page, client: Client) -> Answer {
    // Before anything is typed.
    if asks_password(&page, &guard.0.state, Change::Addresses).await? {
        return Err(page.password_first());
    }
    answer(&page, &guard, client.address, None).await
}

/// `POST /account/security/ip`: "Save".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: RecentlyVerified, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, client.address, Some(reply)).await,
    };
    let list = AllowList::parse(values.text(Field::ALLOWED_ADDRESSES));
    let problem = match &list {
        Err(error) => Some(error.said(values.t()).into_owned()),
        Ok(list) if !list.allows(client.address) => Some(shuts_out(values.t(), client.address)),
        Ok(_) => None,
    };
    let (list, problem) = match (list, problem) {
        (Ok(list), None) => (list, None),
        (_, problem) => (AllowList::default(), problem),
    };
    if let Some(problem) = problem {
        return answer(
            &page,
            &guard,
            client.address,
            Some(values.invalid([Problem::with(Field::ALLOWED_ADDRESSES, problem)])),
        )
        .await;
    }
    let mut session = guard.0.state.clone();
    let code = (Field::CODE, values.text(Field::CODE));
    let leave = match step_up(&page, &mut session, Change::Addresses, code, client).await? {
        Ok(leave) => leave,
        Err(refused) => {
            return answer(&page, &guard, client.address, Some(values.refused(refused))).await;
        }
    };
    let notice = if list.is_empty() {
        page.t().addresses_saved_empty()
    } else {
        page.t().addresses_saved()
    };
    if !allow_list::set_own(&page.services, leave, list, client).await? {
        return see_other(paths::LOGIN_ENDED);
    }
    session::leave_notice(page.session(), notice);
    see_other(HERE)
}

/// Why a list is not saved that would end the session of the person who saves it.
pub(in crate::web::pages) fn shuts_out(t: Text, here: IpAddr) -> String {
    t.addresses_shut_out(here.to_string(), Place::of(here).to_string())
}
