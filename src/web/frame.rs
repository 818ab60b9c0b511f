//! What stands around every page.

use super::{assets, site::Site};
use crate::flows::MailWay;

/// That a second factor becomes mandatory, for somebody who has none. The guard leaves it
/// with the request, because it knows; the frame of each page takes it from there.
#[derive(Clone)]
pub struct Countdown {
    /// Days left, at least 1.
    pub days: i64,
    /// Why, in the main account's words; may be empty.
    pub reason: String,
}

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
    /// Whether they are a main account.
    pub is_main: bool,
    /// That a second factor becomes mandatory.
    pub countdown: Option<Countdown>,
    /// Whether mail is printed where the server runs, and not sent.
    pub mail_on_trial: bool,
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
            is_main: false,
            countdown: None,
            mail_on_trial: site.services.mail == MailWay::Printed,
            notice: None,
            stylesheet: assets::STYLESHEET.address(),
            favicon: assets::FAVICON.address(),
            path: path.to_owned(),
        }
    }
}
