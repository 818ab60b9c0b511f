//! What a session has proven, and when: the single list from which everything else is derived, such as the
//! freshness of the password, and whether a code was verified since the sign-in.
//!
//! Nothing derived is stored besides the list. `amr`, `acr` and `auth_time` are derived from it, too.

use super::{allow_list::Place, authenticator::method::Method, clock::Timestamp, next_step::Step};

/// One verified method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proven {
    /// The method.
    pub method: Method,
    /// When it was verified.
    pub at: Timestamp,
    /// Where; `None` for the current request.
    pub place: Option<Place>,
}

impl Proven {
    /// Verified in the current request.
    const fn now(method: Method, at: Timestamp) -> Self {
        Self {
            method,
            at,
            place: None,
        }
    }

    fn is_from(&self, here: Option<Place>) -> bool {
        self.place.is_none() || self.place == here
    }
}

/// The strength of a method besides the password. A replacement for an authenticator is as strong.
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

    /// The minimum strength that a next step asks for.
    const fn asked_by(step: Step) -> Self {
        match step {
            Step::Nothing | Step::SetUp => Self::Password,
            // A method that can no longer be verified was verified while it could be: a set-up code was
            // claimed, or a provider became unavailable.
            Step::Email(_) | Step::Unreachable => Self::Mailbox,
            Step::App | Step::Phone(_) | Step::SetUpCode => Self::SecondFactor,
        }
    }
}

/// What was proven in a session, with the sign-in kept separate from what followed (the attack: a cookie copied
/// just after the sign-in carries the code of the sign-in).
///
/// The list is bounded: a sign-in has few steps, and after it only the latest verification of each method is
/// kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The first step of the sign-in.
    first: Proven,
    /// The further steps of the sign-in, in order.
    then: Vec<Proven>,
    /// The latest verification of each method after the sign-in, in order.
    since: Vec<Proven>,
    /// The last authenticator set up in this session, by the code that confirmed it.
    set_up: Option<Proven>,
}

impl Evidence {
    /// Starts a sign-in.
    pub(super) const fn begun(method: Method, at: Timestamp) -> Self {
        Self::begun_at(method, at, None)
    }

    /// The same at that place; `None` for the current request.
    pub(super) const fn begun_at(method: Method, at: Timestamp, place: Option<Place>) -> Self {
        Self {
            first: Proven { method, at, place },
            then: Vec::new(),
            since: Vec::new(),
            set_up: None,
        }
    }

    /// Adds a step to the sign-in.
    pub(super) fn with_step(mut self, method: Method, at: Timestamp) -> Self {
        self.then.push(Proven::now(method, at));
        self
    }

    /// Adds a method verified after the sign-in.
    pub(super) fn with_later(mut self, method: Method, at: Timestamp) -> Self {
        self.since.retain(|proven| proven.method != method);
        self.since.push(Proven::now(method, at));
        self
    }

    /// Adds the set-up of an authenticator. Evidence of the previous one or its replacement is removed. The
    /// code that confirmed this one is kept separate from those since the sign-in.
    pub(super) fn with_set_up(mut self, method: Method, at: Timestamp) -> Self {
        self.since.retain(is_password);
        self.set_up = Some(Proven::now(method, at));
        self
    }

    /// Restores [`Self::sign_in`], [`Self::since`] and [`Self::set_up`]; `None` without a sign-in.
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

    /// The latest verification of each method after the sign-in, in order.
    #[must_use]
    pub fn since(&self) -> &[Proven] {
        &self.since
    }

    /// The last authenticator set up in this session.
    #[must_use]
    pub const fn set_up(&self) -> Option<Proven> {
        self.set_up
    }

    /// When the password was last verified, at any place. The one of a sign-in counts from the last step of the
    /// sign-in.
    #[must_use]
    pub fn password_at(&self) -> Timestamp {
        let last_step = self.then.last().unwrap_or(&self.first).at;
        let since = self.since.iter().find(|proven| is_password(proven));
        since.map_or(last_step, |proven| proven.at)
    }

