//! `/account/phone`: a new number is proven here.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        authenticator::out_of_band::{Channel, SentCode},
        client::Client,
    },
    flows::{
        change_phone::{self, PhoneRefusal},
        track_code,
    },
    web::{
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        pages::{Refused, SentCodeView},
        session,
    },
};

const HERE: &str = "/account/phone";
const FIELDS: [Field; 1] = [Field::CODE];
const SEND: [Field; 1] = [Field::METHOD];

#[derive(Template)]
#[template(path = "pages/account/phone.html")]
struct PhonePage {
    frame: Frame,
    form: FormState,
    sent: SentCodeView,
}

async fn answer(
    page: &Page,
    guard: &SignedIn,
    form: FormState,
    status: StatusCode,
    wait: Option<i64>,
) -> Answer {
    let Some(standing) = track_code::standing_of_number(&page.services, &guard.account.id).await? else {
        // Nothing waits: a number is typed on the details page.
        return see_other("/account/details");
    };
    let view = PhonePage {
        frame: page.frame_with_notice(&guard.account)?,
        form,
        sent: SentCodeView::of(standing, page.services.clock.now()),
    };
    page.show_after(status, wait, &view)
}

/// `GET /account/phone`. Sends nothing, however often it is loaded.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    answer(&page, &guard, FormState::blank(), StatusCode::OK, None).await
}

/// `POST /account/phone/send`: "Send again" and "Call me".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn send(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&SEND) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &guard, unreadable.form, unreadable.status, None).await,
    };
    let channel = Channel::to_phone(values.text("method")).unwrap_or(Channel::Sms);
    match change_phone::send_again(&page.services, &guard.state, channel, client).await? {
        Ok(()) => see_other(HERE),
        Err(refusal) => {
            let refused = Refused::sending(refusal, channel);
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, form, refused.status, refused.wait).await
        }
    }
}

/// `POST /account/phone`: "Confirm".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => return answer(&page, &guard, unreadable.form, unreadable.status, None).await,
    };
    let code = match SentCode::parse(values.text("code")) {
        Ok(code) => code,
        Err(error) => {
            let form = values.form().refused([Problem::with("code", error.to_string())]);
            return answer(&page, &guard, form, StatusCode::UNPROCESSABLE_ENTITY, None).await;
        }
    };
    match change_phone::confirm(&page.services, &guard.state, code, client).await? {
        Ok(()) => {
            let notice = "Your phone number is confirmed. Codes by SMS or call go to it from now on.";
            session::leave_notice(page.session(), notice);
            see_other("/account/details")
        }
        Err(PhoneRefusal::SessionEnded) => see_other("/login?ended"),
        Err(PhoneRefusal::Code(refusal)) => {
            let refused = Refused::sent_code(refusal);
            let form = values.form().refused([refused.problem]);
            answer(&page, &guard, form, refused.status, refused.wait).await
        }
    }
}
