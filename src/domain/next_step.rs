//! What an account's next sign-in asks for after the password. Everything that depends on how an account is
//! protected derives it from [`next_step`]: the sign-in, open sessions, the overview of accounts, the policy's
//! preview, the reminder, and whether a password link may be mailed.
//!
//! An account never opens with less than what protected it, and past protection is recorded, because a removal
//! leaves no other trace. A method that the configuration no longer allows leads to a refusal that says whom to
//! ask, never to a weaker method (the attack: someone who has a password waits until more is demanded, a
//! provider is unavailable or a reset happened, and links their own app).

use std::collections::HashMap;

use super::{
    authenticator::enrolled::Held,
    clock::Timestamp,
    facts::Facts,
    policy::{FirstSignIn, Policy},
};

/// What follows a sent code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Then {
    /// The account.
    SignedIn,
    /// The set-up of an authenticator.
    SetUp,
}

/// What the next sign-in asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Nothing more.
    Nothing,
    /// The set-up of an authenticator, after only the password: there was never any other protection.
    SetUp,
    /// A code of the authenticator.
    App,
    /// A code by SMS or call.
    Phone(Then),
    /// A code by e-mail.
    Email(Then),
    /// The set-up code that a reset showed, and then the set-up.
    SetUpCode,
    /// A code that this installation cannot currently send.
    Unreachable,
}

/// What the next sign-in of an account asks for. `sends_mail` says whether this installation sends mail.
#[must_use]
pub fn next_step(facts: Facts, held: Held, policy: &Policy, sends_mail: bool, now: Timestamp) -> Step {
    if held.authenticator {
        return Step::App;
    }
    if !policy.requires_second_factor(facts, now) {
        return match (policy.email_codes, sends_mail) {
            (false, _) => Step::Nothing,
            (true, true) => Step::Email(Then::SignedIn),
            (true, false) => Step::Unreachable,
        };
    }
    let reset = facts.set_up_forced;
    if let Some(number) = held.number {
        if number.reachable {
            return Step::Phone(if policy.phone_is_enough(facts) {
                Then::SignedIn
            } else {
                Then::SetUp
            });
        }
        // A number that is not verified has protected nothing if a first sign-in is by app.
        if !reset && (number.proven || policy.first_sign_in == FirstSignIn::Phone) {
            return Step::Unreachable;
        }
    }
    let nothing_else = held.number.is_none() && !policy.email_codes;
    if nothing_else && !reset && !facts.protected_once {
        return Step::SetUp;
    }
    // Someone who reads the mail has that password too (the attack: a stolen mailbox requests a new password,
    // its owner is locked out and has the account reset, and both codes go to the thief).
    if sends_mail && !(reset && facts.password_mailed) {
        Step::Email(Then::SetUp)
    } else if held.set_up_code {
        Step::SetUpCode
    } else {
        Step::Unreachable
    }
}

/// How many accounts are asked for each step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forecast(HashMap<Step, i64>);

impl Forecast {
    /// Adds `count` accounts.
    pub fn add(&mut self, step: Step, count: i64) {
        *self.0.entry(step).or_default() += count;
    }

