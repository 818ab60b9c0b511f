//! The languages of an installation: the built-in ones, overlaid by an operator's own words and languages.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::{Arc, LazyLock, OnceLock},
};

use unic_langid::LanguageIdentifier;

use super::{BUILT_IN, Catalog, Text, shape::Shape, source};
use crate::domain::language::Language;

/// The languages of an installation, English first.
#[derive(Clone)]
pub struct Languages(Arc<Vec<Known>>);

impl fmt::Debug for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.0.iter().map(|known| known.tag))
            .finish()
    }
}

struct Known {
    tag: &'static str,
    /// Its name in the language itself.
    name: String,
    /// Its Fluent files; later ones override earlier ones.
    files: Vec<String>,
    /// Built when it is first read: most installations use few languages.
    catalog: OnceLock<&'static Catalog>,
}

/// A file of the operator's.
pub struct Own {
    /// The language, from the name of the file's folder.
    pub language: String,
    /// Its path, for error messages.
    pub path: String,
    /// Its content.
    pub text: String,
}

/// An error in an operator's own words: file, line and reason.
#[derive(Debug, thiserror::Error)]
#[error("{path}:{line}: {what}")]
pub struct Fault {
    path: String,
    line: usize,
    what: String,
}

impl Known {
    fn new(tag: &'static str, files: Vec<String>) -> Self {
        let name = files.iter().rev().find_map(|file| name_of_language(file));
        Self {
            tag,
            name: name.unwrap_or(tag).to_owned(),
            files,
            catalog: OnceLock::new(),
        }
    }

    fn text(&self) -> Text {
        // A catalog is never freed: pages hold a plain reference to it, and there is only one per language.
        let catalog = self
            .catalog
            .get_or_init(|| Box::leak(Box::new(Catalog::new(self.tag, &self.files))));
        Text(catalog)
    }
}

impl Languages {
    /// The built-in languages.
    #[must_use]
    pub fn built_in() -> Self {
        static LANGUAGES: LazyLock<Languages> = LazyLock::new(|| {
            let known = BUILT_IN
                .iter()
                .map(|(tag, files)| Known::new(tag, files.iter().map(|file| (*file).to_owned()).collect()));
            Languages(Arc::new(known.collect()))
        });
        LANGUAGES.clone()
    }

