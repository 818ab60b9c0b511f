//! The data of this installation that every page needs.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use ipnet::IpNet;

use super::{assets::Assets, language_list::LanguageList};
use crate::{domain::sealed::PurposeKey, flows::Services, text::Languages};

/// This installation.
#[derive(Clone)]
pub struct Site {
    /// The dependencies of the flows.
    pub services: Services,
    /// The name on every page.
    pub issuer: String,
    /// A `mailto:`, `tel:` or `https:` link for support.
    pub support: Option<String>,
    /// The languages of its pages.
    pub languages: Languages,
    /// The same in forms.
    pub language_list: LanguageList,
    /// The origin that browsers see, without a slash at the end. Links and checks use only this, never a request's
    /// own headers (the attack: links to a host of the attacker's choice).
    pub origin: String,
    /// Failed codes before the Help button is shown.
    pub help_after: i64,
    /// The proxies whose `X-Forwarded-For` is trusted.
    pub trusted_proxies: Vec<IpNet>,
    /// Signs the session's cookie.
    pub session_key: PurposeKey,
    /// Makes CSRF tokens.
    pub csrf_key: PurposeKey,
    /// Recognises forms that are sent twice.
    pub repeat_key: PurposeKey,
    /// Stylesheet, icon and logo.
    pub assets: Assets,
    /// Logs that a page was opened at another address than the public URL.
    pub other_address: Once,
}

/// A message that is logged once, whatever the number of workers.
#[derive(Clone, Default)]
pub struct Once(Arc<AtomicBool>);

impl Site {
    /// Whether browsers use https; `Secure`, `__Host-` and HSTS depend on it.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// A cookie's name, with the prefix that binds it to this host if browsers allow it.
    #[must_use]
    pub fn cookie_name(&self, name: &str) -> String {
        if self.is_secure() {
            format!("__Host-{name}")
        } else {
            name.to_owned()
        }
    }

    /// Logs for the operator, once, that people open it at another address.
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
