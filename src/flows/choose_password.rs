//! Choosing a password: the only way to set one, for every page and command. The caller's permission is
//! verified, the attempt is charged, and only then is the password judged, which is slow and has a queue of its
//! own ([`crate::hasher`]).

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

/// Why a password is not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoiceRefusal {
    /// It is not accepted.
    Unfit(PasswordError),
    /// Not judged; seconds to wait.
    Wait(i64),
}

/// Who chooses, and with which permission. Looking up a link verifies it; it is claimed with the change, so
/// that the link still works after a password was refused.
pub(super) enum Chooser<'a> {
    /// A signed-in user who entered the current password.
    Owner(&'a PasswordVerified),
    /// A person with a password link of this account.
    WithLink(&'a AccountId, Client),
    /// A person with the link to the first account.
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

    /// The account whose choices are counted. Those of people with full access are not: with the link to the
    /// first account, or on the command line.
    fn counted(&self) -> Option<&AccountId> {
        match self {
            Self::Owner(verified) => Some(verified.account()),
            Self::WithLink(account, _) => Some(account),
            Self::Newcomer(_) | Self::Operator => None,
        }
    }
}

/// A one-time link to set a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordLink {
    /// To the first one, mailed to a new subaccount or shown to the manager who added it.
    Invitation,
    /// To a new one, mailed to an owner who forgot theirs.
    NewPassword,
}

impl PasswordLink {
    /// The purpose of the link.
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

    /// The owner of this link, if it works.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn owner(self, services: &Services, token: &str) -> Result<Option<Account>, Fault> {
        let link = opened_link(services, self.purpose(), token).await?;
        Ok(link.map(|link| link.account))
    }

    /// Claims the link and sets the password in one transaction; ends all sessions and pending steps. Does not
    /// sign in.
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
                // Checked again: codes by e-mail may have been switched on since the link was mailed. A link
                // that was handed over does not make the mailbox replace both factors.
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

/// Charges, judges and hashes a password chosen for an account.
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
