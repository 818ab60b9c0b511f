//! `/login/code`: the one-time password.

use askama::Template;

use crate::{
    domain::client::Client,
    domain::{authenticator::totp::Code, clock::Timestamp},
    flows::{CodeFault, CodeRefusal, sign_in},
    web::{
        field::Field,
        form::{FormState, Reply},
        frame::Frame,
        guard::Challenged,
        page::{Answer, Page, see_other},
        paths,
        refusal::Refused,
        return_to::ReturnTo,
        session,
        submission::Submission,
        whom::Whom,
        words::Moment,
    },
};

const HERE: &str = paths::LOGIN_CODE;
const FIELDS: [Field; 2] = [Field::CODE, Field::RETURN_TO];

#[derive(Template)]
#[template(path = "pages/login/code.html")]
struct CodePage {
    frame: Frame,
    form: FormState,
    return_to: ReturnTo,
    /// The server's time, if the phone's seems to be wrong.
    our_time: Option<Moment>,
    help: bool,
    switched_off: bool,
    whom: Whom,
}

async fn answer(page: &Page, guard: &Challenged, our_time: Option<Timestamp>, reply: Reply) -> Answer {
    let return_to = ReturnTo::of_form(&reply.form);
    let standing = sign_in::code_standing(&page.services, &guard.state).await?;
    let view = CodePage {
        frame: page.frame_of_step(guard).carrying(&return_to),
        form: reply.form,
        return_to: return_to.clone(),
        our_time: our_time.map(|at| Moment::at(page.t(), at)),
        help: standing.failures >= page.help_after,
        switched_off: standing.off,
        whom: Whom::of(page, &guard.account).await?,
    };
    page.show_step(reply.status, reply.wait, &return_to.carried_by(HERE), &view)
}

/// `GET /login/code`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn show(guard: Challenged, page: Page) -> Answer {
    answer(&page, &guard, None, page.first_form()).await
}

/// `POST /login/code`.
///
/// # Errors
/// [`crate::web::error::Error`].
pub async fn submit(guard: Challenged, page: Page, client: Client, submission: Submission) -> Answer {
    let values = match submission.read(&FIELDS) {
        Ok(values) => values,
        Err(reply) => return answer(&page, &guard, None, reply).await,
    };
    let return_to = ReturnTo::read(values.text(Field::RETURN_TO));
    let code = match values.parse(Field::CODE, Code::parse) {
        Ok(code) => code,
        Err(reply) => return answer(&page, &guard, None, reply).await,
    };
    match sign_in::with_code(&page.services, guard.state.clone(), code, client).await? {
        Ok(progress) => {
            let inside = return_to.or(paths::ACCOUNT);
            see_other(&session::proceed(page.session(), &page, &progress, &inside)?)
        }
        Err(refusal) => {
            let clock_is_off = matches!(refusal, CodeRefusal::Refused(CodeFault::Wrong(Some(_)), _));
            let our_time = clock_is_off.then(|| page.services.clock.now());
            answer(
                &page,
                &guard,
                our_time,
                values.refused(Refused::code(page.t(), refusal)),
            )
            .await
        }
    }
}
