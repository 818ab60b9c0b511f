//! Flows: one file per user journey. A flow charges, looks up, verifies, settles, records and notifies the
//! owner; the rules are in [`crate::domain`].
//!
//! A flow returns `Result<Result<Done, Refusal>, Fault>`: the user can correct a refusal, which the page
//! matches on; a [`Fault`] is an internal error and has one page.

pub mod activity;
pub mod administer;
pub mod allow_list;
pub mod answer_call;
pub mod approved_addresses;
pub mod caller;
pub mod change_email;
pub mod change_password;
pub mod change_phone;
pub mod check;
pub mod choose_language;
mod choose_password;
mod contacts;
pub mod deliver;
pub mod enrol;
mod fault;
pub mod first_run;
pub mod forgotten_password;
pub mod invite;
mod mailing;
pub mod manage_subaccount;
pub mod next_step;
pub mod not_me;
pub mod open_sessions;
pub mod password_link;
mod prove_contact;
pub mod recover;
pub mod regenerate;
pub mod remind;
pub mod remove_authenticator;
pub mod reseal;
pub mod restore_email;
pub mod seed;
pub mod send_code;
pub mod sent_codes;
mod services;
pub mod set_policy;
pub mod sign_in;
pub mod sign_out;
pub mod step_up;
pub mod subaccounts;
pub mod sweep;
pub mod track_code;
mod verify;
mod work;

pub use crate::store::Turn;
pub use choose_password::{ChoiceRefusal, PasswordLink};
pub use fault::Fault;
pub use prove_contact::ContactRefusal;
pub use services::{Channels, FlowSettings, Keys, MailWay, Services, Telephone};
pub use verify::{
    BothRefusal, CodeFault, CodeRefusal, password::PasswordRefusal, sent_code::SentCodeRefusal,
};
pub use work::LinkMail;

use crate::{
    domain::{
        account::{Account, AccountId},
        client::Client,
        link::Purpose,
        random::TokenDigest,
        security_event::{Actor, Event, SecurityEvent},
    },
    store::{
        DbConnection, StoreError, Tx, accounts,
        one_time_links::{self, OpenLink},
        security_events, transaction,
    },
};

/// A one-time link that was used, was replaced, or has expired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkSpent;

/// Why a password chosen with a one-time link is not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByLinkRefusal {
    /// The link does not work.
    Spent,
    /// The password is not accepted.
    Choice(ChoiceRefusal),
}

impl From<LinkSpent> for ByLinkRefusal {
    fn from(_: LinkSpent) -> Self {
        Self::Spent
    }
}

/// The account with that id, unless it or its main account is disabled.
fn enabled_account(conn: &mut DbConnection, id: &AccountId) -> Result<Option<Account>, StoreError> {
    let found = accounts::by_id(conn, id)?.map(|found| found.account);
    Ok(found.filter(Account::is_enabled))
}

/// A one-time link, if it works. Looking it up changes nothing: virus scanners open links, too.
async fn opened_link(services: &Services, purpose: Purpose, token: &str) -> Result<Option<OpenLink>, Fault> {
    let (digest, now) = (TokenDigest::of(token), services.now());
    services
        .database
        .read(move |conn| one_time_links::find(conn, purpose, &digest, now))
        .await
        .map_err(|error: StoreError| error.into())
}

/// Records what an account has just done.
async fn record_done(
    services: &Services,
    account: &AccountId,
    client: Client,
    event: Event,
) -> Result<(), Fault> {
    let (work, id) = (services.clone(), account.clone());
    services
        .database
        .run(move |conn| {
            let actor = Actor::Account(id.clone(), client);
            transaction(conn, |tx| record(tx, &work, Some(&id), actor, event))
        })
        .await
        .map_err(Fault::from)
}

/// Writes an activity log entry. It should come last in a transaction: entries are chained, and the next writer
/// waits for the commit.
fn record(
    conn: &mut Tx<'_>,
    services: &Services,
    account: Option<&AccountId>,
    actor: Actor,
    event: Event,
) -> Result<(), StoreError> {
    let entry = SecurityEvent {
        at: services.now(),
        account: account.cloned(),
        actor,
        event,
        reason: None,
    };
    security_events::insert(conn, &services.keys.activity, &entry)
}
