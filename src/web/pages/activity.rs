//! The activity logs: of your own account, of a subaccount, and of all changes to subaccounts.

use actix_web::FromRequest;

use crate::{
    domain::{
        account::AccountId,
        client::Browser,
        clock::Timestamp,
        security_event::{Entry, Event, Kind, NO_AUTHENTICATOR},
    },
    flows::{
        Fault, Services, Turn,
        activity::{self, ActivityFilter, Whose},
    },
    text::Text,
    web::{
        csv,
        error::Error,
        guard::MainAccount,
        page::{Answer, Page},
        words::{self, Moment},
    },
};

/// A line of the list.
pub(super) struct Row {
    pub(super) at: Moment,
    pub(super) what: String,
    /// The account that it is about.
    pub(super) account: String,
    pub(super) by: String,
    pub(super) address: String,
    pub(super) browser: String,
    pub(super) reason: String,
    /// Whether `reason` was found by the program, not written by a person.
    pub(super) is_found: bool,
    pub(super) failure: bool,
}

/// The list with its filter and its pages.
pub(super) struct ActivityView {
    /// The page's own path.
    pub(super) here: String,
    /// The filter's field and its label.
    pub(super) filter: (&'static str, &'static str),
    pub(super) chosen: String,
    pub(super) choices: Vec<(String, String)>,
    /// Whether each line names its account.
    pub(super) names_accounts: bool,
    pub(super) rows: Vec<Row>,
    pub(super) first: Option<String>,
    pub(super) next: Option<String>,
    /// The address of the same log as a file.
    pub(super) file: String,
}

const fn name(which: ActivityFilter) -> &'static str {
    match which {
        ActivityFilter::All => "",
        ActivityFilter::Of(Kind::SignIn) => "sign-ins",
        ActivityFilter::Of(Kind::Failure) => "failures",
        ActivityFilter::Of(Kind::Change) => "changes",
        ActivityFilter::Of(Kind::Code) => "codes",
        ActivityFilter::ByOthers => "by-others",
    }
}

fn label(t: Text, which: ActivityFilter) -> &'static str {
    match which {
        ActivityFilter::All => t.activity_all(),
        ActivityFilter::Of(Kind::SignIn) => t.activity_sign_ins(),
        ActivityFilter::Of(Kind::Failure) => t.activity_failures(),
        ActivityFilter::Of(Kind::Change) => t.activity_changes(),
        ActivityFilter::Of(Kind::Code) => t.activity_codes(),
        ActivityFilter::ByOthers => t.activity_by_others(),
    }
}

fn asked(page: &Page) -> ActivityFilter {
    let shown = page.query("show");
    ActivityFilter::ALL
        .into_iter()
        .find(|which| name(*which) == shown)
        .unwrap_or(ActivityFilter::All)
}

