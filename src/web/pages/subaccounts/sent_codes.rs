//! `/subaccounts/sent-codes`: what was sent, what was withheld, and why.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::authenticator::out_of_band::Channel,
    flows::sent_codes,
    web::{
        frame::Frame,
        guard,
        page::{Answer, Page},
        words::{self, Moment},
    },
};

struct Row {
    at: Moment,
    username: Option<String>,
    channel: &'static str,
    to: String,
    from: String,
    outcome: &'static str,
}

#[derive(Template)]
#[template(path = "pages/subaccounts/sent_codes.html")]
struct SentCodesPage {
    frame: Frame,
    rows: Vec<Row>,
    first: bool,
    next: Option<String>,
}

fn row(code: sent_codes::Listed) -> Row {
    Row {
        at: Moment::at(code.at),
        username: code.username,
        channel: match code.channel {
            Channel::Sms => "SMS",
            Channel::Call => "Call",
            Channel::Email => "Mail",
        },
        to: code.masked,
        from: code.network,
        outcome: words::outcome(code.outcome),
    }
}

/// `GET /subaccounts/sent-codes`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: guard::Manager, page: Page) -> Answer {
    let before = page.query("before").parse().ok();
    let first = before.is_none();
    let list = sent_codes::list(&page.services, &guard.may, before).await?;
    let view = SentCodesPage {
        frame: page.frame_with_notice(&guard.signed_in.account)?,
        rows: list.codes.into_iter().map(row).collect(),
        first,
        next: list
            .next
            .map(|next| format!("/subaccounts/sent-codes?before={next}")),
    };
    page.show(StatusCode::OK, &view)
}
