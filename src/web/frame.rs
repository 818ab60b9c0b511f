//! The frame of every page.

use actix_web::{HttpRequest, web::Data};

use super::{
    csrf::Csrf,
    return_to::{self, ReturnTo},
    session::{self, BrowserSession},
    site::Site,
    words::Moment,
};
use crate::{flows::MailWay, text::Text};

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
    /// This installation.
    pub site: Data<Site>,
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
    /// What was just done.
    pub notice: Option<String>,
    /// Whether the page shows a secret that is not shown again. It then has no form in its footer.
    pub shows_secret: bool,
    /// How long is left for the pending step of the sign-in.
    pub step_ends: Option<Moment>,
    /// The page's own path.
    pub path: String,
    /// The same with its query, to return to it.
    pub here: String,
}

impl Frame {
    /// The frame of a page that answers this request, with the form for the language in its footer.
    #[must_use]
    pub fn of(request: &HttpRequest, site: &Data<Site>, csrf: &Csrf, t: Text) -> Self {
        Self {
            csrf: csrf.token(site, &session::binding(&BrowserSession::of(request))),
            here: return_to::here(request),
            ..Self::bare(site, t, request.path())
        }
    }

    /// A frame for a page that has no form and no account.
    #[must_use]
    pub fn bare(site: &Data<Site>, t: Text, path: &str) -> Self {
        Self {
            t,
            site: site.clone(),
            csrf: String::new(),
            username: None,
            manages: false,
            is_main: false,
            countdown: None,
            notice: None,
            shows_secret: false,
            step_ends: None,
            path: path.to_owned(),
            here: String::new(),
        }
    }

    /// The same for a page whose form carries a path to return to: a change of the language does not lose it.
    #[must_use]
    pub fn carrying(mut self, to: &ReturnTo) -> Self {
        if !self.here.contains('?') {
            self.here = to.carried_by(&self.here);
        }
        self
    }

    /// Whether mail is printed on the server's output instead of sent.
    #[must_use]
    pub fn mail_on_trial(&self) -> bool {
        self.site.services.channels.mail == MailWay::Printed
    }
}
