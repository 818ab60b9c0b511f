//! That what people read stands in `locales/` and nowhere else. What the compiler refuses (an unknown message, a
//! missing argument, an unused message) is not here.

use std::{collections::BTreeSet, fs};

use crate::architecture::everything_under;

/// Names that are the same in every language.
const NAMES: [&str; 22] = [
    "2FAS",
    "1Password",
    "Aegis Authenticator",
    "Android",
    "Apple Passwords",
    "Bitwarden Authenticator",
    "Ente Auth",
    "Google Authenticator",
    "KeePassXC",
    "Microsoft Authenticator",
    "Proton Authenticator",
    "SHA-1",
    "–",
    "6",
    ".",
    ":",
    ",",
    "·",
    "(",
    ")",
    // Widths of a page.
    "narrow",
    "wide",
];

/// What stands between `open` and `close`, and what stands around it.
fn split(text: &str, open: &str, close: &str) -> (String, Vec<String>) {
    let (mut around, mut within) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        let (inside, behind) = after.split_once(close).unwrap_or((after, ""));
        around += before;
        around.push('\u{fffc}');
        within.push(inside.to_owned());
        rest = behind;
    }
    (around + rest, within)
}

/// The texts in quotation marks.
fn quoted(code: &str) -> impl Iterator<Item = &str> {
    code.split('"').skip(1).step_by(2)
}

/// Whether a text in code is one for people: an address, a name of a field or a class has no space.
fn is_sentence(text: &str) -> bool {
    text.trim().contains(' ') && text.chars().any(char::is_uppercase)
}

/// Whether a piece between two statements is a part of a tag.
fn is_markup(text: &str) -> bool {
    text.contains("=\"")
        || text.starts_with(['-', '"'])
        || ["autofocus", "checked", "selected"].contains(&text)
}

/// Whether a piece between two expressions is a part of an address.
fn is_path(text: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_lowercase() || "/-".contains(c);
    text.starts_with('/') && text.chars().all(is_allowed)
}

/// What a template says by itself.
fn sentences(template: &str) -> Vec<String> {
    let (text, _) = split(template, "{#", "#}");
    let (text, expressions) = split(&text, "{{", "}}");
    let (text, statements) = split(&text, "{%", "%}");
    let (text, tags) = split(&text, "<", ">");
    let mut found: Vec<String> = text
        .split(['\u{fffc}', '\n'])
        .map(str::trim)
        .filter(|text| !text.is_empty() && !NAMES.contains(text) && !is_markup(text) && !is_path(text))
        .map(str::to_owned)
        .collect();
    for tag in &tags {
        for attribute in ["aria-label=", "alt=", "title=", "placeholder="] {
            if let Some((_, value)) = tag.split_once(attribute) {
                let value = value.strip_prefix('"').and_then(|value| value.split('"').next());
                let value = value.unwrap_or_default().to_owned();
                found.extend(Some(value).filter(|value| value.chars().any(char::is_alphabetic)));
            }
        }
    }
    let code = expressions.iter().chain(&statements);
    found.extend(
        code.flat_map(|code| quoted(code))
            .filter(|text| is_sentence(text))
            .map(str::to_owned),
    );
    found
}

#[test]
fn no_template_holds_a_sentence_but_those_that_are_listed() {
    let listed = fs::read_to_string("tests/templates_with_sentences.txt").unwrap();
    let listed: BTreeSet<&str> = listed
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    let (mut new, mut moved) = (Vec::new(), Vec::new());
    for name in everything_under("templates") {
        if name.ends_with('/') {
            continue;
        }
        let found = sentences(&fs::read_to_string(&name).unwrap());
        match (listed.contains(name.as_str()), found.first()) {
            (false, Some(first)) => new.push(format!("{name}: {first}")),
            (true, None) => moved.push(name),
            _ => {}
        }
    }
    assert!(new.is_empty(), "put these into locales/en:\n{}", new.join("\n"));
    assert!(
        moved.is_empty(),
        "strike these from the list:\n{}",
        moved.join("\n")
    );
}

#[test]
fn a_sentence_is_found_wherever_it_stands() {
    for template in [
        "<p>Hello</p>",
        "<a href=\"/x\" aria-label=\"Go there\">{{ frame.t.x() }}</a>",
        "{{ forms::text(form, \"code\", \"Set-up code\") }}",
        "{% if a %}Yes{% endif %}",
        "{{ origin }}/help and more",
        "<p>{{ frame.t.x() }} and more</p>",
    ] {
        assert!(!sentences(template).is_empty(), "{template}");
    }
    for template in [
        "<p class=\"quiet big\">{{ frame.t.x() }}</p>{# A remark. #}",
        "<input name=\"code\" type=\"text\" aria-describedby=\"a b\">",
        "{{ forms::text(form, \"code\", frame.t.x()) }}",
        "{{ origin }}/new-password/{{ secret }}",
    ] {
        assert!(
            sentences(template).is_empty(),
            "{template}: {:?}",
            sentences(template)
        );
    }
}
