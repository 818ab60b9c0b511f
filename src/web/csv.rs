//! Comma-separated values (RFC 4180) that a spreadsheet opens as text.

use actix_web::{HttpResponse, http::header};
use unicode_normalization::UnicodeNormalization as _;

use super::page::Answer;

/// A file that the browser saves.
///
/// # Errors
/// None; the type is that of a handler.
pub fn answer(name: &str, text: &str) -> Answer {
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .body(format!("{MARK}{text}")))
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
