//! The states of a sign-in as types. Each is made by a transition of
//! [`super::sign_in`] or read back by `resume`, which gives nothing for what has
//! expired: expiry is enforced at use, whatever a sweeper does (ASVS 7.3).

use super::{account::AccountId, clock::Timestamp};

/// A session ends after so many seconds without a request.
pub const IDLE_SECONDS: i64 = 30 * 60;
/// A session ends so many seconds after the sign-in.
pub const ABSOLUTE_SECONDS: i64 = 12 * 3600;
/// An account is signed in in so many places at the most; the oldest session ends (ASVS 7.1.2).
pub const MOST_AT_ONCE: usize = 10;
/// The second step has to be done in so many seconds.
pub const CHALLENGE_SECONDS: i64 = 10 * 60;
/// A required set-up has to be done in so many seconds, which is as long as its key lives.
pub const ENROLMENT_SECONDS: i64 = 30 * 60;
/// A confirmed password is fresh for so many seconds.
pub const FRESH_SECONDS: i64 = 5 * 60;

/// A form that is sent twice by the same browser is answered once: for so many seconds the answer
/// may be had again.
pub const REPEAT_SECONDS: i64 = 30;

/// What the second step of a sign-in asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondStep {
    /// A one-time password of the authenticator app, or what stands in for it.
    Totp,
    /// A code by SMS or call: a second factor is required, and there is no app yet.
    Phone,
    /// A code by mail: the policy asks for one where there is no other factor.
    Email,
    /// The set-up code that a reset showed.
    SetUpCode,
}

/// The name of one sign-in's second step. Codes that are sent belong to it (ASVS 6.6.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChallengeId(pub String);

/// The password was right, the second factor is still to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenged {
    pub(super) id: ChallengeId,
    pub(super) step: SecondStep,
    pub(super) account: AccountId,
    pub(super) generation: i64,
    pub(super) began: Timestamp,
}

/// The password was right, and the account must have a second factor that it has not: the
/// way leads to its set-up and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolmentRequired {
    pub(super) account: AccountId,
    pub(super) generation: i64,
    pub(super) began: Timestamp,
}

/// What a sign-in was completed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entrance {
    /// The password alone: the account has no second factor.
    Password,
    /// A one-time password.
    Totp,
    /// A recovery code.
    RecoveryCode,
    /// A code by SMS or call.
    Phone,
    /// A code by mail.
    Email,
    /// A set-up code.
    SetUpCode,
}

/// A session as it is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Whose it is.
    pub account: AccountId,
    /// The account's generation that it belongs to.
    pub generation: i64,
    /// What the sign-in was completed with.
    pub entrance: Entrance,
    /// When the sign-in was complete.
    pub began: Timestamp,
    /// When the password was last verified.
    pub confirmed: Timestamp,
    /// When a second factor was last proven, if one was.
    pub proven: Option<Timestamp>,
    /// When one was last proven again after the sign-in, if it was.
    pub stepped_up: Option<Timestamp>,
}

/// A change that takes more than a fresh password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A first authenticator, or another in the place of one.
    Authenticator,
    /// Another phone number, or none.
    Phone,
    /// Another e-mail address.
    Email,
    /// Other addresses to sign in from.
    Addresses,
    /// A policy that demands less.
    Policy,
}

/// What a session still has to prove before a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// A code of the account's authenticator.
    Code,
    /// A new sign-in: the second factor is a code that is sent.
    SignIn,
}

/// Everything that setting up an authenticator takes was proven, in this epoch of the account.
/// Only with it is a key shown.
#[derive(Debug)]
pub struct EnrolmentTicket {
    account: AccountId,
    epoch: i64,
}

impl EnrolmentTicket {
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

/// Signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn(pub(super) Written);

impl Challenged {
    /// Reads back a stored challenge; nothing when its time is over.
    #[must_use]
    pub fn resume(
        id: ChallengeId,
        step: SecondStep,
        account: AccountId,
        generation: i64,
        began: Timestamp,
        now: Timestamp,
    ) -> Option<Self> {
        (now.since(began) < CHALLENGE_SECONDS).then_some(Self {
            id,
            step,
            account,
            generation,
            began,
        })
    }

    /// Which sign-in it is.
    #[must_use]
    pub const fn id(&self) -> &ChallengeId {
        &self.id
    }

    /// What it asks for.
    #[must_use]
    pub const fn step(&self) -> SecondStep {
        self.step
    }

    /// Whose sign-in it is.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The account's generation when the password was verified.
    #[must_use]
    pub const fn generation(&self) -> i64 {
        self.generation
    }

    /// When it is over, done or not.
    #[must_use]
    pub const fn ends(&self) -> Timestamp {
        self.began.plus(CHALLENGE_SECONDS)
    }

    /// When the password was verified.
    #[must_use]
    pub const fn began(&self) -> Timestamp {
        self.began
    }
}

impl EnrolmentRequired {
    /// Reads back a stored state; nothing when its time is over.
    #[must_use]
    pub fn resume(account: AccountId, generation: i64, began: Timestamp, now: Timestamp) -> Option<Self> {
        (now.since(began) < ENROLMENT_SECONDS).then_some(Self {
            account,
            generation,
            began,
        })
    }

