//! `/subaccounts`: the main account first, then its subaccounts; how many are protected, and a
//! reminder to those who are not.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        client::Client,
        subaccount::{Manager, Protection, Tally, Which},
    },
    flows::{
        Fault, MailWay, Services, Turn,
        subaccounts::{self, Listed, Reminded, Search},
    },
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

/// Longest text to look for, in characters.
const LONGEST: usize = 254;
/// The page's own path.
const HERE: &str = paths::SUBACCOUNTS;
/// Where the same is as a file.
const FILE: &str = paths::SUBACCOUNTS_CSV;

struct Row {
    username: String,
    email: String,
    role: &'static str,
    protection: Protection,
    required: bool,
    disabled: bool,
    invited: bool,
    /// Where it is changed, by whoever sees this list.
    change: Option<String>,
}

/// A kind of account on the board: how many there are, and the way to them.
struct Tile {
    words: &'static str,
    count: i64,
    href: String,
    current: bool,
    /// Whether it is worth a look: some are in danger.
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
    /// Whether everything is shown that there is.
    everything: bool,
    /// Where the same is as a file.
    file: String,
    /// Whether it is the main account's own page.
    is_main: bool,
    /// Whether a reminder can be mailed, and to somebody.
    may_remind: bool,
    first: Option<String>,
    next: Option<String>,
}

const fn shown_as(which: Which) -> &'static str {
    match which {
        Which::All => "All",
        Which::On => "Protected",
        Which::ByPhone => "By phone only",
        Which::ByEmail => "By e-mail only",
        Which::Stuck => "Need help to sign in",
        Which::Pending => "Set-up pending",
        Which::Off => "Unprotected",
        Which::WithoutApp => "Without an app",
        Which::RequiredButOff => "Required, but off",
        Which::Disabled => "Disabled",
    }
}

impl Row {
    const fn state(&self) -> &'static str {
        match self.protection {
            Protection::On => "On",
            Protection::ByPhone => "By phone only",
            Protection::ByEmail => "By e-mail only",
            Protection::Stuck => "Needs help to sign in",
            Protection::Pending => "Set-up pending",
            Protection::Off => "Off",
        }
    }
}

fn link(path: &str, text: &str, which: Which, after: Option<&str>) -> String {
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

fn row(manager: &Manager, Listed { account, verdict }: Listed) -> Row {
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
            (None, _) => "Main account",
            (Some(_), true) => "Manager",
            (Some(_), false) => "",
        },
        protection: verdict.protection,
        required: verdict.facts.two_factor_required,
        disabled: verdict.facts.disabled,
        invited: verdict.facts.invited,
        change,
    }
}

/// The board: always the four states, the others where there are any or one looks at them.
fn tiles(tally: &Tally, shown: Which) -> Vec<Tile> {
    Which::ALL
        .iter()
        .copied()
        .map(|which| (which, tally.of(which)))
        .filter(|(which, count)| match which {
            Which::All | Which::On | Which::ByPhone | Which::Pending | Which::Off => true,
            Which::ByEmail | Which::Stuck | Which::RequiredButOff | Which::Disabled => {
                *count > 0 || *which == shown
            }
            Which::WithoutApp => *which == shown,
        })
        .map(|(which, count)| Tile {
            words: shown_as(which),
            count,
            href: link(HERE, "", which, None),
            current: which == shown,
            alarming: count > 0 && matches!(which, Which::Off | Which::RequiredButOff | Which::Stuck),
        })
        .collect()
}

/// What the query asks for: a text, and which accounts.
fn asked(page: &Page) -> (String, Which) {
    // A query can hold what no database takes.
    let typed = page.query("q");
    let text = typed.chars().filter(|c| *c != '\0').take(LONGEST);
    let shown = page.query("show");
    let which = Which::named(&shown).unwrap_or(Which::All);
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
        tiles: tiles(&list.board.tally, which),
        rows: list
            .accounts
            .into_iter()
            .map(|listed| row(&guard.may, listed))
            .collect(),
        everything: text.trim().is_empty() && which == Which::All,
        file: link(FILE, &text, which, None),
        may_remind: page.services.sends_mail() && list.board.may_remind,
        first: after.is_some().then(|| link(HERE, &text, which, None)),
        next: list.next.map(|next| link(HERE, &text, which, Some(&next))),
        text,
    };
    page.show(StatusCode::OK, &view)
}

/// The columns of the file.
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
        let row = row(&manager, listed);
        csv::line(
            &mut lines,
            &[
                &row.username,
                &row.email,
                if row.role.is_empty() { "User" } else { row.role },
                row.state(),
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

/// `POST /subaccounts/remind`: a mail to everybody who has no authenticator.
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
    let trial = if page.services.channels.mail == MailWay::Printed {
        " Trial mode: mail is printed where the server runs."
    } else {
        ""
    };
    session::leave_notice(
        page.session(),
        &match (reminded.count, reminded.over) {
            (0, Some(cap)) => format!("Nobody was reminded. {}", words::mail_cap_reached(page.t(), cap)),
            (many, Some(cap)) => format!(
                "Reminders: {many} on their way, the others were not sent.{trial} {}",
                words::mail_cap_reached(page.t(), cap)
            ),
            (0, None) => "Nobody was reminded: those who could be were within the last day, or have not chosen a password yet."
                .to_owned(),
            (1, None) => format!("A reminder to 1 account is on its way.{trial}"),
            (many, None) => format!("Reminders to {many} accounts are on their way.{trial}"),
        },
    );
    see_other(HERE)
}
