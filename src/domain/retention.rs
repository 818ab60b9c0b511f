//! How long is kept what is over. Nothing waits for it to be removed: what has expired counts
//! for nothing from that second on, wherever it is used.

use super::clock::DAY;

/// Days that activity and the list of sent codes are kept by default.
pub const ACTIVITY_DAYS: i64 = 400;
/// The fewest days that they can be kept.
pub const FEWEST_ACTIVITY_DAYS: i64 = 30;

/// Links and codes that are spent or expired are kept so many seconds more, for whoever asks why
/// one no longer works.
pub const SPENT_SECONDS: i64 = DAY;
/// A counter that was not charged for so many seconds is forgotten: longer than any limit but
/// that of codes remembers. Theirs is kept.
pub const COUNTER_SECONDS: i64 = 7 * DAY;
