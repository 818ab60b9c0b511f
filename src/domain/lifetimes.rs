//! All lifetimes, in seconds unless the name says days. Something that has expired is invalid from that second
//! on, wherever it is used; the sweep only deletes it. How often something may be tried or sent is in
//! [`super::limits`].

use super::clock::{DAY, HOUR, MINUTE};

// --- Sessions ---

/// An idle session (ASVS 7.3.1).
pub const IDLE_SECONDS: i64 = 30 * MINUTE;
/// A session in total, from the sign-in (ASVS 7.3.2).
pub const ABSOLUTE_SECONDS: i64 = 12 * HOUR;
/// The second step of a sign-in.
pub const CHALLENGE_SECONDS: i64 = 10 * MINUTE;
/// A required set-up, from the password on.
pub const ENROLMENT_SECONDS: i64 = 30 * MINUTE;
/// A confirmed password, or a step-up with a second factor, before a change (ASVS 7.5.1).
pub const FRESH_SECONDS: i64 = 5 * MINUTE;
/// The response to a form, repeated if the same browser sends the same form again.
pub const REPEAT_SECONDS: i64 = 30;
/// Recovery codes and set-up codes that a page shows once, for a reload of that page.
pub const SHOWN_CODES_SECONDS: i64 = 10 * MINUTE;
/// Minimum time between two updates of a session's last-used time.
pub const USE_NOTED_SECONDS: i64 = MINUTE;
/// How long a browser stays known to an account after a sign-in.
pub const KNOWN_SECONDS: i64 = 180 * DAY;

// --- Authenticators and codes ---

/// An unconfirmed authenticator key: as long as the set-up may take.
pub const PENDING_SECONDS: i64 = ENROLMENT_SECONDS;
/// How long a first authenticator does not authorize changes to other accounts: a thief of the password could
/// have set it up, and its owner is notified by mail.
pub const NEW_FACTOR_SECONDS: i64 = DAY;
/// A sent code.
pub const CODE_SECONDS: i64 = 5 * MINUTE;
/// A code that is sent repeatedly (NIST SP 800-63B-4, 3.1.3.2).
pub const OLDEST_SECONDS: i64 = 10 * MINUTE;
/// A new number or e-mail address that waits for its code.
pub const WAITING_SECONDS: i64 = HOUR;

// --- One-time links ---

/// The link of the first run.
pub const WELCOME_SECONDS: i64 = HOUR;
/// An invitation.
pub const INVITATION_SECONDS: i64 = 3 * DAY;
/// A link to a new password (ASVS 6.4.1).
pub const NEW_PASSWORD_SECONDS: i64 = 30 * MINUTE;
/// A "this was not me" link: as long as delivery of its mail is retried.
pub const NOT_ME_SECONDS: i64 = GIVEN_UP_AFTER;
/// How long an e-mail address is new after its owner changed to it: no password link is mailed to it, and a
/// link at the previous address restores that one.
pub const NEW_EMAIL_SECONDS: i64 = 2 * DAY;
/// A link to approve an address.
pub const APPROVE_ADDRESS_SECONDS: i64 = 30 * MINUTE;
/// An approved address.
pub const APPROVED_SECONDS: i64 = 30 * DAY;
/// A set-up code.
pub const SET_UP_CODE_SECONDS: i64 = 3 * DAY;

// --- Mail ---

/// When delivery of a notification is abandoned.
pub const GIVEN_UP_AFTER: i64 = 3 * DAY;
/// Maximum wait between two delivery attempts.
pub const LONGEST_WAIT: i64 = HOUR;
/// The first wait; each attempt doubles it.
pub const FIRST_WAIT: i64 = MINUTE;
/// When an unfinished second step counts as abandoned.
pub const LEFT_AFTER: i64 = 3 * MINUTE;
/// When to retry creating a link that could not be created.
pub const LINK_AGAIN_AFTER: i64 = MINUTE;
/// The first reminder before a second factor becomes mandatory.
pub const FIRST_REMINDER: i64 = 14 * DAY;
/// Minimum time between two reminders that a manager sends to one account.
pub const REMINDER_PAUSE: i64 = DAY;

// --- Instances ---

/// The lease of a background task: unless it is renewed, another instance takes over.
pub const LEASE_SECONDS: i64 = 6;

// --- Retention after expiry ---

/// Days that the activity log and the list of sent codes are kept by default.
pub const ACTIVITY_DAYS: i64 = 400;
/// The minimum of that setting.
pub const FEWEST_ACTIVITY_DAYS: i64 = 30;
/// Used or expired links and codes, kept to explain why one no longer works.
pub const SPENT_SECONDS: i64 = DAY;
/// A counter without a charge: longer than any limit remembers. Counters of codes are kept.
pub const COUNTER_SECONDS: i64 = 7 * DAY;
