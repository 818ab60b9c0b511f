//! Comma-separated values (RFC 4180) that a spreadsheet opens as text.
//!
//! A file is written while it is sent, part by part, so that a long one takes no more memory than a short one.
//! Where a later part cannot be read, the connection is cut: without the end that HTTP asks for, the browser
//! reports that the download failed, and nobody takes a part of the file for all of it. Whoever reads it must
//! still be admitted at each part, because a file may be read as slowly as one likes (the attack: a download
//! that is begun and parked, and tells later of what was changed after its session had ended).

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

use actix_web::{
    FromRequest, HttpRequest, HttpResponse,
    body::{BodySize, MessageBody},
    http::header,
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

/// Some lines of a file, and what the next ones are read by; none at the end.
pub struct Part<P> {
    /// The lines.
    pub lines: String,
    /// Where the next part begins.
    pub next: Option<P>,
}

/// A file that the browser saves, for `whose` session `Guard` admits. `read` gives the part that begins at a place,
/// in the account's turn. The first part is read before anything is answered.
///
/// # Errors
/// Where the first part cannot be read.
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
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .body(parts))
}

/// The part that begins at a place, where the session of the request still lives and `Guard` admits it. Asked once
/// it is the account's turn: what is changed while it waits is not for whoever has left.
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

/// A file that is sent part by part: the next one is read once the one before is on its way.
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

/// A byte order mark: a spreadsheet that opens the file by a double click takes it for another
/// encoding without it, and shows wrong letters.
const MARK: char = '\u{FEFF}';

/// What stands between fields somewhere: many languages write decimals with a comma, and their
/// spreadsheets read a file as if its fields were separated by semicolons.
const SEPARATORS: [char; 6] = [',', ';', '\t', '|', '\r', '\n'];

/// Writes one line. Every field is quoted, and what a spreadsheet would take for a formula, at its
/// beginning or after what may separate fields, begins with an apostrophe (the attack: a user name that
/// calls out when an administrator opens the export; ASVS 1.2.10).
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
            // Wide forms count as their plain ones in some.
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
