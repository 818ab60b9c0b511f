//! What a session proved, and when: the one list that everything else is derived from, such as how
//! fresh the password is, and whether a code was typed since the sign-in.
//!
//! Nothing derived is stored beside the list. What later asks for `amr`, `acr` or `auth_time` reads
//! it too.

use super::{authenticator::method::Method, clock::Timestamp, next_step::Step};

/// One method that was proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proven {
    /// What it was.
    pub method: Method,
    /// When.
    pub at: Timestamp,
}

/// What a method is worth beside the password. What stands in for an authenticator is worth as much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Worth {
    Password,
    Mailbox,
    SecondFactor,
}

impl Worth {
    const fn of(method: Method) -> Self {
        match method {
            Method::Password => Self::Password,
            Method::Email => Self::Mailbox,
            Method::Totp | Method::RecoveryCode | Method::Phone | Method::SetUpCode => Self::SecondFactor,
        }
    }

    /// What a next step asks for at least.
    const fn asked_by(step: Step) -> Self {
        match step {
            Step::Nothing | Step::SetUp => Self::Password,
            // What cannot be proven any more was proven while it could be: a set-up code is spent,
            // or a provider went away.
            Step::Email(_) | Step::Unreachable => Self::Mailbox,
            Step::App | Step::Phone(_) | Step::SetUpCode => Self::SecondFactor,
        }
    }
}

/// What was proven in a session, the sign-in apart from what came after it (the attack: a cookie
/// that was copied just after the sign-in carries the code of the sign-in with it).
///
/// The list is bounded: a sign-in has few steps, and of what came after it the latest of each
/// method is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What the sign-in began with.
    first: Proven,
    /// The further steps of the sign-in, in order.
    then: Vec<Proven>,
    /// The latest of each method after the sign-in, in order.
    since: Vec<Proven>,
    /// The authenticator that was set up last in this session, by the code that confirmed it.
    set_up: Option<Proven>,
}

impl Evidence {
    /// A sign-in begins.
    pub(super) const fn begun(method: Method, at: Timestamp) -> Self {
        Self {
            first: Proven { method, at },
            then: Vec::new(),
            since: Vec::new(),
            set_up: None,
        }
    }

    /// The sign-in goes on with another step.
    pub(super) fn with_step(mut self, method: Method, at: Timestamp) -> Self {
        self.then.push(Proven { method, at });
        self
    }

    /// A method is proven again, apart from the sign-in.
    pub(super) fn with_later(mut self, method: Method, at: Timestamp) -> Self {
        self.since.retain(|proven| proven.method != method);
        self.since.push(Proven { method, at });
        self
    }

    /// An authenticator is set up. From here on it belongs to how the session came in and is no code
    /// since the sign-in, and what proved or stood in for the one before is over (the attack: a cookie
    /// that was copied just after a set-up moves the account on to the thief's app and address).
    pub(super) fn with_set_up(mut self, method: Method, at: Timestamp) -> Self {
        self.since.retain(is_password);
        self.set_up = Some(Proven { method, at });
        self
    }

    /// Reads back [`Self::sign_in`], [`Self::since`] and [`Self::set_up`]; nothing without a sign-in.
    #[must_use]
    pub fn read_back(sign_in: Vec<Proven>, since: Vec<Proven>, set_up: Option<Proven>) -> Option<Self> {
        let mut steps = sign_in.into_iter();
        Some(Self {
            first: steps.next()?,
            then: steps.collect(),
            since,
            set_up,
        })
    }

    /// The steps of the sign-in, in order.
    pub fn sign_in(&self) -> impl Iterator<Item = Proven> + '_ {
        std::iter::once(self.first).chain(self.then.iter().copied())
    }

    /// The latest of each method that was proven after the sign-in, in order.
    #[must_use]
    pub fn since(&self) -> &[Proven] {
        &self.since
    }

    /// The authenticator that was set up last in this session.
    #[must_use]
    pub const fn set_up(&self) -> Option<Proven> {
        self.set_up
    }

    /// When the password was last verified. The one of a sign-in counts from the last step of the
    /// sign-in.
    #[must_use]
    pub fn password_at(&self) -> Timestamp {
        let last_step = self.then.last().unwrap_or(&self.first).at;
        self.password_since().unwrap_or(last_step)
    }

    /// When it was last verified apart from the sign-in, if it was.
    #[must_use]
    pub fn password_since(&self) -> Option<Timestamp> {
        let again = self.since.iter().find(|proven| is_password(proven));
        again.map(|proven| proven.at)
    }

    /// When a second factor was last proven, if one was.
    #[must_use]
    pub fn second_factor_at(&self) -> Option<Timestamp> {
        let in_sign_in = self.sign_in().filter(|proven| !is_password(proven)).last();
        self.second_factor_since().or(in_sign_in.map(|proven| proven.at))
    }

    /// When one was last proven apart from the sign-in, if it was.
    #[must_use]
    pub fn second_factor_since(&self) -> Option<Timestamp> {
        let factors = self.since.iter().filter(|proven| !is_password(proven));
        factors.map(|proven| proven.at).max()
    }

    /// When this was proven as a step of the sign-in, if it was one.
    #[must_use]
    pub fn came_in_at(&self, method: Method) -> Option<Timestamp> {
        let mut steps = self.sign_in();
        steps.find(|step| step.method == method).map(|step| step.at)
    }

    /// When this stood in for the authenticator at the sign-in, if it did and none was set up after it.
    #[must_use]
    pub fn stood_in_at(&self, method: Method) -> Option<Timestamp> {
        self.came_in_at(method).filter(|_| self.set_up.is_none())
    }

    /// Whether what was proven, at the sign-in or since, is at least what the account's next sign-in
    /// asks for now. Asked with each request, of open sessions and of set-ups that wait, and once more
    /// where an authenticator is confirmed (the attack: someone who came in on the password alone
    /// stays in when codes are switched on, and sets up an app of their own).
    #[must_use]
    pub fn satisfies(&self, step: Step) -> bool {
        let proven = self
            .sign_in()
            .chain(self.set_up)
            .chain(self.since.iter().copied());
        proven
            .map(|proven| Worth::of(proven.method))
            .any(|worth| worth >= Worth::asked_by(step))
    }
}

