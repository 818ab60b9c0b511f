//! In whose name and in which language messages speak.

use crate::{
    domain::language::Language,
    text::{Languages, Text},
};

/// What messages are written with.
#[derive(Clone)]
pub struct Words {
    languages: Languages,
    issuer: String,
}

/// The words of one recipient.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    pub(super) t: Text,
    /// The name of the service.
    pub(super) issuer: &'a str,
}

impl Words {
    /// Messages of the service of that name.
    #[must_use]
    pub const fn new(languages: Languages, issuer: String) -> Self {
        Self { languages, issuer }
    }

    /// The language of that tag, if messages can be written in it.
    #[must_use]
    pub fn named(&self, tag: &str) -> Option<Language> {
        self.languages.named(tag).and_then(Text::language)
    }

    /// Whether messages can be written in it.
    #[must_use]
    pub fn has(&self, language: &Language) -> bool {
        self.languages.of(language).is_some()
    }

    /// The tags of all languages that messages can be written in.
    pub fn tags(&self) -> impl Iterator<Item = &'static str> {
        self.languages.names().map(|(tag, _)| tag)
    }

    /// For a recipient who reads `language`: English where that is not known.
    #[must_use]
    pub fn to(&self, language: Option<&Language>) -> Voice<'_> {
        let known = language.and_then(|language| self.languages.of(language));
        Voice {
            t: known.unwrap_or_else(|| self.languages.english()),
            issuer: &self.issuer,
        }
    }
}

#[cfg(test)]
impl Voice<'_> {
    /// In every language.
    pub(super) fn all(issuer: &str) -> Vec<Voice<'_>> {
        let languages = Languages::built_in();
        let texts = languages.names().filter_map(|(tag, _)| languages.named(tag));
        texts.map(|t| Voice { t, issuer }).collect()
    }

    /// In English.
    pub(super) fn english(issuer: &str) -> Voice<'_> {
        Voice {
            t: Text::english(),
            issuer,
        }
    }
}
