//! `/account/details`: the box for two-factor authentication, the e-mail address, the phone number and
//! the language.
//!
//! The box changes nothing by itself: ticking it leads to set-up, clearing it to "Disable". The other input is kept
//! until the person comes back.

use askama::Template;

use crate::{
    domain::{
        account::{AccountId, Email},
        authenticator::out_of_band::Channel,
        change::{Change, SteppedUp},
        client::Client,
        language::Language,
        phone_number::NumberChange,
        session::SignedIn as Session,
    },
    flows::{
        change_email::{self, Saved},
        change_phone::{self, Registered},
        choose_language, next_step,
        send_code::SendRefusal,
    },
    text::{Languages, Said as _, Text},
    web::{
        error::Error,
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::SignedIn,
        language,
        page::{Answer, Page, see_other},
        pages::{
            account::required_by,
            step_up::{asks_code, asks_password, step_up},
        },
        paths,
        refusal::Refused,
        session,
        submission::{Submission, Values},
        whom::Whom,
    },
};

const HERE: &str = paths::ACCOUNT_DETAILS;
const CURRENT: Field = Field::secret("current_code", Text::form_code, 32);

const TWO_FACTOR: Field = Field::text("two_factor", Text::field_box, 16);
const EMAIL: Field = Field::text("email", Text::field_email, 1024);
const FIELDS: [Field; 5] = [TWO_FACTOR, EMAIL, Field::PHONE, Field::LANGUAGE, CURRENT];

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
    /// Who requires a second factor; none if nobody does.
    required_by: Option<Whom>,
    /// Whether codes can be sent to phones, or there is a number to be removed.
    phone: bool,
    /// Whether the number was entered by someone else and is not proven yet.
    unproven: bool,
    /// The address to be confirmed.
    new_email: Option<String>,
    /// Whether a change of the number asks for a one-time password.
    asks_current: bool,
}

/// What the page shows in addition to the form.
struct Standing {
    enrolled: bool,
    registered: Option<Registered>,
    /// The address to be confirmed.
    new_email: Option<Email>,
    /// Whether changing the number or the address requires a code.
    asks_current: bool,
}

impl Standing {
    async fn of(page: &Page, session: &Session) -> Result<Self, Error> {
        let (services, id) = (&page.services, session.account());
        Ok(Self {
            enrolled: next_step::enrolled(services, id).await?.protects(),
            registered: change_phone::registered(services, id).await?,
            new_email: change_email::pending(services, session, page.browser()).await?,
            asks_current: asks_code(page, session, Change::Email).await?,
        })
    }

    fn number(&self) -> String {
        self.registered
            .as_ref()
            .map_or_else(String::new, |registered| registered.number.grouped())
    }
}

