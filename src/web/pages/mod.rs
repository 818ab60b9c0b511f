//! One file per page: its form, its view, `show` and `submit`. What several of them say
//! stands here.

pub mod account;
pub mod health;
pub mod help;
pub mod invitation;
pub mod login;
pub mod logout;
pub mod subaccounts;
pub mod welcome;

use actix_web::http::StatusCode;

use super::{form::Problem, words};
use crate::flows::{CodeFault, CodeRefusal, PasswordRefusal};

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
