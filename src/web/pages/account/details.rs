//! `/account/details`: the box for two-factor authentication, the e-mail address and the
//! phone number.
//!
//! The box changes nothing by itself: ticked, it leads to set-up; cleared, to "Disable".
//! What was typed beside it is kept for when one comes back.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        account::{AccountId, Email},
        authenticator::{out_of_band::Channel, totp::Code},
        client::Client,
        phone_number::NumberChange,
        session::{Change, Lack, SignedIn as Session},
    },
    flows::{
        change_email,
        change_phone::{self, Registered},
        enrol, reauthenticate,
        send_code::SendRefusal,
    },
    web::{
        error::Error,
        form::{Field, FormState, Problem, Submission, Values},
        frame::Frame,
        guard::SignedIn,
        page::{Answer, Page, see_other},
        pages::{Refused, account::required_by},
        return_to::ReturnTo,
        session,
    },
};

const HERE: &str = "/account/details";
const CURRENT: &str = "current_code";

const FIELDS: [Field; 4] = [
    Field::text("two_factor", "The box", 16),
    Field::text("email", "The e-mail address", 1024),
    Field::PHONE,
    Field::secret(CURRENT, "The one-time password", 32),
];

#[derive(Template)]
#[template(path = "pages/account/details.html")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a template shows or not, one by one"
)]
struct DetailsPage {
    frame: Frame,
    form: FormState,
    two_factor: bool,
    enrolled: bool,
    /// Who requires a second factor, if anybody does.
    required_by: Option<String>,
    /// Whether codes can be sent to phones, or there is a number to be removed.
    phone: bool,
    /// Whether the number was given by somebody else and is still to be proven.
    unproven: bool,
    /// Whether a change of the number asks for a one-time password.
    asks_current: bool,
}

/// What the page shows besides the form.
struct Standing {
    enrolled: bool,
    registered: Option<Registered>,
    /// What moving the number or the address still takes.
    lack: Option<Lack>,
}

impl Standing {
    async fn of(page: &Page, guard: &SignedIn) -> Result<Self, Error> {
        let (services, id) = (&page.services, &guard.account.id);
        Ok(Self {
            enrolled: enrol::enrolled_since(services, id).await?.is_some(),
            registered: change_phone::registered(services, id).await?,
            lack: reauthenticate::lacks(services, &guard.state, Change::Email).await?,
        })
    }

    fn number(&self) -> String {
        self.registered
            .as_ref()
            .map_or_else(String::new, |registered| registered.number.grouped())
    }
}

async fn answer(
    page: &Page,
    guard: &SignedIn,
    standing: &Standing,
    form: FormState,
    status: StatusCode,
    wait: Option<i64>,
) -> Answer {
    let view = DetailsPage {
        frame: page.frame_with_notice(&guard.account)?,
        two_factor: if form.failed() {
            !form.value("two_factor").is_empty()
        } else {
            standing.enrolled
        },
        enrolled: standing.enrolled,
        required_by: required_by(page, guard).await?,
        phone: page.services.telephone.is_some() || standing.registered.is_some(),
        unproven: standing.registered.as_ref().is_some_and(|number| !number.proven),
        asks_current: standing.lack == Some(Lack::Code),
        form,
    };
    page.show_after(status, wait, &view)
}

/// `GET /account/details`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let standing = Standing::of(&page, &guard).await?;
    let typed = Typed::left(&page, &guard.account.id);
    let email = typed
        .as_ref()
        .map_or(guard.account.email.as_str(), |typed| &typed.email);
    let number = typed
        .as_ref()
        .map_or_else(|| standing.number(), |typed| typed.phone.clone());
    let form = FormState::blank().filled("email", email).filled("phone", number);
    answer(&page, &guard, &standing, form, StatusCode::OK, None).await
}

/// What was typed beside the box, kept while one is elsewhere.
struct Typed {
    email: String,
    phone: String,
}

impl Typed {
    /// What this account left (the attack, or the accident: somebody else signs in in the same
    /// browser, and saves the address of the one before as their own).
    fn left(page: &Page, account: &AccountId) -> Option<Self> {
        let draft = session::take_draft(page.session())?;
        let value = |name: &str| {
            url::form_urlencoded::parse(draft.as_bytes())
                .find(|(key, _)| key == name)
                .map(|(_, value)| value.into_owned())
        };
        if value("account")? != account.0 {
            return None;
        }
        Some(Self {
            email: value("email")?,
            phone: value("phone")?,
        })
    }

    fn leave(page: &Page, account: &AccountId, values: &Values) {
        let draft = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("account", &account.0)
            .append_pair("email", values.text("email").trim())
            .append_pair("phone", values.text("phone").trim())
            .finish();
        session::leave_draft(page.session(), &draft);
    }
}

