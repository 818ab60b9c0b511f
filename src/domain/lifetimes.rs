//! How long each thing lives: every lifetime on one page, in seconds unless the name says days.
//! What has expired counts for nothing from that second on, wherever it is used; the sweeping only
//! removes it. How often something may be tried or sent is in [`super::limits`].

use super::clock::{DAY, HOUR, MINUTE};

// --- Sessions ---

/// A session without a request (ASVS 7.3.1).
pub const IDLE_SECONDS: i64 = 30 * MINUTE;
/// A session in all, from the sign-in (ASVS 7.3.2).
pub const ABSOLUTE_SECONDS: i64 = 12 * HOUR;
/// The second step of a sign-in.
pub const CHALLENGE_SECONDS: i64 = 10 * MINUTE;
/// A required set-up, from the password on.
pub const ENROLMENT_SECONDS: i64 = 30 * MINUTE;
/// A confirmed password, or a second factor that was proven again, before a change (ASVS 7.5.1).
pub const FRESH_SECONDS: i64 = 5 * MINUTE;
/// The answer to a form, for the same form sent again by the same browser.
pub const REPEAT_SECONDS: i64 = 30;
/// Recovery codes and set-up codes that a page shows once, for a reload of that page.
pub const SHOWN_CODES_SECONDS: i64 = 10 * MINUTE;
/// The use of a session is noted at most this often.
pub const USE_NOTED_SECONDS: i64 = MINUTE;
/// A browser stays known to an account after a sign-in there.
pub const KNOWN_SECONDS: i64 = 180 * DAY;

// --- Authenticators and codes ---

/// A key of an authenticator that waits to be confirmed: as long as the set-up may take.
pub const PENDING_SECONDS: i64 = ENROLMENT_SECONDS;
/// A first authenticator vouches for nothing that its owner does to other accounts: a thief of the password could
/// have set it up, and its owner is told by mail.
pub const NEW_FACTOR_SECONDS: i64 = DAY;
/// A code that was sent.
pub const CODE_SECONDS: i64 = 5 * MINUTE;
/// The same code, sent again and again (NIST SP 800-63B-4, 3.1.3.2).
pub const OLDEST_SECONDS: i64 = 10 * MINUTE;
/// A new number or e-mail address that waits for the code that was sent to it.
pub const WAITING_SECONDS: i64 = HOUR;

// --- One-time links ---

/// The first run's link.
pub const WELCOME_SECONDS: i64 = HOUR;
/// An invitation.
pub const INVITATION_SECONDS: i64 = 3 * DAY;
/// A link to a new password (ASVS 6.4.1).
pub const NEW_PASSWORD_SECONDS: i64 = 30 * MINUTE;
/// A link that says "this was not me": as long as its mail is tried.
pub const NOT_ME_SECONDS: i64 = GIVEN_UP_AFTER;
/// After its owner moved to it, an e-mail address is new: no link to another password is mailed to
/// it, and a link at the address before puts that one back.
pub const NEW_EMAIL_SECONDS: i64 = 2 * DAY;
/// A link to approve an address.
pub const APPROVE_ADDRESS_SECONDS: i64 = 30 * MINUTE;
/// An approved address.
pub const APPROVED_SECONDS: i64 = 30 * DAY;
/// A set-up code.
pub const SET_UP_CODE_SECONDS: i64 = 3 * DAY;

// --- Mail ---

/// A notice that cannot be delivered is given up.
pub const GIVEN_UP_AFTER: i64 = 3 * DAY;
/// The longest wait between two attempts to deliver a mail.
pub const LONGEST_WAIT: i64 = HOUR;
/// The first wait; each attempt doubles it.
pub const FIRST_WAIT: i64 = MINUTE;
/// A second step that was begun counts as left.
pub const LEFT_AFTER: i64 = 3 * MINUTE;
/// A link that could not be made is tried again.
pub const LINK_AGAIN_AFTER: i64 = MINUTE;
/// The first reminder before a second factor becomes mandatory.
pub const FIRST_REMINDER: i64 = 14 * DAY;
/// Between two reminders that a manager sends to one account.
pub const REMINDER_PAUSE: i64 = DAY;

// --- Instances ---

/// The lease of a task of the background that is not renewed: another instance goes on.
pub const LEASE_SECONDS: i64 = 6;

// --- What is kept when it is over ---

/// Days that activity and the list of sent codes are kept by default.
pub const ACTIVITY_DAYS: i64 = 400;
/// The fewest days that they can be kept.
pub const FEWEST_ACTIVITY_DAYS: i64 = 30;
/// Links and codes that are spent or expired, to answer why one no longer works.
pub const SPENT_SECONDS: i64 = DAY;
/// A counter that was not charged: longer than any limit remembers but that of codes, which is
/// kept.
pub const COUNTER_SECONDS: i64 = 7 * DAY;
