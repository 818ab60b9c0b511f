//! What a change takes from somebody who is signed in. The table, once:
//!
//! | change | the account has an app | its second step is a code that is sent | neither |
//! | --- | --- | --- | --- |
//! | setting up an authenticator, or replacing it | password and a code since the sign-in; or password since the sign-in, and a recovery code or a code to the phone at the sign-in | password since the sign-in; the code of the sign-in | password |
//! | e-mail address, phone number, own allowed addresses | password; a code since the sign-in | password since the sign-in; the code of the sign-in | password |
//! | a policy that demands less, or another list for everybody | password; a code since the sign-in | password since the sign-in; the code of the sign-in | password |
//! | a policy that demands more | password | password | password |
//! | new recovery codes | password and code, typed with the change | – | – |
//! | switching 2FA off | password and code, typed with the change; or password since the sign-in, and a recovery code at the sign-in | – | – |
//!
//! All of it counts for five minutes. A code of the app at the sign-in is none since the sign-in. The
//! code that confirmed a new app is one, and "password since the sign-in" is the one of the sign-in, as
//! long as a request comes from the address that the sign-in came from: whoever has just typed all of
//! it is not asked again. From elsewhere neither is enough (the attack: a cookie that was copied
//! within minutes of the sign-in or the set-up takes the account over; who has it does not have the
//! password). A password alone never weakens a second factor (the attack:
//! CVE-2026-3429).
//!
//! What was proven becomes [`SteppedUp`], for one account, one epoch and one change. The flow that
//! makes the change takes it by value, so that a page that does not ask does not compile.

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

/// A change that takes more than being signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A first authenticator, or another in the place of one.
    Authenticator,
    /// New recovery codes.
    RecoveryCodes,
    /// No second factor any more.
    SecondFactorOff,
    /// Another phone number, or none.
    Phone,
    /// Another e-mail address.
    Email,
    /// Other addresses to sign in from.
    Addresses,
    /// A policy that demands less.
    Policy,
    /// A policy that demands as much as before, or more.
    StricterPolicy,
}

/// What a change takes besides a fresh password where the account has an app.
enum Takes {
    Nothing,
    /// A code since the sign-in.
    Code,
    /// The same, or at the sign-in what stands in for a lost app.
    CodeOrStandIn,
    /// Password and code, typed with the change.
    Both,
    /// The same, or a recovery code at the sign-in.
    BothOrRecoveryCode,
}

/// What a session still has to prove before a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// The password: the last one is older than five minutes, or was the one of the sign-in where
    /// that is not enough.
    Password,
    /// A code of the account's authenticator.
    Code,
    /// Password and code, typed with the change itself.
    Both,
    /// A new sign-in: the second factor is a code that is sent.
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

    /// What it is to set this policy and this list of addresses for everybody, by what there is
    /// before. A first list only keeps people out.
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
        let evidence = &session.written().evidence;
        let lately = |at: Option<Timestamp>| at.is_some_and(|at| (0..FRESH_SECONDS).contains(&now.since(at)));
        let stood_in_lately = |by: &[Method]| by.iter().any(|by| lately(evidence.stood_in_at(*by)));
        // As with any password: one that was confirmed after the moment in question counts, too.
        let password_since = evidence
            .password_since()
            .is_some_and(|at| now.since(at) < FRESH_SECONDS);
        let here = session.written().here;
        let unless_password_since = (!password_since && !here).then_some(Lack::Password);
        let sent = [Method::Phone, Method::Email];
        let by_sent_code = sent.into_iter().any(|by| evidence.came_in_at(by).is_some());
        let set_up_here = here && lately(evidence.set_up().map(|set_up| set_up.at));
        let code_since = set_up_here || lately(evidence.second_factor_since());
        let lack = match self.takes() {
            Takes::Nothing => None,
            Takes::BothOrRecoveryCode if stood_in_lately(&[Method::RecoveryCode]) => unless_password_since,
            Takes::Both | Takes::BothOrRecoveryCode => Some(Lack::Both),
            Takes::Code | Takes::CodeOrStandIn if !has_app => match by_sent_code {
                false => None,
                true if lately(evidence.second_factor_at()) => unless_password_since,
                true => Some(Lack::SignIn),
            },
            Takes::Code | Takes::CodeOrStandIn if code_since => None,
            Takes::CodeOrStandIn if stood_in_lately(&[Method::RecoveryCode, Method::Phone]) => {
                unless_password_since
            }
            Takes::Code | Takes::CodeOrStandIn => Some(Lack::Code),
        };
        lack.or((!session.is_fresh(now)).then_some(Lack::Password))
    }
}

/// Everything that a change takes was proven: leave to make it, once.
#[derive(Debug)]
#[must_use]
pub struct SteppedUp {
    account: AccountId,
    epoch: i64,
    change: Change,
}

impl SteppedUp {
    /// Leave by what the session proved so far; `has_app` says whether the account has an
    /// authenticator.
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

