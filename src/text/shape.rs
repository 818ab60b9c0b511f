//! The shape of a message, as far as its caller needs it: its arguments, and the tags in it. The build script reads
//! the English messages with it, and a test those of other languages.

use std::collections::BTreeSet;

use fluent_syntax::{
    ast::{Expression, InlineExpression, Pattern, PatternElement},
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

/// The shape of a message.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The names of its arguments.
    pub arguments: BTreeSet<String>,
    /// The names of its tags.
    pub tags: BTreeSet<String>,
    /// What is not allowed in a message.
    pub faults: Vec<String>,
    /// Whether it has any text.
    says_something: bool,
}

impl Shape {
    pub fn of(pattern: &Pattern<&str>) -> Self {
        let mut shape = Self::default();
        shape.pattern(pattern);
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
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        let mut text = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text += value,
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
        self.text(&text);
    }

    /// Each tag is closed before the next one opens, in the same variant of a message.
    fn text(&mut self, text: &str) {
        self.readable(text);
        let mut open: Option<&str> = None;
        for part in text.split('<').skip(1) {
            let Some((tag, _)) = part.split_once('>') else {
                self.faults.push(format!("a < that begins no tag, in {text:?}"));
                continue;
            };
            match (open, tag.strip_prefix('/')) {
                (None, None) if is_link(tag) || TAGS.iter().any(|(name, ..)| *name == tag) => {
                    self.tags.insert(tag.to_owned());
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
    }

    /// Characters that are not allowed on a page: markers of our own, or characters that break the markup of a call.
    fn readable(&mut self, text: &str) {
        if text.chars().any(|c| c.is_control() && c != '\n') {
            self.faults.push("a character that nobody sees".to_owned());
        }
        self.says_something |= !text.trim().is_empty();
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
                self.says_something = true;
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
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
    }
}

fn is_link(tag: &str) -> bool {
    tag == "link" || tag.starts_with("link-")
}
