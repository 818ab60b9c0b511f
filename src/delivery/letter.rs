//! Notifications as e-mails.
//!
//! What an e-mail says stands in `locales/LANGUAGE/mail.ftl`, its order in the template: what happened, when and from
//! where, and what to do if it was the owner and if it was not. A paragraph is one line, and so is a link. Mail
//! programs wrap lines at their own width; lines that end at 72 columns come out ragged on a phone. On the wire no line
//! is too long either: [`smtp`](super::smtp) sends such a text quoted-printable (RFC 2045, 6.7).

use askama::Template;

use super::{Mail, Subject, Voice, browser_line};
use crate::{
    domain::{
        account::Username,
        clock::Timestamp,
        notification::{Notification, NotificationKind},
        subaccount::Protection,
    },
    text::Text,
};

#[derive(Template)]
#[template(path = "messages/notification.txt")]
struct Letter<'a> {
    t: Text,
    issuer: &'a str,
    origin: &'a str,
    username: &'a str,
    kind: NotificationKind,
    time: String,
    /// Empty for the command line.
    address: String,
    /// Who did it to another's account; empty for the owner and the operator.
    by: &'a str,
    /// Which of the two it is, for messages that differ.
    who: &'static str,
    /// What stands in this mail alone: a code or a link's token; empty where there is none.
    secret: &'a str,
    /// How many more of the same are told with it.
    repeats: i64,
}

impl Letter<'_> {
    /// A moment that a matter holds as a number.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates give references")]
    fn moment(&self, seconds: &i64) -> String {
        self.t.moment(Timestamp(*seconds))
    }

    /// The account that an address was refused to: the recipient's own, or one that they manage.
    const fn signed_in_to(&self) -> &str {
        if self.by.is_empty() {
            self.username
        } else {
            self.by
        }
    }

    fn code_line(&self) -> String {
        browser_line(self.origin, self.secret)
    }
}

fn subject(t: Text, kind: NotificationKind) -> &'static str {
    match kind {
        NotificationKind::SecondFactorOn => t.mail_second_factor_on_subject(),
        NotificationKind::SecondFactorOff => t.mail_second_factor_off_subject(),
        NotificationKind::SecondFactorReplaced => t.mail_second_factor_replaced_subject(),
        NotificationKind::SecondFactorReset => t.mail_second_factor_reset_subject(),
        NotificationKind::SecondFactorRequired => t.mail_second_factor_required_subject(),
        NotificationKind::SecondFactorNotRequired => t.mail_second_factor_not_required_subject(),
        NotificationKind::RecoveryCodeUsed(_) => t.mail_recovery_code_used_subject(),
        NotificationKind::RecoveryCodesRegenerated => t.mail_recovery_codes_regenerated_subject(),
        NotificationKind::EmailChanged => t.mail_email_changed_subject(),
        NotificationKind::EmailRestored => t.mail_email_restored_subject(),
        NotificationKind::EmailCode => t.mail_email_code_subject(),
        NotificationKind::PhoneChanged => t.mail_phone_changed_subject(),
        NotificationKind::FirstPassword => t.mail_first_password_subject(),
        NotificationKind::PasswordSet => t.mail_password_set_subject(),
        NotificationKind::NewPasswordWithoutLink => t.mail_password_ended_subject(),
        NotificationKind::PasswordLinkRefused | NotificationKind::PasswordLinkWaits(_) => {
            t.mail_password_no_link_subject()
        }
        NotificationKind::PasswordLinkShown => t.mail_password_link_shown_subject(),
        NotificationKind::PasswordChanged => t.mail_password_changed_subject(),
        NotificationKind::AccountAdded => t.mail_account_added_subject(),
        NotificationKind::AccountUnlocked => t.mail_account_unlocked_subject(),
        NotificationKind::AccountDisabled => t.mail_account_disabled_subject(),
        NotificationKind::AccountEnabled => t.mail_account_enabled_subject(),
        NotificationKind::AccountDeleted => t.mail_account_deleted_subject(),
        NotificationKind::SubaccountDeleted => t.mail_subaccount_deleted_subject(),
        NotificationKind::PolicyChanged => t.mail_policy_changed_subject(),
        NotificationKind::SecondStepFailed => t.mail_second_step_failed_subject(),
        NotificationKind::SecondStepLeft => t.mail_second_step_left_subject(),
        NotificationKind::Invitation => t.mail_invitation_subject(),
        NotificationKind::PasswordLink | NotificationKind::NewPasswordForced => {
            t.mail_choose_password_subject()
        }
        NotificationKind::SignInCode => t.mail_sign_in_code_subject(),
        NotificationKind::AddressRefused => t.mail_address_refused_subject(),
        NotificationKind::AllowListChanged => t.mail_allow_list_changed_subject(),
        NotificationKind::ApprovalRevoked => t.mail_approval_revoked_subject(),
        NotificationKind::SetUpReminder(_) => t.mail_set_up_reminder_subject(),
        NotificationKind::MandatorySoon(_) => t.mail_mandatory_soon_subject(),
    }
}

