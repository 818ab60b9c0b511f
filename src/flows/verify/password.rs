//! The password of a signed-in user.

use super::charge;
use crate::{
    domain::{
        account::AccountId,
        authenticator::password::{Password, PasswordVerified},
        client::Client,
        limits::{
            counter::Attempts,
            throttle::{self, Throttled},
        },
        security_event::{Actor, Event},
    },
    flows::{Fault, Services, record},
    hasher::{Caller, HasherError},
    store::{StoreError, accounts, accounts::Credentials, throttles, transaction},
};

/// Why a password did not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordRefusal {
    /// It is wrong; at sign-in also: the user name is unknown, or the account is disabled.
    Wrong,
    /// Not verified; seconds to wait.
    Wait(i64),
}

impl From<Throttled> for PasswordRefusal {
    fn from(throttled: Throttled) -> Self {
        match throttled {
            Throttled::Wait(seconds) => Self::Wait(seconds),
            // No password limit switches off; if one did, a long wait would be the closest answer.
            Throttled::Off => Self::Wait(throttle::PASSWORD_BY_NAME.longest_wait),
        }
    }
}

/// Verifies the password of a signed-in user.
pub(in crate::flows) async fn check(
    services: &Services,
    account: &AccountId,
    typed: Password,
    client: Client,
) -> Result<Result<PasswordVerified, PasswordRefusal>, Fault> {
    if let Err(throttled) = charge(services, Attempts::PasswordInside(account.clone())).await? {
        return Ok(Err(throttled.into()));
    }
    let id = account.clone();
    let known = services
        .database
        .read(move |conn| accounts::by_id(conn, &id))
        .await?
        .map(|Credentials { account, password }| (account.id, password));
    let verified = match services
        .hasher
        .verify(Caller::inside(account), known, typed)
        .await
    {
        // Nothing was verified. A full queue at the sign-in page must not lock the owner out of the security
        // page.
        Err(HasherError::Busy) => {
            let (work, counter) = (services.clone(), Attempts::PasswordInside(account.clone()));
            services
                .database
                .run(move |conn| throttles::refund(conn, &work.keys.subjects, &counter.into()))
                .await?;
            return Err(Fault::Busy);
        }
        verified => verified?,
    };
    let (right, id) = (verified.is_some(), account.clone());
    let work = services.clone();
    services
        .database
        .run(move |conn| {
            if right {
                throttles::clear(conn, &work.keys.subjects, Attempts::PasswordInside(id))?;
            } else {
                let actor = Actor::Account(id.clone(), client);
                let event = Event::ReauthenticationRefused;
                transaction(conn, |tx| record(tx, &work, Some(&id), actor, event))?;
            }
            Ok::<_, StoreError>(())
        })
        .await?;
    Ok(verified.ok_or(PasswordRefusal::Wrong))
}