/// `POST /account/details`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let standing = Standing::of(&page, &guard).await?;
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => {
            return answer(&page, &guard, &standing, unreadable.form, unreadable.status, None).await;
        }
    };
    let invalid = StatusCode::UNPROCESSABLE_ENTITY;
    let email = Email::parse(values.text("email"));
    let present = standing.registered.as_ref().map(|registered| &registered.number);
    let number = NumberChange::typed(values.text("phone"), present);
    let (email, number) = match (email, number) {
        (Ok(email), Ok(number)) => (email, number),
        (email, number) => {
            let problems = [
                email.err().map(|error| Problem::with("email", error.to_string())),
                number
                    .err()
                    .map(|error| Problem::with("phone", error.to_string())),
            ];
            let form = values.form().refused(problems.into_iter().flatten());
            return answer(&page, &guard, &standing, form, invalid, None).await;
        }
    };

    let moves_phone = number != NumberChange::AsItIs;
    let changed = email != guard.account.email || moves_phone;
    let keep_typed = || {
        if changed {
            Typed::leave(&page, &guard.account.id, &values);
        }
    };
    match (values.ticked("two_factor"), standing.enrolled) {
        (true, false) => {
            keep_typed();
            return see_other("/account/security/authenticator");
        }
        (false, true) => {
            keep_typed();
            return see_other("/account/security/manage#disable");
        }
        (true, true) | (false, false) => {}
    }
    if changed && !guard.state.is_fresh(page.services.clock.now()) {
        keep_typed();
        return see_other(&ReturnTo::read(HERE).carried_by("/account/confirm"));
    }
    let session = if changed {
        match prove(&page, &guard, &standing, &values, client).await? {
            Ok(session) => session,
            Err(refused) => {
                let form = values.form().refused([refused.problem]);
                return answer(&page, &guard, &standing, form, refused.status, refused.wait).await;
            }
        }
    } else {
        guard.state.clone()
    };

    let next = match number {
        NumberChange::AsItIs => HERE,
        NumberChange::To(None) => {
            change_phone::remove(&page.services, &session, client).await?;
            HERE
        }
        NumberChange::To(Some(number)) => {
            match change_phone::begin(&page.services, &session, number, client).await? {
                Ok(()) => "/account/phone",
                Err(refusal) => {
                    let refused = sending(refusal);
                    let form = values.form().refused([refused.problem]);
                    let standing = Standing::of(&page, &guard).await?;
                    return answer(&page, &guard, &standing, form, refused.status, refused.wait).await;
                }
            }
        }
    };
    let saved = match change_email::change(&page.services, &guard.account, email, client).await? {
        Ok(saved) => saved,
        Err(cap) => {
            let refused = Refused::mailing(cap, Some("email"));
            let form = values.form().refused([refused.problem]);
            let standing = Standing::of(&page, &guard).await?;
            return answer(&page, &guard, &standing, form, refused.status, refused.wait).await;
        }
    };
    if next == HERE {
        session::leave_notice(
            page.session(),
            if saved || moves_phone {
                "Your details are saved."
            } else {
                "Nothing was different, so nothing was changed."
            },
        );
    }
    see_other(next)
}

/// Asks for what moving the number takes besides a fresh password, and keeps the proof in
/// the session, so that the next mistake in the form does not cost another code.
async fn prove(
    page: &Page,
    guard: &SignedIn,
    standing: &Standing,
    values: &Values,
    client: Client,
) -> Result<Result<Session, Refused>, Error> {
    let missing = match standing.lack {
        None => return Ok(Ok(guard.state.clone())),
        Some(Lack::SignIn) => {
            let again = "A code that we send you is your second step, so this can only be changed just after a sign-in. \
                         Sign out, sign in again and come back here.";
            return Ok(Err(Refused::invalid(Problem::overall(again))));
        }
        Some(Lack::Code) => Code::parse(values.text(CURRENT)),
    };
    let code = match missing {
        Ok(code) => code,
        Err(error) => return Ok(Err(Refused::invalid(Problem::with(CURRENT, error.to_string())))),
    };
    match reauthenticate::with_code(&page.services, guard.state.clone(), code, client).await? {
        Ok(proven) => {
            session::enter(page.session(), page, &proven)?;
            Ok(Ok(proven))
        }
        Err(refusal) => {
            let refused = Refused::code(refusal);
            let problem = Problem {
                field: CURRENT,
                ..refused.problem
            };
            Ok(Err(Refused { problem, ..refused }))
        }
    }
}

/// Why no code went to the new number.
fn sending(refusal: SendRefusal) -> Refused {
    let refused = Refused::sending(refusal, Channel::Sms);
    let problem = Problem {
        field: "phone",
        ..refused.problem
    };
    Refused { problem, ..refused }
}
