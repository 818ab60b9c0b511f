//! Comma-separated values (RFC 4180) that a spreadsheet opens as text.
//!
//! A file is written while it is sent, part by part, so that a long one takes no more memory than a short one. If a
//! later part cannot be read, the connection is cut: without the end that HTTP requires, the browser reports that the
//! download failed, and nobody mistakes a part for the whole file. The reader must still be admitted at each part,
//! because a file can be read at any speed (the attack: a download that is begun and paused, and later returns what
//! was changed after its session had ended).

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

use actix_web::{
    FromRequest, HttpRequest,
    body::{BodySize, MessageBody},
    web::Bytes,
};
use unicode_normalization::UnicodeNormalization as _;

use super::{
    error::Error,
    page::{Answer, Page},
    session,
    site::Site,
};
use crate::{
    domain::account::AccountId,
    flows::{Fault, Turn},
};

/// Some lines of a file, and the key of the next ones; none at the end.
pub struct Part<P> {
    /// The lines.
    pub lines: String,
    /// Where the next part begins.
    pub next: Option<P>,
}

/// A file that the browser saves, for `whose` session `Guard` admits. `read` returns the part that begins at a
/// position, in the account's turn. The first part is read before anything is answered.
///
/// # Errors
/// If the first part cannot be read.
pub async fn answer<Guard, P, R, W>(
    (page, whose): (&Page, &AccountId),
    name: &str,
    columns: &[&str],
    begin: P,
    read: R,
) -> Answer
where
    Guard: FromRequest<Error = Error> + 'static,
    P: Unpin + 'static,
    R: Fn(P, Turn) -> W + Clone + Unpin + 'static,
    W: Future<Output = Result<Part<P>, Fault>> + 'static,
{
    let mut text = MARK.to_string();
    line(&mut text, columns);
    let turn = page.services.database.turn_of(whose).await;
    let first = read(begin, turn).await?;
    text += &first.lines;
    let (request, whose) = (page.request().clone(), whose.clone());
    let parts = Parts {
        ready: Some(text),
        next: first.next,
        reading: None,
        read: move |place| {
            still_admitted::<Guard, _, _, _>(request.clone(), whose.clone(), read.clone(), place)
        },
    };
    Ok(page.file("text/csv; charset=utf-8", name, parts))
}

/// The part that begins at a position, if the session of the request is still live and `Guard` admits it. Checked in
/// the account's turn: a session that ended while it waited does not receive later changes.
async fn still_admitted<Guard, P, R, W>(
    request: HttpRequest,
    whose: AccountId,
    read: R,
    place: P,
) -> Result<Part<P>, Error>
where
    Guard: FromRequest<Error = Error>,
    R: Fn(P, Turn) -> W,
    W: Future<Output = Result<Part<P>, Fault>>,
{
    let turn = Site::of(&request)?.services.database.turn_of(&whose).await;
    session::read_again(&request).await?;
    Guard::extract(&request).await?;
    Ok(read(place, turn).await?)
}

/// A file that is sent part by part: the next part is read once the previous one is being sent.
struct Parts<P, R, W> {
    ready: Option<String>,
    next: Option<P>,
    reading: Option<Pin<Box<W>>>,
    read: R,
}

impl<P, R, W> MessageBody for Parts<P, R, W>
where
    P: Unpin,
    R: Fn(P) -> W + Unpin,
    W: Future<Output = Result<Part<P>, Error>>,
{
    type Error = Error;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        let parts = self.get_mut();
        if let Some(text) = parts.ready.take() {
            return Poll::Ready(Some(Ok(text.into())));
        }
        if let Some(next) = parts.next.take() {
            parts.reading = Some(Box::pin((parts.read)(next)));
        }
        let Some(reading) = &mut parts.reading else {
            return Poll::Ready(None);
        };
        let read = ready!(reading.as_mut().poll(context));
        parts.reading = None;
        Poll::Ready(Some(match read {
            Ok(part) => {
                parts.next = part.next;
                Ok(part.lines.into())
            }
            Err(cause) => {
                tracing::warn!(%cause, "CSV download aborted: failed to read the remaining rows");
                Err(cause)
            }
        }))
    }
}

/// A byte order mark: without it, a spreadsheet that opens the file by a double click assumes another encoding and
/// shows wrong letters.
const MARK: char = '\u{FEFF}';

/// Field separators of some locales: many languages write decimals with a comma, and their spreadsheets expect
/// semicolons between fields.
const SEPARATORS: [char; 6] = [',', ';', '\t', '|', '\r', '\n'];

/// Writes one line. Every field is quoted. A field that a spreadsheet would take for a formula, at its beginning or
/// after a possible separator, begins with an apostrophe (the attack: a user name that makes a network request when
/// an administrator opens the export; ASVS 1.2.10).
pub fn line(into: &mut String, fields: &[&str]) {
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            into.push(',');
        }
        into.push('"');
        if field.starts_with(['\t', '\r', '\n', '\0']) {
            into.push('\'');
        }
        let mut at_start = true;
        for c in field.chars() {
            // Some treat full-width forms like the plain ones.
            let plain = std::iter::once(c).nfkc().next().unwrap_or(c);
            if at_start && ['=', '+', '-', '@'].contains(&plain) {
                into.push('\'');
            }
            at_start = SEPARATORS.contains(&plain) || (at_start && (plain.is_whitespace() || plain == '"'));
            if c == '"' {
                into.push('"');
            }
            into.push(c);
        }
        into.push('"');
    }
    into.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_text_for_a_spreadsheet() {
        let mut text = String::new();
        line(
            &mut text,
            &[
                "plain",
                "a,b",
                "say \"hi\"",
                "=1+1",
                "+3",
                "-3",
                "@sum",
                "\tx",
                "＝1",
                "",
                "x;=1+2;y",
                "lost; \"-1",
                "a-b;c",
            ],
        );
        assert_eq!(
            text,
            "\"plain\",\"a,b\",\"say \"\"hi\"\"\",\"'=1+1\",\"'+3\",\"'-3\",\"'@sum\",\"'\tx\",\"'＝1\",\"\",\"x;'=1+2;y\",\
             \"lost; \"\"'-1\",\"a-b;c\"\r\n"
        );
    }
}
