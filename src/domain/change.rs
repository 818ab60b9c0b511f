//! What a signed-in user must prove before each change:
//!
//! | change | the account has an app | its second step is a code that is sent | neither |
//! | --- | --- | --- | --- |
//! | setting up an authenticator, or replacing it | password and a code since the sign-in; or a recovery code or a code to the phone at the sign-in | the code of the sign-in | password |
//! | e-mail address, phone number, own allowed addresses | password; a code since the sign-in | the code of the sign-in | password |
//! | a policy that demands less, or another list for everybody | password; a code since the sign-in | the code of the sign-in | password |
//! | a policy that demands more | password | password | password |
//! | new recovery codes | password and code, typed with the change | – | – |
//! | switching 2FA off | password and code, typed with the change; or a recovery code at the sign-in | – | – |
//!
//! Evidence counts for five minutes, and only at the place where it was given: an IPv4 address, or the /64
//! network of an IPv6 address. Elsewhere the password and the other requirements are asked for again (the
//! attack: a cookie copied within minutes of a sign-in, a set-up or a code; the thief has neither the password
//! nor a code). The password of the sign-in counts as a password. An app code at the sign-in does not count as
//! a code since the sign-in; the code that confirmed a new app does. A password alone never weakens a second
//! factor (the attack: CVE-2026-3429).
//!
//! The evidence becomes [`SteppedUp`], for one account, one epoch and one change. The flow that makes the
//! change takes it by value, so a page that skips the step-up does not compile.

use super::{
    account::AccountId,
    allow_list::AllowList,
    authenticator::{method::Method, password::PasswordVerified},
    clock::Timestamp,
    lifetimes::{ENROLMENT_SECONDS, FRESH_SECONDS},
    policy::Policy,
    proof::SecondFactorProof,
    session::{EnrolmentRequired, SignedIn},
    sign_in::ForeignProof,
};

/// A change that requires more than a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Setting up a first authenticator, or replacing one.
    Authenticator,
    /// New recovery codes.
    RecoveryCodes,
    /// Removing the second factor.
    SecondFactorOff,
    /// Changing or removing the phone number.
    Phone,
    /// Changing the e-mail address.
    Email,
    /// Changing the addresses from which sign-in is allowed.
    Addresses,
    /// A policy that demands less.
    Policy,
    /// A policy that demands as much as before, or more.
    StricterPolicy,
}

/// What a change requires besides a fresh password if the account has an app.
enum Takes {
    Nothing,
    /// A code since the sign-in.
    Code,
    /// A code since the sign-in, or a replacement for a lost app at the sign-in.
    CodeOrStandIn,
    /// Password and code, typed with the change.
    Both,
    /// Password and code, typed with the change, or a recovery code at the sign-in.
    BothOrRecoveryCode,
}

/// What a session still has to prove before a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The password: the last one is older than five minutes, or is the one of the sign-in where that is not
    /// sufficient.
    Password,
    /// A code of the account's authenticator.
    Code,
    /// Password and code, typed with the change itself.
    Both,
    /// A new sign-in: the second factor is a sent code.
    SignIn,
}

impl Change {
    const fn takes(self) -> Takes {
        match self {
            Self::Authenticator => Takes::CodeOrStandIn,
            Self::Phone | Self::Email | Self::Addresses | Self::Policy => Takes::Code,
            Self::RecoveryCodes => Takes::Both,
            Self::SecondFactorOff => Takes::BothOrRecoveryCode,
            Self::StricterPolicy => Takes::Nothing,
        }
    }

    /// Which change it is to replace `before` with this policy and this list of addresses for all accounts. A
    /// first list only restricts access.
    #[must_use]
    pub fn of_policy(before: (&Policy, &AllowList), after: (&Policy, &AllowList)) -> Self {
        let opens = !before.1.is_empty() && before.1 != after.1;
        if opens || after.0.demands_less_than(before.0) {
            Self::Policy
        } else {
            Self::StricterPolicy
        }
    }

