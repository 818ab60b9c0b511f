//! `/policy`: what a main account requires of itself and of its subaccounts.

use std::net::IpAddr;

use askama::Template;

use crate::{
    domain::{
        allow_list::{AllowList, Place},
        change::Change,
        client::Client,
        language::Language,
        next_step::{Step, Then},
        policy::{FirstSignIn, MandatoryDate, Policy},
    },
    flows::{
        allow_list,
        set_policy::{self, PolicyRefusal},
        subaccounts,
    },
    text::{Languages, Markup, Said as _, Text},
    web::{
        error::Error,
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::RecentMainAccount,
        page::{Answer, Page, see_other},
        pages::{
            account::addresses::shuts_out,
            step_up::{asks_code, asks_password, step_up},
        },
        paths, session,
        submission::{Submission, Values},
    },
};

const HERE: &str = paths::POLICY;
const MANDATORY_FROM: Field = Field::text("mandatory_from", Text::policy_mandatory_from, 64);
const MANDATORY_TEXT: Field = Field::text(
    "mandatory_text",
    Text::policy_mandatory_text,
    4 * Policy::LONGEST_TEXT,
);
const FIRST_SIGN_IN: Field = Field::text("first_sign_in", Text::policy_first, 16);
const EMAIL_CODES: Field = Field::text("email_codes", Text::policy_email_label, 16);
const FIELDS: [Field; 7] = [
    MANDATORY_FROM,
    MANDATORY_TEXT,
    FIRST_SIGN_IN,
    EMAIL_CODES,
    Field::ALLOWED_ADDRESSES,
    Field::LANGUAGE,
    Field::CODE,
];

#[derive(Template)]
#[template(path = "pages/policy.html")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a template shows or not, one by one"
)]
struct PolicyPage {
    frame: Frame,
    form: FormState,
    /// What sign-ins require once a second factor is mandatory, with the number of accounts.
    forecast: Vec<Forecasted>,
    /// Whether the date has passed.
    in_force: bool,
    phone_first: bool,
    email_codes: bool,
    mail_offered: bool,
    /// The address that the request came from.
    here: String,
    /// The network of this address, if a device changes between many addresses of it.
    network: Option<Place>,
    /// Whether relaxing a requirement needs a one-time password.
    asks_code: bool,
}

/// A sentence with a number of accounts.
type Counted = fn(Text, i64) -> Markup;

/// The number of accounts of a kind, and what their next sign-in requires.
struct Forecasted {
    words: Markup,
    /// Whether they cannot sign in without help.
    alarming: bool,
}

/// What sign-ins require once a second factor is mandatory, with the values of the form; nothing if every account has
/// an authenticator.
async fn forecast(
    page: &Page,
    guard: &RecentMainAccount,
    form: &FormState,
) -> Result<Vec<Forecasted>, Error> {
    let saved = &guard.0.signed_in.policy;
    let typed = Policy {
        first_sign_in: FirstSignIn::named(form.typed(FIRST_SIGN_IN)).unwrap_or(saved.first_sign_in),
        email_codes: !form.typed(EMAIL_CODES).is_empty(),
        ..Policy::default()
    };
    let forecast = subaccounts::forecast(&page.services, guard.0.may.main(), &typed).await?;
    let t = page.t();
    let asked: [(Step, Counted); 6] = [
        (Step::SetUp, Text::policy_next_set_up),
        (Step::Phone(Then::SignedIn), Text::policy_next_phone),
        (Step::Phone(Then::SetUp), Text::policy_next_phone_and_set_up),
        (Step::Email(Then::SetUp), Text::policy_next_email_and_set_up),
        (Step::SetUpCode, Text::policy_next_set_up_code),
        (Step::Unreachable, Text::policy_next_unreachable),
    ];
    let counted = asked.map(|(step, words)| (step, words, forecast.of(step)));
    let some = counted.into_iter().filter(|(.., count)| *count > 0);
    Ok(some
        .map(|(step, words, count)| Forecasted {
            words: words(t, count),
            alarming: step == Step::Unreachable,
        })
        .collect())
}

