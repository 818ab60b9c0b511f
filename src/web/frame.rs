//! The frame of every page.

use super::{site::Site, words::Moment};
use crate::{
    flows::MailWay,
    text::{Languages, Text},
};

/// A second factor becomes mandatory for an account that has none. The guard stores this in the request, because it
/// knows; the frame of each page reads it from there.
#[derive(Clone)]
pub struct Countdown {
    /// Days left, at least 1.
    pub days: i64,
    /// Why, in the main account's words; may be empty.
    pub reason: String,
}

/// The frame of every page.
pub struct Frame {
    /// The texts of the page, in its reader's language. The name is short because templates use it in every line.
    pub t: Text,
    /// The name of this service.
    pub issuer: String,
    /// A support link.
    pub support: Option<String>,
    /// The token for the page's forms.
    pub csrf: String,
    /// Who is (half) signed in.
    pub username: Option<String>,
    /// Whether they manage user accounts.
    pub manages: bool,
    /// Whether they are a main account.
    pub is_main: bool,
    /// When a second factor becomes mandatory.
    pub countdown: Option<Countdown>,
    /// Whether mail is printed on the server's output instead of sent.
    pub mail_on_trial: bool,
    /// What was just done.
    pub notice: Option<String>,
    /// How long is left for the pending step of the sign-in.
    pub step_ends: Option<Moment>,
    /// The stylesheet's address.
    pub stylesheet: String,
    /// The icon's address.
    pub icon: String,
    /// The operator's logo's address, if there is one.
    pub logo: Option<String>,
    /// The page's own path.
    pub path: String,
    /// The same with its query, to return to it.
    pub here: String,
    /// The languages of this installation.
    pub languages: Languages,
}

impl Frame {
    /// A frame for a page that has no form and no account.
    #[must_use]
    pub fn bare(site: &Site, t: Text, path: &str) -> Self {
        let assets = &site.assets;
        Self {
            t,
            issuer: site.issuer.clone(),
            support: site.support.clone(),
            csrf: String::new(),
            username: None,
            manages: false,
            is_main: false,
            countdown: None,
            mail_on_trial: site.services.channels.mail == MailWay::Printed,
            notice: None,
            step_ends: None,
            stylesheet: assets.stylesheet.address.clone(),
            icon: assets.logo.as_ref().unwrap_or(&assets.icon).address.clone(),
            logo: assets.logo.as_ref().map(|logo| logo.address.clone()),
            path: path.to_owned(),
            here: path.to_owned(),
            languages: site.languages.clone(),
        }
    }
}
