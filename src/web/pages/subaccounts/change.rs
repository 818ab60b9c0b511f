//! `/subaccounts/{id}`: a subaccount as its manager changes it.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;

use crate::{
    domain::{account::Email, client::Client, phone_number::NumberChange, subaccount::Manager},
    flows::{
        BothRefusal,
        invite::{self, InviteRefusal},
        manage_subaccount::{self, Details, Order, Refusal},
        subaccounts::{self, Standing},
    },
    web::{
        error::Error,
        form::{Field, FormState, Problem, Submission},
        frame::Frame,
        guard::{self, RecentManager},
        page::{Answer, Page, see_other},
        pages::{
            Refused,
            subaccounts::{announce, justification},
        },
        session::{self, PassedOn},
        words::{self, Moment},
    },
};

const REQUIRED: &str = "two_factor_required";
const SAVE: [Field; 6] = [
    Field::text(REQUIRED, "The box", 16),
    Field::text("email", "The e-mail address", 1024),
    Field::PHONE,
    justification::REASON,
    Field::PASSWORD,
    Field::CODE,
];
const DELETE: [Field; 4] = [
    Field::text("sure", "The box", 16),
    justification::REASON,
    Field::PASSWORD,
    Field::CODE,
];

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
    /// What is required now.
    required: bool,
    /// Whether codes can be sent to phones, or there is a number to be removed.
    phone: bool,
    /// Whether the number was proven by its owner.
    proven: bool,
    /// Whether a reason is asked for beside the number.
    asks_because: bool,
    second_factor_since: Option<Moment>,
    /// Whether the manager has a second factor of their own.
    may_touch: bool,
    disabled: bool,
    /// Whether a link to another password can be mailed.
    mail_offered: bool,
    waits: bool,
    /// Whether its owner has yet to choose a password.
    is_invited: bool,
    /// Wrong codes in a row.
    wrong_codes: i64,
    /// Whether codes are switched off until a reset.
    codes_off: bool,
    /// When the invitation was made that still works, if there is one.
    invited: Option<Moment>,
    /// A link that was just made.
    link: Option<String>,
    /// A set-up code that was just made.
    set_up_code: Option<String>,
}

/// Which of the page's forms was sent.
#[derive(Clone, Copy)]
enum Sent {
    Save,
    Reset,
    MailPasswordLink,
    Delete,
}

/// Which of the page's buttons was pressed.
#[derive(Clone, Copy)]
enum Button {
    Unlock,
    Disable,
    Enable,
}

async fn standing(page: &Page, manager: &Manager, id: &str) -> Result<Standing, Error> {
    subaccounts::find(&page.services, manager, id)
        .await?
        .ok_or(Error::NotFound)
}

async fn answer(
    page: &Page,
    guard: &guard::Manager,
    standing: Standing,
    status: StatusCode,
    wait: Option<i64>,
    sent: Option<(Sent, FormState)>,
) -> Answer {
    let account = standing.managed.account();
    let registered = standing.registered.as_ref();
    let number = registered.map_or_else(String::new, |registered| registered.number.grouped());
    let saved = || {
        FormState::blank()
            .filled("email", account.email.as_str())
            .filled("phone", number.as_str())
    };
    let box_ticked = match &sent {
        Some((Sent::Save, form)) => !form.value(REQUIRED).is_empty(),
        _ => account.two_factor_required,
    };
    let mut forms = [
        saved(),
        FormState::blank(),
        FormState::blank(),
        FormState::blank(),
    ];
    if let Some((which, form)) = sent {
        forms[which as usize] = form;
    }
    let [save, reset, link_form, delete] = forms;
    let releases = account.two_factor_required && !box_ticked;
    let asks_because = !releases && justification::lacking(&save);
    let (link, set_up_code) = match session::take_to_pass_on(page.session(), page, &account.id) {
        Some((PassedOn::Invitation, token)) => (
            Some(format!("{}/invitation/{}", page.origin, token.as_str())),
            None,
        ),
        Some((PassedOn::SetUpCode, code)) => (None, Some(code)),
        None => (None, None),
    };
    let now = page.services.clock.now();
    let past = |moment| Moment::past(moment, now);
    let view = ChangePage {
        frame: page.frame_with_notice(&guard.signed_in.account)?,
        save,
        reset: reset.named("reset-"),
        link_form: link_form.named("link-"),
        delete: delete.named("delete-"),
        action: format!("/subaccounts/{}", account.id.0),
        username: account.username.as_str().to_owned(),
        box_ticked,
        required: account.two_factor_required,
        phone: page.services.telephone.is_some() || registered.is_some(),
        proven: registered.is_some_and(|registered| registered.proven),
        asks_because,
        second_factor_since: standing.second_factor_since.map(past),
        may_touch: justification::may_give(page, &guard.may).await?,
        disabled: !account.is_enabled(),
        mail_offered: page.services.sends_mail(),
        waits: standing.waits,
        is_invited: standing.is_invited,
        wrong_codes: standing.wrong_codes,
        codes_off: standing.codes_off,
        invited: standing.invited_at.map(past),
        link,
        set_up_code: set_up_code.map(|code| code.as_str().to_owned()),
    };
    page.show_after(status, wait, &view)
}