    /// The number of accounts that are asked for this step.
    #[must_use]
    pub fn of(&self, step: Step) -> i64 {
        self.0.get(&step).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::authenticator::enrolled::Number;

    const NOW: Timestamp = Timestamp(1_800_000_000);
    const ALL: Held = Held {
        authenticator: true,
        number: GIVEN.number,
        set_up_code: true,
    };
    const NONE: Held = Held {
        authenticator: false,
        number: None,
        set_up_code: false,
    };
    const CODE: Held = Held {
        set_up_code: true,
        ..NONE
    };
    const GIVEN: Held = number(false, true);
    const PROVEN: Held = number(true, true);
    const CUT_OFF: Held = number(true, false);
    const GIVEN_CUT_OFF: Held = number(false, false);

    const fn number(proven: bool, reachable: bool) -> Held {
        Held {
            number: Some(Number { proven, reachable }),
            ..NONE
        }
    }

    /// An account that only the password has ever protected.
    const fn account(two_factor_required: bool, set_up_forced: bool) -> Facts {
        Facts {
            manager: false,
            two_factor_required,
            set_up_forced,
            protected_once: false,
            password_mailed: false,
            invited: false,
            disabled: false,
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
            assert_eq!(next_step(account(true, true), ALL, &policy, true, NOW), Step::App);
        }
    }

    #[test]
    fn where_nothing_is_required_the_password_and_perhaps_a_mailed_code_do() {
        for enrolled in [NONE, GIVEN, PROVEN, CUT_OFF] {
            let step = |email, mail| {
                let policy = policy(FirstSignIn::Phone, email);
                next_step(account(false, false), enrolled, &policy, mail, NOW)
            };
            assert_eq!(step(false, true), Step::Nothing);
            assert_eq!(step(false, false), Step::Nothing);
            assert_eq!(step(true, true), Step::Email(Then::SignedIn));
            assert_eq!(
                step(true, false),
                Step::Unreachable,
                "nothing opens it, and its owner is told whom to ask"
            );
        }
    }

    #[test]
    fn asking_for_more_opens_nothing_to_a_password_alone() {
        let (phone, app) = (FirstSignIn::Phone, FirstSignIn::App);
        for (enrolled, first, email, mail, expected) in [
            // Never any protection: the default.
            (NONE, phone, false, true, Step::SetUp),
            (NONE, app, false, false, Step::SetUp),
            // Codes by e-mail were on.
            (NONE, phone, true, true, Step::Email(Then::SetUp)),
            (NONE, app, true, false, Step::Unreachable),
            // A number.
            (GIVEN, phone, false, true, Step::Phone(Then::SignedIn)),
            (GIVEN, app, false, true, Step::Phone(Then::SetUp)),
            (GIVEN, app, true, false, Step::Phone(Then::SetUp)),
            (PROVEN, app, false, true, Step::Phone(Then::SetUp)),
            (PROVEN, phone, true, true, Step::Phone(Then::SignedIn)),
            // The provider is unavailable, or the allowed countries were restricted.
            (CUT_OFF, phone, false, true, Step::Unreachable),
            (CUT_OFF, app, true, true, Step::Unreachable),
            (GIVEN_CUT_OFF, phone, false, true, Step::Unreachable),
            (GIVEN_CUT_OFF, app, false, true, Step::Email(Then::SetUp)),
            (GIVEN_CUT_OFF, app, false, false, Step::Unreachable),
        ] {
            let step = next_step(account(true, false), enrolled, &policy(first, email), mail, NOW);
            assert_eq!(step, expected, "{enrolled:?} {first:?} {email} {mail}");
        }
    }

    #[test]
    fn what_once_had_more_than_its_password_is_never_set_up_on_the_password_alone() {
        let protected = Facts {
            protected_once: true,
            ..account(true, false)
        };
        for (enrolled, first, mail, expected) in [
            // The number was removed, or the app was switched off.
            (NONE, FirstSignIn::Phone, true, Step::Email(Then::SetUp)),
            (NONE, FirstSignIn::App, true, Step::Email(Then::SetUp)),
            (NONE, FirstSignIn::Phone, false, Step::Unreachable),
            (CODE, FirstSignIn::Phone, false, Step::SetUpCode),
            // Another number was entered.
            (GIVEN, FirstSignIn::Phone, false, Step::Phone(Then::SignedIn)),
            (GIVEN, FirstSignIn::App, true, Step::Phone(Then::SetUp)),
            (GIVEN_CUT_OFF, FirstSignIn::App, true, Step::Email(Then::SetUp)),
            (GIVEN_CUT_OFF, FirstSignIn::App, false, Step::Unreachable),
        ] {
            let step = next_step(protected, enrolled, &policy(first, false), mail, NOW);
            assert_eq!(step, expected, "{enrolled:?} {first:?} {mail}");
        }
        // If nothing is required, its owner has chosen to do without.
        let free = Facts {
            two_factor_required: false,
            ..protected
        };
        let none = policy(FirstSignIn::Phone, false);
        assert_eq!(next_step(free, NONE, &none, true, NOW), Step::Nothing);
    }

    #[test]
    fn a_mailbox_that_the_password_came_to_is_not_both_factors_after_a_reset() {
        let mailed = Facts {
            password_mailed: true,
            ..account(false, true)
        };
        for (enrolled, mail, expected) in [
            (NONE, true, Step::Unreachable),
            (CODE, true, Step::SetUpCode),
            (PROVEN, true, Step::Phone(Then::SetUp)),
            (CUT_OFF, true, Step::Unreachable),
        ] {
            let step = next_step(mailed, enrolled, &policy(FirstSignIn::Phone, false), mail, NOW);
            assert_eq!(step, expected, "{enrolled:?}");
        }
        assert_eq!(
            next_step(mailed, ALL, &policy(FirstSignIn::Phone, false), true, NOW),
            Step::App
        );
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
                let step = next_step(account(false, true), enrolled, &policy(first, false), mail, NOW);
                assert_eq!(step, expected, "{enrolled:?} {first:?} {mail}");
            }
        }
    }
}
