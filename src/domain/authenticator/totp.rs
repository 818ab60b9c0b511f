//! Time-based one-time passwords (RFC 6238): SHA-1, 6 digits, 30 seconds, the only parameters that every
//! authenticator app supports.
//!
//! A code is valid in its own time step and the two adjacent ones, and each step is valid once. The *clock
//! doctor* searches a wider range: wrong codes that would be valid at another time show that a phone's clock is
//! off. It reports this only after two in a row at the same offset, because one alone would tell an attacker a
//! code that becomes valid later; and every future step that it matched is marked as burnt.

use std::fmt;

use totp_rs::{Builder, Totp};
use zeroize::Zeroizing;

use super::{is_blank, method::Method, six_digits};
use crate::domain::{
    account::{AccountId, Username},
    client::BrowserId,
    clock::Timestamp,
    lifetimes::PENDING_SECONDS,
    proof::SecondFactorProof,
    random::{Random, RandomUnavailable},
};

/// Length of a time step, in seconds.
pub const STEP_SECONDS: i64 = 30;
/// Number of steps accepted before and after the current one (RFC 6238, 5.2).
pub const WINDOW: i64 = 1;
/// Number of steps before and after the current one that the clock doctor searches: ten minutes.
const DOCTOR_WINDOW: i64 = 20;

/// The number of a time step: floor(t/30).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeStep(pub i64);

impl TimeStep {
    /// The step that contains `now`.
    #[must_use]
    pub const fn at(now: Timestamp) -> Self {
        Self(now.0.div_euclid(STEP_SECONDS))
    }
}

/// Length of a new key in base32 characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyLength {
    /// 80 bits, as hosting panels show it.
    Chars16,
    /// 160 bits, as RFC 4226, section 4, recommends.
    Chars32,
}

/// The secret shared with an authenticator app.
#[derive(Clone)]
pub struct TotpKey(Zeroizing<Vec<u8>>);

impl TotpKey {
    /// Generates a key.
    ///
    /// # Errors
    /// As [`Random::fill`].
    pub fn generate(length: KeyLength, random: &dyn Random) -> Result<Self, RandomUnavailable> {
        let mut bytes = Zeroizing::new(match length {
            KeyLength::Chars16 => vec![0; 10],
            KeyLength::Chars32 => vec![0; 20],
        });
        random.fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// Wraps a key unsealed from the store.
    #[must_use]
    pub const fn opened(bytes: Zeroizing<Vec<u8>>) -> Self {
        Self(bytes)
    }

    /// The raw bytes, for sealing only.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// The key in base32, in groups of four, for typing.
    #[must_use]
    pub fn groups(&self) -> Vec<String> {
        let text = Zeroizing::new(data_encoding::BASE32_NOPAD.encode(&self.0));
        text.as_bytes()
            .chunks(4)
            .map(|group| String::from_utf8_lossy(group).into_owned())
            .collect()
    }

    /// `otpauth://totp/ISSUER:USERNAME?secret=KEY&issuer=ISSUER`; default parameters are omitted because some
    /// apps misread them.
    #[must_use]
    pub fn uri(&self, issuer: &str, username: &Username) -> Zeroizing<String> {
        let totp = Builder::new()
            .with_secret(self.0.to_vec())
            .with_account_name(username.as_str())
            .with_issuer(Some(issuer))
            .build_noncompliant();
        // Fails only for a colon in the names, which neither can contain.
        Zeroizing::new(totp.to_url().unwrap_or_default())
    }

    /// `build_noncompliant`, because the library refuses 80-bit keys; its defaults for digits, step and
    /// algorithm are the ones used here.
    fn generator(&self) -> Totp {
        Builder::new()
            .with_secret(self.0.to_vec())
            .with_skew(0)
            .build_noncompliant()
    }
}

impl fmt::Debug for TotpKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpKey(…)")
    }
}

/// Six typed digits.
#[derive(Clone)]
pub struct Code(Zeroizing<String>);

/// Why typed text cannot be a code; not counted as an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeError {
    /// Nothing was typed.
    Empty,
    /// Not six digits.
    NotSixDigits,
}

impl Code {
    /// Parses a typed code; spaces and dashes are ignored.
    ///
    /// # Errors
    /// [`CodeError`] says what to change.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        match six_digits(typed) {
            Some(digits) => Ok(Self(digits)),
            None if is_blank(typed) => Err(CodeError::Empty),
            None => Err(CodeError::NotSixDigits),
        }
    }
}

