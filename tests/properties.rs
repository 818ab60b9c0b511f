//! Properties of arbitrary input, requests and files: no parser panics, and what it accepts has the promised form.

use std::net::IpAddr;

use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use proptest::prelude::*;
use url::Url;
use vestibule::{
    delivery::twilio::refusal_code,
    domain::{
        account::{Email, Username, UsernameKey},
        allow_list::AllowList,
        authenticator::{
            out_of_band::SentCode,
            password::{Candidate, NewPassword},
            recovery_code::RecoveryCode,
            totp::Code,
        },
        client::Browser,
        phone_number::{CountryPrefixes, PhoneNumber},
        policy::MandatoryDate,
        random::OsRandom,
        sealed::{KeyRing, Sealed},
        typed,
    },
    store::Location,
    web::{csv, forwarded::behind_proxies, return_to::ReturnTo},
};

/// Text with parts of typical attacks, more often than by chance.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[a-z0-9]{1,8}",
        proptest::sample::select(vec![
            "/",
            "//",
            "\\",
            "..",
            "%2f",
            "%0d%0a",
            "\r\n",
            "\t",
            "\0",
            ":",
            "@",
            "evil.example",
            "http:",
            "javascript:",
            "?",
            "#",
            "&",
            "=",
            "<svg>",
            "\u{202e}",
            "\u{200b}",
            "\u{feff}",
            "\u{fdfa}",
            "\u{130}",
            "ﬀ",
            "ß",
            " ",
            ",",
            "-",
        ])
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// A case that failed is in the output; it belongs in a unit test beside the code that it broke. `PROPTEST_CASES`
/// sets a greater number.
fn cases(cases: u32) -> ProptestConfig {
    let more = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: more.and_then(|more| more.parse().ok()).unwrap_or(cases),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_user_name_that_is_taken_fits_its_column_and_every_label(text in hostile()) {
        if let Ok(name) = Username::parse(&text) {
            let key = name.key();
            prop_assert!((1..=64).contains(&name.as_str().chars().count()));
            prop_assert!((3..=64).contains(&key.as_str().chars().count()));
            prop_assert!(!name.as_str().contains(|c: char| c.is_control() || c == ':'));
            prop_assert_eq!(Username::parse(name.as_str()), Ok(name));
            prop_assert_eq!(UsernameKey::of(key.as_str()), key);
        }
    }

    #[test]
    fn an_address_that_is_taken_is_one_recipient(text in hostile()) {
        if let Ok(email) = Email::parse(&text) {
            let address = email.as_str();
            prop_assert_eq!(address.matches('@').count(), 1);
            prop_assert!(!address.contains(|c: char| c.is_control() || c.is_whitespace() || ",;<>".contains(c)));
            prop_assert!(address.len() <= 254);
        }
    }

    #[test]
    fn only_six_digits_are_a_code(text in hostile()) {
        let digits: String = typed::visible(&text).filter(|c| !c.is_whitespace() && !"-‐‑‒–—―−".contains(*c)).collect();
        let fits = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
        prop_assert_eq!(Code::parse(&text).is_ok(), fits);
    }

    #[test]
    fn six_digits_are_a_code_however_they_are_grouped(digits in "[0-9]{6}", at in 0..6_usize, with in "[ -]{0,3}") {
        let grouped = format!("{}{with}{}", &digits[..at], &digits[at..]);
        prop_assert!(Code::parse(&grouped).is_ok());
    }

    #[test]
    fn a_recovery_code_reads_back_in_any_case_and_grouping(code in "[a-zA-Z2-7]{24}", size in 1..9_usize) {
        let groups: Vec<&str> = (0..24).step_by(size).map(|at| &code[at..(at + size).min(24)]).collect();
        let read = RecoveryCode::parse(&groups.join("-")).map(|code| code.grouped().replace('-', ""));
        prop_assert_eq!(read, Ok(code.to_uppercase()));
    }

    #[test]
    fn no_recovery_code_is_read_into_anything_else(text in hostile()) {
        if let Ok(code) = RecoveryCode::parse(&text) {
            prop_assert_eq!(code.grouped().len(), 29);
        }
    }

    #[test]
    fn one_returns_to_a_path_of_this_origin_or_nowhere(text in hostile()) {
        let to = ReturnTo::read(&text);
        let path = to.text();
        if !path.is_empty() {
            let here = Url::parse("https://account.example.com/login").unwrap();
            let there = here.join(path).unwrap();
            prop_assert_eq!(there.origin(), here.origin());
            prop_assert!(path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']));
            let again = ReturnTo::read(path);
            prop_assert_eq!(again.text(), path, "what is carried on stays what it is");
        }
    }

    #[test]
    fn a_phone_number_that_is_read_is_one_that_can_be_dialled(text in hostile()) {
        if let Ok(number) = PhoneNumber::parse(&text) {
            let digits = number.as_str().strip_prefix('+').unwrap();
            prop_assert!((5..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert_eq!(PhoneNumber::parse(&number.grouped()), Ok(number));
        }
    }

    #[test]
    fn digits_after_a_plus_are_a_number_or_refused(digits in "[+0-9 ().-]{0,44}") {
        if let Ok(number) = PhoneNumber::parse(&format!("+{digits}")) {
            prop_assert_eq!(PhoneNumber::parse(number.as_str()), Ok(number.clone()));
            prop_assert!(!number.masked().contains(&number.as_str()[..number.as_str().len() - 2]));
        }
    }

    #[test]
    fn a_list_of_addresses_that_is_read_is_written_and_read_again(text in hostile(), lines in "[0-9a-f:./\\n]{0,60}") {
        for text in [text, lines] {
            if let Ok(list) = AllowList::parse(&text) {
                prop_assert_eq!(AllowList::parse(&list.to_string()), Ok(list));
            }
        }
    }

    #[test]
    fn dates_prefixes_and_sent_codes_are_read_or_refused(text in hostile(), digits in "[0-9-]{0,12}") {
        let _ = CountryPrefixes::parse(&text);
        for text in [text, digits] {
            if let Ok(date) = MandatoryDate::parse(&text) {
                prop_assert_eq!(date.to_string(), text.trim());
            }
            if let Ok(code) = SentCode::parse(&text) {
                prop_assert_eq!(code.digits().len(), 6);
            }
        }
    }

    #[test]
    fn settings_and_key_files_are_read_or_refused(text in hostile()) {
        let _ = Location::parse(&text);
        let _ = KeyRing::parse(&text);
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn a_forwarded_address_is_the_peer_s_one_that_was_sent_or_nobody_s(values in proptest::collection::vec(forwarded(), 0..4)) {
        let mut headers = HeaderMap::new();
        for value in &values {
            if let Ok(value) = HeaderValue::from_bytes(value.as_bytes()) {
                headers.append(HeaderName::from_static("x-forwarded-for"), value);
            }
        }
        let trusted = ["10.0.0.0/8".parse().unwrap()];
        let stranger: IpAddr = "198.51.100.7".parse().unwrap();
        prop_assert_eq!(behind_proxies(stranger, &headers, &trusted), Ok(stranger));
        let proxy: IpAddr = "10.0.0.1".parse().unwrap();
        if let Ok(found) = behind_proxies(proxy, &headers, &trusted) {
            // As a part of an entry, because a port or a zone can follow it.
            let is_found = |text: &str| text.parse::<IpAddr>().is_ok_and(|part| part.to_canonical() == found);
            let sent = values.iter().flat_map(|value| value.split(',')).any(|hop| {
                let parts: Vec<&str> = hop.trim().trim_start_matches('[').split([']', '%']).collect();
                is_found(hop.trim()) || parts.iter().any(|part| is_found(part)) || hop.trim().rsplit_once(':').is_some_and(|(part, _)| is_found(part))
            });
            prop_assert!(sent || found == proxy, "{found} of {values:?}");
            prop_assert!(!found.is_unspecified());
        }
    }

    #[test]
    fn a_browser_is_one_of_a_few_words(text in hostile()) {
        let words = Browser::read(&text).to_string();
        prop_assert!(words.len() < 40 && words.chars().all(|c| c.is_ascii_alphanumeric() || c == ' '), "{words}");
        prop_assert_eq!(Browser::stored(&words).to_string(), words);
    }

    #[test]
    fn a_provider_s_answer_is_read_or_not(bytes in proptest::collection::vec(any::<u8>(), 0..64), text in hostile(), code in any::<i64>()) {
        let _ = refusal_code(&bytes);
        let _ = refusal_code(text.as_bytes());
        let nested = "[".repeat(200_000);
        prop_assert_eq!(refusal_code(nested.as_bytes()), None);
        let answer = serde_json::json!({ "code": code, "message": text }).to_string();
        prop_assert_eq!(refusal_code(answer.as_bytes()), Some(code));
    }

    #[test]
    fn a_line_of_an_export_is_one_record_without_formulas(fields in proptest::collection::vec(hostile(), 1..5)) {
        let mut line = String::new();
        let texts: Vec<&str> = fields.iter().map(String::as_str).collect();
        csv::line(&mut line, &texts);
        let read = record(line.strip_suffix("\r\n").unwrap());
        prop_assert_eq!(read.len(), fields.len());
        for (read, field) in read.iter().zip(&fields) {
            prop_assert!(!read.starts_with(['\t', '\r', '\n']), "{line}");
            // Whatever the field separator of the spreadsheet.
            for part in read.split([',', ';', '\t', '|', '\r', '\n']) {
                let part = part.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
                prop_assert!(!part.starts_with(['=', '+', '-', '@']), "{line}");
            }
            // Only apostrophes are added.
            prop_assert_eq!(read.replace('\'', ""), field.replace('\'', ""));
        }
    }

    #[test]
    fn what_is_no_sealed_value_does_not_open(text in hostile(), place in hostile()) {
        let ring = KeyRing::generate(&OsRandom).unwrap();
        prop_assert!(ring.open(&Sealed::stored(text.clone()), &place).is_err());
        let sealed = ring.seal(text.as_bytes(), &place, &OsRandom).unwrap();
        prop_assert_eq!(&**ring.open(&sealed, &place).unwrap(), text.as_bytes());
        let elsewhere = place + "x";
        prop_assert!(ring.open(&sealed, &elsewhere).is_err());
    }
}

/// The fields of one record, parsed by the rules of RFC 4180.
fn record(line: &str) -> Vec<String> {
    let mut rest = line;
    let mut fields = Vec::new();
    loop {
        rest = rest.strip_prefix('"').expect("a quoted field");
        let mut field = String::new();
        loop {
            let (before, after) = rest.split_once('"').expect("an end");
            field.push_str(before);
            rest = after;
            match rest.strip_prefix('"') {
                Some(after) => {
                    field.push('"');
                    rest = after;
                }
                None => break,
            }
        }
        fields.push(field);
        match rest.strip_prefix(',') {
            Some(after) => rest = after,
            None => break,
        }
    }
    assert!(rest.is_empty(), "more behind the record: {rest:?}");
    fields
}

/// Values of a forwarding header, made of addresses and of other possible entries.
fn forwarded() -> impl Strategy<Value = String> {
    let hop = prop_oneof![
        "[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}",
        "10\\.0\\.0\\.[0-9]",
        "(::ffff:)?[0-9a-f:]{1,20}",
        "[a-z?_%]{0,6}",
        hostile(),
    ];
    proptest::collection::vec(hop, 0..4).prop_map(|hops| hops.join(", "))
}

proptest! {
    // Each case is an estimate that takes milliseconds.
    #![proptest_config(cases(64))]

    #[test]
    fn a_password_that_is_taken_is_long_enough_and_holds_no_context(text in hostile()) {
        let context = ["alice", "Acme Panel"].map(str::to_owned);
        let chosen = Candidate::parse(&text).and_then(|candidate| NewPassword::judge(candidate, &context));
        if chosen.is_ok() {
            prop_assert!((12..=256).contains(&text.chars().count()) || !text.is_ascii());
            prop_assert!(!text.to_lowercase().contains("alice"));
        }
    }
}