/// `GET /subaccounts/{id}`.
///
/// # Errors
/// [`Error::NotFound`] for an id that is not there or not theirs.
pub async fn show(RecentManager(guard): RecentManager, page: Page, id: Path<String>) -> Answer {
    let standing = standing(&page, &guard.may, &id).await?;
    answer(&page, &guard, standing, StatusCode::OK, None, None).await
}

/// Goes on after a change, or shows the form again.
async fn conclude(
    page: &Page,
    guard: &guard::Manager,
    id: &str,
    done: Result<(), Refusal>,
    notice: &str,
    sent: (Sent, FormState),
) -> Answer {
    let refused = match done {
        Ok(()) => {
            session::leave_notice(page.session(), notice);
            return see_other(&format!("/subaccounts/{id}"));
        }
        Err(Refusal::NotThere) => return Err(Error::NotFound),
        Err(Refusal::Mail(cap)) => Refused::mailing(cap, None),
        Err(Refusal::Number(why)) => Refused::invalid(Problem::with("phone", words::not_sent_to(why))),
        // The number was proven, or a password chosen, meanwhile.
        Err(Refusal::BecauseMissing) => Refused::invalid(Problem::with("reason", "Give a reason.")),
        Err(Refusal::Check(BothRefusal::Password(refusal))) => {
            Refused::password(refusal, Problem::with("password", "The password is not right."))
        }
        Err(Refusal::Check(BothRefusal::Code(refusal))) => Refused::code(refusal),
        Err(Refusal::SessionEnded | Refusal::Check(BothRefusal::Required | BothRefusal::SessionEnded)) => {
            return see_other("/login?ended");
        }
    };
    let (which, form) = sent;
    let form = form.refused([refused.problem]);
    let standing = standing(page, &guard.may, id).await?;
    answer(
        page,
        guard,
        standing,
        refused.status,
        refused.wait,
        Some((which, form)),
    )
    .await
}

/// `POST /subaccounts/{id}`: "Save".
///
/// # Errors
/// [`Error::NotFound`] for an id that is not there or not theirs.
pub async fn submit(
    RecentManager(guard): RecentManager,
    page: Page,
    id: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    let standing = standing(&page, &guard.may, &id).await?;
    let values = match submission.read(&SAVE) {
        Ok(values) => values,
        Err(unreadable) => {
            let sent = Some((Sent::Save, unreadable.form));
            return answer(&page, &guard, standing, unreadable.status, None, sent).await;
        }
    };
    let required = values.ticked(REQUIRED);
    let mut problems = Vec::new();
    let registered = standing.registered.as_ref();
    let present = registered.map(|registered| &registered.number);
    let number = NumberChange::typed(values.text("phone"), present)
        .map_err(|error| problems.push(Problem::with("phone", error.to_string())))
        .unwrap_or(NumberChange::AsItIs);
    let takes_number =
        number != NumberChange::AsItIs && registered.is_some_and(|registered| registered.proven);
    let releases = standing.managed.account().two_factor_required && !required;
    let email = Email::parse(values.text("email"))
        .map_err(|error| problems.push(Problem::with("email", error.to_string())))
        .ok();
    let moves_links = !standing.is_invited
        && email
            .as_ref()
            .is_some_and(|email| *email != standing.managed.account().email);
    let mut given = None;
    if releases || takes_number || moves_links {
        let read = justification::read(&page, &guard.may, &values).await?;
        given = read.map_err(|found| problems.extend(found)).ok();
    }
    let order = Order {
        manager: &guard.may,
        id: &id,
        client,
    };
    let form = values.form();
    let details = email.filter(|_| problems.is_empty()).map(|email| Details {
        email,
        number,
        require: required,
    });
    let notice = if releases {
        "Saved. Two-factor authentication is no longer required, and what there was of it is removed."
    } else {
        "The details are saved."
    };
    let done = match (details, given) {
        (Some(details), Some(because)) => {
            manage_subaccount::save_because(&page.services, &order, details, because).await?
        }
        (Some(details), None) => manage_subaccount::save(&page.services, &order, details).await?,
        (None, _) => {
            let sent = Some((Sent::Save, form.refused(problems)));
            let invalid = StatusCode::UNPROCESSABLE_ENTITY;
            return answer(&page, &guard, standing, invalid, None, sent).await;
        }
    };
    conclude(&page, &guard, &id, done, notice, (Sent::Save, form)).await
}

