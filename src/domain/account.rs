//! Accounts: who they are, and what may be written into their fields.

use caseless::Caseless as _;
use unicode_normalization::UnicodeNormalization as _;
use url::Host;

use super::{clock::Timestamp, language::Language, lifetimes::NEW_EMAIL_SECONDS, typed};

/// The name of an account's row. Made by the application, never reused.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountId(pub String);

/// A person who signs in.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "columns of its row, each with a meaning of its own"
)]
pub struct Account {
    /// The row.
    pub id: AccountId,
    /// As typed when the account was made.
    pub username: Username,
    /// Where notices go.
    pub email: Email,
    /// The main account that owns this subaccount; none for a main account.
    pub main_account: Option<AccountId>,
    /// Whether this subaccount manages the others of its main account.
    pub manager: bool,
    /// Whether it must have a second factor: without one it reaches nothing but its set-up.
    pub two_factor_required: bool,
    /// Whether its next sign-in sets one up, because somebody else took the old one away.
    pub set_up_forced: bool,
    /// Whether something besides the password has ever protected it: an authenticator, a number that
    /// was proven, or a code that completed a sign-in. Never taken back.
    pub protected_once: bool,
    /// Whether its password was chosen by a mailed link, and no second factor was proven since: then
    /// whoever reads its mail may know it.
    pub password_mailed: bool,
    /// Raised whenever every open session and pending step has to end. A session carries
    /// the epoch it began in and is dead under any other, so a request in flight
    /// cannot revive what was revoked (ASVS 7.4.3).
    pub epoch: i64,
    /// When its owner chose a password; none while it is only invited.
    pub password_chosen_at: Option<Timestamp>,
    /// When its owner moved to this e-mail address; none where somebody else entered it.
    pub email_changed_at: Option<Timestamp>,
    /// Whether its owner has proven that this e-mail address reaches them, or the operator says so.
    pub email_proven: bool,
    /// Whether its user name is an e-mail address that was its own, proven in the same way. Then the name is
    /// its own for good, whoever has that mailbox later.
    pub username_proven: bool,
    /// What its owner chose to read; none where they chose nothing.
    pub language: Option<Language>,
    /// What the browser asked for that they last signed in with: for messages, where nothing is chosen. It is not set
    /// before the second step (the attack: whoever has the password has warnings sent in a language that their
    /// reader does not know).
    pub language_seen: Option<Language>,
    /// Why nobody can sign in to it; none where somebody can.
    pub disabled: Option<Disabled>,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Why nobody can sign in to an account, and since when. The store derives it from the account's
/// row and its main account's (the attack: managers of a customer who is shut out go on inviting).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disabled {
    /// It was disabled itself.
    Itself(Timestamp),
    /// Its main account was.
    WithMainAccount(Timestamp),
}

/// Who says whose an e-mail address is that an account moves to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressOf {
    /// Its owner, who moved to it at that time: a code that was mailed there came back.
    ProvenSince(Timestamp),
    /// Its owner, at that time, where no mail is sent: nobody else says so.
    TypedSince(Timestamp),
    /// Its owner, who had it before: a link that was mailed there came back; or the operator vouches for it.
    Vouched,
    /// Somebody else, who may be wrong.
    Given,
}

impl AddressOf {
    /// Whether what was mailed there came back.
    #[must_use]
    pub const fn is_proven(self) -> bool {
        matches!(self, Self::ProvenSince(_) | Self::Vouched)
    }

    /// When the owner moved to it.
    #[must_use]
    pub const fn moved_at(self) -> Option<Timestamp> {
        match self {
            Self::ProvenSince(at) | Self::TypedSince(at) => Some(at),
            Self::Vouched | Self::Given => None,
        }
    }
}

impl Account {
    /// A main account that nobody has signed in to yet.
    ///
    /// # Errors
    /// [`UsernameError::AddressOfAnother`].
    pub fn new(
        id: AccountId,
        username: Username,
        email: Email,
        created_at: Timestamp,
    ) -> Result<Self, UsernameError> {
        // By what names are compared by: signs that only look different are the same name.
        let key = username.key();
        if Email::parse(key.as_str()).is_ok() && key != UsernameKey::of(email.as_str()) {
            return Err(UsernameError::AddressOfAnother);
        }
        Ok(Self {
            id,
            username,
            email,
            main_account: None,
            manager: false,
            two_factor_required: false,
            set_up_forced: false,
            protected_once: false,
            password_mailed: false,
            epoch: 0,
            password_chosen_at: None,
            email_changed_at: None,
            email_proven: false,
            username_proven: false,
            language: None,
            language_seen: None,
            disabled: None,
            created_at,
        })
    }

