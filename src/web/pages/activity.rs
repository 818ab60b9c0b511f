//! What the lists of activity show, one's own and a subaccount's.

use crate::{
    domain::{
        account::AccountId,
        clock::Timestamp,
        security_event::{Entry, Event, Kind},
    },
    flows::activity::{self, Which},
    web::{
        csv,
        page::{Answer, Page},
        words::{self, Moment},
    },
};

/// A line of the list.
pub(super) struct Row {
    pub(super) at: Moment,
    pub(super) what: String,
    pub(super) by: String,
    pub(super) address: String,
    pub(super) browser: String,
    pub(super) reason: String,
    pub(super) failure: bool,
}

/// The list with its filter and its pages.
pub(super) struct ActivityView {
    /// The page's own path.
    pub(super) here: String,
    pub(super) which: &'static str,
    pub(super) choices: [(&'static str, &'static str); 6],
    pub(super) rows: Vec<Row>,
    pub(super) first: Option<String>,
    pub(super) next: Option<String>,
    /// Where the same is as a file.
    pub(super) file: String,
}

const fn name(which: Which) -> &'static str {
    match which {
        Which::All => "",
        Which::Of(Kind::SignIn) => "sign-ins",
        Which::Of(Kind::Failure) => "failures",
        Which::Of(Kind::Change) => "changes",
        Which::Of(Kind::Code) => "codes",
        Which::ByOthers => "by-others",
    }
}

const fn label(which: Which) -> &'static str {
    match which {
        Which::All => "Everything",
        Which::Of(Kind::SignIn) => "Sign-ins and sessions",
        Which::Of(Kind::Failure) => "Failures",
        Which::Of(Kind::Change) => "Changes",
        Which::Of(Kind::Code) => "Codes sent",
        Which::ByOthers => "By others",
    }
}

fn asked(page: &Page) -> Which {
    let shown = page.query("show");
    Which::ALL
        .into_iter()
        .find(|which| name(*which) == shown)
        .unwrap_or(Which::All)
}

fn address(path: &str, which: Which, before: Option<i64>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if which != Which::All {
        query.append_pair("show", name(which));
    }
    if let Some(before) = before {
        query.append_pair("before", &before.to_string());
    }
    let query = query.finish();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

fn row(entry: Entry, owner: &AccountId, reader: &AccountId, now: Timestamp) -> Row {
    let event = Event::stored(&entry.event);
    Row {
        at: Moment::past(entry.at, now),
        what: event.map_or(entry.event, |event| words::event(event).to_owned()),
        by: match entry.actor.as_str() {
            "visitor" => "Somebody who was not signed in".to_owned(),
            "operator" => "The operator, at the command line".to_owned(),
            actor if actor == reader.0 => "You".to_owned(),
            actor if actor == owner.0 => "The owner of the account".to_owned(),
            _ => entry.actor_name.unwrap_or_default(),
        },
        address: entry.address.unwrap_or_default(),
        browser: entry.browser.unwrap_or_default(),
        reason: entry.reason.unwrap_or_default(),
        failure: event.is_some_and(|event| event.kind() == Kind::Failure),
    }
}

/// What the page at `here` shows of an account.
pub(super) async fn view(
    page: &Page,
    account: &AccountId,
    reader: &AccountId,
    here: String,
) -> Result<ActivityView, crate::web::error::Error> {
    let which = asked(page);
    let before: Option<i64> = page.query("before").parse().ok();
    let now = page.services.clock.now();
    let list = activity::list(&page.services, account, which, before).await?;
    Ok(ActivityView {
        which: name(which),
        choices: Which::ALL.map(|which| (name(which), label(which))),
        rows: list
            .entries
            .into_iter()
            .map(|entry| row(entry, account, reader, now))
            .collect(),
        first: before.is_some().then(|| address(&here, which, None)),
        next: list.next.map(|next| address(&here, which, Some(next))),
        file: address(&format!("{here}.csv"), which, None),
        here,
    })
}

/// The same as a file.
pub(super) async fn file(page: &Page, account: &AccountId, reader: &AccountId) -> Answer {
    let now = page.services.clock.now();
    let entries = activity::export(&page.services, account, asked(page)).await?;
    let mut text = String::new();
    csv::line(
        &mut text,
        &[
            "time (UTC)",
            "event",
            "what happened",
            "by",
            "address",
            "browser",
            "reason",
        ],
    );
    for entry in entries {
        let event = entry.event.clone();
        let row = row(entry, account, reader, now);
        csv::line(
            &mut text,
            &[
                &row.at.iso,
                &event,
                &row.what,
                &row.by,
                &row.address,
                &row.browser,
                &row.reason,
            ],
        );
    }
    csv::answer("activity.csv", text)
}