    /// Whose sign-in it is.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The account's generation when the password was verified.
    #[must_use]
    pub const fn generation(&self) -> i64 {
        self.generation
    }

    /// When the password was verified.
    #[must_use]
    pub const fn began(&self) -> Timestamp {
        self.began
    }

    /// The way to the set-up was this state's condition.
    #[must_use]
    pub fn ticket(&self) -> EnrolmentTicket {
        EnrolmentTicket {
            account: self.account.clone(),
            epoch: self.generation,
        }
    }
}

impl SignedIn {
    /// Reads back a stored session; nothing when its time is over.
    #[must_use]
    pub fn resume(written: Written, last_used: Timestamp, now: Timestamp) -> Option<Self> {
        let alive = now.since(written.began) < ABSOLUTE_SECONDS && now.since(last_used) < IDLE_SECONDS;
        alive.then_some(Self(written))
    }

    /// The session as it is to be written down.
    #[must_use]
    pub const fn written(&self) -> &Written {
        &self.0
    }

    /// Whose session it is.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.0.account
    }

    /// The account's generation that this session belongs to.
    #[must_use]
    pub const fn generation(&self) -> i64 {
        self.0.generation
    }

    /// Whether the password was verified so lately that a change needs no new
    /// confirmation (ASVS 7.5.1).
    #[must_use]
    pub const fn is_fresh(&self, now: Timestamp) -> bool {
        now.since(self.0.confirmed) < FRESH_SECONDS
    }

    /// What a change still takes. A password alone must not weaken a second factor (the attack:
    /// CVE-2026-3429), and the code of the sign-in does not move the ways in elsewhere (the
    /// attack: a cookie that was copied within minutes of the sign-in takes the account over).
    ///
    /// `has_app` says whether the account has an authenticator.
    #[must_use]
    pub fn lacks(&self, change: Change, has_app: bool, now: Timestamp) -> Option<Lack> {
        let lately = |at: Option<Timestamp>| at.is_some_and(|at| (0..FRESH_SECONDS).contains(&now.since(at)));
        if !has_app {
            let sent = matches!(self.0.entrance, Entrance::Phone | Entrance::Email);
            return (sent && !lately(self.0.proven)).then_some(Lack::SignIn);
        }
        let enough = match change {
            Change::Authenticator => lately(self.0.stepped_up) || lately(self.recovered_at()),
            Change::Phone | Change::Email => lately(self.0.stepped_up),
            Change::Addresses | Change::Policy => lately(self.0.proven),
        };
        (!enough).then_some(Lack::Code)
    }

    /// Leave to set up an authenticator. A key that this browser was shown right after the proof,
    /// at `shown_at`, may be shown again for as long as it waits.
    ///
    /// # Errors
    /// [`Lack`] says what has to be proven first.
    pub fn ticket(
        &self,
        has_app: bool,
        shown_at: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<EnrolmentTicket, Lack> {
        let lack = self.lacks(Change::Authenticator, has_app, now);
        let shown = shown_at.filter(|at| now.since(*at) < ENROLMENT_SECONDS);
        match lack {
            Some(lack) if shown.is_none_or(|at| self.lacks(Change::Authenticator, has_app, at).is_some()) => {
                Err(lack)
            }
            _ => Ok(EnrolmentTicket {
                account: self.0.account.clone(),
                epoch: self.0.generation,
            }),
        }
    }

    /// When the sign-in was completed without the authenticator, by what stands in for it.
    fn recovered_at(&self) -> Option<Timestamp> {
        matches!(self.0.entrance, Entrance::RecoveryCode | Entrance::Phone).then_some(self.0.began)
    }

    /// Whether the sign-in was completed with a code by SMS or call.
    #[must_use]
    pub fn came_by_phone(&self) -> bool {
        self.0.entrance == Entrance::Phone
    }

    /// The same, within the last five minutes.
    #[must_use]
    pub fn came_by_phone_just_now(&self, now: Timestamp) -> bool {
        self.came_by_phone() && now.since(self.0.began) < FRESH_SECONDS
    }

    /// The same session in the account's new generation, after it ended all others.
    #[must_use]
    pub fn carried_over(self, generation: i64) -> Self {
        Self(Written { generation, ..self.0 })
    }

    /// The session as one that was just opened by a recovery code; none otherwise. Using
    /// one of ten codes up is proof enough to remove the authenticator that it stood in
    /// for, as long as the sign-in is fresh.
    #[must_use]
    pub fn recovered(self, now: Timestamp) -> Option<Recovered> {
        let just_now = now.since(self.0.began) < FRESH_SECONDS;
        (self.0.entrance == Entrance::RecoveryCode && just_now).then_some(Recovered(self))
    }
}

/// A session that was just opened by a recovery code.
#[derive(Debug)]
pub struct Recovered(SignedIn);

impl Recovered {
    /// Whose session it is.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        self.0.account()
    }

