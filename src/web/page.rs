//! The request that a page answers, and its response.

use std::{
    future::{Ready, ready},
    ops::Deref,
};

use actix_web::{
    FromRequest, HttpMessage as _, HttpRequest, HttpResponse,
    body::MessageBody,
    dev::Payload,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
    web::Data,
};
use askama::Template;

use super::{
    csrf::Csrf,
    error::Error,
    field::Field,
    form::{FormState, Reply},
    frame::{Countdown, Frame},
    guard::Challenged,
    known_browser, language, paths,
    return_to::ReturnTo,
    session::{self, BrowserSession},
    site::Site,
    words::Moment,
};
use crate::{
    domain::{account::Account, client::BrowserId, known_browser::BrowserMarks, subaccount::Manager},
    text::Text,
};

/// In the query of a page that reloaded itself after a wait.
const AGAIN: &str = "again";

/// The result of a handler.
pub type Answer = Result<HttpResponse, Error>;

/// The request that a page answers.
pub struct Page {
    request: HttpRequest,
    site: Data<Site>,
    csrf: Csrf,
    session: BrowserSession,
    t: Text,
}

impl Page {
    /// The texts of the page, in its reader's language.
    #[must_use]
    pub const fn t(&self) -> Text {
        self.t
    }

    /// The request.
    #[must_use]
    pub const fn request(&self) -> &HttpRequest {
        &self.request
    }

    /// The frame of this page.
    #[must_use]
    pub fn frame(&self, account: Option<&Account>) -> Frame {
        Frame {
            username: account.map(|account| account.username.as_str().to_owned()),
            manages: account.is_some_and(|account| Manager::of(account).is_some()),
            is_main: account.is_some_and(|account| account.main_account.is_none()),
            countdown: self.request.extensions().get::<Countdown>().cloned(),
            ..Frame::of(&self.request, &self.site, &self.csrf, self.t)
        }
    }

    /// The frame of a page that is opened, with a notice about the last change.
    #[must_use]
    pub fn frame_with_notice(&self, account: &Account) -> Frame {
        Frame {
            notice: session::take_notice(&self.session),
            ..self.frame(Some(account))
        }
    }

    /// The frame of a page for a pending step of the sign-in: it says how long is left.
    #[must_use]
    pub fn frame_of_step(&self, pending: &Challenged) -> Frame {
        let mut frame = self.frame_with_notice(&pending.account);
        let now = self.site.services.clock.now();
        frame.step_ends = Some(Moment::ahead(self.t(), pending.state.ends(), now));
        if self.has_query(AGAIN) {
            frame.notice = Some(self.t().login_again().to_owned());
        }
        frame
    }

    /// Sends a page of a pending step. A page with a wait before the next attempt reloads itself after that, without
    /// scripts. A wait before the next message does not reload: a person who is typing the code that arrived would
    /// lose it.
    ///
    /// # Errors
    /// If the template fails.
    pub fn show_step(
        &self,
        status: StatusCode,
        wait: Option<i64>,
        here: &str,
        page: &impl Template,
    ) -> Answer {
        let mut response = self.show_after(status, wait, page)?;
        let tried_here = here.split('?').next() == Some(self.path());
        if let Some(seconds) = wait.filter(|_| tried_here && status == StatusCode::TOO_MANY_REQUESTS) {
            let separator = if here.contains('?') { '&' } else { '?' };
            let refresh = format!("{seconds}; url={here}{separator}{AGAIN}");
            if let Ok(refresh) = HeaderValue::from_str(&refresh) {
                response.headers_mut().insert(header::REFRESH, refresh);
            }
        }
        Ok(response)
    }

    /// Sends a page.
    ///
    /// # Errors
    /// If the template fails.
    pub fn show(&self, status: StatusCode, page: &impl Template) -> Answer {
        self.show_after(status, None, page)
    }

    /// Sends a page with the seconds to wait, if any.
    ///
    /// # Errors
    /// If the template fails.
    pub fn show_after(&self, status: StatusCode, wait: Option<i64>, page: &impl Template) -> Answer {
        let mut response = HttpResponse::build(status);
        response.content_type("text/html; charset=utf-8");
        if let Some(seconds) = wait {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        if let Some(cookie) = self.csrf.cookie(&self.site) {
            response.cookie(cookie);
        }
        let mut response = response.body(page.render()?);
        language::mark(response.headers_mut(), self.t());
        Ok(response)
    }

    /// A file for the browser to save, in the reader's language.
    #[must_use]
    pub fn file(&self, media_type: &str, name: &str, content: impl MessageBody + 'static) -> HttpResponse {
        let mut answer = HttpResponse::Ok()
            .content_type(media_type)
            .insert_header((
                header::CONTENT_DISPOSITION,
                format!("attachment; filename=\"{name}\""),
            ))
            .body(content);
        language::mark(answer.headers_mut(), self.t);
        answer
    }

    /// The session, for the verbs of [`session`].
    #[must_use]
    pub const fn session(&self) -> &BrowserSession {
        &self.session
    }

    /// The browser of the request.
    #[must_use]
    pub fn browser(&self) -> BrowserId {
        self.csrf.browser(&self.site)
    }

    /// What the browser says about accounts that signed in there.
    #[must_use]
    pub fn known_browser(&self) -> Option<BrowserMarks> {
        known_browser::sent(&self.request, &self.site)
    }

    /// This page's path.
    #[must_use]
    pub fn path(&self) -> &str {
        self.request.path()
    }

    /// Redirects to the password, and back to this page.
    #[must_use]
    pub fn password_first(&self) -> Error {
        Error::SeeOther(ReturnTo::page_of(&self.request).carried_by(paths::ACCOUNT_CONFIRM))
    }

    /// A value of the query; empty if it is missing.
    #[must_use]
    pub fn query(&self, name: &str) -> String {
        url::form_urlencoded::parse(self.request.query_string().as_bytes())
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default()
    }

    /// Whether the query has a word without a value.
    #[must_use]
    pub fn has_query(&self, word: &str) -> bool {
        self.request.query_string().split('&').any(|part| part == word)
    }

    /// An empty form, which keeps the return path of the query.
    #[must_use]
    pub fn first_form(&self) -> Reply {
        let to = ReturnTo::of_query(self.request.query_string());
        Reply::first(FormState::blank().filled(Field::RETURN_TO, to.text().to_owned()))
    }
}

/// Redirects the browser with a GET.
///
/// # Errors
/// None; the type is that of a handler.
pub fn see_other(path: &str) -> Answer {
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .finish())
}

impl Deref for Page {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}

impl FromRequest for Page {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(open(request))
    }
}

fn open(request: &HttpRequest) -> Result<Page, Error> {
    let site = Site::of(request)?;
    Ok(Page {
        csrf: Csrf::of(request, &site),
        session: BrowserSession::of(request),
        t: language::of(request),
        request: request.clone(),
        site,
    })
}

impl Site {
    /// The site of a request.
    ///
    /// # Errors
    /// Never in a server that the composition root built.
    pub fn of(request: &HttpRequest) -> Result<Data<Self>, Error> {
        request
            .app_data::<Data<Self>>()
            .cloned()
            .ok_or_else(|| crate::flows::Fault::Internal("no site in the application data".to_owned()).into())
    }
}