/// Which steps an authenticator no longer accepts, and the state of the clock doctor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    /// The newest claimed step. Only increases, so setting the clock back makes no old code valid.
    pub last_step: TimeStep,
    /// Future steps whose codes were already typed.
    pub burnt: Vec<TimeStep>,
    /// The offset in steps of the last wrong code, if it would have been valid at another time.
    pub offset: Option<i64>,
}

impl Marks {
    /// The marks of a key that no code was typed for yet.
    pub const FRESH: Self = Self {
        last_step: TimeStep(-1),
        burnt: Vec::new(),
        offset: None,
    };

    fn accepts(&self, step: TimeStep) -> bool {
        step > self.last_step && !self.burnt.contains(&step)
    }
}

/// How a code relates to the current time.
#[derive(Clone, Copy)]
enum Match {
    Fresh(TimeStep),
    Spent,
    /// Valid at another time, this many steps away.
    Elsewhere(i64),
    Nowhere,
}

fn place(key: &TotpKey, marks: &Marks, code: &Code, now: Timestamp) -> Match {
    let generator = key.generator();
    let current = TimeStep::at(now);
    let mut found = Match::Nowhere;
    // Compares the whole range in the same time for any match; the accepted window comes last and in reverse,
    // so that its oldest unused step wins.
    let far = (1..=DOCTOR_WINDOW)
        .rev()
        .flat_map(|distance| [-distance, distance]);
    let far = far.filter(|offset| offset.abs() > WINDOW);
    for offset in far.chain((-WINDOW..=WINDOW).rev()) {
        let step = TimeStep(current.0 + offset);
        let Ok(seconds) = u64::try_from(step.0.saturating_mul(STEP_SECONDS)) else {
            continue;
        };
        if generator.check(&code.0, seconds).is_none() {
            continue;
        }
        found = match found {
            _ if offset.abs() > WINDOW => Match::Elsewhere(offset),
            _ if marks.accepts(step) => Match::Fresh(step),
            fresh @ Match::Fresh(_) => fresh,
            _ => Match::Spent,
        };
    }
    found
}

/// The result of the clock doctor: the phone's clock seems to be off by this many minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockOffset {
    /// At least 1.
    pub minutes: i64,
    /// Whether it is behind the server's clock; otherwise it is ahead.
    pub behind: bool,
}

/// Why a well-formed code was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It was valid and has been used; the app shows the next one soon.
    Spent,
    /// It is wrong. `marks` must be stored.
    Wrong {
        /// The new marks of the authenticator.
        marks: Marks,
        /// The detected offset of the phone's clock, if any.
        clock: Option<ClockOffset>,
    },
}

fn refuse(marks: &Marks, at: Match, now: Timestamp) -> Refused {
    let offset = match at {
        Match::Elsewhere(offset) => Some(offset),
        Match::Nowhere => None,
        Match::Fresh(_) | Match::Spent => return Refused::Spent,
    };
    let current = TimeStep::at(now);
    let mut burnt: Vec<TimeStep> = marks.burnt.clone();
    // For as long as their codes could be accepted (the attack: the next wrong code frees them).
    burnt.retain(|step| step.0 >= current.0 - WINDOW);
    burnt.extend(
        offset
            .filter(|offset| *offset > 0)
            .map(|offset| TimeStep(current.0 + offset)),
    );
    let clock = match (marks.offset, offset) {
        // The same offset may fall in adjacent steps.
        (Some(before), Some(offset)) if (before - offset).abs() <= 1 => Some(ClockOffset {
            minutes: ((before + offset).abs() * STEP_SECONDS / 2 + 30)
                .div_euclid(60)
                .max(1),
            behind: offset < 0,
        }),
        _ => None,
    };
    Refused::Wrong {
        marks: Marks {
            last_step: marks.last_step,
            burnt,
            offset,
        },
        clock,
    }
}

/// The id of an authenticator's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotpId(pub String);

/// A confirmed authenticator, with which the account signs in.
#[derive(Debug)]
pub struct ConfirmedTotp {
    /// The id of the row.
    pub id: TotpId,
    /// The account that it belongs to.
    pub account: AccountId,
    /// The shared secret.
    pub key: TotpKey,
    /// The steps that it no longer accepts.
    pub marks: Marks,
    /// When it was confirmed.
    pub confirmed_at: Timestamp,
}

