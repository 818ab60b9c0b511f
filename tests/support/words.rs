//! The portal's texts in the language of the test. Tests are written in English; a button is found by its text in
//! that language.

use std::{
    collections::BTreeMap,
    fs,
    sync::{LazyLock, Mutex},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource},
    parser, serializer,
    unicode::unescape_unicode_to_string,
};
use vestibule::text::{Languages, Own};

use crate::architecture::everything_under;

tokio::task_local! {
    /// The language of everybody in this test; English if it is not set.
    pub static LANGUAGE: &'static str;
}

/// An invented language: English with other letters, two fifths longer, from right to left.
pub const PSEUDO: &str = "ar-XB";

/// Messages without text for a reader.
const NO_WORDS: [&str; 3] = ["number-thousand", "number-ten-thousand", "phone-say-language"];

/// The language of everybody.
pub fn language() -> &'static str {
    LANGUAGE.try_with(|language| *language).unwrap_or("en")
}

/// The languages of a test's portal.
pub fn languages() -> Languages {
    if language() == PSEUDO {
        WITH_PSEUDO.clone()
    } else {
        Languages::built_in()
    }
}

static WITH_PSEUDO: LazyLock<Languages> = LazyLock::new(|| {
    let own = files("en").into_iter().map(|(path, text)| Own {
        language: PSEUDO.to_owned(),
        text: pseudo(&text),
        path,
    });
    Languages::with(own.collect()).expect("pseudo messages fit")
});

/// The Fluent files of a language, by path.
pub fn files(tag: &str) -> Vec<(String, String)> {
    let paths = everything_under(&format!("locales/{tag}"));
    paths
        .into_iter()
        .filter(|path| !path.ends_with('/'))
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect()
}

fn pseudo(text: &str) -> String {
    let mut resource: Resource<String> = parser::parse(text.to_owned()).unwrap();
    for entry in &mut resource.body {
        let Entry::Message(message) = entry else { continue };
        let pattern = message.value.as_mut().unwrap();
        match message.id.name.as_str() {
            "language-name" => set(pattern, "Ŵôŕďš"),
            id if NO_WORDS.contains(&id) => {}
            _ => lengthen(pattern),
        }
    }
    serializer::serialize(&resource)
}

fn set(pattern: &mut Pattern<String>, text: &str) {
    let value = text.to_owned();
    pattern.elements = vec![PatternElement::TextElement { value }];
}

fn lengthen(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = other_letters(value),
            PatternElement::Placeable { expression } => {
                if let Expression::Select { variants, .. } = expression {
                    for variant in variants {
                        lengthen(&mut variant.value);
                    }
                }
            }
        }
    }
}

/// The same words with other letters, and more of them; tags stay.
fn other_letters(text: &str) -> String {
    let mut other = String::new();
    for (nth, part) in text.split_inclusive(['<', '>']).enumerate() {
        if part.ends_with('>') && nth > 0 {
            other += part;
            continue;
        }
        for word in part.split_inclusive(' ') {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            let (body, end) = word.split_at(word.trim_end_matches([' ', '.', ',', ':', '?', '”', '<']).len());
            other.extend(body.chars().map(|c| match c {
                'a' => 'å',
                'e' => 'ë',
                'i' => 'î',
                'o' => 'ø',
                'u' => 'ü',
                c => c,
            }));
            other += &"ŵ".repeat(letters * 2 / 5);
            other += end;
        }
    }
    other
}

/// A message without its tags; arguments are between two markers.
#[derive(Clone)]
struct Said {
    parts: Vec<Part>,
}

#[derive(Clone)]
enum Part {
    Text(String),
    Argument(String),
}

impl Said {
    /// A message, and the text within its tags; none for what is selected by a number or a word.
    fn of(pattern: &Pattern<String>) -> Option<Vec<(String, Self)>> {
        let mut whole = Vec::new();
        let mut within: Vec<(String, Vec<Part>)> = Vec::new();
        let mut open = false;
        for element in &pattern.elements {
            let parts = match element {
                PatternElement::TextElement { value } => split(value),
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::VariableReference { id }),
                } => vec![Piece::Part(Part::Argument(id.name.clone()))],
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::StringLiteral { value }),
                } => vec![Piece::Part(Part::Text(
                    unescape_unicode_to_string(value).into_owned(),
                ))],
                PatternElement::Placeable { .. } => return None,
            };
            for piece in parts {
                match piece {
                    Piece::Tag(tag) => {
                        open = !tag.starts_with('/');
                        if open {
                            within.push((tag, Vec::new()));
                        }
                    }
                    Piece::Part(part) => {
                        if let Some((_, inside)) = within.last_mut().filter(|_| open) {
                            inside.push(part.clone());
                        }
                        whole.push(part);
                    }
                }
            }
        }
        let mut said = vec![(String::new(), Self { parts: whole })];
        said.extend(within.into_iter().map(|(tag, parts)| (tag, Self { parts })));
        Some(said)
    }

    /// The arguments in a text, if it is this message.
    fn read(&self, text: &str) -> Option<BTreeMap<String, String>> {
        let mut put_in = BTreeMap::new();
        let mut rest = text;
        let mut parts = self.parts.iter().peekable();
        while let Some(part) = parts.next() {
            match part {
                Part::Text(text) => rest = rest.strip_prefix(text.as_str())?,
                Part::Argument(name) => {
                    let end = match parts.peek() {
                        Some(Part::Text(next)) => rest.find(next.as_str())?,
                        _ => rest.len(),
                    };
                    put_in.insert(name.clone(), rest[..end].to_owned());
                    rest = &rest[end..];
                }
            }
        }
        rest.is_empty().then_some(put_in)
    }

    fn with(&self, put_in: &BTreeMap<String, String>) -> String {
        let parts = self.parts.iter().map(|part| match part {
            Part::Text(text) => text.as_str(),
            Part::Argument(name) => put_in.get(name).map_or("", String::as_str),
        });
        parts.collect::<String>().trim().to_owned()
    }
}

