//! `/subaccounts/sent-codes`: what was sent, what was withheld, and why.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{authenticator::out_of_band::Channel, clock::Timestamp},
    flows::sent_codes,
    text::Text,
    web::{
        frame::Frame,
        guard,
        page::{Answer, Page},
        paths,
        words::{self, Moment},
    },
};

struct Row {
    at: Moment,
    username: Option<String>,
    /// The channel and the recipient.
    how: String,
    from: String,
    outcome: &'static str,
}

#[derive(Template)]
#[template(path = "pages/subaccounts/sent_codes.html")]
struct SentCodesPage {
    frame: Frame,
    rows: Vec<Row>,
    first: Option<&'static str>,
    next: Option<String>,
}

fn row(t: Text, code: sent_codes::Listed, now: Timestamp) -> Row {
    Row {
        at: Moment::past(t, code.at, now),
        username: code.username,
        how: match code.channel {
            Channel::Sms => t.subaccounts_codes_by_sms(code.masked),
            Channel::Call => t.subaccounts_codes_by_call(code.masked),
            Channel::Email => t.subaccounts_codes_by_email(code.masked),
        },
        from: code.network,
        outcome: words::outcome(t, code.outcome),
    }
}

/// `GET /subaccounts/sent-codes`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: guard::Manager, page: Page) -> Answer {
    let before: Option<i64> = page.query("before").parse().ok();
    let now = page.services.clock.now();
    let list = sent_codes::list(&page.services, &guard.may, before).await?;
    let view = SentCodesPage {
        frame: page.frame_with_notice(&guard.signed_in.account),
        rows: list
            .codes
            .into_iter()
            .map(|code| row(page.t(), code, now))
            .collect(),
        first: before.map(|_| paths::SUBACCOUNTS_SENT_CODES),
        next: list
            .next
            .map(|next| format!("{}?before={next}", paths::SUBACCOUNTS_SENT_CODES)),
    };
    page.show(StatusCode::OK, &view)
}
