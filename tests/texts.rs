//! The words for people are in `locales/` and nowhere else. What the compiler refuses (an unknown message, a missing
//! argument, an unused message) is not here.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use fluent_syntax::{
    ast::{Entry, PatternElement},
    parser,
};
use vestibule::text::{Languages, Own};

use crate::{architecture::everything_under, support::words};

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

/// The text between `open` and `close`, and the text around it.
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

/// Whether a text in code is for people: an address, a name of a field or a class has no space.
fn is_sentence(text: &str) -> bool {
    text.trim().contains(' ') && text.chars().any(char::is_uppercase)
}

/// Whether a piece between two statements is part of a tag.
fn is_markup(text: &str) -> bool {
    text.contains("=\"")
        || text.starts_with(['-', '"'])
        || ["autofocus", "checked", "selected"].contains(&text)
}

/// Whether a piece between two expressions is part of an address.
fn is_path(text: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_lowercase() || "/-".contains(c);
    text.starts_with('/') && text.chars().all(is_allowed)
}

/// The literal text of a template.
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

/// Rust files that may contain sentences: the command line and the log are in English.
const SPOKEN_ENGLISH: [&str; 5] = [
    "src/text/",
    "src/commands/",
    "src/config/",
    // A page for developers, in debug builds only.
    "src/web/pages/styleguide.rs",
    // The output of the integrity check, line by line, on the command line.
    "src/store/invariants.rs",
];

/// Names and the like, which are the same in every language.
const NO_SENTENCES: [&str; 3] = [
    // Answers of mail servers, recognised by their words.
    "No compatible authentication mechanism",
    "Another program",
    "Samsung Internet",
];

/// A text that a person would read: a capital letter, and words after it.
fn reads_like_a_sentence(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let begins = text.starts_with(|c: char| c.is_uppercase() || c == '“');
    let is_word = |word: &&&str| word.chars().all(char::is_lowercase) && word.len() > 1;
    begins && words.len() > 1 && words.iter().skip(1).filter(is_word).count() * 2 >= words.len() - 1
}

/// The texts in quotation marks in a line of Rust that is compiled into the program.
fn texts_of(line: &str) -> Vec<&str> {
    let code = line.trim_start();
    // Errors are for the log; reasons are for readers of the code.
    let is_other = ["//", "#[", "reason = ", "tracing::"]
        .iter()
        .any(|start| code.starts_with(start));
    if is_other {
        Vec::new()
    } else {
        quoted(code).collect()
    }
}

fn is_rust(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|extension| extension == "rs")
}

#[test]
fn no_rust_file_outside_the_text_layer_holds_a_sentence() {
    let mut found = Vec::new();
    for name in everything_under("src") {
        if name.ends_with('/') || !is_rust(&name) || SPOKEN_ENGLISH.iter().any(|may| name.starts_with(may)) {
            continue;
        }
        let code = fs::read_to_string(&name).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().enumerate();
        let sentences =
            lines.flat_map(|(number, line)| texts_of(line).into_iter().map(move |text| (number, text)));
        found.extend(
            sentences
                .filter(|(_, text)| reads_like_a_sentence(text) && !NO_SENTENCES.contains(text))
                .map(|(number, text)| format!("{name}:{}: {text}", number + 1)),
        );
    }
    assert!(
        found.is_empty(),
        "put these into locales/en:\n{}",
        found.join("\n")
    );
}

#[test]
fn a_sentence_in_code_is_told_from_other_texts() {
    for text in [
        "Enter your password.",
        "“Next” does nothing",
        "Somebody asked for it",
    ] {
        assert!(reads_like_a_sentence(text), "{text}");
    }
    for text in [
        "SELECT id FROM accounts WHERE id = $1",
        "Content-Type",
        "failed to send",
        "X {a} {b}",
        "GET /login",
    ] {
        assert!(!reads_like_a_sentence(text), "{text}");
    }
    assert_eq!(texts_of("    let a = f(\"Enter it.\");"), ["Enter it."]);
    assert!(texts_of("    tracing::warn!(\"Enter it.\");").is_empty());
}

/// The messages of a language, each with its file.
fn ids(tag: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for (path, text) in words::files(tag) {
        let file = path.rsplit('/').next().unwrap_or_default();
        for entry in parser::parse(text.as_str()).unwrap().body {
            if let Entry::Message(message) = entry {
                ids.insert(format!("{file}: {}", message.id.name));
            }
        }
    }
    ids
}

/// The built-in languages, besides English.
fn languages() -> Vec<String> {
    let folders = everything_under("locales").into_iter();
    folders
        .filter_map(|path| Some(path.strip_prefix("locales/")?.strip_suffix('/')?.to_owned()))
        .filter(|tag| tag != "en")
        .collect()
}

#[test]
fn every_language_says_every_message_with_the_same_arguments_and_tags() {
    let english = ids("en");
    assert_eq!(languages(), ["de", "es", "fi", "fr"]);
    for tag in languages() {
        let other = ids(&tag);
        let (lacks, has): (Vec<_>, Vec<_>) = (
            english.difference(&other).collect(),
            other.difference(&english).collect(),
        );
        assert!(
            lacks.is_empty() && has.is_empty(),
            "{tag} lacks {lacks:?}, and has {has:?}"
        );
        let own = words::files(&tag).into_iter().map(|(path, text)| Own {
            language: tag.clone(),
            path,
            text,
        });
        let faults = Languages::with(own.collect()).err().unwrap_or_default();
        assert!(faults.is_empty(), "{faults:?}");
    }
}

#[test]
fn no_language_repeats_the_english_sentence() {
    for tag in languages() {
        let english: BTreeSet<String> = plain("en").into_values().collect();
        let same: Vec<String> = plain(&tag)
            .into_iter()
            .filter(|(_, text)| text.split(' ').count() > 3 && english.contains(text))
            .map(|(id, text)| format!("{id}: {text}"))
            .collect();
        assert!(same.is_empty(), "{tag}:\n{}", same.join("\n"));
    }
}

/// Messages that are one text, by id.
fn plain(tag: &str) -> BTreeMap<String, String> {
    let mut plain = BTreeMap::new();
    for (_, text) in words::files(tag) {
        for entry in parser::parse(text.as_str()).unwrap().body {
            if let Entry::Message(message) = entry
                && let [PatternElement::TextElement { value }] = message.value.unwrap().elements.as_slice()
            {
                plain.insert(message.id.name.to_owned(), (*value).to_owned());
            }
        }
    }
    plain
}
