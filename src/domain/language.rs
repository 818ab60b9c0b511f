//! The language that somebody reads.

/// The tag of a language (RFC 5646), as the text layer names it. One that an installation no longer has is kept, and
/// counts as none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language(String);

impl Language {
    /// Longest tag, in characters: the longest that RFC 5646, 4.4.1 asks for.
    pub const MAX: usize = 35;

    /// A tag that the text layer gave, or that was read from the database.
    #[must_use]
    pub const fn stored(tag: String) -> Self {
        Self(tag)
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