    /// The same, overlaid by an operator's own words and languages. Messages that these lack are in English.
    ///
    /// # Errors
    /// Each message that this version does not have, each argument or tag that it does not provide, and each file
    /// that cannot be read.
    pub fn with(own: Vec<Own>) -> Result<Self, Vec<Fault>> {
        let english: BTreeMap<String, Shape> = BUILT_IN
            .first()
            .map_or(&[][..], |(_, files)| files)
            .iter()
            .flat_map(|file| source::read(file).unwrap_or_default())
            .map(|message| (message.id, message.shape))
            .collect();
        let mut faults = Vec::new();
        let mut said = BTreeSet::new();
        let mut languages: Vec<(&'static str, Vec<String>)> = Self::built_in()
            .0
            .iter()
            .map(|known| (known.tag, known.files.clone()))
            .collect();
        for Own { language, path, text } in own {
            let fault = |line, what| Fault {
                path: path.clone(),
                line,
                what,
            };
            let fits = language.len() <= Language::MAX;
            let Some(tag) = language.parse::<LanguageIdentifier>().ok().filter(|_| fits) else {
                let what =
                    format!("the folder's name, {language}, is not a language tag such as sv or pt-BR");
                faults.push(fault(1, what));
                continue;
            };
            let tag = tag.to_string();
            match source::read(&text) {
                Err(found) => faults.extend(found.into_iter().map(|found| fault(found.line, found.what))),
                Ok(messages) => {
                    for message in messages {
                        let is_new = said.insert((tag.clone(), message.id.clone()));
                        let wrong = match english.get(&message.id) {
                            None => Some("this version has no such message".to_owned()),
                            Some(_) if !is_new => Some("it stands there twice".to_owned()),
                            Some(shape) => message.shape.differs_from(shape),
                        };
                        if let Some(what) = wrong {
                            faults.push(fault(message.line, format!("{}: {what}", message.id)));
                        }
                    }
                }
            }
            let text = text.trim_start_matches('\u{feff}').to_owned();
            if let Some((_, files)) = languages.iter_mut().find(|(known, _)| *known == tag) {
                files.push(text);
            } else {
                // Words for de-AT stand over those for de.
                let wider = languages.iter().filter(|(known, _)| is_wider(known, &tag));
                let wider = wider.max_by_key(|(known, _)| known.len());
                let mut files = wider.map(|(_, files)| files.clone()).unwrap_or_default();
                files.push(text);
                languages.push((Box::leak(tag.into_boxed_str()), files));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let known = languages.into_iter().map(|(tag, files)| Known::new(tag, files));
        Ok(Self(Arc::new(known.collect())))
    }

    /// Every language: its tag, and its name in the language itself.
    pub fn names(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|known| (known.tag, known.name.as_str()))
    }

    /// English, with the operator's changes.
    #[must_use]
    pub fn english(&self) -> Text {
        self.0.first().map_or_else(Text::english, Known::text)
    }

    /// The language of that tag, if this installation has it.
    #[must_use]
    pub fn named(&self, tag: &str) -> Option<Text> {
        let known = self.0.iter().find(|known| known.tag.eq_ignore_ascii_case(tag));
        known.map(Known::text)
    }

    /// The language that was chosen, if this installation still has it.
    #[must_use]
    pub fn of(&self, language: &Language) -> Option<Text> {
        self.named(language.as_str())
    }

    /// The first language of an `Accept-Language` header that is available (RFC 9110, 12.5.4), by lookup: a range is
    /// shortened from its end until it matches a language (RFC 4647, 3.4).
    #[must_use]
    pub fn accepted(&self, header: &str) -> Option<Text> {
        let mut ranges: Vec<(&str, u16)> = header.split(',').take(MOST_RANGES).filter_map(weighted).collect();
        // Equal weights keep the order of the header.
        ranges.sort_by_key(|(_, weight)| Reverse(*weight));
        ranges
            .into_iter()
            .filter(|(_, weight)| *weight > 0)
            .find_map(|(range, _)| self.looked_up(range))
    }

    fn looked_up(&self, range: &str) -> Option<Text> {
        let mut range = range;
        loop {
            if let Some(text) = self.named(range) {
                return Some(text);
            }
            range = range.rsplit_once('-')?.0;
            // A single letter or digit introduces the part just removed, and means nothing alone.
            if let Some((before, last)) = range.rsplit_once('-')
                && last.len() == 1
            {
                range = before;
            }
        }
    }
}

/// The name of the language in a file: the last one counts. It is in the footer of every page, which must not require
/// building all of the language's messages.
fn name_of_language(text: &str) -> Option<&str> {
    text.lines()
        .filter_map(|line| line.strip_prefix("language-name")?.trim_start().strip_prefix('='))
        .next_back()
        .map(str::trim)
}

/// Whether a language tag begins with all of another.
fn is_wider(wide: &str, tag: &str) -> bool {
    tag.strip_prefix(wide).is_some_and(|rest| rest.starts_with('-'))
}

/// Ranges beyond this number are ignored.
const MOST_RANGES: usize = 32;

/// A range and its weight in thousandths; none if it cannot be read, or matches any language.
fn weighted(part: &str) -> Option<(&str, u16)> {
    let mut parts = part.split(';').map(str::trim);
    // A longer range is not a language (the attack: one of a hundred thousand dashes, cut at each).
    let fits = |range: &&str| (1..=Language::MAX).contains(&range.len()) && *range != "*";
    let range = parts.next().filter(fits)?;
    let Some(weight) = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q="))) else {
        return Some((range, 1000));
    };
    let weight: f32 = weight.trim().parse().ok()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to 1000"
    )]
    let thousandths = (0.0..=1.0)
        .contains(&weight)
        .then_some((weight * 1000.0) as u16)?;
    Some((range, thousandths))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(language: &str, text: &str) -> Own {
        Own {
            language: language.to_owned(),
            path: format!("own/{language}/a.ftl"),
            text: text.to_owned(),
        }
    }

    fn faults(own: Own) -> Vec<String> {
        let faults = Languages::with(vec![own]).err().unwrap_or_default();
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_browsers_wish_is_looked_up() {
        let languages = Languages::built_in();
        for (header, tag) in [
            ("de", Some("de")),
            ("DE-at", Some("de")),
            ("de-Latn-CH-1996", Some("de")),
            ("de-x-private", Some("de")),
            ("sv, fi;q=0.5, de;q=0.8", Some("de")),
            ("fr;q=0.3, es; q=0.3", Some("fr")),
            ("en-US,en;q=0.9,fi;q=0.8", Some("en")),
            ("fi;q=0, sv", None),
            ("*", None),
            ("*, fi;q=0.1", Some("fi")),
            ("", None),
            (",,;q=1,;;", None),
            ("fi;q=2", None),
            ("fi;q=x", None),
            ("fi;q=NaN", None),
            ("d", None),
            ("\u{fffd}", None),
        ] {
            let found = languages.accepted(header).map(Text::tag);
            assert_eq!(found, tag, "{header}");
        }
        assert!(languages.accepted(&"-".repeat(100_000)).is_none());
        let many = "sv,".repeat(MOST_RANGES) + "fi";
        assert!(languages.accepted(&many).is_none());
    }

    #[test]
    fn an_operators_words_stand_over_ours_message_by_message() {
        let languages = Languages::with(vec![
            own("en", "login-title = Welcome back"),
            own("sv", "language-name = Svenska\nlogin-title = Logga in"),
        ])
        .unwrap();
        let (english, swedish) = (languages.english(), languages.named("sv").unwrap());
        assert_eq!(english.login_title(), "Welcome back");
        assert_eq!(english.login_user_name(), Text::english().login_user_name());
        assert_eq!((swedish.tag(), swedish.login_title()), ("sv", "Logga in"));
        assert_eq!(swedish.login_user_name(), Text::english().login_user_name());
        assert_eq!(languages.accepted("sv-SE").unwrap().tag(), "sv");
        let names: Vec<&str> = languages.names().map(|(_, name)| name).collect();
        assert_eq!(names.last(), Some(&"Svenska"));
        assert_eq!(
            Text::english().login_title(),
            "Sign in",
            "not another installation's"
        );
    }

    #[test]
    fn words_for_a_country_stand_over_those_of_the_language() {
        let languages = Languages::with(vec![
            own(
                "de-AT",
                "language-name=Österreichisches Deutsch\nlogin-title = Griaß di",
            ),
            own("ar", "login-title = x"),
        ])
        .unwrap();
        let (german, austrian) = (languages.named("de").unwrap(), languages.named("de-AT").unwrap());
        assert_eq!(austrian.login_title(), "Griaß di");
        assert_eq!(austrian.login_user_name(), german.login_user_name());
        assert_ne!(german.login_title(), "Griaß di");
        assert!(
            languages
                .names()
                .any(|(_, name)| name == "Österreichisches Deutsch")
        );
        assert_eq!(languages.named("ar").unwrap().direction(), "rtl");
        assert_eq!(austrian.direction(), "ltr");
    }

    #[test]
    fn faults_name_the_file_and_the_line() {
        for (text, fault) in [
            (
                "# A comment.\n\nlogin-nothing = x",
                "own/en/a.ftl:3: login-nothing: this version has no such message",
            ),
            (
                "login-title = Hello { $name }",
                "own/en/a.ftl:1: login-title: it is not given $name",
            ),
            (
                "login-title = <strong>x</strong>",
                "own/en/a.ftl:1: login-title: it has no <strong>",
            ),
            (
                "login-title = <script>x</script>",
                "own/en/a.ftl:1: login-title: <script> cannot stand there",
            ),
            (
                "login-title = { login-user-name }",
                "own/en/a.ftl:1: login-title: another message in it",
            ),
            (
                "login-code-app = Open the app",
                "own/en/a.ftl:1: login-code-app: it lacks $issuer",
            ),
            (
                "login-code-app = Open { $issuer }",
                "own/en/a.ftl:1: login-code-app: it lacks <strong>",
            ),
            (
                "login-title = { \"\" }",
                "own/en/a.ftl:1: login-title: it says nothing",
            ),
            (
                "login-title = { NUMBER(5) }",
                "own/en/a.ftl:1: login-title: a function in it: NUMBER",
            ),
            (
                "login-title = a\u{1}b",
                "own/en/a.ftl:1: login-title: a character that nobody sees",
            ),
            (
                "login-title = { \"\\u0001\" }",
                "own/en/a.ftl:1: login-title: a character that nobody sees",
            ),
            (
                "login-title = { \"\\u003C\" }b>",
                "own/en/a.ftl:1: login-title: a < in quotation marks",
            ),
            (
                "login-title = x\nlogin-title = y",
                "own/en/a.ftl:1: login-title: it stands there twice",
            ),
            (
                "login-title = a\u{202e}b",
                "own/en/a.ftl:1: login-title: a character that nobody sees",
            ),
            (
                "login-code-app = <str{ $issuer }ong>x</strong>",
                "own/en/a.ftl:1: login-code-app: <str{ong> cannot stand there",
            ),
            (
                "support-administrator = { $issuer ->\n    [a] Ask <name>{ $issuer }</name>.\n   *[b] Ask <name>us</name>.\n }",
                "own/en/a.ftl:1: support-administrator: a variant of it lacks $issuer",
            ),
            (
                "phone-say-language = Svenska",
                "own/en/a.ftl:1: phone-say-language: it has to be a language tag",
            ),
            (
                "language-name =\n    Hidden",
                "own/en/a.ftl:1: language-name: it has to stand on the line of its id",
            ),
            ("login-title = { 1 ->", "own/en/a.ftl:1: "),
        ] {
            let found = faults(own("en", text));
            assert!(
                found.iter().any(|found| found.starts_with(fault)),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn a_file_that_is_too_much_for_the_parser_is_a_fault() {
        for part in ["{", "{ A(", "{ \"}}\" ->\n  *[a] "] {
            let deep = format!("login-title = {{ {}", part.repeat(100_000));
            assert!(faults(own("en", &deep))[0].contains("within others"), "{part}");
        }
        let calls = format!("login-title = {{ {}", "A(".repeat(100_000));
        assert!(faults(own("en", &calls))[0].contains("within others"));
        let long = format!("login-title = {}", "a".repeat(2001));
        assert!(faults(own("en", &long))[0].contains("longer than any"));
        let comment = format!(
            "# {}\nlogin-title = He said \"{{ \"{{\" }}\" :-(",
            "{(".repeat(200)
        );
        assert_eq!(faults(own("en", &comment)), [""; 0]);
        assert!(
            faults(own("en", "\u{feff}login-title = Hello")).is_empty(),
            "a byte order mark"
        );
        assert!(faults(own("not a tag", "login-title = x"))[0].contains("is not a language tag"));
        let twice = Languages::with(vec![own("en", "login-title = x"), own("EN", "login-title = y")]);
        assert!(
            twice.unwrap_err()[0]
                .to_string()
                .contains("it stands there twice")
        );
        // Many messages take no longer than their number says.
        let many: String = "a=b\n".repeat(100_000);
        assert_eq!(faults(own("en", &many)).len(), 100_000);
    }
}
