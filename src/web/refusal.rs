//! Why a form is refused, in words: one sentence for each refusal of a flow, with the status and the
//! wait that go with it.

use actix_web::http::StatusCode;

use super::{
    field::Field,
    form::{FormState, Problem, Reply},
    words,
};
use crate::{
    domain::{
        authenticator::out_of_band::Channel,
        limits::send_budget::{Cap, Withheld},
        phone_number::NotSentTo,
    },
    flows::{
        ChoiceRefusal, CodeFault, CodeRefusal, PasswordRefusal, SentCodeRefusal, send_code::SendRefusal,
    },
};

/// A refusal as an answer: its status, seconds to wait if any, and what the form says.
#[derive(Debug)]
pub(super) struct Refused {
    status: StatusCode,
    wait: Option<i64>,
    problem: Problem,
}

impl Refused {
    /// The form that comes back with it.
    pub(super) fn with(self, form: FormState) -> Reply {
        Reply {
            status: self.status,
            wait: self.wait,
            form: form.refused([self.problem]),
        }
    }

    /// The same at another field.
    pub(super) fn at(self, field: Field) -> Self {
        Self {
            problem: self.problem.at(field),
            ..self
        }
    }

    pub(super) fn invalid(problem: Problem) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            wait: None,
            problem,
        }
    }

    pub(super) fn throttled(seconds: i64) -> Self {
        let wait = words::wait(seconds);
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            wait: Some(seconds),
            problem: Problem::overall(format!("Too many tries. Wait {wait}, then try again.")),
        }
    }

    /// `wrong` is the page's own sentence: only inside may it say that it was the password.
    pub(super) fn password(refusal: PasswordRefusal, wrong: Problem) -> Self {
        match refusal {
            PasswordRefusal::Wrong => Self::invalid(wrong),
            PasswordRefusal::Wait(seconds) => Self::throttled(seconds),
        }
    }

    /// A password that may not become somebody's, at the field where it was chosen.
    pub(super) fn choice(refusal: ChoiceRefusal, field: Field) -> Self {
        match refusal {
            ChoiceRefusal::Unfit(error) => Self::invalid(Problem::with(field, error.to_string())),
            ChoiceRefusal::Wait(seconds) => Self::throttled(seconds),
        }
    }

    pub(super) fn code_fault(fault: CodeFault) -> Problem {
        let message = match fault {
            CodeFault::Wrong(None) => {
                "This code is not right. Type the one that your app shows now, from the entry for this site."
                    .to_owned()
            }
            CodeFault::Wrong(Some(offset)) => words::clock_offset(offset),
            CodeFault::Spent => "This code has been used. Wait until your app shows the next one.".to_owned(),
        };
        Problem::with(Field::CODE, message)
    }

    pub(super) fn sent_code(refusal: SentCodeRefusal) -> Self {
        match refusal {
            SentCodeRefusal::Wrong(left, wait) => {
                let mut message = format!(
                    "This code is not right. Check it: {} left for it.",
                    words::tries(left)
                );
                if wait > 0 {
                    message = format!("{message} Wait {} before you try again.", words::wait(wait));
                }
                Self::invalid(Problem::with(Field::CODE, message))
            }
            SentCodeRefusal::Gone => Self::invalid(Problem::with(
                Field::CODE,
                "This code no longer works: it is too old, was used, or was typed wrongly too often. Ask for a new one.",
            )),
            SentCodeRefusal::Wait(seconds) => Self::throttled(seconds),
            SentCodeRefusal::Off => Self::code(CodeRefusal::Off),
        }
    }

    /// Why no code was sent, and what to do instead. `calls` says whether it can be spoken in a call.
    pub(super) fn sending(refusal: SendRefusal, channel: Channel, calls: bool) -> Self {
        match refusal {
            SendRefusal::NotOffered | SendRefusal::NoNumber => Self::invalid(Problem::overall(
                "No code can be sent to your phone. See below for the other ways in.",
            )),
            SendRefusal::Wait(seconds) => Self {
                status: StatusCode::TOO_MANY_REQUESTS,
                wait: Some(seconds),
                problem: Problem::overall(format!(
                    "A code was asked for just now. Wait {} before you ask for another.",
                    words::wait(seconds)
                )),
            },
            SendRefusal::Withheld(Withheld::Cap(cap)) => Self {
                status: StatusCode::TOO_MANY_REQUESTS,
                wait: Some(cap.seconds()),
                problem: Problem::overall(words::cap_reached(cap)),
            },
            SendRefusal::Withheld(Withheld::Country) => Self::not_sent_to(NotSentTo::Country),
            SendRefusal::Withheld(Withheld::Kind) => Self::not_sent_to(NotSentTo::Kind),
            SendRefusal::Off => Self::code(CodeRefusal::Off),
            SendRefusal::SessionEnded => Self::invalid(Problem::overall(
                "Your session was ended meanwhile, so no code was sent. Sign in again.",
            )),
            SendRefusal::Failed(failure) => Self {
                status: StatusCode::SERVICE_UNAVAILABLE,
                wait: None,
                problem: Problem::overall(words::not_delivered(channel, failure, calls)),
            },
        }
    }

    /// Mails that one person has sent to others are over a limit. Nothing was changed.
    pub(super) fn mailing(cap: Cap, field: Option<Field>) -> Self {
        let message = words::mail_cap_reached(cap);
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            wait: Some(cap.seconds()),
            problem: field.map_or_else(
                || Problem::overall(message),
                |field| Problem::with(field, message),
            ),
        }
    }

    /// Why no code went to a new e-mail address, at its field where it was typed.
    pub(super) fn new_email(refusal: SendRefusal, field: Option<Field>) -> Self {
        let refused = match refusal {
            SendRefusal::Withheld(Withheld::Cap(cap)) => Self::mailing(cap, field),
            SendRefusal::NotOffered | SendRefusal::NoNumber => {
                Self::invalid(Problem::overall("No mail is sent just now. Try again later."))
            }
            refusal => Self::sending(refusal, Channel::Email, false),
        };
        match field {
            Some(field) => refused.at(field),
            None => refused,
        }
    }

    fn not_sent_to(why: NotSentTo) -> Self {
        let why = words::not_sent_to(why);
        Self::invalid(Problem::overall(format!(
            "{why} See below for the other ways in."
        )))
    }

    pub(super) fn code(refusal: CodeRefusal) -> Self {
        match refusal {
            CodeRefusal::Refused(fault, wait) => {
                let mut problem = Self::code_fault(fault);
                if wait > 0 {
                    let wait = words::wait(wait);
                    problem.message = format!("{} Wait {wait} before you try again.", problem.message);
                }
                Self::invalid(problem)
            }
            CodeRefusal::Wait(seconds) => Self::throttled(seconds),
            CodeRefusal::Off => Self {
                status: StatusCode::TOO_MANY_REQUESTS,
                ..Self::invalid(Problem::overall(
                    "Too many wrong codes in a row: one-time passwords are switched off for this account until it is reset.",
                ))
            },
        }
    }
}