    /// The same account, whose owner has proven that its e-mail address reaches them.
    #[must_use]
    pub fn with_proven_email(self) -> Self {
        Self {
            email_proven: true,
            username_proven: self.username.key() == UsernameKey::of(self.email.as_str()),
            ..self
        }
    }

    /// Whether its owner can sign in.
    #[must_use]
    pub const fn is_enabled(&self) -> bool {
        self.disabled.is_none()
    }

    /// When its owner moved to this e-mail address, as long as the address is new. A new address
    /// proves too little to open the account (the attack: a stolen session moves the address, and a
    /// link to another password makes an account of a session).
    #[must_use]
    pub fn new_email_since(&self, now: Timestamp) -> Option<Timestamp> {
        self.email_changed_at
            .filter(|at| now.since(*at) < NEW_EMAIL_SECONDS)
    }

    /// The main account that it belongs to, or itself: whose budgets its messages draw on.
    #[must_use]
    pub fn payer(&self) -> &AccountId {
        self.main_account.as_ref().unwrap_or(&self.id)
    }
}

/// A user name of 3 to 64 characters, shown as typed and compared by [`UsernameKey`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Username(String);

/// What makes a user name the same as another: its `NFKC_Casefold` (Unicode 3.13, R5 with
/// compatibility). `Ａlice`, `alice` and `ALICE` are one account and one throttle counter
/// (the attack: a counter for each spelling).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsernameKey(String);

/// Why a user name cannot be taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsernameError {
    /// Nothing was typed.
    Empty,
    /// Under three characters.
    TooShort,
    /// Over 64 characters.
    TooLong,
    /// A colon, a control character, or one that cannot be seen.
    Unfit,
    /// An e-mail address that is not its account's, which would name somebody else at the front door.
    AddressOfAnother,
}

impl Username {
    /// Longest user name, in characters.
    pub const MAX: usize = 64;

    /// Reads a typed user name; white space around it and what cannot be seen is dropped.
    ///
    /// # Errors
    /// [`UsernameError`] says what to change.
    pub fn parse(typed: &str) -> Result<Self, UsernameError> {
        let name: String = typed::visible(typed).collect();
        let name = name.trim();
        if name.is_empty() {
            return Err(UsernameError::Empty);
        }
        if name.chars().count() > Self::MAX {
            return Err(UsernameError::TooLong);
        }
        if name.chars().any(unfit_in_name) {
            return Err(UsernameError::Unfit);
        }
        let key = UsernameKey::of(name);
        match key.0.chars().count() {
            0..3 => Err(UsernameError::TooShort),
            3..=Self::MAX if !key.0.chars().any(unfit_in_name) => Ok(Self(name.to_owned())),
            3..=Self::MAX => Err(UsernameError::Unfit),
            _ => Err(UsernameError::TooLong),
        }
    }

    /// A name that was read before, from the database.
    #[must_use]
    pub fn stored(name: String) -> Self {
        Self(name)
    }

    /// As typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What it is compared by.
    #[must_use]
    pub fn key(&self) -> UsernameKey {
        UsernameKey::of(&self.0)
    }
}

impl UsernameKey {
    /// The key of whatever was typed at sign-in, also of what could never be a user name.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        // Folding can undo normal form and normalising can undo folding; the second round
        // settles both. Some letters unfold into a space and a mark, so the ends are looked
        // at last.
        let fold = |text: &str| text.nfd().default_case_fold().nfkc().collect::<String>();
        let visible: String = typed::visible(typed).collect();
        Self(fold(&fold(&visible)).trim().to_owned())
    }

    /// As it stands in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Characters with no place in a name: `:` splits the label of an `otpauth` URI, control
/// characters break logs, and invisible or direction-changing ones let one name pose as
/// another.
fn unfit_in_name(c: char) -> bool {
    c == ':' || hides_in_text(c)
}

/// Characters with no place in any text that one person writes and another reads: control
/// characters, invisible ones, and those that turn the direction of writing, so that a line reads
/// as something else than what it says.
pub(super) fn hides_in_text(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFD}' | '\u{E0000}'..='\u{E0FFF}')
}

