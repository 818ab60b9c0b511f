//! A message with tags as HTML.

use super::shape::TAGS;

/// Stands for `<` in HTML from elsewhere, while the tags of a message are replaced.
const WRITTEN: char = '\u{1}';

/// A text with all HTML escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html += "&amp;",
            '<' => html += "&lt;",
            '>' => html += "&gt;",
            '"' => html += "&quot;",
            '\'' => html += "&#39;",
            // Nobody types it, and it must not be taken for HTML.
            WRITTEN => {}
            c => html.push(c),
        }
    }
    html
}

/// HTML from elsewhere, to be inserted into a message.
pub(super) fn kept(html: &str) -> String {
    html.replace('<', "\u{1}")
}

/// A message without arguments, with HTML in place of its tags; one with links still needs their addresses.
pub(super) fn finished(message: String) -> String {
    if message.contains("<link") {
        message
    } else {
        written(&message, &[])
    }
}

/// HTML in place of the tags of a message. Arguments are already escaped, so that each `<` is the message's own.
pub(super) fn written(message: &str, links: &[(&str, &str)]) -> String {
    let mut html = String::with_capacity(message.len() + 64);
    let mut parts = message.split('<');
    html += parts.next().unwrap_or_default();
    for part in parts {
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        let (name, is_end) = tag.strip_prefix('/').map_or((tag, false), |name| (name, true));
        if let Some((_, begin, end)) = TAGS.iter().find(|(known, ..)| *known == name) {
            html += if is_end { end } else { begin };
        } else if is_end {
            html += "</a>";
        } else {
            let address = links
                .iter()
                .find(|(link, _)| *link == name)
                .map_or("", |(_, address)| address);
            html += "<a href=\"";
            html += &escaped(address);
            html += "\">";
        }
        html += rest;
    }
    html.replace(WRITTEN, "<")
}