fn address(path: &str, filter: (&str, &str), before: Option<i64>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if !filter.1.is_empty() {
        query.append_pair(filter.0, filter.1);
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

fn row(t: Text, entry: Entry, reader: &AccountId, now: Timestamp) -> Row {
    let event = Event::stored(&entry.event);
    Row {
        at: Moment::past(t, entry.at, now),
        what: event.map_or(entry.event, |event| words::event(t, event).to_owned()),
        account: entry.username.unwrap_or_default(),
        by: match entry.actor.as_str() {
            "visitor" => t.activity_visitor().to_owned(),
            "operator" => t.activity_administrator().to_owned(),
            actor if actor == reader.0 => t.activity_you().to_owned(),
            actor if entry.account.as_deref() == Some(actor) => t.activity_owner().to_owned(),
            _ => entry.actor_name.unwrap_or_default(),
        },
        address: entry.address.unwrap_or_default(),
        browser: entry
            .browser
            .map(|browser| t.browser(Browser::stored(&browser)))
            .unwrap_or_default(),
        is_found: event.is_some_and(Event::has_findings),
        reason: match entry.reason {
            Some(found) if found == NO_AUTHENTICATOR => t.activity_no_authenticator().to_owned(),
            reason => reason.unwrap_or_default(),
        },
        failure: event.is_some_and(|event| event.kind() == Kind::Failure),
    }
}

/// The log of an account: its own path, and that of the same log as a file.
pub(super) async fn view(
    page: &Page,
    account: &AccountId,
    reader: &AccountId,
    at: [String; 2],
) -> Result<ActivityView, Error> {
    let (t, which) = (page.t(), asked(page));
    let choices = ActivityFilter::ALL.map(|which| (name(which).to_owned(), label(t, which).to_owned()));
    let view = ActivityView {
        filter: ("show", t.activity_filter_kind()),
        chosen: name(which).to_owned(),
        choices: choices.into(),
        names_accounts: false,
        ..blank(at)
    };
    filled(page, Whose::Account(account.clone(), which), reader, view).await
}

/// The log of changes to the accounts of a main account, for its reader.
pub(super) async fn managers_view(
    page: &Page,
    main: &AccountId,
    at: [String; 2],
) -> Result<ActivityView, Error> {
    let (t, by) = (page.t(), by(page));
    let mut choices = vec![(String::new(), t.activity_by_anyone().to_owned())];
    for (actor, username) in activity::managers(&page.services, main).await? {
        let words = match actor.as_str() {
            "operator" => t.activity_administrator().to_owned(),
            id if id == main.0 => t.activity_you().to_owned(),
            _ => username.unwrap_or_default(),
        };
        choices.push((actor, words));
    }
    let view = ActivityView {
        filter: ("by", t.activity_filter_by()),
        chosen: by.clone().unwrap_or_default(),
        choices,
        names_accounts: true,
        ..blank(at)
    };
    filled(page, Whose::Management(main.clone(), by), main, view).await
}

/// The actor to filter by.
fn by(page: &Page) -> Option<String> {
    // A query can contain characters that no database accepts.
    Some(page.query("by").replace('\0', "")).filter(|by| !by.is_empty())
}

fn blank([here, file]: [String; 2]) -> ActivityView {
    ActivityView {
        here,
        filter: ("", ""),
        chosen: String::new(),
        choices: Vec::new(),
        names_accounts: false,
        rows: Vec::new(),
        first: None,
        next: None,
        file,
    }
}

async fn filled(
    page: &Page,
    whose: Whose,
    reader: &AccountId,
    view: ActivityView,
) -> Result<ActivityView, Error> {
    let before: Option<i64> = page.query("before").parse().ok();
    let now = page.services.clock.now();
    let list = activity::list(&page.services, whose, before).await?;
    let filter = (view.filter.0, view.chosen.as_str());
    let here = &view.here;
    Ok(ActivityView {
        rows: list
            .entries
            .into_iter()
            .map(|entry| row(page.t(), entry, reader, now))
            .collect(),
        first: before.is_some().then(|| address(here, filter, None)),
        next: list.next.map(|next| address(here, filter, Some(next))),
        file: address(&view.file, filter, None),
        ..view
    })
}

/// An account's activity as a file.
pub(super) async fn file<Guard>(page: &Page, account: &AccountId, reader: &AccountId) -> Answer
where
    Guard: FromRequest<Error = Error> + 'static,
{
    written::<Guard>(page, Whose::Account(account.clone(), asked(page)), reader).await
}

/// The log of changes to the accounts of a main account, as a file.
pub(super) async fn managers_file(page: &Page, main: &AccountId) -> Answer {
    written::<MainAccount>(page, Whose::Management(main.clone(), by(page)), main).await
}

/// The columns of the file, in English in every language, because programs read them; the last one only if a line
/// does not already say which account it is about.
const COLUMNS: [&str; 8] = [
    "time (UTC)",
    "event",
    "what happened",
    "by",
    "address",
    "browser",
    "reason",
    "account",
];

/// The number of [`COLUMNS`].
const fn columns(whose: &Whose) -> usize {
    match whose {
        Whose::Account(..) => COLUMNS.len() - 1,
        Whose::Management(..) => COLUMNS.len(),
    }
}

async fn written<Guard>(page: &Page, whose: Whose, reader: &AccountId) -> Answer
where
    Guard: FromRequest<Error = Error> + 'static,
{
    let (t, now) = (page.t(), page.services.now());
    let (services, reader) = (page.services.clone(), reader.clone());
    let columns = &COLUMNS[..columns(&whose)];
    let account = reader.clone();
    let read = move |before, turn| {
        part(
            services.clone(),
            whose.clone(),
            before,
            (reader.clone(), turn),
            (t, now),
        )
    };
    csv::answer::<Guard, _, _, _>((page, &account), "activity.csv", columns, None, read).await
}

async fn part(
    services: Services,
    whose: Whose,
    before: Option<i64>,
    (reader, turn): (AccountId, Turn),
    (t, now): (Text, Timestamp),
) -> Result<csv::Part<Option<i64>>, Fault> {
    let columns = columns(&whose);
    let list = activity::export(&services, whose, before, turn).await?;
    let mut lines = String::new();
    for entry in list.entries {
        let event = entry.event.clone();
        let row = row(t, entry, &reader, now);
        let fields = [
            &row.at.iso,
            &event,
            &row.what,
            &row.by,
            &row.address,
            &row.browser,
            &row.reason,
            &row.account,
        ]
        .map(String::as_str);
        csv::line(&mut lines, &fields[..columns]);
    }
    Ok(csv::Part {
        lines,
        next: list.next.map(Some),
    })
}
