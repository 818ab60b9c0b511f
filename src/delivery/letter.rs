//! Notices in words.

use askama::Template;

use super::{Mail, Subject};
use crate::domain::{
    account::Username,
    clock::Timestamp,
    notice::{Matter, Notice},
    subaccount::Protection,
};
use crate::text::Text;

#[derive(Template)]
#[template(path = "messages/notice.txt")]
struct Letter<'a> {
    issuer: &'a str,
    origin: &'a str,
    username: &'a str,
    matter: Matter,
    time: String,
    place: String,
    /// Who did it to another's account; empty for the owner and the operator.
    by: &'a str,
    /// What stands in this mail alone: a code or a link's token; empty where there is none.
    secret: &'a str,
    /// The public URL without its scheme.
    host: &'a str,
    /// How many more of the same are told with it.
    repeats: i64,
}

impl Letter<'_> {
    /// A moment that a matter holds as a number.
    #[expect(
        clippy::unused_self,
        clippy::trivially_copy_pass_by_ref,
        reason = "templates call methods, and give references"
    )]
    fn moment(&self, seconds: &i64) -> String {
        Text::english().moment(Timestamp(*seconds))
    }

    /// Who did something to another's account.
    fn doer(&self) -> String {
        if self.by.is_empty() {
            format!("those who run {}", self.issuer)
        } else {
            self.by.to_owned()
        }
    }
}

const fn subject(matter: Matter) -> &'static str {
    match matter {
        Matter::SecondFactorOn => "two-factor authentication is on",
        Matter::SecondFactorOff => "two-factor authentication is off",
        Matter::SecondFactorReplaced => "your authenticator was replaced",
        Matter::SecondFactorReset => "your two-factor authentication was reset",
        Matter::SecondFactorRequired => "two-factor authentication is now required",
        Matter::SecondFactorNotRequired => "two-factor authentication is no longer required",
        Matter::RecoveryCodeUsed(_) => "a recovery code was used",
        Matter::RecoveryCodesRegenerated => "you have new recovery codes",
        Matter::EmailChanged => "your e-mail address was changed",
        Matter::EmailRestored => "your e-mail address was changed back",
        Matter::EmailCode => "your code to confirm this address",
        Matter::PhoneChanged => "your phone number was changed",
        Matter::FirstPassword => "your password is set",
        Matter::PasswordSet => "a new password was set",
        Matter::NewPasswordWithoutLink => "your password no longer works",
        Matter::PasswordLinkRefused | Matter::PasswordLinkWaits(_) => "no link to a new password",
        Matter::PasswordLinkShown => "a link to a new password was made for you",
        Matter::PasswordChanged => "your password was changed",
        Matter::AccountAdded => "you have an account",
        Matter::AccountUnlocked => "your account was unlocked",
        Matter::AccountDisabled => "your account was disabled",
        Matter::AccountEnabled => "your account was enabled",
        Matter::AccountDeleted => "your account was deleted",
        Matter::SubaccountDeleted => "a user account was deleted",
        Matter::PolicyChanged => "your policy was changed",
        Matter::SecondStepFailed => "wrong codes after your password",
        Matter::SecondStepLeft => "your password was used, and no code",
        Matter::Invitation => "choose your password",
        Matter::PasswordLink | Matter::NewPasswordForced => "choose a new password",
        Matter::SignInCode => "your code",
        Matter::AddressRefused => "a sign-in from another address",
        Matter::AllowListChanged => "your allowed addresses were changed",
        Matter::ApprovalRevoked => "approved addresses of yours were revoked",
        Matter::SetUpReminder(_) => "please set up two-factor authentication",
        Matter::MandatorySoon(_) => "two-factor authentication becomes mandatory",
    }
}

impl Mail {
    /// Puts a notice into words. `secret` is what its recipient alone is told; `origin` is the public URL: links are made of it alone.
    ///
    /// # Errors
    /// When the template fails, which is a fault of ours.
    pub fn about(
        notice: &Notice,
        secret: &str,
        sequence: i64,
        issuer: &str,
        origin: &str,
    ) -> Result<Self, String> {
        let host = origin.split_once("://").map_or(origin, |(_, host)| host);
        let letter = Letter {
            issuer,
            origin,
            username: notice.username.as_str(),
            matter: notice.matter,
            time: Text::english().moment(notice.happened_at),
            place: notice.address.map_or_else(
                || "the command line of the server".to_owned(),
                |address| address.to_string(),
            ),
            by: notice.by.as_ref().map_or("", Username::as_str),
            secret,
            host,
            repeats: notice.repeats,
        };
        let host = host.replace(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-', ".");
        Ok(Self {
            to: notice.recipient.clone(),
            subject: Subject::new(issuer, subject(notice.matter)),
            text: letter.render().map_err(|error| error.to_string())?,
            id: format!("<{}.{sequence}@{host}>", notice.happened_at.0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Email;

    fn mail(matter: Matter, username: &str) -> Mail {
        let notice = Notice {
            matter,
            recipient: Email::parse("alice@example.com").unwrap(),
            username: Username::stored(username.to_owned()),
            happened_at: Timestamp(1_800_000_000),
            address: "203.0.113.9".parse().ok(),
            by: None,
            repeats: 0,
        };
        Mail::about(
            &notice,
            "012345",
            7,
            "Acme\r\nBcc: x@y.z",
            "https://account.example.com",
        )
        .unwrap()
    }

    #[test]
    fn a_letter_says_what_when_where_and_what_to_do() {
        let mail = mail(Matter::RecoveryCodeUsed(1), "<Alice> & \"co\"");
        for part in [
            "<Alice> & \"co\"",
            "1 recovery code is left",
            "15 January 2027, 08:00 UTC",
            "203.0.113.9",
            "Was it not you?",
            "https://account.example.com/",
        ] {
            assert!(mail.text().contains(part), "{part}: {}", mail.text());
        }
        assert_eq!(mail.id(), "<1800000000.7@account.example.com>");
    }

    #[test]
    fn a_code_ends_its_mail_in_the_form_that_browsers_fill_in() {
        for matter in [Matter::SignInCode, Matter::EmailCode] {
            let mail = mail(matter, "Alice");
            assert_eq!(
                mail.text().trim_end().lines().last(),
                Some("@account.example.com #012345")
            );
            assert!(
                !mail.subject().as_str().contains("012345"),
                "not on a locked screen"
            );
        }
    }

    #[test]
    fn links_are_made_of_the_public_url() {
        for (matter, link) in [
            (
                Matter::Invitation,
                "https://account.example.com/invitation/012345",
            ),
            (
                Matter::NewPasswordForced,
                "https://account.example.com/new-password/012345",
            ),
            (
                Matter::PasswordLink,
                "https://account.example.com/new-password/012345",
            ),
            (
                Matter::SecondStepLeft,
                "https://account.example.com/not-me/012345",
            ),
            (
                Matter::SecondStepFailed,
                "https://account.example.com/not-me/012345",
            ),
            (
                Matter::EmailChanged,
                "https://account.example.com/restore-email/012345",
            ),
        ] {
            assert!(mail(matter, "Alice").text().contains(link), "{matter:?}");
        }
    }

    #[test]
    fn a_subject_is_one_line() {
        let mail = mail(Matter::PasswordSet, "Alice");
        assert_eq!(mail.subject().as_str(), "AcmeBcc: x@y.z: a new password was set");
    }
}
