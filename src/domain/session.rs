//! The states of a sign-in as types. Each is made by a transition of
//! [`super::sign_in`] or read back by `resume`, which gives nothing for what has
//! expired: expiry is enforced at use, whatever a sweeper does (ASVS 7.3).

use super::{account::AccountId, clock::Timestamp};

/// A session ends after so many seconds without a request.
pub const IDLE_SECONDS: i64 = 30 * 60;
/// A session ends so many seconds after the sign-in.
pub const ABSOLUTE_SECONDS: i64 = 12 * 3600;
/// The second step has to be done in so many seconds.
pub const CHALLENGE_SECONDS: i64 = 10 * 60;
/// A confirmed password is fresh for so many seconds.
pub const FRESH_SECONDS: i64 = 5 * 60;

/// The password was right, the second factor is still to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenged {
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
}

/// Signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub(super) account: AccountId,
    pub(super) generation: i64,
    pub(super) entrance: Entrance,
    pub(super) began: Timestamp,
    pub(super) confirmed: Timestamp,
}

impl Challenged {
    /// Reads back a stored challenge; nothing when its time is over.
    #[must_use]
    pub fn resume(account: AccountId, generation: i64, began: Timestamp, now: Timestamp) -> Option<Self> {
        (now.since(began) < CHALLENGE_SECONDS).then_some(Self {
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
}

impl SignedIn {
    /// Reads back a stored session; nothing when its time is over.
    #[must_use]
    pub fn resume(
        account: AccountId,
        generation: i64,
        entrance: Entrance,
        began: Timestamp,
        confirmed: Timestamp,
        last_used: Timestamp,
        now: Timestamp,
    ) -> Option<Self> {
        let alive = now.since(began) < ABSOLUTE_SECONDS && now.since(last_used) < IDLE_SECONDS;
        alive.then_some(Self {
            account,
            generation,
            entrance,
            began,
            confirmed,
        })
    }

    /// Whose session it is.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The account's generation that this session belongs to.
    #[must_use]
    pub const fn generation(&self) -> i64 {
        self.generation
    }

    /// What the sign-in was completed with.
    #[must_use]
    pub const fn entrance(&self) -> Entrance {
        self.entrance
    }

    /// When the sign-in was complete.
    #[must_use]
    pub const fn began(&self) -> Timestamp {
        self.began
    }

    /// When the password was last verified.
    #[must_use]
    pub const fn confirmed(&self) -> Timestamp {
        self.confirmed
    }

    /// Whether the password was verified so lately that a change needs no new
    /// confirmation (ASVS 7.5.1).
    #[must_use]
    pub const fn is_fresh(&self, now: Timestamp) -> bool {
        now.since(self.confirmed) < FRESH_SECONDS
    }

    /// The same session in the account's new generation, after it ended all others.
    #[must_use]
    pub fn carried_over(self, generation: i64) -> Self {
        Self { generation, ..self }
    }

    /// The session as one that was just opened by a recovery code; none otherwise. Using
    /// one of ten codes up is proof enough to remove the authenticator that it stood in
    /// for, as long as the sign-in is fresh.
    #[must_use]
    pub fn recovered(self, now: Timestamp) -> Option<Recovered> {
        let just_now = now.since(self.began) < FRESH_SECONDS;
        (self.entrance == Entrance::RecoveryCode && just_now).then_some(Recovered(self))
    }
}

/// A session that was just opened by a recovery code.
#[derive(Debug)]
pub struct Recovered(SignedIn);

impl Recovered {
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
        assert!(Challenged::resume(account(), 0, T, T.plus(599)).is_some());
        assert!(Challenged::resume(account(), 0, T, T.plus(600)).is_none());
    }

    #[test]
    fn a_session_lives_thirty_minutes_idle_and_twelve_hours_in_all() {
        let resume = |used: i64, now: i64| {
            SignedIn::resume(account(), 0, Entrance::Totp, T, T, T.plus(used), T.plus(now))
        };
        assert!(resume(0, 1799).is_some());
        assert!(resume(0, 1800).is_none());
        assert!(resume(43_000, 43_199).is_some());
        assert!(resume(43_199, 43_200).is_none());
    }

    #[test]
    fn a_confirmed_password_is_fresh_for_five_minutes() {
        let session = SignedIn::resume(account(), 0, Entrance::Totp, T, T, T, T).unwrap();
        assert!(session.is_fresh(T.plus(299)));
        assert!(!session.is_fresh(T.plus(300)));
    }

    #[test]
    fn only_a_fresh_sign_in_by_recovery_code_is_recovered() {
        let began = |entrance, now: i64| {
            let session = SignedIn::resume(account(), 0, entrance, T, T.plus(now), T.plus(now), T.plus(now));
            session.unwrap().recovered(T.plus(now)).is_some()
        };
        assert!(began(Entrance::RecoveryCode, 299));
        assert!(
            !began(Entrance::RecoveryCode, 300),
            "however fresh the password is"
        );
        assert!(!began(Entrance::Totp, 0));
        assert!(!began(Entrance::Password, 0));
    }
}
