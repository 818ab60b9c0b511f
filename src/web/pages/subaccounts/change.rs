//! `/subaccounts/{id}`: a subaccount as its manager sees it, and what the page's forms have in common. Each form is
//! sent to a separate file.

use actix_web::{HttpResponse, http::StatusCode};
use askama::Template;

use crate::{
    flows::{
        BothRefusal,
        manage_subaccount::{GivenJustification, Refusal},
    },
    text::Text,
    web::{
        error::Error,
        field::Field,
        form::{FormState, Problem, Reply},
        frame::Frame,
        guard::{ManagedSubaccount, RecentManagedSubaccount},
        page::{Answer, Page, see_other},
        pages::subaccounts::justification,
        paths,
        refusal::Refused,
        session::{self, PassedOn},
        submission::{Submission, Values},
        words::{self, Moment},
    },
};

/// The box of the form of details.
pub(super) const REQUIRED: Field = Field::text("two_factor_required", Text::field_box, 16);
/// Its e-mail address.
pub(super) const EMAIL: Field = Field::text("email", Text::field_email, 1024);

#[derive(Template)]
#[template(path = "pages/subaccounts/change.html")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a template shows or not, one by one"
)]
struct ChangePage {
    frame: Frame,
    save: FormState,
    reset: FormState,
    link_form: FormState,
    delete: FormState,
    action: String,
    username: String,
    /// What the box shows.
    box_ticked: bool,
    /// The current requirement.
    required: bool,
    /// Whether codes can be sent to phones, or there is a number to be removed.
    phone: bool,
    /// Whether its owner has confirmed the number.
    proven: bool,
    /// Whether another number requires a reason.
    number_is_guarded: bool,
    /// Whether the form asks for a reason beside the number.
    asks_because: bool,
    second_factor_since: Option<Moment>,
    /// Whether the manager has a second factor of their own.
    may_touch: bool,
    disabled: bool,
    /// Whether a link to a new password can be mailed.
    mail_offered: bool,
    waits: bool,
    /// Whether its owner has not chosen a password yet.
    is_invited: bool,
    /// Wrong codes in a row.
    wrong_codes: i64,
    /// Whether codes are disabled until a reset.
    codes_off: bool,
    /// When the invitation that still works was made, if there is one.
    invited: Option<Moment>,
    /// Whether its codes come by e-mail, so that no link goes to the same mailbox.
    codes_by_mail: bool,
    /// Secrets that were just made, shown only now.
    handed: Option<HandedOver>,
}

/// What the manager hands over in person or by phone.
enum HandedOver {
    Invitation(String),
    SetUpCode(String),
    PasswordLink(String),
}

/// Which of the page's forms was sent. The error of a form that is only a button is shown with the first.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Details,
    Reset,
    PasswordLink,
    Delete,
}

/// A form that is shown again, and why.
pub(super) struct Returned {
    pub(super) which: Form,
    pub(super) reply: Reply,
}

/// The page, with a form that is shown again or with none.
pub(super) async fn answer(page: &Page, subject: &ManagedSubaccount, returned: Option<Returned>) -> Answer {
    let (standing, account) = (&subject.standing, subject.account());
    let registered = standing.registered.as_ref();
    let number = registered.map_or_else(String::new, |registered| registered.number.grouped());
    let saved = FormState::blank()
        .filled(EMAIL, account.email.as_str())
        .filled(Field::PHONE, number);
    let mut box_ticked = account.two_factor_required;
    let mut forms = [saved, FormState::blank(), FormState::blank(), FormState::blank()];
    let (status, wait) = returned
        .as_ref()
        .map_or((StatusCode::OK, None), |Returned { reply, .. }| {
            (reply.status, reply.wait)
        });
    if let Some(Returned { which, reply }) = returned {
        if matches!(which, Form::Details) {
            box_ticked = !reply.form.typed(REQUIRED).is_empty();
        }
        forms[which as usize] = reply.form;
    }
    let [save, reset, link_form, delete] = forms;
    let releases = account.two_factor_required && !box_ticked;
    let asks_because = !releases && justification::lacking(&save);
    let handed = session::take_to_pass_on(page.session(), page, &account.id).map(|(what, text)| {
        let text = text.as_str();
        let link = |path| page.origin.clone() + &paths::filled(path, text);
        match what {
            PassedOn::Invitation => HandedOver::Invitation(link(paths::INVITATION)),
            PassedOn::SetUpCode => HandedOver::SetUpCode(text.to_owned()),
            PassedOn::PasswordLink => HandedOver::PasswordLink(link(paths::NEW_PASSWORD)),
        }
    });
    let now = page.services.clock.now();
    let past = |moment| Moment::past(page.t(), moment, now);
    let view = ChangePage {
        frame: Frame {
            shows_secret: handed.is_some(),
            ..page.frame_with_notice(&subject.manager.signed_in.account)
        },
        save,
        reset: reset.named("reset-"),
        link_form: link_form.named("link-"),
        delete: delete.named("delete-"),
        action: subject.path(),
        username: account.username.as_str().to_owned(),
        box_ticked,
        required: account.two_factor_required,
        phone: page.services.channels.telephone.is_some() || registered.is_some(),
        proven: registered.is_some_and(|registered| registered.proven),
        number_is_guarded: standing.number_is_guarded,
        asks_because,
        second_factor_since: standing.second_factor_since.map(past),
        may_touch: justification::may_give(page, &subject.manager.may).await?,
        disabled: !account.is_enabled(),
        mail_offered: page.services.sends_mail(),
        waits: standing.waits,
        is_invited: standing.is_invited,
        wrong_codes: standing.wrong_codes,
        codes_off: standing.codes_off,
        codes_by_mail: standing.codes_by_mail,
        invited: standing.invited_at.map(past),
        handed,
    };
    page.show_after(status, wait, &view)
}

