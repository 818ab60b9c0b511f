//! `/styleguide`, in debug builds only: each component in each of its states, for developers who change one. Built
//! from the components of the pages. It stays in English, here and in its template.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::clock::DAY,
    text::Text,
    web::{
        field::Field,
        form::{FormState, Problem},
        frame::{Countdown, Frame},
        page::{Answer, Page},
        pages::sent_code::SentCodeView,
        qr,
        words::Moment,
    },
};

#[derive(Template)]
#[template(path = "pages/styleguide.html")]
struct Styleguide {
    frame: Frame,
    blank: FormState,
    wrong: FormState,
    revealed: FormState,
    past: Moment,
    long_past: Moment,
    sent: SentCodeView,
    account_name: &'static str,
    otpauth: &'static str,
    qr: String,
    key_groups: Vec<&'static str>,
    codes: Vec<&'static str>,
}

const TEXT: Field = Field::text("text", Text::field_reason, 64);
const LINES: Field = Field::text("lines", Text::field_reason, 64);

/// A key that opens nothing.
const OTPAUTH: &str = "otpauth://totp/Vestibule:Alice?secret=AAAABBBBCCCCDDDD&issuer=Vestibule";

/// `GET /styleguide`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(page: Page) -> Answer {
    let now = page.services.clock.now();
    let filled = |form: FormState| form.filled(TEXT, "Alice").filled(LINES, "203.0.113.7");
    let view = Styleguide {
        frame: Frame {
            notice: Some("Your details are saved.".to_owned()),
            countdown: Some(Countdown {
                days: 3,
                reason: "Two companies like ours were broken into this year.".to_owned(),
            }),
            step_ends: Some(Moment::ahead(page.t(), now.plus(480), now)),
            ..page.frame(None)
        },
        blank: filled(FormState::blank()),
        wrong: filled(FormState::blank().named("wrong-")).refused([
            Problem::with(TEXT, "Enter your user name."),
            Problem::with(
                LINES,
                "“the office” is not an address. Write one like 203.0.113.7.",
            ),
            Problem::with(Field::PASSWORD, "Enter your password."),
            Problem::with(
                Field::CODE,
                "This code is not right. Type the one that your app shows now.",
            ),
            Problem::overall("Too many tries. Wait 30 seconds, then try again."),
        ]),
        revealed: FormState::blank().named("revealed-").shown(),
        past: Moment::past(page.t(), now.plus(-130), now),
        long_past: Moment::past(page.t(), now.plus(-30 * DAY), now),
        sent: SentCodeView {
            to: Some("••• 67".to_owned()),
            offered: true,
            calls: true,
            trial: true,
            last: Some("An SMS to ••• 67 is on its way.".to_owned()),
            undelivered: false,
            expires: Some(Moment::ahead(page.t(), now.plus(290), now)),
            wait: Some("30 seconds".to_owned()),
        },
        account_name: "Alice",
        otpauth: OTPAUTH,
        qr: qr::draw(OTPAUTH)?,
        key_groups: vec!["AAAA", "BBBB", "CCCC", "DDDD"],
        codes: vec!["AAAA-BBBB-CCCC-DDDD-EEEE-FFFF"; 10],
    };
    page.show(StatusCode::OK, &view)
}
