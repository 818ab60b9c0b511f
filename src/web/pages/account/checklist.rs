//! How an account is protected, as a checklist, with the recommended next step.

use std::borrow::Cow;

use crate::{
    domain::{
        authenticator::{enrolled::Number, recovery_code::FEW},
        subaccount::Protection,
    },
    flows::caller::Protected,
    web::{frame::Frame, guard::SignedIn, page::Page, words::Moment},
};

/// What protects an account.
pub(super) struct Checklist {
    /// The second factor of the account.
    pub protection: Protection,
    /// Since when there is an authenticator.
    pub two_factor_since: Option<Moment>,
    /// Unused recovery codes, where there is an authenticator.
    pub codes_left: Option<i64>,
    /// Whether they are few.
    pub few: bool,
    /// The phone number that codes go to; none if no codes are sent.
    pub phone: Option<Phone>,
    /// Whether the account can sign in only from certain addresses.
    pub addresses: bool,
    /// The recommended next step.
    pub next: Next,
}

/// The phone number that codes go to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Phone {
    Proven,
    Given,
    Missing,
    /// There is a number, but this installation cannot send codes to it.
    CutOff,
}

impl Phone {
    const fn of(number: Option<Number>) -> Self {
        match number {
            None => Self::Missing,
            Some(Number { reachable: false, .. }) => Self::CutOff,
            Some(Number { proven: true, .. }) => Self::Proven,
            Some(Number { proven: false, .. }) => Self::Given,
        }
    }
}

/// The recommended next step: only one, the most protective first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    SetUp,
    Codes,
    ConfirmPhone,
    AddPhone,
    Nothing,
}

impl Next {
    const fn of(enrolled: bool, few_codes: bool, phone: Option<Phone>) -> Self {
        match (enrolled, few_codes, phone) {
            (false, _, _) => Self::SetUp,
            (true, true, _) => Self::Codes,
            (true, false, Some(Phone::Given)) => Self::ConfirmPhone,
            (true, false, Some(Phone::Missing | Phone::CutOff)) => Self::AddPhone,
            (true, false, Some(Phone::Proven) | None) => Self::Nothing,
        }
    }
}

impl Checklist {
    pub(super) fn of(page: &Page, guard: &SignedIn) -> Self {
        let services = &page.services;
        let Protected {
            enrolled,
            step,
            has_list,
            codes_left,
        } = guard.protected;
        let since = enrolled.protected_since();
        let few = codes_left.is_some_and(|left| left < FEW);
        let phone = services
            .channels
            .telephone
            .is_some()
            .then(|| Phone::of(enrolled.number));
        Self {
            protection: Protection::of(step, false),
            next: Next::of(enrolled.protects(), few, phone),
            two_factor_since: since.map(|since| Moment::past(page.t(), since, services.clock.now())),
            codes_left,
            few,
            phone,
            addresses: has_list,
        }
    }

    /// A number matters once there is an authenticator that can be lost.
    pub(super) const fn without_phone(&self) -> &'static str {
        if self.two_factor_since.is_some() {
            "open"
        } else {
            "optional"
        }
    }

    /// How many items of the list are done, in words.
    pub(super) fn done(&self, Frame { t, .. }: &Frame) -> Cow<'static, str> {
        let parts = [
            Some(true),
            Some(self.two_factor_since.is_some()),
            self.codes_left.map(|_| !self.few),
            self.phone.map(|phone| phone == Phone::Proven),
        ];
        let parts: Vec<bool> = parts.into_iter().flatten().collect();
        let done = parts.iter().filter(|done| **done).count();
        match parts.len() {
            all if all == done => t.security_all_done().into(),
            all => t.security_done(all, done).into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_step_is_the_one_that_protects_most() {
        for (enrolled, few, phone, next) in [
            (false, false, Some(Phone::Given), Next::SetUp),
            (false, true, None, Next::SetUp),
            (true, true, Some(Phone::Missing), Next::Codes),
            (true, false, Some(Phone::Given), Next::ConfirmPhone),
            (true, false, Some(Phone::Missing), Next::AddPhone),
            (true, false, Some(Phone::CutOff), Next::AddPhone),
            (true, false, Some(Phone::Proven), Next::Nothing),
            (true, false, None, Next::Nothing),
        ] {
            assert!(Next::of(enrolled, few, phone) == next);
        }
    }
}
