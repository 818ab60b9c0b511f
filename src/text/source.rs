//! Reads a Fluent file: its messages, the shape of each, and the position of errors. For the build script, and for an
//! operator's own files.

use std::collections::HashMap;

use fluent_syntax::{
    ast::{Entry, Expression, Pattern, PatternElement},
    parser,
};

use super::shape::Shape;

/// A message of a file.
pub struct Message {
    pub id: String,
    pub shape: Shape,
    /// From 1.
    pub line: usize,
    /// As it is in the file.
    pub text: String,
}

/// An error in a file.
#[derive(Debug)]
pub struct Fault {
    /// From 1.
    pub line: usize,
    pub what: String,
}

/// The messages of a file.
///
/// # Errors
/// Each error, in the order of the file.
pub fn read(text: &str) -> Result<Vec<Message>, Vec<Fault>> {
    // Editors add it, and it is invisible.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(line) = too_deep(text) {
        let what = "too many braces or parentheses within others".to_owned();
        return Err(vec![Fault { line, what }]);
    }
    let resource = parser::parse(text).map_err(|(_, errors)| {
        let faults = errors.iter().map(|error| Fault {
            line: line_at(text, error.pos.start),
            what: error.kind.to_string(),
        });
        faults.collect::<Vec<Fault>>()
    })?;
    let (mut messages, mut faults) = (Vec::new(), Vec::new());
    let lines: Vec<&str> = text.lines().collect();
    let begins = begins(&lines);
    let line_of = |id: &str| begins.get(id).map_or(1, |line| line + 1);
    for entry in resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Term(term) => {
                let id = format!("-{}", term.id.name);
                let what = format!("{id} is a term; there are only messages");
                faults.push(Fault {
                    line: line_of(&id),
                    what,
                });
                continue;
            }
            _ => continue,
        };
        let id = message.id.name;
        let line = line_of(id);
        let Some(pattern) = message.value.filter(|_| message.attributes.is_empty()) else {
            let what = format!("{id} has to have a value, and no attributes");
            faults.push(Fault { line, what });
            continue;
        };
        let shape = Shape::of(&pattern);
        faults.extend(shape.faults.iter().map(|fault| Fault {
            line,
            what: format!("{id}: {fault}"),
        }));
        let plain = match pattern.elements.as_slice() {
            [PatternElement::TextElement { value }] => Some(*value),
            _ => None,
        };
        let first = lines.get(line - 1).copied().unwrap_or_default();
        let stands_there = !first.trim_end().ends_with('=');
        let fault = match (id, plain) {
            ("language-name", None) => Some("it has to be plain text"),
            ("language-name", _) if !stands_there => Some("it has to stand on the line of its id"),
            ("phone-say-language", tag) if !tag.is_some_and(is_tag) => {
                Some("it has to be a language tag such as sv-SE")
            }
            _ if pattern_is_long(&pattern) => Some("it is longer than any message may be"),
            _ => None,
        };
        faults.extend(fault.map(|fault| Fault {
            line,
            what: format!("{id}: {fault}"),
        }));
        let rest = lines.iter().skip(line).copied();
        let lines = rest.take_while(|line| line.starts_with([' ', '}']));
        let lines: Vec<&str> = [first].into_iter().chain(lines).collect();
        messages.push(Message {
            id: id.to_owned(),
            shape,
            line,
            text: lines.join(" "),
        });
    }
    if faults.is_empty() {
        Ok(messages)
    } else {
        Err(faults)
    }
}

/// The line where braces or parentheses are nested deeper than any message needs: the parser would overflow the stack.
fn too_deep(text: &str) -> Option<usize> {
    const DEEPEST: usize = 100;
    let (mut braces, mut parentheses) = (0_usize, 0_usize);
    for (line, text) in text.lines().enumerate() {
        if text.starts_with('#') {
            continue;
        }
        let (mut quoted, mut escaped) = (false, false);
        for byte in text.bytes() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                // Outside of braces it is a quotation mark of the text.
                b'"' if braces > 0 => quoted = !quoted,
                _ if quoted => {}
                b'{' => braces += 1,
                b'}' => {
                    braces = braces.saturating_sub(1);
                    parentheses = parentheses.min(braces * DEEPEST);
                }
                b'(' if braces > 0 => parentheses += 1,
                b')' => parentheses = parentheses.saturating_sub(1),
                _ => {}
            }
            if braces > DEEPEST || parentheses > DEEPEST {
                return Some(line + 1);
            }
        }
    }
    None
}

/// Whether a message is longer than any that a page or an SMS can show.
fn pattern_is_long(pattern: &Pattern<&str>) -> bool {
    const LONGEST: usize = 2000;
    let length = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => value.len(),
        PatternElement::Placeable {
            expression: Expression::Select { variants, .. },
        } => {
            let longest = variants
                .iter()
                .map(|variant| usize::from(pattern_is_long(&variant.value)));
            longest.max().unwrap_or_default() * (LONGEST + 1)
        }
        PatternElement::Placeable { .. } => 0,
    };
    pattern.elements.iter().map(length).sum::<usize>() > LONGEST
}

/// Whether a text has the form of a language tag (RFC 5646).
fn is_tag(text: &str) -> bool {
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = text.split('-').next().unwrap_or_default();
    (2..=3).contains(&first.len()) && text.split('-').all(is_part)
}

fn line_at(text: &str, position: usize) -> usize {
    text.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1
}

/// Where the messages begin, by id: the parser reports no positions.
fn begins<'a>(lines: &[&'a str]) -> HashMap<&'a str, usize> {
    let mut begins = HashMap::new();
    for (number, line) in lines.iter().enumerate() {
        if let Some((id, _)) = line.split_once('=')
            && !line.starts_with([' ', '#'])
        {
            begins.entry(id.trim_end()).or_insert(number);
        }
    }
    begins
}