impl ConfirmedTotp {
    /// Verifies a code. A valid one gives a [`Claim`], which is evidence only once settled.
    ///
    /// # Errors
    /// [`Refused`] gives the reason.
    pub fn verify(&self, code: &Code, now: Timestamp) -> Result<Claim, Refused> {
        match place(&self.key, &self.marks, code, now) {
            Match::Fresh(step) => Ok(Claim {
                account: self.account.clone(),
                totp: self.id.clone(),
                step,
            }),
            other => Err(refuse(&self.marks, other, now)),
        }
    }
}

/// A valid code that was unclaimed when it was read.
#[derive(Debug)]
pub struct Claim {
    account: AccountId,
    totp: TotpId,
    step: TimeStep,
}

impl Claim {
    /// The authenticator whose step is to be claimed.
    #[must_use]
    pub const fn totp(&self) -> &TotpId {
        &self.totp
    }

    /// The step to claim.
    #[must_use]
    pub const fn step(&self) -> TimeStep {
        self.step
    }

    /// Turns the claim into evidence if it changed exactly one row.
    #[must_use]
    pub fn settled(self, rows_changed: usize) -> Option<SecondFactorProof> {
        SecondFactorProof::of_settled(self.account, Method::Totp, rows_changed)
    }
}

/// A key that was shown but not confirmed. It is no evidence of anything.
#[derive(Debug)]
pub struct PendingTotp {
    /// The id of the row.
    pub id: TotpId,
    /// The account that it belongs to.
    pub account: AccountId,
    /// The account's epoch when the key was generated.
    pub epoch: i64,
    /// The only browser in which it is shown.
    pub browser: BrowserId,
    /// The shared secret.
    pub key: TotpKey,
    /// The steps that it no longer accepts.
    pub marks: Marks,
    /// When it was generated.
    pub created_at: Timestamp,
}

impl PendingTotp {
    /// Seconds until the key expires; 0 if it has expired.
    #[must_use]
    pub fn seconds_left(&self, now: Timestamp) -> i64 {
        (PENDING_SECONDS - now.since(self.created_at)).clamp(0, PENDING_SECONDS)
    }

    /// Whether it belongs to this browser and this epoch of the account.
    #[must_use]
    pub fn belongs_to(&self, epoch: i64, browser: &BrowserId) -> bool {
        self.epoch == epoch && self.browser == *browser
    }

    /// Verifies the code that shows that the app has the key; gives the step to claim with the confirmation, so
    /// that the same code cannot be used to sign in afterwards.
    ///
    /// # Errors
    /// [`Refused`] gives the reason.
    pub fn confirm(&self, code: &Code, now: Timestamp) -> Result<TimeStep, Refused> {
        match place(&self.key, &self.marks, code, now) {
            Match::Fresh(step) => Ok(step),
            other => Err(refuse(&self.marks, other, now)),
        }
    }

