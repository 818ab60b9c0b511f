//! Reads a Fluent file: its messages, the shape of each, and the position of errors. For the build script, and for an
//! operator's own files.

use fluent_syntax::{
    ast::{Entry, PatternElement},
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
        let what = "too many braces within braces".to_owned();
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
    for entry in resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Term(term) => {
                let id = format!("-{}", term.id.name);
                let what = format!("{id} is a term; there are only messages");
                faults.push(Fault {
                    line: line_of(text, &id),
                    what,
                });
                continue;
            }
            _ => continue,
        };
        let id = message.id.name;
        let line = line_of(text, id);
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
        let is_text = matches!(pattern.elements.as_slice(), [PatternElement::TextElement { .. }]);
        let stands_there = |line: &str| !line.trim_end().ends_with('=');
        if id == "language-name" && !(is_text && text.lines().nth(line - 1).is_some_and(stands_there)) {
            let what = format!("{id}: it has to stand on the line of its id, as plain text");
            faults.push(Fault { line, what });
        }
        let lines = text.lines().skip(line - 1);
        let lines: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
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

/// The line where braces are nested deeper than any message needs: the parser would overflow the stack.
fn too_deep(text: &str) -> Option<usize> {
    const DEEPEST: usize = 100;
    let mut depth = 0_usize;
    for (line, text) in text.lines().enumerate() {
        for byte in text.bytes() {
            match byte {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > DEEPEST {
                return Some(line + 1);
            }
        }
    }
    None
}

fn line_at(text: &str, position: usize) -> usize {
    text.bytes().take(position).filter(|byte| *byte == b'\n').count() + 1
}

/// Where a message begins: the parser reports no positions.
fn line_of(text: &str, id: &str) -> usize {
    let begins = |line: &str| {
        line.strip_prefix(id)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    text.lines().position(begins).map_or(1, |line| line + 1)
}