async fn answer(page: &Page, guard: &RecentMainAccount, here: IpAddr, reply: Reply) -> Answer {
    let RecentMainAccount(main) = guard;
    let now = page.services.clock.now();
    let in_force = main.signed_in.policy.is_mandatory(now);
    let view = PolicyPage {
        frame: page.frame_with_notice(&main.signed_in.account),
        forecast: forecast(page, guard, &reply.form).await?,
        in_force,
        phone_first: reply.form.typed(FIRST_SIGN_IN) != FirstSignIn::App.name(),
        email_codes: !reply.form.typed(EMAIL_CODES).is_empty(),
        mail_offered: page.services.sends_mail(),
        here: here.to_string(),
        network: Place::of(here).network(),
        asks_code: asks_code(page, &main.signed_in.state, Change::Policy).await?,
        form: reply.form,
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /policy`.
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for everyone but a main account.
pub async fn show(guard: RecentMainAccount, page: Page, client: Client) -> Answer {
    // Before anything is typed.
    if asks_password(&page, &guard.0.signed_in.state, Change::Policy).await? {
        return Err(page.password_first());
    }
    let policy = &guard.0.signed_in.policy;
    let date = policy.mandatory_from.map(MandatoryDate::of);
    let form = FormState::blank()
        .filled(
            MANDATORY_FROM,
            date.map_or_else(String::new, |date| date.to_string()),
        )
        .filled(MANDATORY_TEXT, policy.mandatory_text.as_str())
        .filled(FIRST_SIGN_IN, policy.first_sign_in.name())
        .filled(EMAIL_CODES, if policy.email_codes { "on" } else { "" })
        .filled(
            Field::LANGUAGE,
            policy.language.as_ref().map_or("", Language::as_str),
        )
        .filled(
            Field::ALLOWED_ADDRESSES,
            allow_list::for_everybody(&page.services, guard.0.may.main())
                .await?
                .to_string(),
        );
    answer(&page, &guard, client.address, Reply::first(form)).await
}

/// Reads the policy.
///
/// # Errors
/// The errors to correct.
fn typed(
    values: &Values,
    (languages, present): (&Languages, Option<Language>),
    mail_offered: bool,
    here: IpAddr,
) -> Result<(Policy, AllowList), Vec<Problem>> {
    let mut problems = Vec::new();
    let mandatory_from = match values.text(MANDATORY_FROM).trim() {
        "" => None,
        text => MandatoryDate::parse(text)
            .map_err(|error| problems.push(Problem::with(MANDATORY_FROM, error.said(values.t()))))
            .ok(),
    };
    let mandatory_text = Policy::mandatory_text(values.text(MANDATORY_TEXT))
        .map_err(|error| problems.push(Problem::with(MANDATORY_TEXT, error.said(values.t()))))
        .unwrap_or_default();
    let first_sign_in = FirstSignIn::named(values.text(FIRST_SIGN_IN));
    if first_sign_in.is_none() {
        problems.push(Problem::with(FIRST_SIGN_IN, values.t().policy_first_missing()));
    }
    let email_codes = values.ticked(EMAIL_CODES);
    if email_codes && !mail_offered {
        let none = values.t().policy_email_unavailable_problem();
        problems.push(Problem::with(EMAIL_CODES, none));
    }
    let allowed = AllowList::parse(values.text(Field::ALLOWED_ADDRESSES))
        .map_err(|error| problems.push(Problem::with(Field::ALLOWED_ADDRESSES, error.said(values.t()))))
        .unwrap_or_default();
    if !allowed.allows(here) {
        problems.push(Problem::with(
            Field::ALLOWED_ADDRESSES,
            shuts_out(values.t(), here),
        ));
    }
    let language = values
        .language(languages, present)
        .map_err(|problem| problems.push(problem))
        .unwrap_or_default();
    match first_sign_in {
        Some(first_sign_in) if problems.is_empty() => Ok((
            Policy {
                mandatory_from: mandatory_from.map(MandatoryDate::begins),
                mandatory_text,
                first_sign_in,
                email_codes,
                language,
            },
            allowed,
        )),
        _ => Err(problems),
    }
}

/// `POST /policy`: "Save".
///
/// # Errors
/// [`crate::web::error::Error::NotFound`] for everyone but a main account.
pub async fn submit(guard: RecentMainAccount, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, client.address, reply).await,
    };
    let (policy, allowed) = match typed(
        &values,
        (&page.languages, guard.0.signed_in.policy.language),
        page.services.sends_mail(),
        client.address,
    ) {
        Ok(typed) => typed,
        Err(problems) => {
            return answer(&page, &guard, client.address, values.invalid(problems)).await;
        }
    };
    let change = set_policy::change(&page.services, &guard.0.may, &policy, &allowed).await?;
    let mut session = guard.0.signed_in.state.clone();
    let code = (Field::CODE, values.text(Field::CODE));
    let leave = match step_up(&page, &mut session, change, code, client).await? {
        Ok(leave) => leave,
        Err(refused) => {
            return answer(&page, &guard, client.address, values.refused(refused)).await;
        }
    };
    match set_policy::set(&page.services, &guard.0.may, leave, policy, allowed, client).await? {
        Ok(None) => {}
        Ok(Some(epoch)) => session::enter(page.session(), &page, &session.carried_over(epoch))?,
        Err(PolicyRefusal::SessionEnded) => return see_other(paths::LOGIN_ENDED),
        Err(PolicyRefusal::ShutsOut) => {
            let problem = Problem::overall(page.t().policy_shuts_out());
            return answer(&page, &guard, client.address, values.invalid([problem])).await;
        }
        Err(PolicyRefusal::DemandsLess) => {
            let problem = Problem::overall(page.t().policy_less_meanwhile());
            return answer(&page, &guard, client.address, values.invalid([problem])).await;
        }
    }
    session::leave_notice(page.session(), page.t().policy_saved());
    see_other(HERE)
}
