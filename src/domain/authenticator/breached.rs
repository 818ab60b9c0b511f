//! Breached passwords, which attackers try first (NIST SP 800-63B-4, 3.1.1.2; ASVS 6.2.12): the 44,000 of at
//! least twelve characters among the million most frequent passwords of Mark Burnett's list of 2015, and a few
//! well-known example passphrases.
//!
//! `script/breached-passwords` generated the file and documents its source, licence and format. The false
//! positive rate is one in 25 million passwords.

use sha2::{Digest as _, Sha256};

use crate::domain::account::UsernameKey;

/// Sorted, unique prefixes of SHA-256 digests.
static DIGESTS: &[u8] = include_bytes!("breached_passwords.bin");
/// Length of each prefix, in bytes.
const LENGTH: usize = 5;
/// Maximum number of trailing digits that are ignored.
const ENDING: usize = 4;

/// Whether a password is on the list, ignoring case, separators between its words and a few trailing digits.
/// `shortest` is the minimum length of a password, in characters.
pub(super) fn knows(password: &str, shortest: usize) -> bool {
    let folded = UsernameKey::of(password);
    let bare: String = folded.as_str().chars().filter(|c| c.is_alphanumeric()).collect();
    let digits = bare
        .bytes()
        .rev()
        .take_while(u8::is_ascii_digit)
        .take(ENDING)
        .count();
    let short = &bare[..bare.len() - digits];
    [folded.as_str(), &bare, short]
        .into_iter()
        .any(|form| form.chars().count() >= shortest && is_listed(form))
}

fn is_listed(form: &str) -> bool {
    let digest = Sha256::digest(form.as_bytes());
    let (digests, _) = DIGESTS.as_chunks::<LENGTH>();
    digests
        .binary_search_by(|listed| listed.as_slice().cmp(&digest[..LENGTH]))
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_a_sorted_list_without_repetition() {
        let (digests, rest) = DIGESTS.as_chunks::<LENGTH>();
        assert!(rest.is_empty());
        assert!(digests.len() > 40_000);
        assert!(digests.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn stolen_passwords_are_known_also_with_what_people_add_to_them() {
        for stolen in [
            "correcthorsebatterystaple",
            "Correct Horse Battery Staple",
            "CorrectHorseBatteryStaple!",
            "correct-horse-battery-staple-2026",
            "counterstrike",
            "flvbybcnhfnjh",
            "Mailcreated5240",
            "1QAZ2wsx3edc",
        ] {
            assert!(knows(stolen, 12), "{stolen}");
        }
    }

    #[test]
    fn passwords_of_ones_own_are_not_known() {
        for own in [
            "pumice lantern sock ferry",
            "xk2!Lq9#vB7m",
            "horse battery pumice lantern",
            "🦊🌵🎹🧊🚂🪁🥝🧦🪴🛶🎻🧭",
            "counterstrike 83920174",
            "",
        ] {
            assert!(!knows(own, 12), "{own}");
        }
    }

    #[test]
    fn hardly_any_other_password_is_taken_for_a_stolen_one() {
        let taken = (0..100_000).filter(|number| is_listed(&format!("not on any list: {number}")));
        assert_eq!(taken.count(), 0);
    }
}
