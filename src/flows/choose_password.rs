//! A password that somebody chooses: the one way to a new one, for every page and command.
//! Whoever chooses has proven that they may, is charged for the try, and only then has the
//! password judged, which takes long, in a lane of its own ([`crate::hasher`]).

use super::{Fault, Services};
use crate::{
    domain::{
        account::{Account, AccountId},
        authenticator::password::{Candidate, PasswordError, PasswordHash, PasswordVerified},
        client::Client,
        limits::{
            counter::Attempts,
            throttle::{self, Throttled},
        },
    },
    hasher::Caller,
    store::throttles,
};

/// Why a password does not become somebody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoiceRefusal {
    /// It may not be one.
    Unfit(PasswordError),
    /// Not judged; so many seconds to wait.
    Wait(i64),
}

/// Who chooses, and what says that they may. Looking a link up proves it; it is spent with the
/// change, so that a password that is refused can be chosen anew.
pub(super) enum Chooser<'a> {
    /// Somebody who is signed in and gave the present password.
    Owner(&'a PasswordVerified),
    /// Somebody with a link to a password of this account.
    WithLink(&'a AccountId, Client),
    /// Somebody with the link to the first account.
    Newcomer(Client),
    /// The command line.
    Operator,
}

impl Chooser<'_> {
    fn caller(&self) -> Caller {
        match self {
            Self::Owner(verified) => Caller::inside(verified.account()),
            Self::WithLink(_, client) | Self::Newcomer(client) => Caller::with_link(*client),
            Self::Operator => Caller::operator(),
        }
    }

    /// Whose choices are counted. Not those of people who could do anything: with the link to
    /// the first account, or at the command line.
    fn counted(&self) -> Option<&AccountId> {
        match self {
            Self::Owner(verified) => Some(verified.account()),
            Self::WithLink(account, _) => Some(account),
            Self::Newcomer(_) | Self::Operator => None,
        }
    }
}

/// Charges, judges and hashes a password that was chosen for an account.
pub(super) async fn choose_password(
    services: &Services,
    chooser: Chooser<'_>,
    account: &Account,
    candidate: Candidate,
) -> Result<Result<PasswordHash, ChoiceRefusal>, Fault> {
    if let Some(id) = chooser.counted() {
        let counter = Attempts::PasswordChoice(id.clone()).into();
        let (key, now) = (services.subjects.clone(), services.now());
        let charged = services
            .database
            .run(move |conn| throttles::charge(conn, &key, &counter, now))
            .await?;
        match charged {
            Ok(_) => {}
            Err(Throttled::Wait(seconds)) => return Ok(Err(ChoiceRefusal::Wait(seconds))),
            Err(Throttled::Off) => {
                return Ok(Err(ChoiceRefusal::Wait(throttle::PASSWORD_CHOICES.longest_wait)));
            }
        }
    }
    let context = vec![
        account.username.as_str().to_owned(),
        account.email.as_str().to_owned(),
        account.email.local_part().to_owned(),
        services.issuer.to_string(),
    ];
    let caller = chooser.caller();
    match services.hasher.choose(caller.clone(), candidate, context).await? {
        Ok(chosen) => Ok(Ok(services.hasher.hash(caller, chosen).await?)),
        Err(error) => Ok(Err(ChoiceRefusal::Unfit(error))),
    }
}
