//! Signing out: the web layer ends the session; this records it.

use super::{Fault, Services, record_done};
use crate::domain::{account::AccountId, client::Client, security_event::Event};

/// Records that a session was ended by its owner.
///
/// # Errors
/// [`Fault`].
pub async fn record_sign_out(services: &Services, account: &AccountId, client: Client) -> Result<(), Fault> {
    record_done(services, account, client, Event::SignedOut).await
}
