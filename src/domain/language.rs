//! Languages.

use std::fmt;

/// A language tag (RFC 5646), as the text layer names it. A tag that an installation no longer supports is kept
/// and treated as none. Small enough to be carried by every request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Language {
    tag: [u8; Self::MAX],
    length: u8,
}

impl Language {
    /// Maximum length of a tag in bytes, as RFC 5646, 4.4.1 requires.
    pub const MAX: usize = 35;

    /// A tag from the text layer or the database; `None` if it is empty or too long.
    #[must_use]
    pub fn stored(text: &str) -> Option<Self> {
        let mut tag = [0; Self::MAX];
        let length = u8::try_from(text.len()).ok().filter(|length| *length > 0)?;
        tag.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { tag, length })
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let tag = self.tag.get(..usize::from(self.length)).unwrap_or_default();
        str::from_utf8(tag).unwrap_or_default()
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_kept_as_it_is() {
        let long = "a".repeat(Language::MAX);
        for tag in ["de", "pt-BR", long.as_str()] {
            assert_eq!(Language::stored(tag).unwrap().as_str(), tag);
        }
        assert_eq!(Language::stored(""), None);
        assert_eq!(Language::stored(&"a".repeat(Language::MAX + 1)), None);
        assert_eq!(Language::stored(&"a".repeat(300)), None);
    }
}
