//! `/subaccounts/new`: another user of the main account.

use askama::Template;

use crate::{
    domain::{
        account::{Email, Username},
        client::Client,
        phone_number::PhoneNumber,
    },
    flows::invite::{self, InviteRefusal, NewSubaccount},
    text::{Said as _, Text},
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::RecentManager,
        page::{Answer, Page, see_other},
        pages::subaccounts::announce,
        paths,
        refusal::Refused,
        submission::Submission,
        words,
    },
};

const USERNAME: Field = Field::text("username", Text::login_user_name, Username::MAX * 4);
const EMAIL: Field = Field::text("email", Text::field_email, 1024);
const TWO_FACTOR_REQUIRED: Field = Field::text("two_factor_required", Text::field_box, 16);
const FIELDS: [Field; 4] = [USERNAME, EMAIL, Field::PHONE, TWO_FACTOR_REQUIRED];

#[derive(Template)]
#[template(path = "pages/subaccounts/new.html")]
struct NewPage {
    frame: Frame,
    form: FormState,
    required: bool,
    /// Whether the link is sent by e-mail.
    mail: bool,
}

fn answer(page: &Page, guard: &RecentManager, reply: Reply) -> Answer {
    let view = NewPage {
        frame: page.frame_with_notice(&guard.0.signed_in.account),
        required: !reply.form.typed(TWO_FACTOR_REQUIRED).is_empty(),
        form: reply.form,
        mail: page.services.sends_mail(),
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /subaccounts/new`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: RecentManager, page: Page) -> Answer {
    answer(&page, &guard, Reply::blank())
}

/// `POST /subaccounts/new`: "Create".
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: RecentManager, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, reply),
    };
    let username = Username::parse(values.text(USERNAME));
    let email = Email::parse(values.text(EMAIL));
    let number = match values.text(Field::PHONE).trim() {
        "" => Ok(None),
        typed => PhoneNumber::parse(typed).map(Some),
    };
    let new = match (username, email, number) {
        (Ok(username), Ok(email), Ok(number)) => NewSubaccount {
            username,
            email,
            number,
            two_factor_required: values.ticked(TWO_FACTOR_REQUIRED),
        },
        (username, email, number) => {
            let problems = [
                username
                    .err()
                    .map(|error| Problem::with(USERNAME, error.said(page.t()))),
                email
                    .err()
                    .map(|error| Problem::with(EMAIL, error.said(page.t()))),
                number
                    .err()
                    .map(|error| Problem::with(Field::PHONE, error.said(page.t()))),
            ];
            return answer(&page, &guard, values.invalid(problems.into_iter().flatten()));
        }
    };
    match invite::create(&page.services, &guard.0.may, new, client).await? {
        Ok(invited) => {
            announce(&page, &invited)?;
            see_other(&paths::filled(paths::SUBACCOUNT, &invited.account.0))
        }
        Err(InviteRefusal::Taken) => {
            let taken = values.t().subaccounts_new_taken();
            answer(&page, &guard, values.invalid([Problem::with(USERNAME, taken)]))
        }
        Err(InviteRefusal::Name(why)) => answer(
            &page,
            &guard,
            values.invalid([Problem::with(USERNAME, why.said(page.t()))]),
        ),
        Err(InviteRefusal::Mail(cap)) => {
            let refused = Refused::mailing(page.t(), cap, None);
            answer(&page, &guard, values.refused(refused))
        }
        Err(InviteRefusal::Number(why)) => answer(
            &page,
            &guard,
            values.invalid([Problem::with(Field::PHONE, words::not_sent_to(page.t(), why))]),
        ),
        Err(InviteRefusal::NotThere | InviteRefusal::Disabled | InviteRefusal::SessionEnded) => {
            see_other(paths::LOGIN_ENDED)
        }
    }
}
