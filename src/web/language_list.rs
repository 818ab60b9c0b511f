//! The list of languages in forms, each by its own name.

use std::fmt;

use askama::{Template, filters::HtmlSafe};

use crate::text::Languages;

/// The list, rendered once for each language that can be selected in it: it is in the footer of every page.
#[derive(Clone)]
pub struct LanguageList {
    each: Vec<(&'static str, String)>,
    none: String,
}

#[derive(Template)]
#[template(path = "components/language_list.html")]
struct Rendered<'a> {
    languages: &'a Languages,
    selected: &'a str,
}

/// The list as HTML.
pub struct Options<'a>(&'a str);

impl LanguageList {
    /// The list of an installation.
    ///
    /// # Errors
    /// If the template fails.
    pub fn of(languages: &Languages) -> Result<Self, askama::Error> {
        let selecting = |selected| Rendered { languages, selected }.render();
        let tags = languages.names().map(|(tag, _)| tag);
        Ok(Self {
            each: tags
                .map(|tag| Ok((tag, selecting(tag)?)))
                .collect::<Result<_, askama::Error>>()?,
            none: selecting("")?,
        })
    }

    /// The list with this language selected, if it is one of them.
    #[must_use]
    pub fn selecting(&self, tag: &str) -> Options<'_> {
        let found = self.each.iter().find(|(language, _)| *language == tag);
        Options(found.map_or(&self.none, |(_, html)| html))
    }
}

impl fmt::Display for Options<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }
}

impl HtmlSafe for Options<'_> {}