    /// The session again.
    #[must_use]
    pub fn into_session(self) -> SignedIn {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const T: Timestamp = Timestamp(1_800_000_000);

    fn account() -> AccountId {
        AccountId("a".to_owned())
    }

    #[test]
    fn a_challenge_lives_ten_minutes() {
        let resume = |now| {
            let id = ChallengeId("c".to_owned());
            Challenged::resume(id, SecondStep::Totp, account(), 0, T, T.plus(now))
        };
        assert!(resume(599).is_some());
        assert!(resume(600).is_none());
    }

    fn session(
        entrance: Entrance,
        confirmed: Timestamp,
        last_used: Timestamp,
        now: Timestamp,
    ) -> Option<SignedIn> {
        let written = Written {
            account: account(),
            generation: 0,
            entrance,
            began: T,
            confirmed,
            proven: (entrance != Entrance::Password).then_some(T),
            stepped_up: None,
        };
        SignedIn::resume(written, last_used, now)
    }

    #[test]
    fn a_session_lives_thirty_minutes_idle_and_twelve_hours_in_all() {
        let resume = |used: i64, now: i64| session(Entrance::Totp, T, T.plus(used), T.plus(now));
        assert!(resume(0, 1799).is_some());
        assert!(resume(0, 1800).is_none());
        assert!(resume(43_000, 43_199).is_some());
        assert!(resume(43_199, 43_200).is_none());
    }

    #[test]
    fn a_password_and_a_factor_are_fresh_for_five_minutes() {
        let totp = session(Entrance::Totp, T, T, T).unwrap();
        assert!(totp.is_fresh(T.plus(299)) && !totp.is_fresh(T.plus(300)));
        assert_eq!(totp.lacks(Change::Policy, true, T.plus(299)), None);
        assert_eq!(totp.lacks(Change::Policy, true, T.plus(300)), Some(Lack::Code));
    }

    #[test]
    fn the_code_of_the_sign_in_moves_no_way_in_elsewhere() {
        let mut totp = session(Entrance::Totp, T, T, T).unwrap();
        for change in [Change::Authenticator, Change::Phone, Change::Email] {
            assert_eq!(totp.lacks(change, true, T), Some(Lack::Code), "{change:?}");
        }
        totp.0.stepped_up = Some(T);
        for change in [Change::Authenticator, Change::Phone, Change::Email] {
            assert_eq!(totp.lacks(change, true, T.plus(299)), None, "{change:?}");
            assert_eq!(
                totp.lacks(change, true, T.plus(300)),
                Some(Lack::Code),
                "{change:?}"
            );
        }
    }

    #[test]
    fn what_stands_in_for_the_app_replaces_it_and_moves_nothing_else() {
        for entrance in [Entrance::RecoveryCode, Entrance::Phone] {
            let recovered = session(entrance, T, T, T).unwrap();
            assert_eq!(recovered.lacks(Change::Authenticator, true, T), None);
            assert_eq!(recovered.lacks(Change::Email, true, T), Some(Lack::Code));
        }
    }

    #[test]
    fn a_code_that_was_sent_has_to_be_fresh_where_it_is_the_second_factor() {
        for entrance in [Entrance::Phone, Entrance::Email] {
            let sent = session(entrance, T, T, T).unwrap();
            assert_eq!(sent.lacks(Change::Authenticator, false, T.plus(299)), None);
            assert_eq!(
                sent.lacks(Change::Authenticator, false, T.plus(300)),
                Some(Lack::SignIn)
            );
        }
        let password = session(Entrance::Password, T, T, T).unwrap();
        assert_eq!(password.lacks(Change::Authenticator, false, T.plus(3000)), None);
    }

    #[test]
    fn a_key_that_was_shown_after_the_proof_is_shown_for_as_long_as_it_waits() {
        let mut totp = session(Entrance::Totp, T, T, T).unwrap();
        totp.0.stepped_up = Some(T);
        let ticket =
            |shown: Option<i64>, now: i64| totp.ticket(true, shown.map(|at| T.plus(at)), T.plus(now)).is_ok();
        assert!(ticket(None, 299) && !ticket(None, 300));
        assert!(ticket(Some(100), 1899) && !ticket(Some(100), 1900));
        assert!(!ticket(Some(300), 400), "shown after the proof had aged");
        assert!(!ticket(Some(-1), 400), "shown before the proof");
    }

    #[test]
    fn only_a_fresh_sign_in_by_recovery_code_is_recovered() {
        let recovered = |entrance, now: i64| {
            let now = T.plus(now);
            session(entrance, now, now, now).unwrap().recovered(now).is_some()
        };
        assert!(recovered(Entrance::RecoveryCode, 299));
        assert!(
            !recovered(Entrance::RecoveryCode, 300),
            "however fresh the password is"
        );
        assert!(!recovered(Entrance::Totp, 0));
        assert!(!recovered(Entrance::Password, 0));
    }
}