impl Mail {
    /// Puts a notice into the words of its recipient. `secret` is what its recipient alone is told;
    /// `origin` is the public URL: links are made of it alone.
    ///
    /// # Errors
    /// When the template fails, which is a fault of ours.
    pub fn about(
        Voice { t, issuer }: Voice<'_>,
        notification: &Notification,
        secret: &str,
        sequence: i64,
        origin: &str,
    ) -> Result<Self, String> {
        let by = notification.by.as_ref().map_or("", Username::as_str);
        let letter = Letter {
            t,
            issuer,
            origin,
            username: notification.username.as_str(),
            kind: notification.kind,
            time: t.moment(notification.happened_at),
            address: notification
                .address
                .map_or_else(String::new, |address| address.to_string()),
            by,
            who: if by.is_empty() { "other" } else { "person" },
            secret,
            repeats: notification.repeats,
        };
        let host =
            super::host(origin).replace(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-', ".");
        Ok(Self {
            to: notification.recipient.clone(),
            subject: Subject::new(&t.mail_subject(subject(t, notification.kind), issuer)),
            text: letter.render().map_err(|error| error.to_string())?,
            id: format!("<{}.{sequence}@{host}>", notification.happened_at.0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::account::Email;

    /// A name that would end a header and begin the next.
    const HOSTILE: &str = "Acme\r\nBcc: x@y.z";
    const ORIGIN: &str = "https://account.example.com";

    fn notification(kind: NotificationKind, username: &str) -> Notification {
        Notification {
            kind,
            recipient: Email::parse("alice@example.com").unwrap(),
            language: None,
            username: Username::stored(username.to_owned()),
            happened_at: Timestamp(1_800_000_000),
            address: "203.0.113.9".parse().ok(),
            by: None,
            repeats: 0,
        }
    }

    fn mail(kind: NotificationKind, username: &str) -> Mail {
        let notification = notification(kind, username);
        Mail::about(Voice::english(HOSTILE), &notification, "012345", 7, ORIGIN).unwrap()
    }

    #[test]
    fn a_letter_says_what_when_where_and_what_to_do() {
        let mail = mail(NotificationKind::RecoveryCodeUsed(1), "<Alice> & \"co\"");
        for part in [
            "<Alice> & \"co\"",
            "1 recovery code is left",
            "15 January 2027, 08:00 UTC",
            "203.0.113.9",
            "If this was not you",
            "https://account.example.com/",
        ] {
            assert!(mail.text().contains(part), "{part}: {}", mail.text());
        }
        assert_eq!(mail.id(), "<1800000000.7@account.example.com>");
    }

    #[test]
    fn a_code_ends_its_mail_in_the_form_that_browsers_fill_in() {
        for kind in [NotificationKind::SignInCode, NotificationKind::EmailCode] {
            let mail = mail(kind, "Alice");
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
        for (kind, link) in [
            (
                NotificationKind::Invitation,
                "https://account.example.com/invitation/012345",
            ),
            (
                NotificationKind::NewPasswordForced,
                "https://account.example.com/new-password/012345",
            ),
            (
                NotificationKind::PasswordLink,
                "https://account.example.com/new-password/012345",
            ),
            (
                NotificationKind::SecondStepLeft,
                "https://account.example.com/not-me/012345",
            ),
            (
                NotificationKind::SecondStepFailed,
                "https://account.example.com/not-me/012345",
            ),
            (
                NotificationKind::EmailChanged,
                "https://account.example.com/restore-email/012345",
            ),
        ] {
            assert!(mail(kind, "Alice").text().contains(link), "{kind:?}");
        }
    }

    #[test]
    fn who_did_it_is_named_or_the_administrator_is() {
        for (by, said) in [
            (Some("Mia"), "Mia deleted the account Alice."),
            (
                None,
                "The administrator of Acme\r\nBcc: x@y.z deleted the account Alice.",
            ),
        ] {
            let notification = Notification {
                by: by.map(|by| Username::stored(by.to_owned())),
                ..notification(NotificationKind::AccountDeleted, "Alice")
            };
            let mail = Mail::about(Voice::english(HOSTILE), &notification, "", 7, ORIGIN).unwrap();
            assert!(mail.text().starts_with(said), "{}", mail.text());
        }
    }

    /// No paragraph is empty, and a link stands alone on its line.
    #[test]
    fn every_letter_is_whole() {
        let numbered = [
            NotificationKind::RecoveryCodeUsed(0),
            NotificationKind::PasswordLinkWaits(1_800_000_000),
            NotificationKind::MandatorySoon(1_800_000_000),
            NotificationKind::SetUpReminder(Protection::ByPhone),
            NotificationKind::SetUpReminder(Protection::ByEmail),
            NotificationKind::SetUpReminder(Protection::Off),
        ];
        let all = NotificationKind::NAMES
            .iter()
            .filter_map(|name| NotificationKind::stored(name, None));
        for kind in all.chain(numbered) {
            let contents = [("", 0), ("012345", 2)];
            let voices = Voice::all("Acme").into_iter();
            for (voice, (secret, repeats)) in
                voices.flat_map(|voice| contents.map(|content| (voice, content)))
            {
                let notification = Notification {
                    repeats,
                    ..notification(kind, "Alice")
                };
                let mail = Mail::about(voice, &notification, secret, 7, ORIGIN).unwrap();
                let text = mail.text();
                assert!(
                    !text.contains("\n\n\n") && text == text.trim(),
                    "{kind:?}: {text}"
                );
                assert!(mail.subject().as_str().len() > "Acme: ".len(), "{kind:?}");
                for line in text.lines().filter(|line| line.contains(ORIGIN)) {
                    assert!(
                        line.starts_with(ORIGIN) && !line.contains(' '),
                        "{kind:?}: {line}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_subject_is_one_line() {
        let mail = mail(NotificationKind::PasswordSet, "Alice");
        assert_eq!(mail.subject().as_str(), "AcmeBcc: x@y.z: A new password was set");
    }
}