    /// Whether this was a step of the sign-in, at any place.
    #[must_use]
    pub fn came_in_by(&self, method: Method) -> bool {
        self.sign_in().any(|step| step.method == method)
    }

    /// Whether what was proven, at the sign-in or since, is at least what the account's next sign-in now asks
    /// for. Checked with each request, for open sessions and pending set-ups, and again when an authenticator
    /// is confirmed (the attack: someone who signed in with only the password stays signed in when codes are
    /// switched on, and sets up their own app).
    #[must_use]
    pub fn satisfies(&self, step: Step) -> bool {
        let proven = self
            .sign_in()
            .chain(self.set_up)
            .chain(self.since.iter().copied());
        is_enough(proven, step)
    }

    /// The same, all of it proven at this place.
    #[cfg(test)]
    pub(super) fn all_at(mut self, place: Option<Place>) -> Self {
        let proven = self
            .then
            .iter_mut()
            .chain(&mut self.since)
            .chain(&mut self.set_up);
        for proven in proven.chain([&mut self.first]) {
            proven.place = place;
        }
        self
    }

    /// What was proven at this place: only this permits a change, or shows what is shown once. A sign-in counts
    /// as a whole.
    #[must_use]
    pub fn seen_from(&self, here: Option<Place>) -> SeenFrom {
        let is_here = |proven: &Proven| proven.is_from(here);
        SeenFrom {
            sign_in: if self.sign_in().all(|step| is_here(&step)) {
                self.sign_in().collect()
            } else {
                Vec::new()
            },
            since: self.since.iter().copied().filter(is_here).collect(),
            set_up: self.set_up.filter(is_here),
            was_set_up: self.set_up.is_some(),
        }
    }
}

/// What was proven at the place of the current request. A copied cookie used elsewhere gains nothing from what
/// its owner has proven (the attack: a cookie copied within minutes of a sign-in, a set-up or a code moves the
/// account to a thief's app or address).
#[derive(Debug, Clone)]
pub struct SeenFrom {
    /// Empty if a step of the sign-in was taken elsewhere.
    sign_in: Vec<Proven>,
    since: Vec<Proven>,
    set_up: Option<Proven>,
    /// Whether one was set up, at any place.
    was_set_up: bool,
}

impl SeenFrom {
    /// When the password was last verified. The one of a sign-in counts from the last step of the sign-in.
    #[must_use]
    pub fn password_at(&self) -> Option<Timestamp> {
        let last_step = self.sign_in.last().map(|step| step.at);
        self.password_since().or(last_step)
    }

    /// When it was last verified apart from the sign-in, if ever.
    #[must_use]
    pub fn password_since(&self) -> Option<Timestamp> {
        let again = self.since.iter().find(|proven| is_password(proven));
        again.map(|proven| proven.at)
    }

    /// When a second factor was last verified, if ever.
    #[must_use]
    pub fn second_factor_at(&self) -> Option<Timestamp> {
        let in_sign_in = self.sign_in.iter().rfind(|proven| !is_password(proven));
        self.second_factor_since().or(in_sign_in.map(|proven| proven.at))
    }

    /// When one was last verified apart from the sign-in, if ever.
    #[must_use]
    pub fn second_factor_since(&self) -> Option<Timestamp> {
        let factors = self.since.iter().filter(|proven| !is_password(proven));
        factors.map(|proven| proven.at).max()
    }

    /// When this method replaced the authenticator at the sign-in, if it did and none was set up afterwards.
    #[must_use]
    pub fn stood_in_at(&self, method: Method) -> Option<Timestamp> {
        let step = self.sign_in.iter().find(|step| step.method == method);
        step.filter(|_| !self.was_set_up).map(|step| step.at)
    }

    /// When an authenticator was set up, if ever.
    #[must_use]
    pub fn set_up_at(&self) -> Option<Timestamp> {
        self.set_up.map(|set_up| set_up.at)
    }