/// `GET /subaccounts/{id}`.
///
/// # Errors
/// [`Error::NotFound`] for an id that does not exist or is not theirs.
pub async fn show(RecentManagedSubaccount(subject): RecentManagedSubaccount, page: Page) -> Answer {
    answer(&page, &subject, None).await
}

/// Reads a form that requires a [`GivenJustification`], and the errors that `more` adds; the page with the form if
/// there is something to correct.
pub(super) async fn given(
    page: &Page,
    subject: &ManagedSubaccount,
    submission: Submission,
    (which, fields): (Form, &[Field]),
    more: impl FnOnce(&Values) -> Option<Problem>,
) -> Result<Result<(GivenJustification, Values), HttpResponse>, Error> {
    let values = match submission.read(fields) {
        Ok(values) => values,
        Err(reply) => return Ok(Err(answer(page, subject, Some(Returned { which, reply })).await?)),
    };
    let mut problems: Vec<Problem> = more(&values).into_iter().collect();
    let read = justification::read(page, &subject.manager.may, &values).await?;
    match read.map_err(|found| problems.extend(found)) {
        Ok(justification) if problems.is_empty() => Ok(Ok((justification, values))),
        _ => {
            let reply = values.invalid(problems);
            Ok(Err(answer(page, subject, Some(Returned { which, reply })).await?))
        }
    }
}

/// Redirects to the page after a change, with a notice, or shows the form again.
pub(super) async fn conclude(
    page: &Page,
    subject: ManagedSubaccount,
    done: Result<(), Refusal>,
    notice: &str,
    (which, form): (Form, FormState),
) -> Answer {
    let refused = match done {
        Ok(()) => {
            session::leave_notice(page.session(), notice);
            return see_other(&subject.path());
        }
        Err(Refusal::NotThere) => return Err(Error::NotFound),
        Err(Refusal::Mail(cap)) => Refused::mailing(page.t(), cap, None),
        Err(Refusal::Number(why)) => {
            Refused::invalid(Problem::with(Field::PHONE, words::not_sent_to(page.t(), why)))
        }
        // Meanwhile the number was proven, or a password chosen.
        Err(Refusal::JustificationMissing) => Refused::invalid(Problem::with(
            justification::REASON,
            page.t().subaccounts_reason_missing(),
        )),
        Err(Refusal::Check(BothRefusal::Password(refusal))) => Refused::password(
            page.t(),
            refusal,
            Problem::with(Field::PASSWORD, page.t().problem_password_wrong()),
        ),
        Err(Refusal::Check(BothRefusal::Code(refusal))) => Refused::code(page.t(), refusal),
        Err(Refusal::FactorIsNew(from)) => {
            let until = page.t().subaccounts_own_factor_new(page.t().moment(from));
            Refused::invalid(Problem::overall(until))
        }
        Err(Refusal::SessionEnded) => return see_other(paths::LOGIN_ENDED),
    };
    let reply = refused.with(form);
    let subject = subject.again(page).await?;
    answer(page, &subject, Some(Returned { which, reply })).await
}
