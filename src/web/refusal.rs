//! Why a form is refused, in words: one sentence for each refusal of a flow, with its status and wait.

use actix_web::http::StatusCode;

use super::{
    field::Field,
    form::{FormState, Problem, Reply},
    words,
};
use crate::{
    domain::{
        authenticator::{out_of_band::Channel, totp::ClockOffset},
        limits::send_budget::{Cap, Withheld},
        phone_number::NotSentTo,
    },
    flows::{
        ChoiceRefusal, CodeFault, CodeRefusal, PasswordRefusal, SentCodeRefusal, send_code::SendRefusal,
    },
    text::{Said as _, Text},
};

/// A refusal as an answer: its status, seconds to wait if any, and the errors of the form.
#[derive(Debug)]
pub(super) struct Refused {
    status: StatusCode,
    wait: Option<i64>,
    problem: Problem,
}

impl Refused {
    /// The form that is shown again with it.
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

    pub(super) fn throttled(t: Text, seconds: i64) -> Self {
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            wait: Some(seconds),
            problem: Problem::overall(t.problem_wait(t.wait(seconds))),
        }
    }

    /// `wrong` is the page's own sentence: only a signed-in person may be told that it was the password.
    pub(super) fn password(t: Text, refusal: PasswordRefusal, wrong: Problem) -> Self {
        match refusal {
            PasswordRefusal::Wrong => Self::invalid(wrong),
            PasswordRefusal::Wait(seconds) => Self::throttled(t, seconds),
        }
    }

    /// A password that cannot be accepted, as an error of the field where it was chosen.
    pub(super) fn choice(t: Text, refusal: ChoiceRefusal, field: Field) -> Self {
        match refusal {
            ChoiceRefusal::Unfit(error) => Self::invalid(Problem::with(field, error.said(t))),
            ChoiceRefusal::Wait(seconds) => Self::throttled(t, seconds),
        }
    }

    /// What is wrong with a one-time password; `wait` is in seconds, 0 for none.
    pub(super) fn code_fault(t: Text, fault: CodeFault, wait: i64) -> Problem {
        let message = match (fault, (wait > 0).then(|| t.wait(wait))) {
            (CodeFault::Wrong(None), None) => t.problem_code_wrong().to_owned(),
            (CodeFault::Wrong(None), Some(wait)) => t.problem_code_wrong_wait(wait),
            (CodeFault::Spent, None) => t.problem_code_used().to_owned(),
            (CodeFault::Spent, Some(wait)) => t.problem_code_used_wait(wait),
            (CodeFault::Wrong(Some(ClockOffset { minutes, behind })), wait) => match (behind, wait) {
                (true, None) => t.problem_clock_behind(minutes),
                (true, Some(wait)) => t.problem_clock_behind_wait(minutes, wait),
                (false, None) => t.problem_clock_ahead(minutes),
                (false, Some(wait)) => t.problem_clock_ahead_wait(minutes, wait),
            },
        };
        Problem::with(Field::CODE, message)
    }

    pub(super) fn sent_code(t: Text, refusal: SentCodeRefusal) -> Self {
        match refusal {
            SentCodeRefusal::Wrong(left, wait) => {
                let message = if wait > 0 {
                    t.problem_sent_wrong_wait(left, t.wait(wait))
                } else {
                    t.problem_sent_wrong(left)
                };
                Self::invalid(Problem::with(Field::CODE, message))
            }
            SentCodeRefusal::Gone => Self::invalid(Problem::with(Field::CODE, t.problem_sent_gone())),
            SentCodeRefusal::Wait(seconds) => Self::throttled(t, seconds),
            SentCodeRefusal::Off => Self::code(t, CodeRefusal::Off),
        }
    }

    /// Why no code was sent, and what to do instead. `calls` says whether it can be spoken in a call.
    pub(super) fn sending(t: Text, refusal: SendRefusal, channel: Channel, calls: bool) -> Self {
        match refusal {
            SendRefusal::NotOffered | SendRefusal::NoNumber => {
                Self::invalid(Problem::overall(t.problem_sent_no_phone()))
            }
            SendRefusal::Wait(seconds) => Self {
                status: StatusCode::TOO_MANY_REQUESTS,
                wait: Some(seconds),
                problem: Problem::overall(t.problem_sent_soon(t.wait(seconds))),
            },
            SendRefusal::Withheld(Withheld::Cap(cap)) => Self {
                status: StatusCode::TOO_MANY_REQUESTS,
                wait: Some(cap.seconds()),
                problem: Problem::overall(words::cap_reached(t, cap)),
            },
            SendRefusal::Withheld(Withheld::Country) => Self::not_sent_to(t, NotSentTo::Country),
            SendRefusal::Withheld(Withheld::Kind) => Self::not_sent_to(t, NotSentTo::Kind),
            SendRefusal::Off => Self::code(t, CodeRefusal::Off),
            SendRefusal::SessionEnded => Self::invalid(Problem::overall(t.problem_sent_session_ended())),
            SendRefusal::Failed(failure) => Self {
                status: StatusCode::SERVICE_UNAVAILABLE,
                wait: None,
                problem: Problem::overall(words::not_delivered(t, channel, failure, calls)),
            },
        }
    }

    /// One person has reached a limit on e-mails to others. Nothing was changed.
    pub(super) fn mailing(t: Text, cap: Cap, field: Option<Field>) -> Self {
        let message = words::mail_cap_reached(t, cap);
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            wait: Some(cap.seconds()),
            problem: field.map_or_else(
                || Problem::overall(message),
                |field| Problem::with(field, message),
            ),
        }
    }

    /// Why no code was sent to a new e-mail address, as an error of its field.
    pub(super) fn new_email(t: Text, refusal: SendRefusal, field: Option<Field>) -> Self {
        let refused = match refusal {
            SendRefusal::Withheld(Withheld::Cap(cap)) => Self::mailing(t, cap, field),
            SendRefusal::NotOffered | SendRefusal::NoNumber => {
                Self::invalid(Problem::overall(t.problem_no_email()))
            }
            refusal => Self::sending(t, refusal, Channel::Email, false),
        };
        match field {
            Some(field) => refused.at(field),
            None => refused,
        }
    }

    fn not_sent_to(t: Text, why: NotSentTo) -> Self {
        Self::invalid(Problem::overall(match why {
            NotSentTo::Country => t.problem_sent_country(),
            NotSentTo::Kind => t.problem_sent_kind(),
        }))
    }

    pub(super) fn code(t: Text, refusal: CodeRefusal) -> Self {
        match refusal {
            CodeRefusal::Refused(fault, wait) => Self::invalid(Self::code_fault(t, fault, wait)),
            CodeRefusal::Wait(seconds) => Self::throttled(t, seconds),
            CodeRefusal::Off => Self {
                status: StatusCode::TOO_MANY_REQUESTS,
                ..Self::invalid(Problem::overall(t.problem_codes_off()))
            },
        }
    }
}
