//! `/subaccounts`: the main account first, then its subaccounts; how many are protected, and a
//! reminder to those who are not.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        client::Client,
        subaccount::{AccountFilter, Manager, Protection, Tally},
    },
    flows::{
        Fault, MailWay, Services, Turn,
        subaccounts::{self, Listed, Reminded, Search},
    },
    text::Text,
    web::{
        csv,
        frame::Frame,
        guard,
        page::{Answer, Page, see_other},
        paths, session,
        submission::Submission,
        words,
    },
};

/// The maximum length of a search text, in characters.
const LONGEST: usize = 254;
/// The page's own path.
const HERE: &str = paths::SUBACCOUNTS;
/// The path of the same list as a file.
const FILE: &str = paths::SUBACCOUNTS_CSV;

struct Row {
    username: String,
    email: String,
    role: Option<&'static str>,
    protection: Protection,
    /// The same in words.
    state: &'static str,
    required: bool,
    disabled: bool,
    invited: bool,
    /// Where the reader can change it.
    change: Option<String>,
}

/// A kind of account on the board: the number of accounts, and a link to them.
struct Tile {
    words: &'static str,
    count: i64,
    href: String,
    current: bool,
    /// Whether some of them are not protected or cannot sign in.
    alarming: bool,
}

#[derive(Template)]
#[template(path = "pages/subaccounts/list.html")]
struct ListPage {
    frame: Frame,
    text: String,
    which: &'static str,
    tiles: Vec<Tile>,
    rows: Vec<Row>,
    /// Whether the list is neither searched nor filtered.
    everything: bool,
    /// The address of the same list as a file.
    file: String,
    /// Whether it is the main account's own page.
    is_main: bool,
    /// Whether a reminder can be mailed, and there is someone to remind.
    may_remind: bool,
    first: Option<String>,
    next: Option<String>,
}

fn shown_as(t: Text, which: AccountFilter) -> &'static str {
    match which {
        AccountFilter::All => t.subaccounts_tile_all(),
        AccountFilter::On => t.subaccounts_tile_on(),
        AccountFilter::ByPhone => t.subaccounts_tile_by_phone(),
        AccountFilter::ByEmail => t.subaccounts_tile_by_email(),
        AccountFilter::Stuck => t.subaccounts_tile_stuck(),
        AccountFilter::Pending => t.subaccounts_tile_pending(),
        AccountFilter::Off => t.subaccounts_tile_off(),
        AccountFilter::WithoutApp => t.subaccounts_tile_without_app(),
        AccountFilter::RequiredButOff => t.subaccounts_tile_required_but_off(),
        AccountFilter::Disabled => t.subaccounts_tile_disabled(),
    }
}

fn state(t: Text, protection: Protection) -> &'static str {
    match protection {
        Protection::On => t.subaccounts_state_on(),
        Protection::ByPhone => t.subaccounts_state_by_phone(),
        Protection::ByEmail => t.subaccounts_state_by_email(),
        Protection::Stuck => t.subaccounts_state_stuck(),
        Protection::Pending => t.subaccounts_state_pending(),
        Protection::Off => t.subaccounts_state_off(),
    }
}