    /// Leave by a password and a code that were typed with the change.
    ///
    /// # Errors
    /// [`ForeignProof`] when they do not belong to the session's account.
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
            epoch: session.generation(),
            change,
        }
    }

    /// Whose change it is.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// What it is leave for.
    #[must_use]
    pub const fn change(&self) -> Change {
        self.change
    }

    /// Uses it for a change; gives the account and the epoch that it counts for. What was proven to
    /// demand less of others is enough to demand more.
    ///
    /// # Errors
    /// [`ForeignProof`] when it is leave for another change.
    pub fn spend(self, change: Change) -> Result<(AccountId, i64), ForeignProof> {
        let covers =
            self.change == change || (self.change, change) == (Change::Policy, Change::StricterPolicy);
        covers.then_some((self.account, self.epoch)).ok_or(ForeignProof)
    }
}

/// Everything that setting up an authenticator takes was proven, in this epoch of the account.
/// Only with it is a key shown, and only with it confirmed.
#[derive(Debug)]
pub struct EnrolmentTicket {
    account: AccountId,
    epoch: i64,
}

impl EnrolmentTicket {
    /// Leave to set up an authenticator, by what the session proved. A key that this browser was
    /// shown right after the proof, at `shown_at`, is shown again for as long as it waits, and may
    /// be confirmed.
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
                epoch: session.generation(),
            }),
        }
    }

    /// The way to a set-up that is required was this state's condition.
    #[must_use]
    pub fn required(state: &EnrolmentRequired) -> Self {
        Self {
            account: state.account().clone(),
            epoch: state.generation(),
        }
    }

    /// Whose authenticator is set up.
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
    use crate::domain::{evidence::Evidence, session::Written};

    const T: Timestamp = Timestamp(1_800_000_000);
    const ELSEWHERE: [Change; 4] = [Change::Email, Change::Phone, Change::Addresses, Change::Policy];

    fn session(evidence: Evidence) -> SignedIn {
        let written = Written {
            account: AccountId("a".to_owned()),
            generation: 3,
            began: T,
            evidence,
            here: false,
        };
        SignedIn::resume(written, T, T).unwrap()
    }

    fn at_the_sign_in_s_address(session: &SignedIn) -> SignedIn {
        let written = Written {
            here: true,
            ..session.written().clone()
        };
        SignedIn::resume(written, T, T).unwrap()
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
            let session = at_the_sign_in_s_address(&session(came_in_by(by)));
            let found = SteppedUp::in_session(&session, change, has_app, T.plus(1)).err();
            assert_eq!(found, lack, "{by:?} {change:?}");
        }
        let set_up = came_in_by(Method::Phone).with_set_up(Method::Totp, T);
        let session = at_the_sign_in_s_address(&session(set_up));
        assert!(SteppedUp::in_session(&session, Change::Phone, true, T.plus(1)).is_ok());
    }

    fn came_in_by(factor: Method) -> Evidence {
        Evidence::begun(Method::Password, T).with_step(factor, T)
    }

    /// What is lacking so many seconds after the sign-in, with the password confirmed just then.
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

    /// What is lacking so many seconds after the sign-in, with no password but the one of the sign-in.
    fn lack_with_the_cookie_alone(
        evidence: &Evidence,
        change: Change,
        has_app: bool,
        seconds: i64,
    ) -> Option<Lack> {
        let session = session(evidence.clone());
        SteppedUp::in_session(&session, change, has_app, T.plus(seconds)).err()
    }

    #[test]
    fn what_stands_in_for_the_app_or_is_sent_takes_a_password_since_the_sign_in() {
        let lack = |by, change, has_app| lack_with_the_cookie_alone(&came_in_by(by), change, has_app, 1);
        for stand_in in [Method::RecoveryCode, Method::Phone] {
            assert_eq!(lack(stand_in, Change::Authenticator, true), Some(Lack::Password));
        }
        let off = Change::SecondFactorOff;
        assert_eq!(lack(Method::RecoveryCode, off, true), Some(Lack::Password));
        for change in ELSEWHERE.into_iter().chain([Change::Authenticator]) {
            for sent in [Method::Phone, Method::Email] {
                assert_eq!(lack(sent, change, false), Some(Lack::Password), "{change:?}");
            }
        }
        assert_eq!(lack(Method::Phone, Change::StricterPolicy, false), None);
    }

    #[test]
    fn the_code_that_confirmed_an_app_is_leave_for_no_change() {
        let began = || came_in_by(Method::RecoveryCode).with_later(Method::Password, T);
        for evidence in [
            Evidence::begun(Method::Password, T),
            came_in_by(Method::Phone),
            began(),
            began().with_later(Method::Totp, T),
        ] {
            let set_up = evidence.with_set_up(Method::Totp, T);
            for change in ELSEWHERE.into_iter().chain([Change::Authenticator]) {
                assert_eq!(
                    lack(set_up.clone(), change, true, 1),
                    Some(Lack::Code),
                    "{change:?}"
                );
                let later = set_up.clone().with_later(Method::Totp, T.plus(30));
                assert_eq!(lack(later, change, true, 31), None, "{change:?}");
            }
            for change in [Change::SecondFactorOff, Change::RecoveryCodes] {
                assert_eq!(lack(set_up.clone(), change, true, 1), Some(Lack::Both));
            }
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
