//! The browser and system of a session, in words.

use super::Text;
use crate::domain::client::Browser;

impl Text {
    /// "Firefox on Linux".
    #[must_use]
    pub fn browser(self, browser: Browser) -> String {
        match (browser.family(), browser.system()) {
            (Some(family), Some(system)) => self.sessions_browser_on(family, system),
            (Some(family), None) => family.to_owned(),
            (None, Some(system)) => self.sessions_browser_other_on(system),
            (None, None) => self.sessions_browser_other().to_owned(),
        }
    }
}
