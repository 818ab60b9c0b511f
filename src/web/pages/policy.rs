//! `/policy`: what a main account demands of itself and of its subaccounts.

use std::net::IpAddr;

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        allow_list::AllowList,
        authenticator::totp::Code,
        client::Client,
        policy::{FirstSignIn, MandatoryDate, Policy},
        session::{Change, Lack},
        subaccount::Which,
    },
    flows::{allow_list, reauthenticate, set_policy, subaccounts},
    web::{
        error::Error,
        form::{Field, FormState, Problem, Submission, Values},
        frame::Frame,
        guard::RecentMainAccount,
        page::{Answer, Page, see_other},
        pages::{Refused, account::addresses::shuts_out},
        session,
    },
};

const HERE: &str = "/policy";
const FIELDS: [Field; 6] = [
    Field::text("mandatory_from", "The date", 64),
    Field::text("mandatory_text", "The reason", 4 * Policy::LONGEST_TEXT),
    Field::text("first_sign_in", "The first sign-in", 16),
    Field::text("email_codes", "The box", 16),
    Field::ALLOWED_ADDRESSES,
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
    /// Accounts without a second factor.
    unprotected: i64,
    /// Whether the date is one that has passed.
    in_force: bool,
    phone_first: bool,
    email_codes: bool,
    mail_offered: bool,
    /// Where one is now.
    here: String,
    /// Whether a change that demands less asks for a one-time password.
    asks_code: bool,
}

async fn answer(
    page: &Page,
    guard: &RecentMainAccount,
    here: IpAddr,
    form: FormState,
    status: StatusCode,
    wait: Option<i64>,
) -> Answer {
    let RecentMainAccount(main) = guard;
    let now = page.services.clock.now();
    let in_force = main.signed_in.policy.is_mandatory(now);
    let tally = subaccounts::tally(&page.services, main.may.main()).await?;
    let view = PolicyPage {
        frame: page.frame_with_notice(&main.signed_in.account)?,
        unprotected: tally.of(Which::WithoutApp),
        in_force,
        phone_first: form.value("first_sign_in") != FirstSignIn::App.name(),
        email_codes: !form.value("email_codes").is_empty(),
        mail_offered: page.services.sends_mail(),
        here: here.to_string(),
        asks_code: reauthenticate::lacks(&page.services, &main.signed_in.state, Change::Policy).await?
            == Some(Lack::Code),
        form,
    };
    page.show_after(status, wait, &view)
}

/// `GET /policy`.
///
/// # Errors
/// [`Error::NotFound`] for whoever is no main account.
pub async fn show(guard: RecentMainAccount, page: Page, client: Client) -> Answer {
    let policy = &guard.0.signed_in.policy;
    let date = policy.mandatory_from.map(MandatoryDate::of);
    let form = FormState::blank()
        .filled(
            "mandatory_from",
            date.map_or_else(String::new, |date| date.to_string()),
        )
        .filled("mandatory_text", policy.mandatory_text.as_str())
        .filled("first_sign_in", policy.first_sign_in.name())
        .filled("email_codes", if policy.email_codes { "on" } else { "" })
        .filled(
            "allowed_addresses",
            allow_list::for_everybody(&page.services, guard.0.may.main())
                .await?
                .to_string(),
        );
    answer(&page, &guard, client.address, form, StatusCode::OK, None).await
}

/// Reads the policy.
///
/// # Errors
/// What there is to mend.
fn typed(values: &Values, mail_offered: bool, here: IpAddr) -> Result<(Policy, AllowList), Vec<Problem>> {
    let mut problems = Vec::new();
    let mandatory_from = match values.text("mandatory_from").trim() {
        "" => None,
        text => MandatoryDate::parse(text)
            .map_err(|error| problems.push(Problem::with("mandatory_from", error.to_string())))
            .ok(),
    };
    let mandatory_text = Policy::mandatory_text(values.text("mandatory_text"))
        .map_err(|error| problems.push(Problem::with("mandatory_text", error.to_string())))
        .unwrap_or_default();
    let first_sign_in = FirstSignIn::named(values.text("first_sign_in"));
    if first_sign_in.is_none() {
        problems.push(Problem::with("first_sign_in", "Choose how a first sign-in goes."));
    }
    let email_codes = values.ticked("email_codes");
    if email_codes && !mail_offered {
        let none = "No mail is sent here, so nobody would get a code. Ask whoever runs this service to set a mail server.";
        problems.push(Problem::with("email_codes", none));
    }
    let allowed = AllowList::parse(values.text("allowed_addresses"))
        .map_err(|error| problems.push(Problem::with("allowed_addresses", error.to_string())))
        .unwrap_or_default();
    if !allowed.allows(here) {
        problems.push(Problem::with("allowed_addresses", shuts_out(here)));
    }
    match first_sign_in {
        Some(first_sign_in) if problems.is_empty() => Ok((
            Policy {
                mandatory_from: mandatory_from.map(MandatoryDate::begins),
                mandatory_text,
                first_sign_in,
                email_codes,
            },
            allowed,
        )),
        _ => Err(problems),
    }
}

/// `POST /policy`: "Save".
///
/// # Errors
/// [`Error::NotFound`] for whoever is no main account.
pub async fn submit(guard: RecentMainAccount, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(unreadable) => {
            return answer(
                &page,
                &guard,
                client.address,
                unreadable.form,
                unreadable.status,
                None,
            )
            .await;
        }
    };
    let (policy, allowed) = match typed(&values, page.services.sends_mail(), client.address) {
        Ok(typed) => typed,
        Err(problems) => {
            let form = values.form().refused(problems);
            return answer(
                &page,
                &guard,
                client.address,
                form,
                StatusCode::UNPROCESSABLE_ENTITY,
                None,
            )
            .await;
        }
    };
    let before = allow_list::for_everybody(&page.services, guard.0.may.main()).await?;
    let opens = !before.is_empty() && before != allowed;
    if (opens || policy.demands_less_than(&guard.0.signed_in.policy))
        && let Err(refused) = prove(&page, &guard, &values, client).await?
    {
        let form = values.form().refused([refused.problem]);
        return answer(&page, &guard, client.address, form, refused.status, refused.wait).await;
    }
    if !set_policy::set(&page.services, &guard.0.may, policy, allowed, client).await? {
        return see_other("/login?ended");
    }
    session::leave_notice(
        page.session(),
        "The policy is saved, and counts from the next request on.",
    );
    see_other(HERE)
}

/// Asks for what it takes to demand less (the attack: a session left open opens every
/// account of a company to passwords alone).
async fn prove(
    page: &Page,
    guard: &RecentMainAccount,
    values: &Values,
    client: Client,
) -> Result<Result<(), Refused>, Error> {
    let state = &guard.0.signed_in.state;
    match reauthenticate::lacks(&page.services, state, Change::Policy).await? {
        None => return Ok(Ok(())),
        Some(Lack::SignIn) => {
            let again = "To demand less, sign out, sign in again and come back here.";
            return Ok(Err(Refused::invalid(Problem::overall(again))));
        }
        Some(Lack::Code) => {}
    }
    let code = match Code::parse(values.text("code")) {
        Ok(code) => code,
        Err(error) => return Ok(Err(Refused::invalid(Problem::with("code", error.to_string())))),
    };
    match reauthenticate::with_code(&page.services, state.clone(), code, client).await? {
        Ok(proven) => {
            session::enter(page.session(), page, &proven)?;
            Ok(Ok(()))
        }
        Err(refusal) => Ok(Err(Refused::code(refusal))),
    }
}
