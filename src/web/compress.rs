//! Pages and files in gzip (RFC 1952). Each thread keeps a workspace to compress pages: the library's middleware
//! allocates one for each answer, which costs several times as much as compressing does. That middleware wraps this
//! one and compresses what is streamed.

use std::cell::RefCell;

use actix_web::{
    body::{BodySize, BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderMap, HeaderValue},
    middleware::Next,
};
use flate2::{Compress, Compression, Crc, FlushCompress, Status};

/// The size in bytes from which compressing pays: below, it is one packet either way.
const WORTH_IT: u64 = 1000;
/// The header of a gzip file: deflate, no name, no time, no system.
const BEGIN: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];

thread_local! {
    static WORKSPACE: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), false));
}

/// Compresses pages for browsers that accept gzip.
///
/// # Errors
/// What `next` gives.
pub async fn pages<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let taken = takes_gzip(request.headers());
    let response = next.call(request).await?.map_into_boxed_body();
    Ok(response.map_body(|head, body| {
        let pays = matches!(body.size(), BodySize::Sized(size) if size >= WORTH_IT);
        let is_page = head.headers.get(header::CONTENT_TYPE).is_some_and(is_text);
        if !pays || !is_page || head.headers.contains_key(header::CONTENT_ENCODING) {
            return body;
        }
        vary(&mut head.headers);
        if !taken {
            return body;
        }
        match body.try_into_bytes() {
            Ok(page) => match quickly(&page) {
                Some(packed) => {
                    packed_in_gzip(&mut head.headers);
                    BoxBody::new(packed)
                }
                None => BoxBody::new(page),
            },
            Err(body) => body,
        }
    }))
}

fn is_text(media_type: &HeaderValue) -> bool {
    media_type.as_bytes().starts_with(b"text/")
}

/// Compresses something that is sent once; none if that failed.
#[must_use]
pub fn quickly(content: &[u8]) -> Option<Vec<u8>> {
    WORKSPACE.with_borrow_mut(|workspace| gzip(workspace, content))
}

/// Compresses something that is sent many times; none if that failed.
#[must_use]
pub fn thoroughly(content: &[u8]) -> Option<Vec<u8>> {
    gzip(&mut Compress::new(Compression::best(), false), content)
}

fn gzip(workspace: &mut Compress, content: &[u8]) -> Option<Vec<u8>> {
    workspace.reset();
    // Deflate adds at most five bytes for each block that it stores uncompressed.
    let mut packed = Vec::with_capacity(content.len() + content.len() / 1000 + 100);
    packed.extend_from_slice(&BEGIN);
    let status = workspace.compress_vec(content, &mut packed, FlushCompress::Finish);
    if !matches!(status, Ok(Status::StreamEnd)) {
        return None;
    }
    let mut crc = Crc::new();
    crc.update(content);
    packed.extend_from_slice(&crc.sum().to_le_bytes());
    packed.extend_from_slice(&crc.amount().to_le_bytes());
    Some(packed)
}

/// Sets the header which says that the answer depends on whether gzip is accepted.
pub fn vary(headers: &mut HeaderMap) {
    headers.append(header::VARY, HeaderValue::from_name(header::ACCEPT_ENCODING));
}

/// Sets the header which says that an answer is in gzip.
pub fn packed_in_gzip(headers: &mut HeaderMap) {
    headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
}

/// Whether a browser accepts gzip.
#[must_use]
pub fn takes_gzip(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(names_gzip)
}

/// Whether one entry of the header names gzip and does not forbid it.
fn names_gzip(entry: &str) -> bool {
    let (coding, parameters) = entry.split_once(';').unwrap_or((entry, ""));
    let quality = parameters
        .trim()
        .strip_prefix("q=")
        .map_or(Ok(1.0), str::parse::<f32>);
    coding.trim().eq_ignore_ascii_case("gzip") && quality.is_ok_and(|quality| quality > 0.0)
}

/// Reduces `Accept-Encoding` to what we can answer with. A request that accepts neither gzip nor an uncompressed page
/// gets the uncompressed page (RFC 9110, 12.5.3), instead of the library's answer without a page.
///
/// # Errors
/// What `next` gives.
pub async fn only_gzip<B: MessageBody>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let taken = takes_gzip(request.headers());
    let headers = request.headers_mut();
    headers.remove(header::ACCEPT_ENCODING);
    if taken {
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    }
    next.call(request).await
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn what_is_compressed_is_read_back() {
        let noise: Vec<u8> = (0..100_000_u32)
            .map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0])
            .collect();
        let text = "a page, and ".repeat(5000);
        let mut workspace = Compress::new(Compression::fast(), false);
        for content in [&noise[..], text.as_bytes(), b"x", &noise[..1000]] {
            for packed in [gzip(&mut workspace, content), thoroughly(content)] {
                let mut read = Vec::new();
                GzDecoder::new(&packed.unwrap()[..])
                    .read_to_end(&mut read)
                    .unwrap();
                assert_eq!(read, content);
            }
        }
        assert!(gzip(&mut workspace, text.as_bytes()).unwrap().len() < text.len() / 20);
    }

    #[test]
    fn gzip_is_sent_to_those_who_take_it() {
        for (entry, taken) in [
            ("gzip", true),
            ("GZip; q=0.5", true),
            ("gzip;q=0", false),
            ("gzip;q=x", false),
            ("br", false),
            ("*", false),
        ] {
            assert_eq!(names_gzip(entry), taken, "{entry}");
        }
    }
}
