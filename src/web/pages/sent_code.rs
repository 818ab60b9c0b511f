//! What the pages say about a code that was sent.

use crate::{
    domain::{clock::Timestamp, phone_delivery::DeliveryStatus},
    flows::track_code::{CodeStanding, Outcome},
    text::Text,
    web::words::{self, Moment},
};

/// The status of a sent code, in words.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what a template asks, each with a meaning of its own"
)]
pub(super) struct SentCodeView {
    /// The number or address that it goes to, masked; none if there is none that may be used.
    pub(super) to: Option<String>,
    /// Whether codes can be sent there at all.
    pub(super) offered: bool,
    /// Whether it can be spoken in a call.
    pub(super) calls: bool,
    /// Whether messages are printed on the server's output instead of sent.
    pub(super) trial: bool,
    /// The delivery status of the last one.
    pub(super) last: Option<String>,
    /// Whether it did not arrive.
    pub(super) undelivered: bool,
    /// How long it still works, if it arrived and has not expired.
    pub(super) expires: Option<Moment>,
    /// How long until another can be requested.
    pub(super) wait: Option<String>,
}

impl SentCodeView {
    pub(super) fn of(t: Text, standing: CodeStanding, now: Timestamp) -> Self {
        let to = standing.to;
        let undelivered = standing.last.as_ref().is_some_and(|last| {
            matches!(
                last.outcome,
                Outcome::Withheld(_) | Outcome::Handed(DeliveryStatus::Failed(_))
            )
        });
        let expires_at = standing.expires_at.filter(|_| !undelivered);
        let last = standing.last.map(|last| {
            words::sent_code(
                t,
                last.channel,
                last.outcome,
                to.as_deref().unwrap_or("your phone"),
                standing.calls,
            )
        });
        Self {
            to,
            offered: standing.offered,
            calls: standing.calls,
            trial: standing.trial,
            last,
            undelivered,
            expires: expires_at.map(|at| Moment::ahead(t, at, now)),
            wait: (standing.wait > 0).then(|| t.wait(standing.wait)),
        }
    }
}