    /// What the session still lacks; `has_app` says whether the account has an authenticator.
    fn lacks(self, session: &SignedIn, has_app: bool, now: Timestamp) -> Option<Lack> {
        let seen = session.seen_from_here();
        let lately = |at: Option<Timestamp>| at.is_some_and(|at| (0..FRESH_SECONDS).contains(&now.since(at)));
        let stood_in_lately = |by: &[Method]| by.iter().any(|by| lately(seen.stood_in_at(*by)));
        let sent = [Method::Phone, Method::Email];
        let evidence = &session.written().evidence;
        let by_sent_code = sent.into_iter().any(|by| evidence.came_in_by(by));
        let code_since = lately(seen.set_up_at()) || lately(seen.second_factor_since());
        let has_password = session.is_fresh(now);
        match self.takes() {
            Takes::Both => Some(Lack::Both),
            Takes::BothOrRecoveryCode if !has_password || !stood_in_lately(&[Method::RecoveryCode]) => {
                Some(Lack::Both)
            }
            // Before any code is verified (the attack: a copied cookie uses up the attempts at codes).
            _ if !has_password => Some(Lack::Password),
            Takes::Nothing | Takes::BothOrRecoveryCode => None,
            Takes::Code | Takes::CodeOrStandIn if !has_app => {
                let is_proven = !by_sent_code || lately(seen.second_factor_at());
                (!is_proven).then_some(Lack::SignIn)
            }
            Takes::Code | Takes::CodeOrStandIn if code_since => None,
            Takes::CodeOrStandIn if stood_in_lately(&[Method::RecoveryCode, Method::Phone]) => None,
            Takes::Code | Takes::CodeOrStandIn => Some(Lack::Code),
        }
    }
}

/// Everything that a change requires was proven: permission to make it once.
#[derive(Debug)]
#[must_use]
pub struct SteppedUp {
    account: AccountId,
    epoch: i64,
    change: Change,
}

impl SteppedUp {
    /// Permission from what the session has proven; `has_app` says whether the account has an authenticator.
    ///
    /// # Errors
    /// [`Lack`] says what has to be proven first.
    pub fn in_session(
        session: &SignedIn,
        change: Change,
        has_app: bool,
        now: Timestamp,
    ) -> Result<Self, Lack> {
        match change.lacks(session, has_app, now) {
            Some(lack) => Err(lack),
            None => Ok(Self::new(session, change)),
        }
    }

    /// Permission from a password and a code typed with the change.
    ///
    /// # Errors
    /// [`ForeignProof`] if they do not belong to the session's account.
    pub fn there_and_then(
        session: &SignedIn,
        change: Change,
        (password, factor): (PasswordVerified, SecondFactorProof),
    ) -> Result<Self, ForeignProof> {
        let ours = password.account() == session.account() && factor.account() == session.account();
        ours.then(|| Self::new(session, change)).ok_or(ForeignProof)
    }

    fn new(session: &SignedIn, change: Change) -> Self {
        Self {
            account: session.account().clone(),
            epoch: session.epoch(),
            change,
        }
    }

    /// The account to be changed.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The change that it permits.
    #[must_use]
    pub const fn change(&self) -> Change {
        self.change
    }

    /// Consumes the permission for a change; gives the account and the epoch that it is valid for. Permission
    /// to demand less of others is sufficient to demand more.
    ///
    /// # Errors
    /// [`ForeignProof`] if it permits another change.
    pub fn spend(self, change: Change) -> Result<(AccountId, i64), ForeignProof> {
        let covers =
            self.change == change || (self.change, change) == (Change::Policy, Change::StricterPolicy);
        covers.then_some((self.account, self.epoch)).ok_or(ForeignProof)
    }
}

/// Everything that setting up an authenticator requires was proven, in this epoch of the account. It is
/// required to show a key and to confirm it.
#[derive(Debug)]
pub struct EnrolmentTicket {
    account: AccountId,
    epoch: i64,
}

