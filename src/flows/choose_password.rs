//! A password that somebody chooses: the one way to a new one, for every page and command.
//! Whoever chooses has proven that they may, is charged for the try, and only then has the
//! password judged, which takes long, in a lane of its own ([`crate::hasher`]).

use super::{
    ByLinkRefusal, Fault, LinkSpent, Services, opened_link, verify,
    work::{PasswordChange, Stop},
};
use crate::{
    domain::{
        account::{Account, AccountId},
        authenticator::password::{Candidate, PasswordError, PasswordHash, PasswordVerified},
        client::Client,
        limits::{
            counter::Attempts,
            throttle::{self, Throttled},
        },
        link::Purpose,
        random::TokenDigest,
        security_event::Actor,
    },
    hasher::Caller,
    store::accounts,
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

/// A one-time link that leads to a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordLink {
    /// To the first one, mailed to a new subaccount or shown to whoever added it.
    Invitation,
    /// To another one, mailed to whoever forgot theirs.
    NewPassword,
}

impl PasswordLink {
    /// What the link is for.
    #[must_use]
    pub const fn purpose(self) -> Purpose {
        match self {
            Self::Invitation => Purpose::Invitation,
            Self::NewPassword => Purpose::NewPassword,
        }
    }

    const fn change(self, was_mailed: bool) -> PasswordChange {
        match self {
            Self::Invitation => PasswordChange::First,
            Self::NewPassword if was_mailed => PasswordChange::ByMailedLink,
            Self::NewPassword => PasswordChange::ByShownLink,
        }
    }

    /// Whose link this is, if it opens.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn owner(self, services: &Services, token: &str) -> Result<Option<Account>, Fault> {
        let link = opened_link(services, self.purpose(), token).await?;
        Ok(link.map(|link| link.account))
    }

    /// Spends the link and sets the password, both or neither; ends everything that is signed in
    /// or half signed in. Signs nobody in.
    ///
    /// # Errors
    /// [`Fault`] on an internal error; the inner `Result` is a refusal that the person can correct.
    pub async fn set_password(
        self,
        services: &Services,
        token: &str,
        password: Candidate,
        client: Client,
    ) -> Result<Result<(), ByLinkRefusal>, Fault> {
        let digest = TokenDigest::of(token);
        let Some(account) = self.owner(services, token).await? else {
            return Ok(Err(ByLinkRefusal::Spent));
        };
        let chooser = Chooser::WithLink(&account.id, client);
        let password = match choose_password(services, chooser, &account, password).await? {
            Ok(password) => password,
            Err(refusal) => return Ok(Err(ByLinkRefusal::Choice(refusal))),
        };
        services
            .work(Actor::Visitor(client), move |work| {
                let link = work.spend_link(self.purpose(), &digest)?;
                // Asked again: codes by e-mail may have been switched on since the link was mailed. One
                // that was handed over puts no mailbox in the place of both.
                let was_mailed = self == Self::NewPassword && link.sent_to.is_some();
                if was_mailed && work.signs_in_by_mail(&link.account)? {
                    return Err(Stop::Refused(LinkSpent));
                }
                if let Some(address) = &link.sent_to {
                    accounts::prove_email(&mut work.tx, &link.account.id, address)?;
                }
                work.set_password(&link.account, &password, self.change(was_mailed))?;
                Ok(())
            })
            .await
            .map(|set| set.map_err(ByLinkRefusal::from))
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
        match verify::charge(services, Attempts::PasswordChoice(id.clone())).await? {
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
        services.settings.issuer.clone(),
    ];
    let caller = chooser.caller();
    match services.hasher.choose(caller.clone(), candidate, context).await? {
        Ok(chosen) => Ok(Ok(services.hasher.hash(caller, chosen).await?)),
        Err(error) => Ok(Err(ChoiceRefusal::Unfit(error))),
    }
}
