//! Every sentence that a person reads, by message id.
//!
//! `locales/LANGUAGE/*.ftl` hold them, in Fluent (<https://projectfluent.org>): translators need plurals, cases and
//! free word order, and no programming. The build script generates a method of [`Text`] for each English message, so
//! that templates and handlers call it like any other method, and the compiler refuses an unknown message, a missing
//! argument and an unused message.
//!
//! Messages without arguments, which are nearly all on a page, are formatted once and then looked up in a list. A
//! message with tags is HTML: its own text is checked when it is built or loaded, and its arguments are escaped (ASVS
//! 1.2.1).

mod browsers;
mod languages;
mod numbers;
mod problems;
#[expect(dead_code, reason = "the build script takes the rest of it")]
mod shape;
#[expect(dead_code, reason = "the build script takes the rest of it")]
mod source;
mod tags;
mod times;

use std::{borrow::Cow, fmt};

pub use fluent_bundle::FluentValue as Value;
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use unic_langid::{CharacterDirection, LanguageIdentifier};

pub use self::{
    languages::{Fault, Languages, Own},
    problems::Said,
};
use crate::domain::language::Language;

/// An argument of a message: a name as it is, or a number, which selects singular or plural.
pub trait Fill {
    /// The same as a Fluent value.
    fn value(&self) -> Value<'_>;
}

impl Fill for str {
    fn value(&self) -> Value<'_> {
        Value::from(self)
    }
}

impl Fill for String {
    fn value(&self) -> Value<'_> {
        Value::from(self.as_str())
    }
}

impl Fill for i64 {
    fn value(&self) -> Value<'_> {
        Value::from(*self)
    }
}

impl Fill for usize {
    fn value(&self) -> Value<'_> {
        Value::from(*self)
    }
}

impl<T: Fill + ?Sized> Fill for &T {
    fn value(&self) -> Value<'_> {
        (**self).value()
    }
}

/// The same in a message that is HTML: plain text is escaped.
pub trait FillMarkup {
    /// The same as a Fluent value.
    fn markup(&self) -> Value<'_>;
}

impl FillMarkup for str {
    fn markup(&self) -> Value<'_> {
        Value::from(tags::escaped(self))
    }
}

impl FillMarkup for String {
    fn markup(&self) -> Value<'_> {
        self.as_str().markup()
    }
}

impl FillMarkup for i64 {
    fn markup(&self) -> Value<'_> {
        Value::from(*self)
    }
}

impl From<Markup> for Value<'_> {
    fn from(Markup(html): Markup) -> Self {
        Self::from(tags::kept(&html))
    }
}

impl<T: FillMarkup + ?Sized> FillMarkup for &T {
    fn markup(&self) -> Value<'_> {
        (**self).markup()
    }
}