impl EnrolmentTicket {
    /// Permission to set up an authenticator, from what the session has proven. A key that this browser was
    /// shown right after that, at `shown_at`, can be shown again and confirmed while it is pending.
    ///
    /// # Errors
    /// [`Lack`] says what has to be proven first.
    pub fn in_session(
        session: &SignedIn,
        has_app: bool,
        shown_at: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<Self, Lack> {
        let lack_at = |at| Change::Authenticator.lacks(session, has_app, at);
        let shown = shown_at.filter(|at| now.since(*at) < ENROLMENT_SECONDS);
        let may_see_it_again = session.is_fresh(now) && shown.is_some_and(|at| lack_at(at).is_none());
        match lack_at(now) {
            Some(lack) if !may_see_it_again => Err(lack),
            _ => Ok(Self {
                account: session.account().clone(),
                epoch: session.epoch(),
            }),
        }
    }

    /// Permission for a required set-up, which the state itself grants.
    #[must_use]
    pub fn required(state: &EnrolmentRequired) -> Self {
        Self {
            account: state.account().clone(),
            epoch: state.epoch(),
        }
    }

    /// The account whose authenticator is set up.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The account's epoch that the set-up belongs to.
    #[must_use]
    pub const fn epoch(&self) -> i64 {
        self.epoch
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{allow_list::Place, evidence::Evidence, session::Written};

    const T: Timestamp = Timestamp(1_800_000_000);
    const ELSEWHERE: [Change; 4] = [Change::Email, Change::Phone, Change::Addresses, Change::Policy];

    fn session(evidence: Evidence) -> SignedIn {
        let written = Written {
            account: AccountId("a".to_owned()),
            epoch: 3,
            began: T,
            evidence,
            here: None,
        };
        SignedIn::resume(written, T, T).unwrap()
    }

    /// The same evidence, all of it proven at another place.
    fn of_elsewhere(evidence: &Evidence) -> Evidence {
        let there = "192.0.2.1".parse().ok().map(Place::of);
        evidence.clone().all_at(there)
    }

    #[test]
    fn where_the_sign_in_came_from_what_stands_in_is_enough_and_the_app_s_code_is_not() {
        for (by, change, has_app, lack) in [
            (Method::RecoveryCode, Change::Authenticator, true, None),
            (Method::RecoveryCode, Change::SecondFactorOff, true, None),
            (Method::RecoveryCode, Change::Email, true, Some(Lack::Code)),
            (Method::Phone, Change::Authenticator, true, None),
            (Method::Phone, Change::Authenticator, false, None),
            (Method::Totp, Change::Authenticator, true, Some(Lack::Code)),
            (Method::Totp, Change::Policy, true, Some(Lack::Code)),
        ] {
            let session = session(came_in_by(by));
            let found = SteppedUp::in_session(&session, change, has_app, T.plus(1)).err();
            assert_eq!(found, lack, "{by:?} {change:?}");
        }
        let set_up = came_in_by(Method::Phone).with_set_up(Method::Totp, T);
        let session = session(set_up);
        assert!(SteppedUp::in_session(&session, Change::Phone, true, T.plus(1)).is_ok());
    }

    fn came_in_by(factor: Method) -> Evidence {
        Evidence::begun(Method::Password, T).with_step(factor, T)
    }

    /// What is lacking `seconds` after the sign-in, with the password confirmed at that moment.
    fn lack(evidence: Evidence, change: Change, has_app: bool, seconds: i64) -> Option<Lack> {
        let now = T.plus(seconds);
        let session = session(evidence.with_later(Method::Password, now));
        SteppedUp::in_session(&session, change, has_app, now).err()
    }

    #[test]
    fn the_code_of_the_sign_in_is_enough_for_no_change_where_there_is_an_app() {
        for change in ELSEWHERE.into_iter().chain([Change::Authenticator]) {
            assert_eq!(
                lack(came_in_by(Method::Totp), change, true, 0),
                Some(Lack::Code),
                "{change:?}"
            );
            let another = || came_in_by(Method::Totp).with_later(Method::Totp, T.plus(30));
            assert_eq!(lack(another(), change, true, 30 + 299), None, "{change:?}");
            assert_eq!(
                lack(another(), change, true, 30 + 300),
                Some(Lack::Code),
                "{change:?}"
            );
        }
    }

    #[test]
    fn what_stands_in_for_the_app_replaces_it_and_moves_nothing_else() {
        for stand_in in [Method::RecoveryCode, Method::Phone] {
            assert_eq!(lack(came_in_by(stand_in), Change::Authenticator, true, 299), None);
            assert_eq!(
                lack(came_in_by(stand_in), Change::Authenticator, true, 300),
                Some(Lack::Code)
            );
            for change in ELSEWHERE {
                assert_eq!(lack(came_in_by(stand_in), change, true, 0), Some(Lack::Code));
            }
        }
    }

    const ALL: [Change; 8] = [
        Change::Authenticator,
        Change::RecoveryCodes,
        Change::SecondFactorOff,
        Change::Phone,
        Change::Email,
        Change::Addresses,
        Change::Policy,
        Change::StricterPolicy,
    ];

    #[test]
    fn nothing_that_was_proven_elsewhere_is_leave_for_any_change() {
        let methods = [Method::Totp, Method::RecoveryCode, Method::Phone, Method::Email];
        let mut proven = vec![Evidence::begun(Method::Password, T)];
        for method in methods {
            proven.push(came_in_by(method));
            proven.push(came_in_by(method).with_later(Method::Password, T));
            proven.push(
                came_in_by(method)
                    .with_later(Method::Password, T)
                    .with_later(Method::Totp, T),
            );
            proven.push(came_in_by(method).with_set_up(Method::Totp, T));
        }
        for evidence in proven {
            for (change, has_app) in ALL
                .into_iter()
                .flat_map(|change| [(change, true), (change, false)])
            {
                let copied = session(of_elsewhere(&evidence));
                let leave = SteppedUp::in_session(&copied, change, has_app, T.plus(1));
                assert!(leave.is_err(), "{change:?} {has_app} {evidence:?}");
                assert!(!copied.is_fresh(T.plus(1)) && copied.is_fresh_elsewhere(T.plus(1)));
            }
        }
    }

    #[test]
    fn whoever_goes_on_elsewhere_proves_there_what_the_change_takes() {
        let moved = |evidence: Evidence, change, has_app| {
            let session = session(of_elsewhere(&evidence).with_later(Method::Password, T));
            SteppedUp::in_session(&session, change, has_app, T.plus(1)).err()
        };
        for change in ELSEWHERE.into_iter().chain([Change::Authenticator]) {
            let password = Evidence::begun(Method::Password, T);
            assert_eq!(moved(password, change, false), None, "{change:?}");
            for by in [Method::RecoveryCode, Method::Phone, Method::Totp] {
                assert_eq!(
                    moved(came_in_by(by), change, true),
                    Some(Lack::Code),
                    "{by:?} {change:?}"
                );
            }
            for by in [Method::Phone, Method::Email] {
                assert_eq!(
                    moved(came_in_by(by), change, false),
                    Some(Lack::SignIn),
                    "{by:?} {change:?}"
                );
            }
            let stepped_up = of_elsewhere(&came_in_by(Method::Totp))
                .with_later(Method::Password, T)
                .with_later(Method::Totp, T);
            let session = session(stepped_up);
            assert!(
                SteppedUp::in_session(&session, change, true, T.plus(1)).is_ok(),
                "{change:?}"
            );
        }
    }

    #[test]
    fn a_code_that_was_sent_has_to_be_fresh_where_it_is_the_second_factor() {
        for change in ELSEWHERE.into_iter().chain([Change::Authenticator]) {
            for sent in [Method::Phone, Method::Email] {
                assert_eq!(lack(came_in_by(sent), change, false, 299), None);
                assert_eq!(lack(came_in_by(sent), change, false, 300), Some(Lack::SignIn));
            }
            let password = Evidence::begun(Method::Password, T);
            assert_eq!(lack(password, change, false, 3000), None, "{change:?}");
        }
    }

    #[test]
    fn every_change_takes_a_fresh_password() {
        for change in ELSEWHERE
            .into_iter()
            .chain([Change::Authenticator, Change::StricterPolicy])
        {
            let session = session(Evidence::begun(Method::Password, T));
            let lack = |seconds| SteppedUp::in_session(&session, change, false, T.plus(seconds)).err();
            assert_eq!((lack(299), lack(300)), (None, Some(Lack::Password)), "{change:?}");
        }
    }

    #[test]
    fn new_recovery_codes_and_no_second_factor_take_both_with_the_change() {
        let proven = || came_in_by(Method::Totp).with_later(Method::Totp, T);
        for change in [Change::RecoveryCodes, Change::SecondFactorOff] {
            assert_eq!(lack(proven(), change, true, 0), Some(Lack::Both));
        }
        let recovered = || came_in_by(Method::RecoveryCode);
        assert_eq!(
            lack(recovered(), Change::RecoveryCodes, true, 0),
            Some(Lack::Both)
        );
        assert_eq!(lack(recovered(), Change::SecondFactorOff, true, 299), None);
        assert_eq!(
            lack(recovered(), Change::SecondFactorOff, true, 300),
            Some(Lack::Both),
            "however fresh the password is"
        );
        let by_phone = came_in_by(Method::Phone);
        assert_eq!(lack(by_phone, Change::SecondFactorOff, true, 0), Some(Lack::Both));
    }

    #[test]
    fn leave_is_for_one_change_of_one_account_in_one_epoch() {
        let session = session(Evidence::begun(Method::Password, T));
        let leave = |change| SteppedUp::in_session(&session, change, false, T).unwrap();
        assert_eq!(
            leave(Change::Email).spend(Change::Email),
            Ok((AccountId("a".to_owned()), 3))
        );
        assert_eq!(leave(Change::Email).spend(Change::Phone), Err(ForeignProof));
        assert!(leave(Change::Policy).spend(Change::StricterPolicy).is_ok());
        assert_eq!(
            leave(Change::StricterPolicy).spend(Change::Policy),
            Err(ForeignProof)
        );
    }

    #[test]
    fn a_first_list_for_everybody_demands_more_and_another_one_may_demand_less() {
        let policy = Policy::default();
        let list = |text| AllowList::parse(text).unwrap();
        let (none, office, home) = (list(""), list("192.0.2.1"), list("192.0.2.2"));
        let change = |before, after| Change::of_policy((&policy, before), (&policy, after));
        assert_eq!(change(&none, &office), Change::StricterPolicy);
        assert_eq!(change(&office, &office), Change::StricterPolicy);
        assert_eq!(change(&office, &home), Change::Policy);
        assert_eq!(change(&office, &none), Change::Policy);
    }

    #[test]
    fn a_key_that_was_shown_after_the_proof_is_shown_for_as_long_as_it_waits() {
        let stepped_up = || came_in_by(Method::Totp).with_later(Method::Totp, T);
        let ticket = |shown: Option<i64>, seconds: i64| {
            let now = T.plus(seconds);
            let session = session(stepped_up().with_later(Method::Password, now));
            EnrolmentTicket::in_session(&session, true, shown.map(|at| T.plus(at)), now).is_ok()
        };
        assert!(ticket(None, 299) && !ticket(None, 300));
        assert!(ticket(Some(100), 1899) && !ticket(Some(100), 1900));
        assert!(!ticket(Some(300), 400), "shown after the proof had aged");
        assert!(!ticket(Some(-1), 400), "shown before the proof");
        let stale = session(stepped_up());
        let again = EnrolmentTicket::in_session(&stale, true, Some(T.plus(100)), T.plus(400));
        assert!(again.is_err(), "without a fresh password");
    }
}
