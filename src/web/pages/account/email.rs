//! `/account/email`: proving a new address.

use askama::Template;

use crate::{
    domain::{authenticator::out_of_band::SentCode, client::Client},
    flows::{ContactRefusal, change_email, track_code},
    web::{
        field::Field,
        form::{FormState, Reply},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        pages::sent_code::SentCodeView,
        paths,
        refusal::Refused,
        session,
        submission::Submission,
    },
};

const HERE: &str = paths::ACCOUNT_EMAIL;
const FIELDS: [Field; 1] = [Field::CODE];

#[derive(Template)]
#[template(path = "pages/account/email.html")]
struct EmailPage {
    frame: Frame,
    form: FormState,
    /// The address to be confirmed.
    new: String,
    /// The current address of the account.
    present: String,
    sent: SentCodeView,
}

async fn answer(page: &Page, guard: &SignedIn, reply: Reply) -> Answer {
    let standing = track_code::standing_of_email(&page.services, &guard.state, page.browser()).await?;
    let Some((new, standing)) = standing else {
        // No change is pending: an address is entered on the details page.
        return see_other(paths::ACCOUNT_DETAILS);
    };
    let view = EmailPage {
        frame: page.frame_with_notice(&guard.account),
        form: reply.form,
        new: new.as_str().to_owned(),
        present: guard.account.email.as_str().to_owned(),
        sent: SentCodeView::of(page.t(), standing, page.services.clock.now()),
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /account/email`. Reloading it sends nothing.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    answer(&page, &guard, Reply::blank()).await
}

/// `POST /account/email/send`: "Send again".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn send(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    submission.pressed()?;
    match change_email::send_again(&page.services, &guard.state, page.browser(), client).await? {
        Ok(()) => see_other(HERE),
        Err(refusal) => {
            let refused = Refused::new_email(page.t(), refusal, None);
            answer(&page, &guard, refused.with(FormState::blank())).await
        }
    }
}

/// `POST /account/email/keep`: "Keep" the current address.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn keep(guard: SignedIn, page: Page, submission: Submission) -> Answer {
    submission.pressed()?;
    change_email::keep(&page.services, &guard.state, page.browser()).await?;
    let notice = page.t().account_email_kept(guard.account.email.as_str());
    session::leave_notice(page.session(), &notice);
    see_other(paths::ACCOUNT_DETAILS)
}

/// `POST /account/email`: "Confirm".
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
    match change_email::confirm(&page.services, &guard.state, page.browser(), code, client).await? {
        Ok(()) => {
            session::leave_notice(page.session(), page.t().account_email_confirmed());
            see_other(paths::ACCOUNT_DETAILS)
        }
        Err(ContactRefusal::SessionEnded) => see_other(paths::LOGIN_ENDED),
        Err(ContactRefusal::Code(refusal)) => {
            let refused = Refused::sent_code(page.t(), refusal);
            answer(&page, &guard, values.refused(refused)).await
        }
    }
}
