//! What every page knows of this installation.

use ipnet::IpNet;

use super::assets::Assets;
use crate::{domain::sealed::PurposeKey, flows::Services};

/// This installation.
#[derive(Clone)]
pub struct Site {
    /// What the flows work with.
    pub services: Services,
    /// The name on every page.
    pub issuer: String,
    /// A `mailto:`, `tel:` or `https:` link to whoever helps.
    pub support: Option<String>,
    /// The origin that browsers see, without a slash at the end. Links and checks use it
    /// alone, never a request's own headers (the attack: links to a host of the attacker's
    /// choice).
    pub origin: String,
    /// Failed codes before the Help button shows.
    pub help_after: i64,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Signs the session's cookie.
    pub session_key: PurposeKey,
    /// Makes CSRF tokens.
    pub csrf_key: PurposeKey,
    /// Knows forms that are sent twice.
    pub repeat_key: PurposeKey,
    /// Stylesheet, icon and logo.
    pub assets: Assets,
}

impl Site {
    /// Whether browsers come by https; `Secure`, `__Host-` and HSTS follow from it.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// A cookie's name, with the prefix that binds it to this host where browsers allow it.
    #[must_use]
    pub fn cookie_name(&self, name: &str) -> String {
        if self.is_secure() {
            format!("__Host-{name}")
        } else {
            name.to_owned()
        }
    }

    /// Whom to ask where no support link is set, in words.
    #[must_use]
    pub fn holder(&self) -> String {
        format!("the person who runs {}", self.issuer)
    }
}
