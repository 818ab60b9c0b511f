//! The states of a sign-in as types. Each is created by a transition of [`super::sign_in`] or restored by
//! `resume`, which gives `None` for an expired state: expiry is enforced at use, independently of the sweep
//! (ASVS 7.3).

use super::{
    account::AccountId,
    allow_list::Place,
    authenticator::method::Method,
    clock::Timestamp,
    evidence::{Evidence, SeenFrom},
    lifetimes::{ABSOLUTE_SECONDS, CHALLENGE_SECONDS, ENROLMENT_SECONDS, FRESH_SECONDS, IDLE_SECONDS},
    named::named,
    next_step::Step,
};

/// Maximum number of sessions of an account; beyond that, the oldest session ends (ASVS 7.1.2).
pub const MOST_AT_ONCE: usize = 10;
named! {
    /// What the second step of a sign-in asks for.
    pub enum SecondStep {
        /// A one-time password of the authenticator app, or its replacement.
        Totp = "totp",
        /// A code by SMS or call: a second factor is required, and there is no app yet.
        Phone = "phone",
        /// A code by e-mail: the policy asks for one if there is no other factor.
        Email = "email",
        /// The set-up code that a reset showed.
        SetUpCode = "set_up_code",
    }
}

/// The id of one sign-in's second step. Sent codes belong to it (ASVS 6.6.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChallengeId(pub String);

/// The password was correct; the second factor is pending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenged {
    pub(super) id: ChallengeId,
    pub(super) step: SecondStep,
    pub(super) account: AccountId,
    pub(super) epoch: i64,
    pub(super) began: Timestamp,
    /// Where the password was typed; `None` for the current request.
    pub(super) place: Option<Place>,
}

/// The password was correct, and the account must have a second factor but has none: only its set-up is
/// reachable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolmentRequired {
    pub(super) account: AccountId,
    pub(super) epoch: i64,
    pub(super) evidence: Evidence,
    /// Where the request comes from.
    pub(super) here: Option<Place>,
}

/// A session as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The account.
    pub account: AccountId,
    /// The account's epoch that it belongs to.
    pub epoch: i64,
    /// When the sign-in was completed, including a set-up that it led to.
    pub began: Timestamp,
    /// What was proven in it.
    pub evidence: Evidence,
    /// Where this request comes from; not stored.
    pub here: Option<Place>,
}

/// A signed-in session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn(pub(super) Written);

impl Challenged {
    /// Restores a stored challenge; `None` if it has expired.
    #[must_use]
    pub fn resume(
        id: ChallengeId,
        step: SecondStep,
        account: AccountId,
        epoch: i64,
        (began, place): (Timestamp, Option<Place>),
        now: Timestamp,
    ) -> Option<Self> {
        (now.since(began) < CHALLENGE_SECONDS).then_some(Self {
            id,
            step,
            account,
            epoch,
            began,
            place,
        })
    }

    /// The id of the sign-in.
    #[must_use]
    pub const fn id(&self) -> &ChallengeId {
        &self.id
    }

    /// What it asks for.
    #[must_use]
    pub const fn step(&self) -> SecondStep {
        self.step
    }

    /// The account.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The account's epoch when the password was verified.
    #[must_use]
    pub const fn epoch(&self) -> i64 {
        self.epoch
    }

    /// When it expires, completed or not.
    #[must_use]
    pub const fn ends(&self) -> Timestamp {
        self.began.plus(CHALLENGE_SECONDS)
    }

    /// When the password was verified.
    #[must_use]
    pub const fn began(&self) -> Timestamp {
        self.began
    }

    /// Where it was typed; `None` for the current request.
    #[must_use]
    pub const fn place(&self) -> Option<Place> {
        self.place
    }
}

impl EnrolmentRequired {
    /// Restores a stored state for a request from `here`; `None` if it has expired.
    #[must_use]
    pub fn resume(
        account: AccountId,
        epoch: i64,
        (evidence, here): (Evidence, Option<Place>),
        now: Timestamp,
    ) -> Option<Self> {
        (now.since(evidence.password_at()) < ENROLMENT_SECONDS).then_some(Self {
            account,
            epoch,
            evidence,
            here,
        })
    }

