//! What stands around every page.

use super::{assets, site::Site};

/// What stands around every page.
pub struct Frame {
    /// The name of this service.
    pub issuer: String,
    /// A link to whoever helps.
    pub support: Option<String>,
    /// The token for the page's forms.
    pub csrf: String,
    /// Who is (half) signed in.
    pub username: Option<String>,
    /// Whether they manage user accounts.
    pub manages: bool,
    /// What was just done.
    pub notice: Option<String>,
    /// The stylesheet's address.
    pub stylesheet: String,
    /// The icon's address.
    pub favicon: String,
    /// The page's own path.
    pub path: String,
}

impl Frame {
    /// A frame for a page that has no form and knows nobody.
    #[must_use]
    pub fn bare(site: &Site, path: &str) -> Self {
        Self {
            issuer: site.issuer.clone(),
            support: site.support.clone(),
            csrf: String::new(),
            username: None,
            manages: false,
            notice: None,
            stylesheet: assets::STYLESHEET.address(),
            favicon: assets::FAVICON.address(),
            path: path.to_owned(),
        }
    }
}