    /// The evidence from the confirming code, if the confirmation changed exactly one row.
    #[must_use]
    pub fn settled(&self, rows_changed: usize) -> Option<SecondFactorProof> {
        SecondFactorProof::of_settled(self.account.clone(), Method::Totp, rows_changed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, in its last six digits.
    const VECTORS: [(i64, &str); 6] = [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
        (20_000_000_000, "353130"),
    ];

    fn authenticator() -> ConfirmedTotp {
        ConfirmedTotp {
            id: TotpId("t".to_owned()),
            account: AccountId("a".to_owned()),
            key: TotpKey(Zeroizing::new(b"12345678901234567890".to_vec())),
            marks: Marks::FRESH,
            confirmed_at: Timestamp(0),
        }
    }

    fn code_at(totp: &ConfirmedTotp, seconds: i64) -> Code {
        let text = totp
            .key
            .generator()
            .generate(u64::try_from(seconds).unwrap())
            .to_string();
        Code::parse(&text).unwrap()
    }

    fn wrong(refused: Refused) -> (Marks, Option<ClockOffset>) {
        match refused {
            Refused::Wrong { marks, clock } => (marks, clock),
            Refused::Spent => panic!("spent"),
        }
    }

    #[test]
    fn the_vectors_of_rfc_6238_are_right_in_their_step_and_the_two_beside_it() {
        for (seconds, digits) in VECTORS {
            let code = Code::parse(digits).unwrap();
            for (offset, right) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
                let now = Timestamp(seconds.div_euclid(30) * 30 + offset * 30);
                if now.0 >= 0 {
                    assert_eq!(
                        authenticator().verify(&code, now).is_ok(),
                        right,
                        "{digits} {offset}"
                    );
                }
            }
        }
    }

    #[test]
    fn spaces_and_dashes_are_forgiven_and_nothing_else() {
        for good in [
            "123456",
            " 123 456 ",
            "123-456",
            "12 34 56",
            "123\u{2013}456",
            "1\t23456",
        ] {
            assert_eq!(&*Code::parse(good).unwrap().0, "123456", "{good}");
        }
        for empty in ["", "  ", "--"] {
            assert_eq!(Code::parse(empty).err(), Some(CodeError::Empty));
        }
        for bad in [
            "12345",
            "1234567",
            "+12345",
            "12345a",
            "１２３４５",
            "null",
            "[]",
            "0x1234",
            "12345.6",
        ] {
            assert_eq!(Code::parse(bad).err(), Some(CodeError::NotSixDigits), "{bad}");
        }
    }

    #[test]
    fn a_spent_step_and_everything_before_it_stay_spent() {
        let mut totp = authenticator();
        let now = Timestamp(1_800_000_000);
        totp.marks.last_step = TimeStep::at(now);
        for earlier in [0, 30, -30] {
            let code = code_at(&totp, now.0 - earlier.max(0));
            for later in [-60, 0, 29, 30] {
                assert!(totp.verify(&code, now.plus(later)).is_err(), "{earlier} {later}");
            }
        }
        assert_eq!(
            totp.verify(&code_at(&totp, now.0), now).unwrap_err(),
            Refused::Spent
        );
        assert!(totp.verify(&code_at(&totp, now.0 + 30), now).is_ok());
    }

    #[test]
    fn the_clock_doctor_speaks_after_two_codes_at_the_same_offset() {
        for (seconds, minutes, behind) in [(-240, 4, true), (240, 4, false), (-60, 1, true), (595, 10, false)]
        {
            let mut totp = authenticator();
            let now = Timestamp(1_800_000_000);
            let (marks, clock) = wrong(totp.verify(&code_at(&totp, now.0 + seconds), now).unwrap_err());
            assert_eq!(clock, None, "one code says nothing");
            totp.marks = marks;
            let now = now.plus(40);
            let (_, clock) = wrong(totp.verify(&code_at(&totp, now.0 + seconds), now).unwrap_err());
            assert_eq!(clock, Some(ClockOffset { minutes, behind }), "{seconds}");
        }
    }

    #[test]
    fn a_code_that_fits_nowhere_between_two_silences_the_clock_doctor() {
        let mut totp = authenticator();
        let now = Timestamp(1_800_000_000);
        totp.marks = wrong(totp.verify(&code_at(&totp, now.0 - 240), now).unwrap_err()).0;
        totp.marks = wrong(totp.verify(&code_at(&totp, now.0 - 86_400), now).unwrap_err()).0;
        let (marks, clock) = wrong(totp.verify(&code_at(&totp, now.0 - 240), now).unwrap_err());
        assert_eq!(clock, None);
        assert_eq!(marks.offset, Some(-8));
    }

    #[test]
    fn a_code_seen_ahead_of_its_time_is_burnt() {
        let mut totp = authenticator();
        let now = Timestamp(1_800_000_000);
        let early = code_at(&totp, now.0 + 240);
        totp.marks = wrong(totp.verify(&early, now).unwrap_err()).0;
        assert_eq!(totp.verify(&early, now.plus(240)).unwrap_err(), Refused::Spent);
        assert!(totp.verify(&code_at(&totp, now.0 + 270), now.plus(240)).is_ok());
    }

    #[test]
    fn keys_have_the_length_asked_for_in_groups_of_four() {
        struct Nines;
        impl Random for Nines {
            fn fill(&self, bytes: &mut [u8]) -> Result<(), RandomUnavailable> {
                bytes.fill(0x99);
                Ok(())
            }
        }
        for (length, groups) in [(KeyLength::Chars16, 4), (KeyLength::Chars32, 8)] {
            let key = TotpKey::generate(length, &Nines).unwrap();
            assert_eq!(key.groups().len(), groups);
            assert!(key.groups().iter().all(|group| group.len() == 4));
        }
    }

    #[test]
    fn the_uri_percent_encodes_names_and_holds_one_secret() {
        let username = Username::parse("a b/?&#%+é🦊").unwrap();
        let uri = authenticator().key.uri("Acme & Söhne", &username);
        let parsed = url::Url::parse(&uri).unwrap();
        let query: Vec<(String, String)> = parsed.query_pairs().into_owned().collect();
        assert_eq!(
            query,
            [
                ("secret".to_owned(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ".to_owned()),
                ("issuer".to_owned(), "Acme & Söhne".to_owned()),
            ]
        );
        assert!(!uri.contains('+') && !uri.contains(' '), "{}", &*uri);
    }
}