    /// Whether the password, and the second step if the account's next sign-in asks for one, were verified at
    /// the place of this request. Elsewhere the set-up starts with a new sign-in (the attack: a copied cookie
    /// that links a thief's app for half an hour).
    #[must_use]
    pub fn is_here(&self, step: Step) -> bool {
        let seen = self.evidence.seen_from(self.here);
        seen.password_at().is_some() && seen.satisfies(step)
    }

    /// The account.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The account's epoch when the password was verified.
    #[must_use]
    pub const fn epoch(&self) -> i64 {
        self.epoch
    }

    /// What was proven so far.
    #[must_use]
    pub const fn evidence(&self) -> &Evidence {
        &self.evidence
    }
}

impl SignedIn {
    /// Restores a stored session; `None` if it has expired.
    #[must_use]
    pub fn resume(written: Written, last_used: Timestamp, now: Timestamp) -> Option<Self> {
        let alive = now.since(written.began) < ABSOLUTE_SECONDS && now.since(last_used) < IDLE_SECONDS;
        alive.then_some(Self(written))
    }

    /// The session to store.
    #[must_use]
    pub const fn written(&self) -> &Written {
        &self.0
    }

    /// The account.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.0.account
    }

    /// The account's epoch that this session belongs to.
    #[must_use]
    pub const fn epoch(&self) -> i64 {
        self.0.epoch
    }

    /// What was proven at the place of this request.
    #[must_use]
    pub fn seen_from_here(&self) -> SeenFrom {
        self.0.evidence.seen_from(self.0.here)
    }

    /// Whether the password was verified here recently enough that a change needs no new confirmation (ASVS
    /// 7.5.1).
    #[must_use]
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        let here = self.seen_from_here().password_at();
        here.is_some_and(|at| now.since(at) < FRESH_SECONDS)
    }

    /// Whether it was verified recently enough, but elsewhere.
    #[must_use]
    pub fn is_fresh_elsewhere(&self, now: Timestamp) -> bool {
        now.since(self.0.evidence.password_at()) < FRESH_SECONDS && !self.is_fresh(now)
    }

    /// Whether a code by SMS or call was a step of the sign-in.
    #[must_use]
    pub fn came_by_phone(&self) -> bool {
        self.0.evidence.came_in_by(Method::Phone)
    }

    /// Whether this method replaced the authenticator at the sign-in, here and within the last five minutes.
    #[must_use]
    pub fn came_just_now_by(&self, method: Method, now: Timestamp) -> bool {
        let at = self.seen_from_here().stood_in_at(method);
        at.is_some_and(|at| now.since(at) < FRESH_SECONDS)
    }

    /// The same session in the account's new epoch, after all others were ended.
    #[must_use]
    pub fn carried_over(self, epoch: i64) -> Self {
        Self(Written { epoch, ..self.0 })
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
            Challenged::resume(id, SecondStep::Totp, account(), 0, (T, None), T.plus(now))
        };
        assert!(resume(599).is_some());
        assert!(resume(600).is_none());
    }

    fn session(came_by: Method, last_used: Timestamp, now: Timestamp) -> Option<SignedIn> {
        let written = Written {
            account: account(),
            epoch: 0,
            began: T,
            evidence: Evidence::begun(Method::Password, T).with_step(came_by, T),
            here: None,
        };
        SignedIn::resume(written, last_used, now)
    }

    #[test]
    fn a_session_lives_thirty_minutes_idle_and_twelve_hours_in_all() {
        let resume = |used: i64, now: i64| session(Method::Totp, T.plus(used), T.plus(now));
        assert!(resume(0, 1799).is_some());
        assert!(resume(0, 1800).is_none());
        assert!(resume(43_000, 43_199).is_some());
        assert!(resume(43_199, 43_200).is_none());
    }

    #[test]
    fn a_password_is_fresh_for_five_minutes() {
        let totp = session(Method::Totp, T, T).unwrap();
        assert!(totp.is_fresh(T.plus(299)) && !totp.is_fresh(T.plus(300)));
    }
}
