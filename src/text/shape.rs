//! What a message is made of, as far as its caller has to know it: what it takes, and the tags in it. The build
//! script reads the English messages with it, and a test those of other languages.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// Tags that a message may have, and what they are in HTML. Those that begin with `link` are links as well, each
/// with an address that the caller gives.
pub const TAGS: [(&str, &str, &str); 6] = [
    ("strong", "<strong>", "</strong>"),
    // Somebody's name, which may be written from the other side.
    ("name", "<bdi>", "</bdi>"),
    ("person", "<strong><bdi>", "</bdi></strong>"),
    ("phone", "<strong class=\"phone\">", "</strong>"),
    ("reference", "<strong class=\"reference\">", "</strong>"),
    ("key", "<code>", "</code>"),
];

/// What a message is made of.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// The names of its arguments.
    pub arguments: BTreeSet<String>,
    /// The names of its tags.
    pub tags: BTreeSet<String>,
    /// What cannot be there.
    pub faults: Vec<String>,
}

impl Shape {
    pub fn of(pattern: &Pattern<&str>) -> Self {
        let mut shape = Self::default();
        shape.pattern(pattern);
        shape
    }

    /// Whether it is HTML, and not only text. An argument whose name begins with `time` is a moment, which is an
    /// element.
    pub fn is_rich(&self) -> bool {
        !self.tags.is_empty() || self.arguments.iter().any(|name| name.starts_with("time"))
    }

    /// The tags that are links.
    pub fn links(&self) -> impl Iterator<Item = &String> {
        self.tags.iter().filter(|tag| is_link(tag))
    }

    /// What a message of this shape has, and its caller does not give it, who gives what `known` takes.
    pub fn not_in(&self, known: &Self) -> Option<String> {
        let argument = self.arguments.difference(&known.arguments).next();
        let tag = self.tags.difference(&known.tags).next();
        argument
            .map(|name| format!("it is not given ${name}"))
            .or(tag.map(|tag| format!("it has no <{tag}>")))
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
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { value } if value.contains('<') => {
                self.faults.push("a < in quotation marks".to_owned());
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            // Whoever reads the one message sees all that it takes.
            InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
                self.faults.push(format!("another message in it: {}", id.name));
            }
        }
    }
}

fn is_link(tag: &str) -> bool {
    tag == "link" || tag.starts_with("link-")
}