/// A piece of a text: a tag, or what is between tags.
enum Piece {
    Tag(String),
    Part(Part),
}

fn split(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in text.split_inclusive(['<', '>']) {
        match part.strip_suffix('>') {
            Some(tag) => pieces.push(Piece::Tag(tag.to_owned())),
            None => pieces.push(Piece::Part(Part::Text(part.trim_end_matches('<').to_owned()))),
        }
    }
    pieces.retain(|piece| !matches!(piece, Piece::Part(Part::Text(text)) if text.is_empty()));
    pieces
}

type Messages = BTreeMap<String, Said>;

/// The messages of a language, by id.
fn messages(tag: &'static str) -> &'static Messages {
    static KNOWN: Mutex<BTreeMap<&str, &Messages>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap();
    known.entry(tag).or_insert_with(|| {
        let mut messages = Messages::new();
        for (_, text) in files(if tag == PSEUDO { "en" } else { tag }) {
            let text = if tag == PSEUDO { pseudo(&text) } else { text };
            for entry in parser::parse(text).unwrap().body {
                if let Entry::Message(message) = entry {
                    let said = message.value.as_ref().and_then(Said::of).unwrap_or_default();
                    let id = &message.id.name;
                    messages.extend(said.into_iter().map(|(tag, said)| (format!("{id} {tag}"), said)));
                }
            }
        }
        Box::leak(Box::new(messages))
    })
}

/// The possible translations of an English text: several if English uses it for different things, and the text itself
/// if it is not a message.
pub struct Translated {
    /// As a whole message.
    pub whole: Vec<String>,
    /// Within the tags of another, as a link in a sentence is.
    pub within: Vec<String>,
}

/// The translation of an English text in the language of the test.
pub fn said(english: &str) -> Translated {
    let tag = language();
    if tag == "en" {
        let (whole, within) = (vec![english.to_owned()], Vec::new());
        return Translated { whole, within };
    }
    let found = |within| translated(english, "en", tag, within);
    let (mut whole, within) = (found(false), found(true));
    if whole.is_empty() {
        whole.push(english.to_owned());
    }
    Translated { whole, within }
}

/// The English of the heading of a page. A text that a button also has is one of the other.
pub fn heading_in_english(text: &str) -> String {
    let tag = language();
    if tag == "en" {
        return text.to_owned();
    }
    let mut found = translated(text, tag, "en", false);
    found.push(text.to_owned());
    let known = messages("en");
    let is_title = |text: &String| {
        let mut titles = known
            .iter()
            .filter(|(id, _)| id.ends_with("title ") || id.ends_with("heading "));
        titles.any(|(_, said)| said.read(text).is_some())
    };
    found.sort_by_key(|text| !is_title(text));
    found.swap_remove(0)
}

fn translated(text: &str, from: &'static str, to: &'static str, within: bool) -> Vec<String> {
    let known = messages(to);
    let mut found: Vec<String> = messages(from)
        .iter()
        .filter(|(id, _)| id.ends_with(' ') != within)
        .filter_map(|(id, said)| Some(known.get(id)?.with(&said.read(text)?)))
        .collect();
    found.sort();
    found.dedup();
    found
}

/// English sentences that are left in a text, although the language of the test translates them.
pub fn left_in_english(text: &str) -> Vec<String> {
    let known = messages(language());
    let sentences = messages("en").iter().filter_map(|(id, said)| {
        let [Part::Text(english)] = said.parts.as_slice() else {
            return None;
        };
        let differs = known
            .get(id)
            .is_none_or(|other| other.with(&BTreeMap::new()) != *english);
        (differs && english.split(' ').count() > 2).then_some(english)
    });
    sentences
        .filter(|sentence| text.contains(sentence.as_str()))
        .cloned()
        .collect()
}
