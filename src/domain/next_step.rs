//! What an account's next sign-in asks for, once the password is right. Everything that says or
//! assumes how an account is protected derives it from [`next_step`]: the sign-in, open sessions, the
//! board, the policy's preview, the reminder, and whether a link to a password may be mailed.
//!
//! An account is never opened with less than what protected it. A way that our own configuration
//! has closed is a refusal that says whom to ask, never a weaker way in (the attack: someone who
//! has a password waits until more is demanded, a provider is gone or a reset happened, and links an
//! app of their own).

use super::{
    account::Account,
    authenticator::enrolled::Enrolled,
    clock::Timestamp,
    policy::{FirstSignIn, Policy},
};

/// What comes after a code that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// The account.
    SignedIn,
    /// The set-up of an authenticator.
    SetUp,
}

/// What the next sign-in asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Nothing more.
    Nothing,
    /// The set-up of an authenticator, on the password alone: there never was anything else.
    SetUp,
    /// A code of the authenticator.
    App,
    /// A code by SMS or call.
    Phone(Then),
    /// A code by e-mail.
    Email(Then),
    /// The set-up code that a reset showed, and then the set-up.
    SetUpCode,
    /// What this installation cannot send just now.
    Unreachable,
}

/// What the next sign-in of this account asks for. `sends_mail` says whether mail is offered here.
#[must_use]
pub fn next_step(
    account: &Account,
    enrolled: Enrolled,
    policy: &Policy,
    sends_mail: bool,
    now: Timestamp,
) -> Step {
    if enrolled.app {
        return Step::App;
    }
    if !policy.requires_second_factor(account, now) {
        return if policy.email_codes {
            Step::Email(Then::SignedIn)
        } else {
            Step::Nothing
        };
    }
    let reset = account.set_up_forced;
    if let Some(number) = enrolled.number {
        // A number that was only given protects nothing where a first sign-in is by app.
        let counts = number.proven || reset || policy.first_sign_in == FirstSignIn::Phone;
        if counts && number.reachable {
            return Step::Phone(if policy.phone_is_enough(account) {
                Then::SignedIn
            } else {
                Then::SetUp
            });
        }
        if counts && !reset {
            return Step::Unreachable;
        }
    }
    if !policy.email_codes && !reset {
        return Step::SetUp;
    }
    if sends_mail {
        Step::Email(Then::SetUp)
    } else if enrolled.set_up_code {
        Step::SetUpCode
    } else {
        Step::Unreachable
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        account::{AccountId, Email, Username},
        authenticator::enrolled::Number,
    };

    const NOW: Timestamp = Timestamp(1_800_000_000);
    const ALL: Enrolled = Enrolled {
        app: true,
        number: GIVEN.number,
        set_up_code: true,
    };
    const NONE: Enrolled = Enrolled {
        app: false,
        number: None,
        set_up_code: false,
    };
    const CODE: Enrolled = Enrolled {
        set_up_code: true,
        ..NONE
    };
    const GIVEN: Enrolled = number(false, true);
    const PROVEN: Enrolled = number(true, true);
    const CUT_OFF: Enrolled = number(true, false);
    const GIVEN_CUT_OFF: Enrolled = number(false, false);

    const fn number(proven: bool, reachable: bool) -> Enrolled {
        Enrolled {
            number: Some(Number { proven, reachable }),
            ..NONE
        }
    }

    fn account(two_factor_required: bool, set_up_forced: bool) -> Account {
        Account {
            id: AccountId("a".to_owned()),
            username: Username::stored("Alice".to_owned()),
            email: Email::stored("alice@example.com".to_owned()),
            main_account: None,
            manager: false,
            two_factor_required,
            set_up_forced,
            generation: 0,
            password_chosen_at: None,
            disabled: None,
            created_at: NOW,
        }
    }

    fn policy(first_sign_in: FirstSignIn, email_codes: bool) -> Policy {
        Policy {
            first_sign_in,
            email_codes,
            ..Policy::default()
        }
    }

    #[test]
    fn an_app_is_always_asked_for() {
        for email_codes in [false, true] {
            let policy = policy(FirstSignIn::App, email_codes);
            assert_eq!(
                next_step(&account(true, true), ALL, &policy, true, NOW),
                Step::App
            );
        }
    }

    #[test]
    fn where_nothing_is_required_the_password_and_perhaps_a_mailed_code_do() {
        for enrolled in [NONE, GIVEN, PROVEN, CUT_OFF] {
            let step = |email| {
                let policy = policy(FirstSignIn::Phone, email);
                next_step(&account(false, false), enrolled, &policy, true, NOW)
            };
            assert_eq!(step(false), Step::Nothing);
            assert_eq!(step(true), Step::Email(Then::SignedIn));
        }
    }

    #[test]
    fn asking_for_more_opens_nothing_to_a_password_alone() {
        let (phone, app) = (FirstSignIn::Phone, FirstSignIn::App);
        for (enrolled, first, email, mail, expected) in [
            // Nothing ever: the panels' way.
            (NONE, phone, false, true, Step::SetUp),
            (NONE, app, false, false, Step::SetUp),
            // Codes by e-mail were on.
            (NONE, phone, true, true, Step::Email(Then::SetUp)),
            (NONE, app, true, false, Step::Unreachable),
            // A number.
            (GIVEN, phone, false, true, Step::Phone(Then::SignedIn)),
            (GIVEN, app, false, true, Step::SetUp),
            (PROVEN, app, false, true, Step::Phone(Then::SetUp)),
            (PROVEN, phone, true, true, Step::Phone(Then::SignedIn)),
            // The provider is gone, or the countries were narrowed.
            (CUT_OFF, phone, false, true, Step::Unreachable),
            (CUT_OFF, app, true, true, Step::Unreachable),
            (GIVEN_CUT_OFF, phone, false, true, Step::Unreachable),
            (GIVEN_CUT_OFF, app, false, true, Step::SetUp),
        ] {
            let step = next_step(&account(true, false), enrolled, &policy(first, email), mail, NOW);
            assert_eq!(step, expected, "{enrolled:?} {first:?} {email} {mail}");
        }
    }

    #[test]
    fn after_a_reset_the_best_way_that_is_left_comes_before_the_set_up() {
        for (enrolled, mail, expected) in [
            (PROVEN, true, Step::Phone(Then::SetUp)),
            (GIVEN, false, Step::Phone(Then::SetUp)),
            (CUT_OFF, true, Step::Email(Then::SetUp)),
            (NONE, true, Step::Email(Then::SetUp)),
            (CODE, false, Step::SetUpCode),
            (NONE, false, Step::Unreachable),
        ] {
            for first in [FirstSignIn::Phone, FirstSignIn::App] {
                let step = next_step(&account(false, true), enrolled, &policy(first, false), mail, NOW);
                assert_eq!(step, expected, "{enrolled:?} {first:?} {mail}");
            }
        }
    }
}
