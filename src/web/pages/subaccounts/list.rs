//! `/subaccounts`: the main account first, then its subaccounts.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::subaccount::{Manager, Which},
    flows::subaccounts::{self, Search},
    web::{
        frame::Frame,
        guard,
        page::{Answer, Page},
    },
};

/// Longest text to look for, in characters.
const LONGEST: usize = 254;

struct Row {
    username: String,
    email: String,
    role: &'static str,
    second_factor: &'static str,
    required: bool,
    disabled: bool,
    invited: bool,
    /// Where it is changed, by whoever sees this list.
    change: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/subaccounts/list.html")]
struct ListPage {
    frame: Frame,
    text: String,
    which: &'static str,
    choices: [(&'static str, &'static str); 5],
    rows: Vec<Row>,
    /// Whether everything is shown that there is.
    everything: bool,
    first: Option<String>,
    next: Option<String>,
}

const fn name(which: Which) -> &'static str {
    match which {
        Which::All => "",
        Which::On => "on",
        Which::Pending => "pending",
        Which::Off => "off",
        Which::RequiredButOff => "required-but-off",
    }
}

const fn words(which: Which) -> &'static str {
    match which {
        Which::All => "All",
        Which::On => "On",
        Which::Pending => "Set-up pending",
        Which::Off => "Off",
        Which::RequiredButOff => "Required, but off",
    }
}

fn link(text: &str, which: Which, after: Option<&str>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (key, value) in [("q", text), ("show", name(which)), ("after", after.unwrap_or(""))] {
        if !value.is_empty() {
            query.append_pair(key, value);
        }
    }
    let query = query.finish();
    if query.is_empty() {
        "/subaccounts".to_owned()
    } else {
        format!("/subaccounts?{query}")
    }
}

fn row(manager: &Manager, listed: subaccounts::Listed) -> Row {
    let subaccounts::Listed {
        account,
        enrolled,
        pending,
        invited,
    } = listed;
    let change = if account.id == *manager.account() {
        Some("/account/details".to_owned())
    } else {
        manager
            .manages(account.clone())
            .map(|managed| format!("/subaccounts/{}", managed.account().id.0))
    };
    Row {
        username: account.username.as_str().to_owned(),
        email: account.email.as_str().to_owned(),
        role: match (&account.main_account, account.manager) {
            (None, _) => "Main account",
            (Some(_), true) => "Manager",
            (Some(_), false) => "",
        },
        second_factor: words(match (enrolled, pending) {
            (true, _) => Which::On,
            (false, true) => Which::Pending,
            (false, false) => Which::Off,
        }),
        required: account.two_factor_required,
        disabled: account.disabled_at.is_some(),
        invited,
        change,
    }
}

/// `GET /subaccounts`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: guard::Manager, page: Page) -> Answer {
    // A query can hold what no database takes.
    let text: String = page
        .query("q")
        .chars()
        .filter(|c| *c != '\0')
        .take(LONGEST)
        .collect();
    let shown = page.query("show");
    let which = Which::ALL
        .into_iter()
        .find(|which| name(*which) == shown)
        .unwrap_or(Which::All);
    let after = Some(page.query("after").replace('\0', "")).filter(|after| !after.is_empty());
    let search = Search {
        text: text.clone(),
        which,
        after: after.clone(),
    };
    let list = subaccounts::list(&page.services, &guard.may, search).await?;
    let view = ListPage {
        frame: page.frame_with_notice(&guard.signed_in.account)?,
        which: name(which),
        choices: Which::ALL.map(|which| (name(which), words(which))),
        rows: list
            .accounts
            .into_iter()
            .map(|listed| row(&guard.may, listed))
            .collect(),
        everything: text.trim().is_empty() && which == Which::All,
        first: after.is_some().then(|| link(&text, which, None)),
        next: list.next.map(|next| link(&text, which, Some(&next))),
        text,
    };
    page.show(StatusCode::OK, &view)
}