async fn answer(page: &Page, guard: &SignedIn, standing: &Standing, reply: Reply) -> Answer {
    let view = DetailsPage {
        frame: page.frame_with_notice(&guard.account),
        two_factor: if reply.form.failed() {
            !reply.form.typed(TWO_FACTOR).is_empty()
        } else {
            standing.enrolled
        },
        enrolled: standing.enrolled,
        required_by: required_by(page, guard).await?,
        phone: page.services.channels.telephone.is_some() || standing.registered.is_some(),
        unproven: standing.registered.as_ref().is_some_and(|number| !number.proven),
        new_email: standing.new_email.as_ref().map(|email| email.as_str().to_owned()),
        asks_current: standing.asks_current,
        form: reply.form,
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /account/details`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: SignedIn, page: Page) -> Answer {
    let standing = Standing::of(&page, &guard.state).await?;
    let typed = Typed::left(&page, &guard.account.id);
    let email = typed
        .as_ref()
        .map_or(guard.account.email.as_str(), |typed| &typed.email);
    let number = typed
        .as_ref()
        .map_or_else(|| standing.number(), |typed| typed.phone.clone());
    let form = FormState::blank()
        .filled(EMAIL, email)
        .filled(Field::PHONE, number)
        .filled(
            Field::LANGUAGE,
            guard.account.language.as_ref().map_or("", Language::as_str),
        );
    answer(&page, &guard, &standing, Reply::first(form)).await
}

/// The page again, with the changes that were made before the refusal.
async fn refuse(
    page: &Page,
    guard: &SignedIn,
    session: &Session,
    values: &Values,
    refused: Refused,
) -> Answer {
    let standing = Standing::of(page, session).await?;
    answer(page, guard, &standing, values.refused(refused)).await
}

/// The other input of the form, kept while the person is on another page.
struct Typed {
    email: String,
    phone: String,
}

impl Typed {
    /// The input that this account left (the attack, or the accident: another person signs in in the same browser,
    /// and saves the previous person's address as their own).
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
            .append_pair("email", values.text(EMAIL).trim())
            .append_pair("phone", values.text(Field::PHONE).trim())
            .finish();
        session::leave_draft(page.session(), &draft);
    }
}

/// The address, the number and the language that were entered.
fn typed(
    values: &Values,
    languages: &Languages,
    standing: &Standing,
    language: Option<Language>,
) -> Result<(Email, NumberChange, Option<Language>), Vec<Problem>> {
    let present = standing.registered.as_ref().map(|registered| &registered.number);
    let email =
        Email::parse(values.text(EMAIL)).map_err(|error| Problem::with(EMAIL, error.said(values.t())));
    let number = NumberChange::typed(values.text(Field::PHONE), present)
        .map_err(|error| Problem::with(Field::PHONE, error.said(values.t())));
    match (email, number, values.language(languages, language)) {
        (Ok(email), Ok(number), Ok(language)) => Ok((email, number, language)),
        (email, number, language) => {
            let problems = [email.err(), number.err(), language.err()];
            Err(problems.into_iter().flatten().collect())
        }
    }
}

/// `POST /account/details`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: SignedIn, page: Page, client: Client, submission: Submission) -> Answer {
    let standing = Standing::of(&page, &guard.state).await?;
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, &standing, reply).await,
    };
    let (email, number, language) = match typed(&values, &page.languages, &standing, guard.account.language) {
        Ok(typed) => typed,
        Err(problems) => return answer(&page, &guard, &standing, values.invalid(problems)).await,
    };

    // It is not security relevant, so that it is saved independently of the rest of this page.
    let changes_language = values.has(Field::LANGUAGE) && language != guard.account.language;
    let chosen = language.and_then(|language| page.languages.of(&language));
    if changes_language {
        choose_language::keep(&page.services, &guard.account, language, client).await?;
        language::keep(page.request(), chosen);
    }
    let t = chosen.unwrap_or_else(|| page.t());
    let moves_phone = number != NumberChange::AsItIs;
    let moves_email = email != guard.account.email;
    let changed = moves_email || moves_phone;
    let keep_typed = || {
        if changed {
            Typed::leave(&page, &guard.account.id, &values);
        }
    };
    match (values.ticked(TWO_FACTOR), standing.enrolled) {
        (true, false) => {
            keep_typed();
            return see_other(paths::ACCOUNT_SECURITY_AUTHENTICATOR);
        }
        (false, true) => {
            keep_typed();
            return see_other(paths::ACCOUNT_SECURITY_MANAGE_DISABLE);
        }
        (true, true) | (false, false) => {}
    }
    let to_prove = [
        moves_phone.then_some(Change::Phone),
        moves_email.then_some(Change::Email),
    ];
    if takes_password(&page, &guard.state, to_prove).await? {
        keep_typed();
        return Err(page.password_first());
    }
    let mut session = guard.state.clone();
    let [to_move_phone, to_move_email] = match prove(&page, &mut session, to_prove, &values, client).await? {
        Ok(leaves) => leaves,
        Err(refused) => return refuse(&page, &guard, &session, &values, refused).await,
    };
    let next = match (number, to_move_phone) {
        (NumberChange::AsItIs, _) | (_, None) => HERE,
        (NumberChange::To(None), Some(leave)) => {
            change_phone::remove(&page.services, leave, client).await?;
            HERE
        }
        (NumberChange::To(Some(number)), Some(leave)) => {
            match change_phone::begin(&page.services, leave, number, client).await? {
                Ok(()) => paths::ACCOUNT_PHONE,
                Err(refusal) => {
                    return refuse(&page, &guard, &session, &values, sending(&page, refusal)).await;
                }
            }
        }
    };
    let saved = match to_move_email {
        None => Saved::AsItWas,
        Some(leave) => {
            let (services, browser) = (&page.services, page.browser());
            match change_email::begin(services, &session, leave, email, browser, client).await? {
                Ok(saved) => saved,
                Err(refusal) => {
                    let refused = Refused::new_email(page.t(), refusal, Some(EMAIL));
                    return refuse(&page, &guard, &session, &values, refused).await;
                }
            }
        }
    };
    // The number comes first, and its page leads on.
    if next == HERE && saved == Saved::Waits {
        if moves_phone {
            session::leave_notice(page.session(), t.account_details_phone_removed());
        }
        return see_other(paths::ACCOUNT_EMAIL);
    }
    if next == HERE {
        session::leave_notice(
            page.session(),
            if saved == Saved::Changed || moves_phone || changes_language {
                t.account_details_saved()
            } else {
                t.account_details_unchanged()
            },
        );
    }
    see_other(next)
}

/// Whether any of these changes requires the password first.
async fn takes_password(page: &Page, session: &Session, changes: [Option<Change>; 2]) -> Result<bool, Error> {
    for change in changes.into_iter().flatten() {
        if asks_password(page, session, change).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Permission for each change, before any is made. One code is enough for both.
async fn prove(
    page: &Page,
    session: &mut Session,
    changes: [Option<Change>; 2],
    values: &Values,
    client: Client,
) -> Result<Result<[Option<SteppedUp>; 2], Refused>, Error> {
    let current = (CURRENT, values.text(CURRENT));
    let mut leaves = [None, None];
    for (leave, change) in leaves.iter_mut().zip(changes) {
        if let Some(change) = change {
            match step_up(page, session, change, current, client).await? {
                Ok(given) => *leave = Some(given),
                Err(refused) => return Ok(Err(refused)),
            }
        }
    }
    Ok(Ok(leaves))
}

/// Why no code went to the new number.
fn sending(page: &Page, refusal: SendRefusal) -> Refused {
    let refused = Refused::sending(page.t(), refusal, Channel::Sms, page.services.calls());
    refused.at(Field::PHONE)
}
