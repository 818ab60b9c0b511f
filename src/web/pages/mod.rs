//! One file per page: its form, its view, `show` and `submit`. What several of them say
//! stands here.

pub mod account;
pub mod health;
pub mod help;
pub mod login;
pub mod logout;
pub mod welcome;

use actix_web::http::StatusCode;

use super::{form::Problem, words};
use crate::flows::{CodeRefusal, PasswordRefusal};

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

    fn code(refusal: CodeRefusal) -> Self {
        let with_code = |message: &str| Self::invalid(Problem::with("code", message));
        match refusal {
            CodeRefusal::Wrong(None) => with_code(
                "This code is not right. Type the one that your app shows now, from the entry for this site.",
            ),
            CodeRefusal::Wrong(Some(offset)) => with_code(&words::clock_offset(offset)),
            CodeRefusal::Spent => {
                with_code("This code has been used. Wait until your app shows the next one.")
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