/// Does what takes a [`manage_subaccount::Because`] and nothing else.
async fn because(
    page: Page,
    guard: guard::Manager,
    id: &str,
    client: Client,
    submission: Submission,
    which: Sent,
) -> Answer {
    let standing = standing(&page, &guard.may, id).await?;
    let values = match submission.read(&justification::FIELDS) {
        Ok(values) => values,
        Err(unreadable) => {
            let sent = Some((which, unreadable.form));
            return answer(&page, &guard, standing, unreadable.status, None, sent).await;
        }
    };
    let form = values.form();
    let because = match justification::read(&page, &guard.may, &values).await? {
        Ok(because) => because,
        Err(problems) => {
            let sent = Some((which, form.refused(problems)));
            let invalid = StatusCode::UNPROCESSABLE_ENTITY;
            return answer(&page, &guard, standing, invalid, None, sent).await;
        }
    };
    let order = Order {
        manager: &guard.may,
        id,
        client,
    };
    let services = &page.services;
    let (done, notice) = if matches!(which, Sent::MailPasswordLink) {
        let mailed = manage_subaccount::mail_password_link(services, &order, because).await?;
        let notice = if mailed == Ok(true) {
            "We sent a link to choose a new password. It works once, for 30 minutes."
        } else {
            "No link was sent: the codes of this account come by e-mail, so anyone who reads that mailbox would have \
             both. Ask those who run this service to set a new password."
        };
        (mailed.map(drop), notice)
    } else {
        let done = manage_subaccount::reset(services, &order, because).await?;
        if let Ok(Some(code)) = &done {
            let account = &standing.managed.account().id;
            let what = PassedOn::SetUpCode;
            session::leave_to_pass_on(page.session(), &page, account, what, &code.grouped())?;
        }
        (
            done.map(drop),
            "Two-factor authentication is reset, and all sessions are ended. The next sign-in begins with a new set-up.",
        )
    };
    conclude(&page, &guard, id, done, notice, (which, form)).await
}

/// `POST /subaccounts/{id}/reset`. Asks for everything itself, so an older sign-in will do.
///
/// # Errors
/// [`Error::NotFound`] for an id that is not there or not theirs.
pub async fn reset(
    guard: guard::Manager,
    page: Page,
    id: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    because(page, guard, &id, client, submission, Sent::Reset).await
}

/// `POST /subaccounts/{id}/new-password`. Asks for everything itself, too.
///
/// # Errors
/// [`Error::NotFound`] for an id that is not there or not theirs.
pub async fn new_password(
    guard: guard::Manager,
    page: Page,
    id: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    because(page, guard, &id, client, submission, Sent::MailPasswordLink).await
}