fn link(path: &str, text: &str, which: AccountFilter, after: Option<&str>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (key, value) in [
        ("q", text),
        ("show", which.name()),
        ("after", after.unwrap_or("")),
    ] {
        if !value.is_empty() {
            query.append_pair(key, value);
        }
    }
    let query = query.finish();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

fn row(t: Text, manager: &Manager, Listed { account, verdict }: Listed) -> Row {
    let change = if account.id == *manager.account() {
        Some(paths::ACCOUNT_DETAILS.to_owned())
    } else {
        manager
            .manages(account.clone())
            .map(|managed| paths::filled(paths::SUBACCOUNT, &managed.account().id.0))
    };
    Row {
        username: account.username.as_str().to_owned(),
        email: account.email.as_str().to_owned(),
        role: match (&account.main_account, account.manager) {
            (None, _) => Some(t.subaccounts_role_main()),
            (Some(_), true) => Some(t.subaccounts_role_manager()),
            (Some(_), false) => None,
        },
        protection: verdict.protection,
        state: state(t, verdict.protection),
        required: verdict.facts.two_factor_required,
        disabled: verdict.facts.disabled,
        invited: verdict.facts.invited,
        change,
    }
}

/// The board: the usual states always, the others if any account has them or they are selected.
fn tiles(t: Text, tally: &Tally, shown: AccountFilter) -> Vec<Tile> {
    AccountFilter::ALL
        .iter()
        .copied()
        .map(|which| (which, tally.of(which)))
        .filter(|(which, count)| match which {
            AccountFilter::All
            | AccountFilter::On
            | AccountFilter::ByPhone
            | AccountFilter::Pending
            | AccountFilter::Off => true,
            AccountFilter::ByEmail
            | AccountFilter::Stuck
            | AccountFilter::RequiredButOff
            | AccountFilter::Disabled => *count > 0 || *which == shown,
            AccountFilter::WithoutApp => *which == shown,
        })
        .map(|(which, count)| Tile {
            words: shown_as(t, which),
            count,
            href: link(HERE, "", which, None),
            current: which == shown,
            alarming: count > 0
                && matches!(
                    which,
                    AccountFilter::Off | AccountFilter::RequiredButOff | AccountFilter::Stuck
                ),
        })
        .collect()
}

/// The query: a text, and which accounts.
fn asked(page: &Page) -> (String, AccountFilter) {
    // A query can contain characters that no database accepts.
    let typed = page.query("q");
    let text = typed.chars().filter(|c| *c != '\0').take(LONGEST);
    let shown = page.query("show");
    let which = AccountFilter::named(&shown).unwrap_or(AccountFilter::All);
    (text.collect(), which)
}

/// `GET /subaccounts`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: guard::Manager, page: Page) -> Answer {
    let (text, which) = asked(&page);
    let after = Some(page.query("after").replace('\0', "")).filter(|after| !after.is_empty());
    let search = Search {
        text: text.clone(),
        which,
        after: after.clone(),
    };
    let list = subaccounts::list(&page.services, &guard.may, search).await?;
    let view = ListPage {
        frame: page.frame_with_notice(&guard.signed_in.account),
        which: which.name(),
        is_main: guard.may.account() == guard.may.main(),
        tiles: tiles(page.t(), &list.board.tally, which),
        rows: list
            .accounts
            .into_iter()
            .map(|listed| row(page.t(), &guard.may, listed))
            .collect(),
        everything: text.trim().is_empty() && which == AccountFilter::All,
        file: link(FILE, &text, which, None),
        may_remind: page.services.sends_mail() && list.board.may_remind,
        first: after.is_some().then(|| link(HERE, &text, which, None)),
        next: list.next.map(|next| link(HERE, &text, which, Some(&next))),
        text,
    };
    page.show(StatusCode::OK, &view)
}

/// The columns of the file. Programs read it too, so that it is in English for everyone.
const COLUMNS: [&str; 8] = [
    "user name",
    "e-mail address",
    "role",
    "2FA",
    "2FA required",
    "disabled",
    "invited",
    "made (UTC)",
];

/// `GET /subaccounts.csv`: the same as a file.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn file(guard: guard::Manager, page: Page) -> Answer {
    let (text, which) = asked(&page);
    let begin = Search {
        text,
        which,
        after: None,
    };
    let (services, manager) = (page.services.clone(), guard.may);
    let whose = manager.account().clone();
    let read = move |search, turn| part(services.clone(), manager.clone(), search, turn);
    csv::answer::<guard::Manager, _, _, _>((&page, &whose), "user-accounts.csv", &COLUMNS, begin, read).await
}

async fn part(
    services: Services,
    manager: Manager,
    search: Search,
    turn: Turn,
) -> Result<csv::Part<Search>, Fault> {
    let list = subaccounts::export(&services, &manager, search.clone(), turn).await?;
    let yes = |flag: bool| if flag { "yes" } else { "no" };
    let mut lines = String::new();
    for listed in list.accounts {
        let made = listed.account.created_at.to_string();
        let row = row(Text::english(), &manager, listed);
        csv::line(
            &mut lines,
            &[
                &row.username,
                &row.email,
                row.role.unwrap_or("User"),
                row.state,
                yes(row.required),
                yes(row.disabled),
                yes(row.invited),
                &made,
            ],
        );
    }
    let next = list.next.map(|after| Search {
        after: Some(after),
        ..search
    });
    Ok(csv::Part { lines, next })
}

/// `POST /subaccounts/remind`: an e-mail to everyone who has no authenticator.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn remind(guard: guard::Manager, page: Page, client: Client, submission: Submission) -> Answer {
    submission.pressed()?;
    let reminded = if page.services.sends_mail() {
        subaccounts::remind(&page.services, &guard.may, client).await?
    } else {
        Reminded::default()
    };
    let t = page.t();
    let mut said = match (reminded.count, reminded.over) {
        (0, Some(_)) => vec![t.subaccounts_reminded_none().to_owned()],
        (0, None) => vec![t.subaccounts_reminded_nobody().to_owned()],
        (many, Some(_)) => vec![t.subaccounts_reminded_some(many)],
        (many, None) => vec![t.subaccounts_reminded(many)],
    };
    if reminded.count > 0 && page.services.channels.mail == MailWay::Printed {
        said.push(t.support_mail_on_trial().to_owned());
    }
    if let Some(cap) = reminded.over {
        said.push(words::mail_cap_reached(t, cap).to_owned());
    }
    session::leave_notice(page.session(), &said.join(" "));
    see_other(HERE)
}