fn is_password(proven: &Proven) -> bool {
    proven.method == Method::Password
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::next_step::Then;

    const T: Timestamp = Timestamp(1_800_000_000);

    fn by_totp() -> Evidence {
        Evidence::begun(Method::Password, T).with_step(Method::Totp, T.plus(20))
    }

    #[test]
    fn the_code_of_the_sign_in_is_not_one_that_came_after_it() {
        let evidence = by_totp();
        assert_eq!(evidence.second_factor_at(), Some(T.plus(20)));
        assert_eq!(evidence.second_factor_since(), None);
        // Within the same second, too.
        let evidence = evidence.with_later(Method::Totp, T.plus(20));
        assert_eq!(evidence.second_factor_since(), Some(T.plus(20)));
    }

    #[test]
    fn the_password_of_a_sign_in_counts_from_its_last_step() {
        assert_eq!(by_totp().password_at(), T.plus(20));
        assert_eq!(Evidence::begun(Method::Password, T).password_at(), T);
        let again = by_totp().with_later(Method::Password, T.plus(900));
        assert_eq!(again.password_at(), T.plus(900));
    }

    #[test]
    fn an_app_that_is_set_up_makes_no_password_fresh() {
        let evidence = Evidence::begun(Method::Password, T).with_set_up(Method::Totp, T.plus(1200));
        assert_eq!(evidence.password_at(), T);
        assert_eq!(evidence.password_since(), None);
        assert!(evidence.satisfies(Step::App));
    }

    #[test]
    fn an_app_that_is_set_up_is_no_code_since_the_sign_in_and_ends_what_was_proven_before() {
        let recovered = Evidence::begun(Method::Password, T).with_step(Method::RecoveryCode, T.plus(20));
        assert_eq!(recovered.stood_in_at(Method::RecoveryCode), Some(T.plus(20)));
        let evidence = recovered
            .with_later(Method::Password, T.plus(60))
            .with_later(Method::Totp, T.plus(61))
            .with_set_up(Method::Totp, T.plus(90));
        assert_eq!(evidence.second_factor_since(), None);
        assert_eq!(evidence.stood_in_at(Method::RecoveryCode), None);
        assert_eq!(evidence.came_in_at(Method::RecoveryCode), Some(T.plus(20)));
        assert_eq!(evidence.password_since(), Some(T.plus(60)));
        let evidence = evidence.with_later(Method::Totp, T.plus(120));
        assert_eq!(evidence.second_factor_since(), Some(T.plus(120)));
    }

    #[test]
    fn a_confirmed_password_is_no_second_factor() {
        let evidence = Evidence::begun(Method::Password, T).with_later(Method::Password, T.plus(60));
        assert_eq!(evidence.second_factor_at(), None);
        assert_eq!(evidence.second_factor_since(), None);
    }

    #[test]
    fn of_what_comes_after_the_sign_in_the_latest_of_each_method_is_kept() {
        let mut evidence = by_totp();
        for minute in 1..1000 {
            let at = T.plus(60 * minute);
            evidence = evidence
                .with_later(Method::Password, at)
                .with_later(Method::Totp, at.plus(1));
        }
        assert_eq!(evidence.since().len(), 2);
        assert_eq!(evidence.password_at(), T.plus(60 * 999));
        assert_eq!(evidence.second_factor_since(), Some(T.plus(60 * 999 + 1)));
    }

    #[test]
    fn a_session_lasts_as_long_as_it_has_what_a_sign_in_asks_for() {
        let came_in_by = |method| Evidence::begun(Method::Password, T).with_step(method, T);
        let by_password = Evidence::begun(Method::Password, T).with_later(Method::Password, T);
        let by_mail = came_in_by(Method::Email);
        let steps = [
            (Step::Nothing, true, true),
            (Step::SetUp, true, true),
            (Step::Email(Then::SignedIn), false, true),
            (Step::Email(Then::SetUp), false, true),
            (Step::Unreachable, false, true),
            (Step::Phone(Then::SignedIn), false, false),
            (Step::Phone(Then::SetUp), false, false),
            (Step::SetUpCode, false, false),
            (Step::App, false, false),
        ];
        for (step, password, mail) in steps {
            assert_eq!(by_password.satisfies(step), password, "{step:?}");
            assert_eq!(by_mail.satisfies(step), mail, "{step:?}");
            for method in [
                Method::Totp,
                Method::RecoveryCode,
                Method::Phone,
                Method::SetUpCode,
            ] {
                assert!(came_in_by(method).satisfies(step), "{method:?} {step:?}");
            }
        }
    }

    #[test]
    fn what_is_written_down_is_read_back() {
        let evidence = by_totp()
            .with_set_up(Method::Totp, T.plus(59))
            .with_later(Method::Password, T.plus(60))
            .with_later(Method::Totp, T.plus(61));
        let (sign_in, since) = (evidence.sign_in().collect(), evidence.since().to_vec());
        let again = Evidence::read_back(sign_in, since, evidence.set_up());
        assert_eq!(again, Some(evidence));
        assert_eq!(Evidence::read_back(Vec::new(), Vec::new(), None), None);
    }
}
