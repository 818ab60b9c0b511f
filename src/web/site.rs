//! What every page knows of this installation.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use ipnet::IpNet;

use super::assets::Assets;
use crate::{domain::sealed::PurposeKey, flows::Services, text::Languages};

/// This installation.
#[derive(Clone)]
pub struct Site {
    /// What the flows work with.
    pub services: Services,
    /// The name on every page.
    pub issuer: String,
    /// A `mailto:`, `tel:` or `https:` link to whoever helps.
    pub support: Option<String>,
    /// The languages of its pages.
    pub languages: Languages,
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
    /// That a page was opened at another address than the public URL, and the log says so.
    pub other_address: Once,
}

/// Something that is said once, however many workers there are.
#[derive(Clone, Default)]
pub struct Once(Arc<AtomicBool>);

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

    /// Tells the operator, once, that people open it at another address.
    pub fn warn_of_other_address(&self, opened_at: &str) {
        if !self.other_address.0.swap(true, Ordering::Relaxed) {
            tracing::warn!(
                opened_at,
                public_url = self.origin,
                "form refused: its page was opened at an address other than VESTIBULE_PUBLIC_URL; if this \
                 address is correct, set VESTIBULE_PUBLIC_URL to it"
            );
        }
    }
}