async fn press(
    page: Page,
    guard: guard::Manager,
    id: &str,
    order: Order<'_>,
    submission: Submission,
    button: Button,
) -> Answer {
    submission.pressed()?;
    let services = &page.services;
    let (done, notice) = match button {
        Button::Unlock => (
            manage_subaccount::unlock(services, &order).await?,
            "The account is unlocked: wrong passwords are forgotten.",
        ),
        Button::Disable => (
            manage_subaccount::disable(services, &order).await?,
            "The account is disabled, and all its sessions are ended.",
        ),
        Button::Enable => (
            manage_subaccount::enable(services, &order).await?,
            "The account is enabled again.",
        ),
    };
    conclude(&page, &guard, id, done, notice, (Sent::Save, FormState::blank())).await
}

macro_rules! buttons {
    ($($(#[$meta:meta])* $name:ident: $button:expr;)+) => {$(
        $(#[$meta])*
        ///
        /// # Errors
        /// [`Error::NotFound`] for an id that is not there or not theirs.
        pub async fn $name(
            RecentManager(guard): RecentManager,
            page: Page,
            id: Path<String>,
            client: Client,
            submission: Submission,
        ) -> Answer {
            let manager = guard.may.clone();
            let order = Order { manager: &manager, id: &id, client };
            press(page, guard, &id, order, submission, $button).await
        }
    )+};
}

buttons! {
    /// `POST /subaccounts/{id}/unlock`.
    unlock: Button::Unlock;
    /// `POST /subaccounts/{id}/disable`.
    disable: Button::Disable;
    /// `POST /subaccounts/{id}/enable`.
    enable: Button::Enable;
}

/// `POST /subaccounts/{id}/delete`, once one is sure. Asks for everything itself, as a reset does.
///
/// # Errors
/// [`Error::NotFound`] for an id that is not there or not theirs.
pub async fn delete(
    guard: guard::Manager,
    page: Page,
    id: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    let standing = standing(&page, &guard.may, &id).await?;
    let values = match submission.read(&DELETE) {
        Ok(values) => values,
        Err(unreadable) => {
            let sent = Some((Sent::Delete, unreadable.form));
            return answer(&page, &guard, standing, unreadable.status, None, sent).await;
        }
    };
    let mut problems = Vec::new();
    if !values.ticked("sure") {
        let unsure = "Tick the box if you are sure. A deleted account does not come back.";
        problems.push(Problem::with("sure", unsure));
    }
    let read = justification::read(&page, &guard.may, &values).await?;
    let given = read.map_err(|found| problems.extend(found)).ok();
    let form = values.form();
    let Some(because) = given.filter(|_| problems.is_empty()) else {
        let sent = Some((Sent::Delete, form.refused(problems)));
        let invalid = StatusCode::UNPROCESSABLE_ENTITY;
        return answer(&page, &guard, standing, invalid, None, sent).await;
    };
    let order = Order {
        manager: &guard.may,
        id: &id,
        client,
    };
    match manage_subaccount::delete(&page.services, &order, because).await? {
        Ok(()) => {
            session::leave_notice(page.session(), "The account is deleted.");
            see_other("/subaccounts")
        }
        Err(refusal) => conclude(&page, &guard, &id, Err(refusal), "", (Sent::Delete, form)).await,
    }
}

/// `POST /subaccounts/{id}/invite`: "New invitation".
///
/// # Errors
/// [`Error::NotFound`] for an id that is not there, not theirs, or has a password.
pub async fn invite(
    RecentManager(guard): RecentManager,
    page: Page,
    id: Path<String>,
    client: Client,
    submission: Submission,
) -> Answer {
    submission.pressed()?;
    standing(&page, &guard.may, &id).await?;
    match invite::renew(&page.services, &guard.may, &id, client).await? {
        Ok(invited) => {
            announce(&page, &invited)?;
            see_other(&format!("/subaccounts/{id}"))
        }
        Err(InviteRefusal::Mail(cap)) => {
            let refused = Err(Refusal::Mail(cap));
            let sent = (Sent::Save, FormState::blank());
            conclude(&page, &guard, &id, refused, "", sent).await
        }
        Err(InviteRefusal::SessionEnded) => see_other("/login?ended"),
        Err(InviteRefusal::NotThere | InviteRefusal::Taken | InviteRefusal::Number(_)) => {
            session::leave_notice(
                page.session(),
                "A password was chosen meanwhile: no invitation is needed.",
            );
            see_other(&format!("/subaccounts/{id}"))
        }
    }
}
