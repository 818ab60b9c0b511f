//! `/login`: user name and password.

use actix_web::http::StatusCode;
use askama::Template;

use crate::{
    domain::{
        account::{Account, Username},
        allow_list::Place,
        authenticator::password::Password,
        client::Client,
        sign_in::Progress,
    },
    flows::{
        allow_list::Approval,
        sign_in::{self, Attempt, EntryRefusal},
    },
    text::Text,
    web::{
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::{Anyone, Guest},
        page::{Answer, Page, see_other},
        paths,
        refusal::Refused,
        return_to::ReturnTo,
        session,
        submission::Submission,
        whom::Whom,
    },
};

const USERNAME: Field = Field::text("username", Text::login_user_name, Username::MAX * 4);
const FIELDS: [Field; 3] = [USERNAME, Field::PASSWORD, Field::RETURN_TO];

#[derive(Template)]
#[template(path = "pages/login/password.html")]
struct PasswordPage {
    frame: Frame,
    form: FormState,
    return_to: ReturnTo,
}

fn answer(page: &Page, reply: Reply) -> Answer {
    let return_to = ReturnTo::of_form(&reply.form);
    let view = PasswordPage {
        frame: page.frame(None).carrying(&return_to),
        return_to,
        form: reply.form,
    };
    page.show_after(reply.status, reply.wait, &view)
}

/// `GET /login`.
///
/// # Errors
/// As [`Page::show`].
pub async fn show(Anyone(signed_in): Anyone, page: Page) -> Answer {
    if let Some(account) = signed_in {
        return already_in(&page, &account);
    }
    let notice = if page.has_query("signed-out") {
        Some(page.t().login_signed_out())
    } else if page.has_query("ended") {
        Some(page.t().login_ended())
    } else if page.has_query(PASSWORD_SET) {
        Some(page.t().login_password_set())
    } else if page.has_query(APPROVED) {
        Some(page.t().login_approved())
    } else {
        None
    };
    let reply = page.first_form();
    let view = PasswordPage {
        frame: Frame {
            notice: notice.map(str::to_owned),
            ..page.frame(None)
        },
        return_to: ReturnTo::of_form(&reply.form),
        form: reply.form,
    };
    page.show(StatusCode::OK, &view)
}

/// In the query after a link to a password was used.
const PASSWORD_SET: &str = "password-set";
/// In the query after a link that approves an address was used.
const APPROVED: &str = "approved";

#[derive(Template)]
#[template(path = "pages/login/already_in.html")]
struct AlreadyInPage {
    frame: Frame,
    /// A change that was just made to another account.
    done: &'static str,
    username: String,
}

/// A signed-in visitor is redirected to their account. A person who used a link for another account is asked first,
/// because they want to sign in to that one.
fn already_in(page: &Page, account: &Account) -> Answer {
    let done = if page.has_query(PASSWORD_SET) {
        page.t().login_already_password()
    } else if page.has_query(APPROVED) {
        page.t().login_already_approved()
    } else {
        return see_other(paths::ACCOUNT);
    };
    let view = AlreadyInPage {
        frame: page.frame(None),
        done,
        username: account.username.as_str().to_owned(),
    };
    page.show(StatusCode::OK, &view)
}

#[derive(Template)]
#[template(path = "pages/login/elsewhere.html")]
struct ElsewherePage {
    frame: Frame,
    address: String,
    approval: Approval,
    /// How long until the next e-mail can be sent, if none was sent.
    next: String,
    whom: Whom,
}

fn elsewhere(page: &Page, approval: Approval, whom: Whom, client: Client) -> Answer {
    let view = ElsewherePage {
        frame: page.frame(None),
        address: Place::of(client.address).to_string(),
        next: match approval {
            Approval::NotMailed(seconds) => page.t().wait(seconds),
            _ => String::new(),
        },
        approval,
        whom,
    };
    page.show(StatusCode::FORBIDDEN, &view)
}

#[derive(Template)]
#[template(path = "pages/login/unreachable.html")]
struct UnreachablePage {
    frame: Frame,
    whom: Whom,
}

/// The second step of the account is currently unavailable. Nothing weaker replaces it.
fn unreachable(page: &Page, whom: Whom) -> Answer {
    let view = UnreachablePage {
        frame: page.frame(None),
        whom,
    };
    page.show(StatusCode::FORBIDDEN, &view)
}

/// `POST /login`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(_: Guest, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, reply),
    };
    let username = values.text(USERNAME);
    let missing = [
        username
            .trim()
            .is_empty()
            .then(|| Problem::with(USERNAME, values.t().login_user_name_empty())),
        values
            .text(Field::PASSWORD)
            .is_empty()
            .then(|| Problem::with(Field::PASSWORD, values.t().login_password_empty())),
    ];
    if missing.iter().any(Option::is_some) {
        return answer(&page, values.invalid(missing.into_iter().flatten()));
    }
    let attempt = Attempt {
        username: username.to_owned(),
        password: Password::typed(values.text(Field::PASSWORD)),
        client,
        browser: page.known_browser(),
    };
    let return_to = ReturnTo::read(values.text(Field::RETURN_TO));
    match sign_in::with_password(&page.services, attempt).await? {
        Ok(progress) => {
            session::begin(page.session(), &page, &progress)?;
            let to = session::page_after(&progress, &return_to.or(paths::ACCOUNT));
            see_other(&match progress {
                Progress::Challenged(_) => return_to.carried_by(&to),
                Progress::EnrolmentRequired(_) | Progress::SignedIn(_) => to,
            })
        }
        Err(EntryRefusal::Elsewhere(approval, main)) => {
            elsewhere(&page, approval, Whom::under(main.as_ref()), client)
        }
        Err(EntryRefusal::Unreachable(main)) => unreachable(&page, Whom::under(main.as_ref())),
        Err(EntryRefusal::Password(refusal)) => {
            let wrong = Problem::overall(values.t().login_wrong());
            let refused = Refused::password(page.t(), refusal, wrong);
            answer(&page, values.refused(refused))
        }
    }
}
