//! Who can help.

use super::site::Site;
use crate::{
    domain::account::{Account, Username},
    flows::{Fault, subaccounts},
};

/// Who can help: the owner of the main account, who can reset a subaccount; otherwise the administrator.
pub struct Whom {
    /// The user name of the main account; none for a main account and for an account that is not known yet.
    pub holder: Option<String>,
}

impl Whom {
    /// Who can help the owner of an account.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn of(site: &Site, account: &Account) -> Result<Self, Fault> {
        let main = subaccounts::main_account_of(&site.services, account).await?;
        Ok(Self::under(main.as_ref()))
    }

    /// Who can help a person whose account is not known.
    #[must_use]
    pub fn of_nobody() -> Self {
        Self::under(None)
    }

    /// Who can help the owner of a subaccount of this main account.
    #[must_use]
    pub fn under(main: Option<&Username>) -> Self {
        Self {
            holder: main.map(|main| main.as_str().to_owned()),
        }
    }
}
