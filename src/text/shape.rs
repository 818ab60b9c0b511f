//! The shape of a message, as far as its caller needs it: its arguments, and the tags in it. The build script reads
//! the English messages with it, and a test those of other languages.

use std::collections::BTreeSet;

use fluent_syntax::{
    ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    unicode::unescape_unicode_to_string,
};

/// Tags that a message may have, and their HTML. Those that begin with `link` are links, each with an address that
/// the caller provides.
pub const TAGS: [(&str, &str, &str); 6] = [
    ("strong", "<strong>", "</strong>"),
    // A person's name, which may be in a script of the other direction.
    ("name", "<bdi>", "</bdi>"),
    ("person", "<strong><bdi>", "</bdi></strong>"),
    ("phone", "<strong class=\"phone\">", "</strong>"),
    ("reference", "<strong class=\"reference\">", "</strong>"),
    ("key", "<code>", "</code>"),
];

/// Stands for an argument where the tags of a text are looked for.
const PLACEABLE: char = '{';

/// The shape of a message.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The names of its arguments.
    pub arguments: BTreeSet<String>,
    /// The names of its tags.
    pub tags: BTreeSet<String>,
    /// The arguments and tags (`<link>`) that it has in each of its variants.
    always: BTreeSet<String>,
    /// What is not allowed in a message.
    pub faults: Vec<String>,
    /// Whether it has any text.
    says_something: bool,
}

impl Shape {
    pub fn of(pattern: &Pattern<&str>) -> Self {
        let mut shape = Self::default();
        shape.always = shape.pattern(pattern);
        if !shape.says_something {
            shape.faults.push("it says nothing".to_owned());
        }
        shape
    }

    /// Whether it is HTML, not plain text. An argument whose name begins with `time` is a point in time, which is an
    /// element.
    pub fn is_rich(&self) -> bool {
        !self.tags.is_empty() || self.arguments.iter().any(|name| name.starts_with("time"))
    }

    /// The tags that are links.
    pub fn links(&self) -> impl Iterator<Item = &String> {
        self.tags.iter().filter(|tag| is_link(tag))
    }

    /// What a message of this shape uses that its caller, who provides `known`, does not provide, or what it lacks.
    pub fn differs_from(&self, known: &Self) -> Option<String> {
        let more =
            |ours: &BTreeSet<String>, theirs: &BTreeSet<String>| ours.difference(theirs).next().cloned();
        let too_many = more(&self.arguments, &known.arguments)
            .map(|name| format!("it is not given ${name}"))
            .or(more(&self.tags, &known.tags).map(|tag| format!("it has no <{tag}>")));
        too_many
            .or(more(&known.arguments, &self.arguments).map(|name| format!("it lacks ${name}")))
            .or(more(&known.tags, &self.tags).map(|tag| format!("it lacks <{tag}>")))
            .or(more(&known.always, &self.always).map(|part| format!("a variant of it lacks {part}")))
    }

    /// Reads a pattern, and returns what each variant of it has.
    fn pattern(&mut self, pattern: &Pattern<&str>) -> BTreeSet<String> {
        let (mut text, mut always) = (String::new(), BTreeSet::new());
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.readable(value);
                    text += value;
                }
                PatternElement::Placeable { expression } => {
                    // No tag has one in its name.
                    text.push(PLACEABLE);
                    always.extend(self.expression(expression));
                }
            }
        }
        always.extend(self.text(&text));
        always
    }

    /// Each tag is closed before the next one opens, in the same variant of a message. Returns the tags.
    fn text(&mut self, text: &str) -> BTreeSet<String> {
        let mut tags = BTreeSet::new();
        let mut open: Option<&str> = None;
        for part in text.split('<').skip(1) {
            let Some((tag, _)) = part.split_once('>') else {
                self.faults.push(format!("a < that begins no tag, in {text:?}"));
                continue;
            };
            match (open, tag.strip_prefix('/')) {
                (None, None) if is_link(tag) || TAGS.iter().any(|(name, ..)| *name == tag) => {
                    self.tags.insert(tag.to_owned());
                    tags.insert(format!("<{tag}>"));
                    open = Some(tag);
                }
                (Some(begun), Some(tag)) if begun == tag => open = None,
                _ => self
                    .faults
                    .push(format!("<{tag}> cannot stand there, in {text:?}")),
            }
        }
        if let Some(tag) = open {
            self.faults.push(format!("<{tag}> is not closed, in {text:?}"));
        }
        tags
    }

    /// Characters that are not allowed on a page: markers of our own, characters that break the markup of a call, and
    /// those that show a text in another order than it has.
    fn readable(&mut self, text: &str) {
        let unseen = |c: char| {
            let reorders = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            let is_none = matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe;
            c.is_control() && c != '\n' || reorders || is_none
        };
        if text.chars().any(unseen) {
            self.faults.push("a character that nobody sees".to_owned());
        }
        self.says_something |= !text.trim().is_empty();
    }

    fn expression(&mut self, expression: &Expression<&str>) -> BTreeSet<String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let selector = self.inline(selector);
                let each = variants.iter().map(|variant| self.pattern(&variant.value));
                let mut always = each.reduce(|always, more| &always & &more).unwrap_or_default();
                // "One code is left" says the number too. What selects by its text is not shown.
                if variants.iter().all(|variant| is_number(&variant.key)) {
                    always.extend(selector);
                }
                always
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) -> BTreeSet<String> {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
                self.says_something = true;
                return BTreeSet::from([format!("${}", id.name)]);
            }
            InlineExpression::Placeable { expression } => return self.expression(expression),
            InlineExpression::StringLiteral { value } => {
                let text = unescape_unicode_to_string(value);
                if text.contains('<') {
                    self.faults.push("a < in quotation marks".to_owned());
                }
                self.readable(&text);
            }
            InlineExpression::NumberLiteral { .. } => self.says_something = true,
            // No message needs one, and a page would show its name.
            InlineExpression::FunctionReference { id, .. } => {
                self.faults.push(format!("a function in it: {}", id.name));
            }
            // No references: one message shows all that its caller provides.
            InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
                self.faults.push(format!("another message in it: {}", id.name));
            }
        }
        BTreeSet::new()
    }
}

/// Whether a variant is for a number: the number itself, or a plural category (CLDR).
fn is_number(key: &VariantKey<&str>) -> bool {
    match key {
        VariantKey::NumberLiteral { .. } => true,
        VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many", "other"].contains(name),
    }
}

fn is_link(tag: &str) -> bool {
    tag == "link" || tag.starts_with("link-")
}
