//! Whom somebody asks who is stuck.

use super::site::Site;
use crate::{
    domain::account::{Account, Username},
    flows::{Fault, subaccounts},
};

/// Whom to ask: the holder of one's main account, who can reset it; else whoever runs the program.
pub struct Whom {
    /// The user name of the main account; none where one has none or is not known yet.
    pub holder: Option<String>,
    /// Whoever runs the program, in words, where no support link is set.
    pub operator: String,
}

impl Whom {
    /// Whom the owner of an account asks.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn of(site: &Site, account: &Account) -> Result<Self, Fault> {
        let main = subaccounts::main_account_of(&site.services, account).await?;
        Ok(Self::under(site, main.as_ref()))
    }

    /// Whom somebody asks of whom no account is known.
    #[must_use]
    pub fn of_nobody(site: &Site) -> Self {
        Self::under(site, None)
    }

    /// Whom the owner of a subaccount of this main account asks.
    #[must_use]
    pub fn under(site: &Site, main: Option<&Username>) -> Self {
        Self {
            holder: main.map(|main| main.as_str().to_owned()),
            operator: format!("the person who runs {}", site.issuer),
        }
    }

    /// The same in words, for the middle of a sentence.
    #[must_use]
    pub fn words(self) -> String {
        self.holder.unwrap_or(self.operator)
    }
}
