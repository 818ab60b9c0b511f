//! Cookies that a browser sent, found in the bytes of the header. A library that reads the header as text drops all
//! cookies if one byte is not text (the fault: a sibling host sets a cookie in another encoding, and everybody who
//! has it is signed out).

use actix_web::http::header::{self, HeaderMap};

/// The values of the cookies with this name, in the order of the request. There can be several: a sibling host can
/// set a cookie of the same name if no prefix forbids it.
pub(super) fn sent<'a>(headers: &'a HeaderMap, name: &str) -> impl Iterator<Item = &'a str> {
    headers
        .get_all(header::COOKIE)
        .flat_map(|line| line.as_bytes().split(|byte| *byte == b';'))
        .filter_map(move |pair| {
            let pair = pair.trim_ascii();
            let split = pair.iter().position(|byte| *byte == b'=')?;
            let (key, value) = (&pair[..split], &pair[split + 1..]);
            (key.trim_ascii() == name.as_bytes()).then_some(value.trim_ascii())
        })
        .filter_map(|value| std::str::from_utf8(value).ok())
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    fn of(lines: &[&[u8]]) -> Vec<String> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(header::COOKIE, HeaderValue::from_bytes(line).unwrap());
        }
        sent(&headers, "ours").map(str::to_owned).collect()
    }

    #[test]
    fn ours_are_found_whatever_stands_beside_them() {
        for line in [
            &b"ours=1"[..],
            b"ours=1; x=\xe4",
            b"x=\xe4\xf6; ours=1",
            b"x; =; ;;ours=1;",
            b"  ours = 1 ",
            b"theirs=2; yours=3; ours=1; ours2=4",
        ] {
            assert_eq!(of(&[line]), ["1"], "{line:?}");
        }
        assert_eq!(of(&[b"x=\xe4", b"ours=1"]), ["1"]);
        assert_eq!(of(&[b"ours=1; ours=2"]), ["1", "2"]);
    }

    #[test]
    fn what_is_not_ours_or_no_text_is_none() {
        for line in [&b""[..], b"x=1", b"ours", b"ours=\xe4", b"OURS=1", b"oursx=1"] {
            assert_eq!(of(&[line]), [""; 0], "{line:?}");
        }
        assert_eq!(of(&[b"ours="]), [""]);
    }
}
