//! `/account/phone`: proving a new number.

use askama::Template;

use crate::{
    domain::{
        authenticator::out_of_band::{Channel, SentCode},
        change::Change,
        client::Client,
    },
    flows::{ContactRefusal, change_email, change_phone, track_code},
    text::Text,
    web::{
        field::Field,
        form::{FormState, Reply},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        pages::{
            sent_code::SentCodeView,
            step_up::{asks_code, step_up},
        },
        paths,
        refusal::Refused,
        session,
        submission::Submission,
    },
};

const HERE: &str = paths::ACCOUNT_PHONE;
const FIELDS: [Field; 1] = [Field::CODE];
const CURRENT: Field = Field::secret("current_code", Text::form_code, 32);
const SEND: [Field; 2] = [Field::METHOD, CURRENT];

#[derive(Template)]
#[template(path = "pages/account/phone.html")]
struct PhonePage {
    frame: Frame,
    form: FormState,
    sent: SentCodeView,
    /// Whether a first code to this number requires a one-time password.
    asks_current: bool,
}

async fn answer(page: &Page, guard: &SignedIn, reply: Reply) -> Answer {
    let Some(standing) = track_code::standing_of_number(&page.services, &guard.account.id).await? else {
        // No change is pending: a number is entered on the details page.
        return see_other(paths::ACCOUNT_DETAILS);
    };
    let view = PhonePage {
        frame: page.frame_with_notice(&guard.account),
        form: reply.form,
        asks_current: !change_phone::is_begun(&page.services, &guard.account.id).await?
            && asks_code(page, &guard.state, Change::Phone).await?,
        sent: SentCodeView::of(page.t(), standing, page.services.clock.now()),
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /account/phone`. Reloading it sends nothing.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    answer(&page, &guard, Reply::blank()).await
}

/// `POST /account/phone/send`: "Send again" and "Call me". A first code to a number that someone else entered
/// requires the same as a new number.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn send(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&SEND) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let channel = Channel::to_phone(values.text(Field::METHOD)).unwrap_or(Channel::Sms);
    let sent = if change_phone::is_begun(&page.services, &guard.account.id).await? {
        change_phone::send_again(&page.services, &guard.state, channel, client).await?
    } else {
        let mut session = guard.state.clone();
        let current = (CURRENT, values.text(CURRENT));
        match step_up(&page, &mut session, Change::Phone, current, client).await? {
            Ok(leave) => change_phone::begin_given(&page.services, leave, channel, client).await?,
            Err(refused) => {
                return answer(&page, &guard, values.refused(refused)).await;
            }
        }
    };
    match sent {
        Ok(()) => see_other(HERE),
        Err(refusal) => {
            let refused = Refused::sending(page.t(), refusal, channel, page.services.calls());
            answer(&page, &guard, values.refused(refused)).await
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
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    let code = match values.parse(Field::CODE, SentCode::parse) {
        Ok(code) => code,
        Err(reply) => return answer(&page, &guard, reply).await,
    };
    match change_phone::confirm(&page.services, &guard.state, code, client).await? {
        Ok(()) => {
            session::leave_notice(page.session(), page.t().account_phone_confirmed());
            // If both were changed, the address comes next.
            let (services, browser) = (&page.services, page.browser());
            let email = change_email::pending(services, &guard.state, browser).await?;
            see_other(email.map_or(paths::ACCOUNT_DETAILS, |_| paths::ACCOUNT_EMAIL))
        }
        Err(ContactRefusal::SessionEnded) => see_other(paths::LOGIN_ENDED),
        Err(ContactRefusal::Code(refusal)) => {
            let refused = Refused::sent_code(page.t(), refusal);
            answer(&page, &guard, values.refused(refused)).await
        }
    }
}