/// HTML that is already escaped.
pub struct Markup(Cow<'static, str>);

impl Markup {
    /// A point in time, in words and for machines.
    #[must_use]
    pub(crate) fn time(iso: &str, title: Option<&str>, text: &str) -> Self {
        let title = title
            .map(|title| format!(" title=\"{}\"", tags::escaped(title)))
            .unwrap_or_default();
        let (iso, text) = (tags::escaped(iso), tags::escaped(text));
        Self(format!("<time datetime=\"{iso}\"{title}>{text}</time>").into())
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Markup {}

/// The messages of a language. Cheap to copy, because every page has it.
#[derive(Clone, Copy)]
pub struct Text(&'static Catalog);

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Text {
    /// In English, for the command line and the log.
    #[must_use]
    pub fn english() -> Self {
        Languages::built_in().english()
    }

    /// The language's tag (RFC 5646), for the `lang` attribute.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        self.0.tag
    }

    /// The direction of its script, for the `dir` attribute.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        if self.0.from_right { "rtl" } else { "ltr" }
    }

    /// The tag as it is stored.
    #[must_use]
    pub fn language(self) -> Option<Language> {
        Language::stored(self.tag())
    }

    fn fixed(self, number: usize) -> &'static str {
        self.0.fixed.get(number).map_or("", String::as_str)
    }

    fn fixed_markup(self, number: usize) -> Markup {
        Markup(self.fixed(number).into())
    }

    fn filled<const N: usize>(self, number: usize, arguments: [(&str, Value<'_>); N]) -> String {
        let mut given = FluentArgs::with_capacity(N);
        for (name, value) in arguments {
            given.set(name, value);
        }
        MESSAGES
            .get(number)
            .map(|(id, _)| self.0.format(id, Some(&given)))
            .unwrap_or_default()
    }

    fn rich<const N: usize>(
        self,
        number: usize,
        arguments: [(&str, Value<'_>); N],
        links: &[(&str, &str)],
    ) -> Markup {
        let text = if N == 0 {
            tags::written(self.fixed(number), links)
        } else {
            tags::written(&self.filled(number, arguments), links)
        };
        Markup(text.into())
    }
}

/// The messages of a language.
struct Catalog {
    tag: &'static str,
    /// Whether it is written from right to left.
    from_right: bool,
    /// The messages without arguments, by number.
    fixed: Vec<String>,
    bundle: FluentBundle<FluentResource>,
}

impl Catalog {
    fn new(tag: &'static str, files: &[String]) -> Self {
        let language: LanguageIdentifier = tag.parse().unwrap_or_default();
        let from_right = language.character_direction() == CharacterDirection::RTL;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // A user name that is copied from a page must not contain invisible marks. Names are in separate elements
        // instead.
        bundle.set_use_isolating(false);
        // Messages that a language lacks are in English.
        let english = BUILT_IN.first().map_or(&[][..], |(_, files)| files);
        let files = english.iter().copied().chain(files.iter().map(String::as_str));
        for file in files {
            // It was parsed before.
            let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        bundle.set_formatter(numbers::like(
            &said(&bundle, numbers::THOUSAND, None),
            &said(&bundle, numbers::TEN_THOUSAND, None),
        ));
        let mut catalog = Self {
            tag,
            from_right,
            fixed: Vec::new(),
            bundle,
        };
        catalog.fixed = MESSAGES
            .iter()
            .map(|(id, takes_arguments)| match takes_arguments {
                true => String::new(),
                false => tags::finished(catalog.format(id, None)),
            })
            .collect();
        catalog
    }

    fn format(&self, id: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        said(&self.bundle, id, arguments)
    }
}

fn said(bundle: &FluentBundle<FluentResource>, id: &str, arguments: Option<&FluentArgs<'_>>) -> String {
    let message = bundle.get_message(id);
    let Some(pattern) = message.and_then(|message| message.value()) else {
        return String::new();
    };
    bundle
        .format_pattern(pattern, arguments, &mut Vec::new())
        .into_owned()
}

#[cfg(test)]
mod tests {
    use fluent_syntax::{ast::Entry, parser};

    use super::{shape::Shape, *};

    #[test]
    fn every_message_says_something() {
        let english = Text::english();
        for (number, (id, takes_arguments)) in MESSAGES.iter().enumerate() {
            if !takes_arguments {
                let text = english.fixed(number);
                assert!(!text.trim().is_empty() && text.trim() == text, "{id}: {text:?}");
                assert!(!text.contains(['{', '}', '\u{2068}']), "{id}: {text:?}");
            }
        }
    }

    #[test]
    fn what_is_put_into_html_is_escaped_and_no_tag() {
        for file in BUILT_IN[0].1 {
            for entry in parser::parse(*file).unwrap().body {
                let Entry::Message(message) = entry else { continue };
                let shape = Shape::of(&message.value.unwrap());
                if shape.is_rich() && !shape.arguments.is_empty() {
                    let number = MESSAGES
                        .iter()
                        .position(|(id, _)| *id == message.id.name)
                        .unwrap();
                    let mut arguments = FluentArgs::new();
                    for name in &shape.arguments {
                        arguments.set(name.as_str(), "<strong>&\"'".markup());
                    }
                    let html = tags::written(
                        &Text::english().0.format(MESSAGES[number].0, Some(&arguments)),
                        &[],
                    );
                    assert!(html.contains("&lt;strong&gt;&amp;&quot;&#39;"), "{html}");
                }
            }
        }
    }
}