/// A mail domain in ASCII and lower case; none where no such name can stand in the DNS (RFC 1035,
/// 2.3.1): labels of at most 63 letters, digits and hyphens, none of them at an end.
fn ascii_domain(domain: &str) -> Option<String> {
    // In the URL of a page it would stand for another sign.
    if domain.contains('%') {
        return None;
    }
    let Ok(Host::Domain(ascii)) = Host::parse(domain) else {
        return None;
    };
    let is_label = |label: &str| {
        let fits = (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-');
        fits && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    (ascii.len() <= 253 && ascii.split('.').all(is_label)).then_some(ascii)
}

/// An e-mail address as far as it can be checked without sending to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

/// Why an e-mail address cannot be taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmailError {
    /// Nothing was typed.
    Empty,
    /// Not of the form `name@example.com`.
    Malformed,
    /// No mail can go there: a part is too long, or no such domain can exist.
    Undeliverable,
    /// Over 254 bytes (RFC 5321, 4.5.3.1.3).
    TooLong,
}

impl Email {
    /// Longest address, in bytes.
    pub const MAX: usize = 254;

    /// Longest part before the `@`, in bytes (RFC 5321, 4.5.3.1.1).
    const MAX_LOCAL: usize = 64;

    /// Reads a typed address; white space around it and what cannot be seen is dropped.
    ///
    /// # Errors
    /// [`EmailError`] says what to change.
    pub fn parse(typed: &str) -> Result<Self, EmailError> {
        let address: String = typed::visible(typed).collect();
        let address = address.trim();
        if address.is_empty() {
            return Err(EmailError::Empty);
        }
        if address.len() > Self::MAX {
            return Err(EmailError::TooLong);
        }
        let (local, domain) = address.rsplit_once('@').ok_or(EmailError::Malformed)?;
        // One plain recipient and nothing that a mail header could be split or extended by.
        let plain = |part: &str| {
            !part.is_empty()
                && !part.starts_with('.')
                && !part.ends_with('.')
                && !part.contains("..")
                && !part
                    .chars()
                    .any(|c| c.is_whitespace() || unfit_in_name(c) || "@,;<>()[]\\\"".contains(c))
        };
        if !plain(local) || !plain(domain) {
            return Err(EmailError::Malformed);
        }
        if local.len() > Self::MAX_LOCAL || ascii_domain(domain).is_none() {
            return Err(EmailError::Undeliverable);
        }
        Ok(Self(address.to_owned()))
    }

    /// The address as every mail server takes it: its domain in ASCII (RFC 5890, 2.3.2.1). The part
    /// before the `@` stays as it is, because only its own server knows what it means.
    #[must_use]
    pub fn for_delivery(&self) -> (&str, String) {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        (local, ascii_domain(domain).unwrap_or_else(|| domain.to_owned()))
    }

    /// What an address is counted by: all its spellings are one mailbox (the attack: invitations to
    /// `Bob@`, `bOb@` and so on, each within its limit). The part before the @, too, although a mail
    /// server may tell upper from lower case there: next to none does, and where one does, two
    /// people share a limit and nothing else.
    #[must_use]
    pub fn mailbox(address: &str) -> String {
        let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
        let domain = ascii_domain(domain).unwrap_or_else(|| domain.to_lowercase());
        format!("{}@{domain}", local.to_lowercase())
    }

    /// An address that was read before, from the database.
    #[must_use]
    pub fn stored(address: String) -> Self {
        Self(address)
    }

    /// As typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// For whoever may not know it all: its first character and its host.
    #[must_use]
    pub fn masked(&self) -> String {
        let (local, host) = self.0.split_once('@').unwrap_or((&self.0, ""));
        let first: String = local.chars().take(1).collect();
        format!("{first}•••@{host}")
    }

    /// The part before the `@`.
    #[must_use]
    pub fn local_part(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_share_one_key() {
        let key = UsernameKey::of("alice");
        for spelling in [
            "ALICE",
            "Alice",
            "\u{ff21}lice",
            " alice ",
            "AL\u{0131}CE".replace('\u{0131}', "I").as_str(),
        ] {
            assert_eq!(UsernameKey::of(spelling), key, "{spelling}");
        }
        assert_eq!(UsernameKey::of("stra\u{df}e"), UsernameKey::of("STRASSE"));
        assert_eq!(UsernameKey::of("\u{212a}elvin"), UsernameKey::of("kelvin"));
        assert_ne!(UsernameKey::of("m\u{131}ke"), UsernameKey::of("mike"));
    }

    #[test]
    fn a_key_is_its_own_key() {
        for name in [
            "\u{fe70}0",
            "x\u{fe70}",
            "\u{345}\u{301}x",
            "\u{fb03}X\u{327}",
            "\u{1e9e}\u{130}",
            "\u{1f80}",
        ] {
            let once = UsernameKey::of(name);
            assert_eq!(UsernameKey::of(once.as_str()), once, "{name}");
        }
    }

    #[test]
    fn user_names_have_bounds() {
        assert_eq!(Username::parse("  "), Err(UsernameError::Empty));
        assert_eq!(Username::parse("ab"), Err(UsernameError::TooShort));
        assert_eq!(Username::parse(&"a".repeat(65)), Err(UsernameError::TooLong));
        assert_eq!(Username::parse("a:lice"), Err(UsernameError::Unfit));
        assert_eq!(Username::parse("al\u{2028}ice"), Err(UsernameError::Unfit));
        assert_eq!(
            Username::parse("\u{feff}al\u{200b}ice\u{202c}").unwrap().as_str(),
            "alice"
        );
        assert_eq!(Username::parse("al\nice"), Err(UsernameError::Unfit));
        assert_eq!(Username::parse(" Alice ").unwrap().as_str(), "Alice");
        assert!(Username::parse(&"a".repeat(64)).is_ok());
        assert!(Username::parse("李小龙").is_ok());
        // One typed character, eighteen folded ones.
        assert_eq!(
            Username::parse(&"\u{fdfa}".repeat(60)),
            Err(UsernameError::TooLong)
        );
    }

    #[test]
    fn addresses_hold_one_plain_recipient() {
        for good in ["a@b.fi", "first.last+tag@example.com", "käyttäjä@esimerkki.fi"] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "a",
            "@b.fi",
            "a@",
            "a@b@c.fi",
            "a b@c.fi",
            "a@b.fi,c@d.fi",
            "a@b.fi\nBcc: x@y.z",
            "<a@b.fi>",
            "a..b@c.fi",
            "a@.fi",
            "a@b.fi.",
        ] {
            assert_eq!(Email::parse(bad), Err(EmailError::Malformed), "{bad}");
        }
        assert_eq!(Email::parse(""), Err(EmailError::Empty));
        assert_eq!(
            Email::parse(&format!("{}@b.fi", "a".repeat(250))),
            Err(EmailError::TooLong)
        );
    }

    #[test]
    fn an_address_is_one_that_mail_can_go_to() {
        let local = |length: usize| format!("{}@example.com", "a".repeat(length));
        let label = |length: usize| format!("a@{}.example", "b".repeat(length));
        for good in [
            &local(64),
            &label(63),
            "a@localhost",
            "a@xn--mnchen-3ya.example",
            "info@münchen.example",
            "info@MÜNCHEN.example",
            "a@3com.example",
            "a@a-b.example",
            "o'hara+x/y=z@example.com",
        ] {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        for bad in [
            &local(65),
            &label(64),
            "a@example-.com",
            "a@-example.com",
            "a@*.example.com",
            "a@exa_mple.com",
            "a@example.com/x",
            "a@exa%41mple.com",
            "a@127.0.0.1",
            "a@1.2",
            "a@0x7f000001",
            "a@xn--a.example",
        ] {
            assert_eq!(Email::parse(bad), Err(EmailError::Undeliverable), "{bad}");
        }
    }

    #[test]
    fn a_domain_goes_out_in_ascii() {
        let email = Email::parse("jörg@München.example").unwrap();
        assert_eq!(email.as_str(), "jörg@München.example");
        assert_eq!(
            email.for_delivery(),
            ("jörg", "xn--mnchen-3ya.example".to_owned())
        );
        assert_eq!(
            Email::mailbox("a@MÜNCHEN.example"),
            Email::mailbox("A@xn--mnchen-3ya.example")
        );
    }

    #[test]
    fn all_spellings_of_an_address_are_one_mailbox() {
        for address in ["Bob@example.com", "bOB@Example.COM", "bob@example.com"] {
            assert_eq!(Email::mailbox(address), "bob@example.com");
        }
        assert_ne!(
            Email::mailbox("bob@example.com"),
            Email::mailbox("b.ob@example.com")
        );
    }
}
