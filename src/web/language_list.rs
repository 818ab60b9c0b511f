//! The list of languages in forms, each by its own name.

use std::{borrow::Cow, fmt};

use askama::{Template, filters::HtmlSafe};

use crate::text::Languages;

/// The list, rendered once for each language that can be selected in it: it is in the footer of every page.
#[derive(Clone)]
pub struct LanguageList {
    languages: Languages,
    each: Vec<(&'static str, String)>,
    none: String,
}

#[derive(Template)]
#[template(path = "components/language_list.html")]
struct Rendered<'a> {
    languages: &'a Languages,
    selected: &'a str,
    /// It was selected before the operator removed it.
    removed: bool,
}

/// The list as HTML.
pub struct Options<'a>(Cow<'a, str>);

impl LanguageList {
    /// The list of an installation.
    ///
    /// # Errors
    /// If the template fails.
    pub fn of(languages: &Languages) -> Result<Self, askama::Error> {
        let selecting = |selected| {
            let removed = false;
            Rendered {
                languages,
                selected,
                removed,
            }
            .render()
        };
        let tags = languages.names().map(|(tag, _)| tag);
        Ok(Self {
            each: tags
                .map(|tag| Ok((tag, selecting(tag)?)))
                .collect::<Result<_, askama::Error>>()?,
            none: selecting("")?,
            languages: languages.clone(),
        })
    }

    /// The list with this language selected; none if it is empty. A language that the operator removed stands there
    /// by its tag, so that saving the form does not change it.
    #[must_use]
    pub fn selecting(&self, tag: &str) -> Options<'_> {
        if tag.is_empty() {
            return Options(Cow::Borrowed(&self.none));
        }
        let found = self.each.iter().find(|(language, _)| *language == tag);
        Options(found.map_or_else(
            || Cow::Owned(self.rendered(tag)),
            |(_, html)| Cow::Borrowed(html.as_str()),
        ))
    }

    fn rendered(&self, selected: &str) -> String {
        let (languages, removed) = (&self.languages, true);
        let rendered = Rendered {
            languages,
            selected,
            removed,
        }
        .render();
        rendered.unwrap_or_else(|_| self.none.clone())
    }
}

impl fmt::Display for Options<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl HtmlSafe for Options<'_> {}