    /// As [`Evidence::satisfies`].
    #[must_use]
    pub fn satisfies(&self, step: Step) -> bool {
        let proven = self.sign_in.iter().chain(&self.since).chain(&self.set_up);
        is_enough(proven.copied(), step)
    }
}

fn is_enough(proven: impl Iterator<Item = Proven>, step: Step) -> bool {
    proven
        .map(|proven| Worth::of(proven.method))
        .any(|worth| worth >= Worth::asked_by(step))
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
        assert_eq!(evidence.seen_from(None).second_factor_at(), Some(T.plus(20)));
        assert_eq!(evidence.seen_from(None).second_factor_since(), None);
        // Within the same second, too.
        let evidence = evidence.with_later(Method::Totp, T.plus(20));
        assert_eq!(evidence.seen_from(None).second_factor_since(), Some(T.plus(20)));
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
        assert_eq!(evidence.seen_from(None).password_since(), None);
        assert!(evidence.satisfies(Step::App));
    }

    #[test]
    fn an_app_that_is_set_up_is_no_code_since_the_sign_in_and_ends_what_was_proven_before() {
        let recovered = Evidence::begun(Method::Password, T).with_step(Method::RecoveryCode, T.plus(20));
        assert_eq!(
            recovered.seen_from(None).stood_in_at(Method::RecoveryCode),
            Some(T.plus(20))
        );
        let evidence = recovered
            .with_later(Method::Password, T.plus(60))
            .with_later(Method::Totp, T.plus(61))
            .with_set_up(Method::Totp, T.plus(90));
        assert_eq!(evidence.seen_from(None).second_factor_since(), None);
        assert_eq!(evidence.seen_from(None).stood_in_at(Method::RecoveryCode), None);
        assert!(evidence.came_in_by(Method::RecoveryCode));
        assert_eq!(evidence.seen_from(None).password_since(), Some(T.plus(60)));
        let evidence = evidence.with_later(Method::Totp, T.plus(120));
        assert_eq!(evidence.seen_from(None).second_factor_since(), Some(T.plus(120)));
    }

    #[test]
    fn a_confirmed_password_is_no_second_factor() {
        let evidence = Evidence::begun(Method::Password, T).with_later(Method::Password, T.plus(60));
        assert_eq!(evidence.seen_from(None).second_factor_at(), None);
        assert_eq!(evidence.seen_from(None).second_factor_since(), None);
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
        assert_eq!(
            evidence.seen_from(None).second_factor_since(),
            Some(T.plus(60 * 999 + 1))
        );
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

    #[test]
    fn what_was_proven_at_one_place_counts_there_alone() {
        let place = |address: &str| address.parse().ok().map(Place::of);
        let at = |method, place| Proven { method, at: T, place };
        let (home, office) = (place("192.0.2.1"), place("198.51.100.1"));
        let sign_in = vec![at(Method::Password, home), at(Method::Totp, home)];
        let since = vec![at(Method::Password, office)];
        let evidence = Evidence::read_back(sign_in, since, None).unwrap();
        let (there, here) = (evidence.seen_from(home), evidence.seen_from(office));
        assert!(!there.sign_in.is_empty() && there.satisfies(Step::App) && there.password_since().is_none());
        assert!(here.sign_in.is_empty() && !here.satisfies(Step::App) && here.password_at() == Some(T));
        let nowhere = evidence.seen_from(place("203.0.113.9"));
        assert!(nowhere.password_at().is_none() && nowhere.second_factor_at().is_none());
        assert!(
            evidence.seen_from(None).password_at().is_none(),
            "an unknown place is none of them"
        );
        let mixed = vec![at(Method::Password, home), at(Method::Totp, office)];
        let mixed = Evidence::read_back(mixed, Vec::new(), None).unwrap();
        assert!(mixed.seen_from(home).sign_in.is_empty() && mixed.seen_from(office).sign_in.is_empty());
    }
}
