//! What the portal says in the language that everybody in a test reads. Tests are written in English, and whoever
//! looks for a button finds it by what it says in theirs.

use std::{
    collections::BTreeMap,
    fs,
    sync::{LazyLock, Mutex},
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource},
    parser, serializer,
};
use vestibule::text::{Languages, Own};

use crate::architecture::everything_under;

tokio::task_local! {
    /// What everybody in this test reads; English where it is not set.
    pub static LANGUAGE: &'static str;
}

/// A language that there is not: English with other letters, two fifths longer, from right to left.
pub const PSEUDO: &str = "ar-XB";

/// Messages that say nothing to a reader.
const NO_WORDS: [&str; 4] = [
    "number-thousand",
    "number-ten-thousand",
    "language-direction",
    "phone-say-language",
];

/// What everybody reads.
pub fn language() -> &'static str {
    LANGUAGE.try_with(|language| *language).unwrap_or("en")
}

/// The languages of a test's house.
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
            "language-direction" => set(pattern, "rtl"),
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

/// A message without its tags; what is put into it stands between two signs.
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
    /// None for what is chosen by a number or a word.
    fn of(pattern: &Pattern<String>) -> Option<Self> {
        let mut parts = Vec::new();
        for element in &pattern.elements {
            parts.push(match element {
                PatternElement::TextElement { value } => Part::Text(without_tags(value)),
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::VariableReference { id }),
                } => Part::Argument(id.name.clone()),
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::StringLiteral { value }),
                } => Part::Text(value.clone()),
                PatternElement::Placeable { .. } => return None,
            });
        }
        Some(Self { parts })
    }

    /// What was put into it, if a text is this message.
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

fn without_tags(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        plain += before;
        rest = after.split_once('>').map_or("", |(_, behind)| behind);
    }
    plain + rest
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
                if let Entry::Message(message) = entry
                    && let Some(said) = message.value.as_ref().and_then(Said::of)
                {
                    messages.insert(message.id.name, said);
                }
            }
        }
        Box::leak(Box::new(messages))
    })
}

/// What an English text is in the language that everybody reads: several where English says the same of different
/// things, and the text itself where it is no message.
pub fn said(english: &str) -> Vec<String> {
    let tag = language();
    if tag == "en" {
        return vec![english.to_owned()];
    }
    translated(english, "en", tag)
}

/// The English of what a page says.
pub fn in_english(text: &str) -> Vec<String> {
    let tag = language();
    if tag == "en" {
        return vec![text.to_owned()];
    }
    translated(text, tag, "en")
}

fn translated(text: &str, from: &'static str, to: &'static str) -> Vec<String> {
    let known = messages(to);
    let mut found: Vec<String> = messages(from)
        .iter()
        .filter_map(|(id, said)| Some(known.get(id)?.with(&said.read(text)?)))
        .collect();
    found.sort();
    found.dedup();
    if found.is_empty() {
        found.push(text.to_owned());
    }
    found
}

/// English sentences that a text still has, though the language that everybody reads says them otherwise.
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
