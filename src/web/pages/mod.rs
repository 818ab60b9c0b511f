//! One file per page: its form, its view, `show` and `submit`. What several of them say
//! stands here.

pub mod account;
mod activity;
pub mod approve_address;
pub mod assets;
pub mod choose_password;
pub mod forgotten_password;
pub mod health;
pub mod help;
pub mod login;
pub mod logout;
pub mod not_me;
pub mod policy;
mod sessions;
#[cfg(debug_assertions)]
pub mod styleguide;
pub mod subaccounts;
pub mod welcome;

use actix_web::http::StatusCode;

use super::{
    form::Problem,
    words::{self, Moment},
};
use crate::{
    domain::{
        authenticator::out_of_band::Channel,
        clock::Timestamp,
        limits::send_budget::{Cap, Withheld},
        phone_delivery::DeliveryStatus,
        phone_number::NotSentTo,
    },
    flows::{
        ChoiceRefusal, CodeFault, CodeRefusal, PasswordRefusal, SentCodeRefusal,
        send_code::SendRefusal,
        track_code::{CodeStanding, Outcome},
    },
};

/// Why a key that was scanned cannot be confirmed.
const KEY_GONE: &str = "The key you scanned no longer waits: it was confirmed or started over in another tab, a set-up was \
                        begun in another browser, or 30 minutes are over. Nothing was changed. Delete the entry you scanned \
                        from your app and scan the new code below. If you began no other set-up, someone else knows your \
                        password: change it first.";

/// Where a code that was sent stands, in words.
struct SentCodeView {
    /// The number or address that it goes to, masked; none where there is none that may be
    /// used.
    to: Option<String>,
    /// Whether codes can be sent there at all.
    offered: bool,
    /// Whether what is sent is printed on the server's output instead.
    trial: bool,
    /// What became of the last one.
    last: Option<String>,
    /// Whether it did not arrive.
    undelivered: bool,
    /// How long it works, if it arrived and still does.
    expires: Option<Moment>,
    /// How long until another can be asked for.
    wait: Option<String>,
}

impl SentCodeView {
    fn of(standing: CodeStanding, now: Timestamp) -> Self {
        let to = standing.to;
        let undelivered = standing.last.as_ref().is_some_and(|last| {
            matches!(
                last.outcome,
                Outcome::Withheld(_) | Outcome::Handed(DeliveryStatus::Failed(_))
            )
        });
        let expires_at = standing.expires_at.filter(|_| !undelivered);
        let last = standing
            .last
            .map(|last| words::sent_code(last.channel, last.outcome, to.as_deref().unwrap_or("your phone")));
        Self {
            to,
            offered: standing.offered,
            trial: standing.trial,
            last,
            undelivered,
            expires: expires_at.map(|at| Moment::ahead(at, now)),
            wait: (standing.wait > 0).then(|| words::wait(standing.wait)),
        }
    }
}

/// A refusal as an answer: its status, seconds to wait if any, and what the form says.
struct Refused {
    status: StatusCode,
    wait: Option<i64>,
    problem: Problem,
}

impl Refused {
    fn invalid(problem: Problem) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            wait: None,
            problem,
        }
    }

    fn throttled(seconds: i64) -> Self {
        let wait = words::wait(seconds);
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            wait: Some(seconds),
            problem: Problem::overall(format!("Too many tries. Wait {wait}, then try again.")),
        }
    }

    /// `wrong` is the page's own sentence: only inside may it say that it was the password.
    fn password(refusal: PasswordRefusal, wrong: Problem) -> Self {
        match refusal {
            PasswordRefusal::Wrong => Self::invalid(wrong),
            PasswordRefusal::Wait(seconds) => Self::throttled(seconds),
        }
    }

    /// A password that may not become somebody's, at the field where it was chosen.
    fn choice(refusal: ChoiceRefusal, field: &'static str) -> Self {
        match refusal {
            ChoiceRefusal::Unfit(error) => Self::invalid(Problem::with(field, error.to_string())),
            ChoiceRefusal::Wait(seconds) => Self::throttled(seconds),
        }
    }

    fn code_fault(fault: CodeFault) -> Problem {
        let message = match fault {
            CodeFault::Wrong(None) => {
                "This code is not right. Type the one that your app shows now, from the entry for this site."
                    .to_owned()
            }
            CodeFault::Wrong(Some(offset)) => words::clock_offset(offset),
            CodeFault::Spent => "This code has been used. Wait until your app shows the next one.".to_owned(),
        };
        Problem::with("code", message)
    }

    fn sent_code(refusal: SentCodeRefusal) -> Self {
        match refusal {
            SentCodeRefusal::Wrong(left, wait) => {
                let mut message = format!(
                    "This code is not right. Check it: {} left for it.",
                    words::tries(left)
                );
                if wait > 0 {
                    message = format!("{message} Wait {} before you try again.", words::wait(wait));
                }
                Self::invalid(Problem::with("code", message))
            }
            SentCodeRefusal::Gone => Self::invalid(Problem::with(
                "code",
                "This code no longer works: it is too old, was used, or was typed wrongly too often. Ask for a new one.",
            )),
            SentCodeRefusal::Wait(seconds) => Self::throttled(seconds),
            SentCodeRefusal::Off => Self::code(CodeRefusal::Off),
        }
    }

    /// Why no code was sent, and what to do instead.
    fn sending(refusal: SendRefusal, channel: Channel) -> Self {
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
            SendRefusal::Failed(failure) => Self {
                status: StatusCode::SERVICE_UNAVAILABLE,
                wait: None,
                problem: Problem::overall(words::not_delivered(channel, failure)),
            },
        }
    }

    /// Mails that one person has sent to others are over a limit. Nothing was changed.
    fn mailing(cap: Cap, field: Option<&'static str>) -> Self {
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

    fn not_sent_to(why: NotSentTo) -> Self {
        let why = words::not_sent_to(why);
        Self::invalid(Problem::overall(format!(
            "{why} See below for the other ways in."
        )))
    }

    fn code(refusal: CodeRefusal) -> Self {
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
