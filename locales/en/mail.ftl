# E-mails to the owner of an account. They are plain text: no tags, a link on a line of its own after the message that
# ends with a colon. Straight quotes and no dashes, as people type them in an e-mail.
#
# Of each e-mail: its subject, then what happened. $account is the user name. Where it can be done to another person's
# account, $who is "person" if $by did it; otherwise the administrator of the service ($issuer) did, on the server.

mail-subject = { $issuer }: { $about }

# Two-factor authentication.
mail-second-factor-on-subject = Two-factor authentication is on
mail-second-factor-on = Two-factor authentication is now on for { $account }. From now on you sign in with your password and a code from your authenticator.
mail-second-factor-off-subject = Two-factor authentication is off
mail-second-factor-off = Two-factor authentication was turned off for { $account }. Signing in no longer asks for a code from an authenticator, and the recovery codes no longer work.
mail-second-factor-replaced-subject = Your authenticator was replaced
mail-second-factor-replaced = The authenticator of { $account } was replaced by a new one. The old one no longer works.
mail-second-factor-reset-subject = Your two-factor authentication was reset
mail-second-factor-reset =
    { $who ->
        [person] { $by } reset two-factor authentication for { $account }. The authenticator and the recovery codes no longer work, and you were signed out everywhere. Set up two-factor authentication again when you sign in.
       *[administrator] The administrator of { $issuer } reset two-factor authentication for { $account }. The authenticator and the recovery codes no longer work, and you were signed out everywhere. Set up two-factor authentication again when you sign in.
    }
mail-second-factor-required-subject = Two-factor authentication is now required
mail-second-factor-required =
    { $who ->
        [person] { $by } now requires two-factor authentication for { $account }. If you have not set it up yet, you will be asked to when you next sign in. It takes about three minutes. Set it up here:
       *[administrator] The administrator of { $issuer } now requires two-factor authentication for { $account }. If you have not set it up yet, you will be asked to when you next sign in. It takes about three minutes. Set it up here:
    }
mail-second-factor-not-required-subject = Two-factor authentication is no longer required
mail-second-factor-not-required =
    { $who ->
        [person] { $by } no longer requires two-factor authentication for { $account }. If you had an authenticator and recovery codes, they were removed. You were signed out everywhere. We still recommend two-factor authentication: set it up again under Security.
       *[administrator] The administrator of { $issuer } no longer requires two-factor authentication for { $account }. If you had an authenticator and recovery codes, they were removed. You were signed out everywhere. We still recommend two-factor authentication: set it up again under Security.
    }
mail-recovery-code-used-subject = A recovery code was used
mail-recovery-code-used =
    { $left ->
        [0] A recovery code was used to sign in as { $account }. It will not work again. No recovery codes are left.
        [one] A recovery code was used to sign in as { $account }. It will not work again. 1 recovery code is left.
       *[other] A recovery code was used to sign in as { $account }. It will not work again. { $left } recovery codes are left.
    }
mail-recovery-codes-regenerated-subject = You have new recovery codes
mail-recovery-codes-regenerated = New recovery codes were made for { $account }. The old ones no longer work.

# Reminders to set it up, by what protects the account today.
mail-set-up-reminder-subject = Please set up two-factor authentication
mail-set-up-reminder =
    { $who ->
        [person] { $by } asks you to set up two-factor authentication for { $account }.
       *[administrator] The administrator of { $issuer } asks you to set up two-factor authentication for { $account }.
    }
mail-set-up-reminder-by-phone = Today you confirm your sign-in with a code to your phone number. Codes from an authenticator app are safer, and need no reception. Set it up here in about three minutes:
mail-set-up-reminder-by-email = Today you confirm your sign-in with a code by e-mail: anyone who can read your e-mail has the code. With an authenticator app, they would also need your phone. Set it up here in about three minutes:
mail-set-up-reminder-by-password = Today your password alone opens your account to anyone who learns it. With two-factor authentication, they would also need your phone. Set it up here in about three minutes:
mail-set-up-reminder-unknown = If you did not expect this, find out here what it is and whom to ask:
mail-mandatory-soon-subject = Two-factor authentication becomes mandatory
# $moment is a date and a time of day.
mail-mandatory-soon = From { $moment }, { $account } will need two-factor authentication to sign in. It is not set up yet. Set it up here in about three minutes:
# What the main account gave as its reason.
mail-mandatory-soon-why = Why: { $reason }
mail-mandatory-soon-without = If you do not set it up, you will be asked from then on for a code that we send you, for the set-up, or for both when you sign in. Find out here what it is and whom to ask:

# E-mail address and phone number.
mail-email-changed-subject = Your e-mail address was changed
mail-email-changed = The e-mail address of { $account } was changed. We now send e-mails to the new address. This one goes to both.
mail-email-changed-undo = If this was not you, someone else can get into your account. Take it back within 48 hours with this link. It restores your address, ends all sessions and lets you choose a new password. It works once:
mail-email-restored-subject = Your e-mail address was changed back
mail-email-restored = The e-mail address of { $account } was changed back to the previous one: someone opened the link that we sent there. All sessions were ended, and the password no longer works. We will not send anything more about this account to this address.
mail-email-restored-not-you = If this was not you, find out here whom to ask:
mail-email-code-subject = Your code to confirm this address
mail-email-code = Your code to confirm this e-mail address for { $account } is { $code }. It works for five minutes. Nobody from { $issuer } will ask you for it.
mail-email-code-unknown = If you do not know what this is about, ignore this e-mail: someone may have entered your address by mistake. Nothing changes without the code.
mail-phone-changed-subject = Your phone number was changed
mail-phone-changed = The phone number of { $account } was changed or removed. If there is a new number, codes by SMS or call now go there.

# Passwords, and links to choose one.
mail-first-password-subject = Your password is set
mail-first-password = The invitation to { $issuer } was used to choose a password for { $account }.
mail-password-set-subject = A new password was set
mail-password-set =
    { $who ->
        [person] { $by } set a new password for { $account }. You were signed out everywhere.
       *[administrator] The administrator of { $issuer } set a new password for { $account }. You were signed out everywhere.
    }
mail-password-changed-subject = Your password was changed
mail-password-changed = The password of { $account } was changed. You were signed out everywhere else.
mail-choose-password-subject = Choose a new password
# Anyone can ask for it on the sign-in page: $who is "person" only if $by manages the account.
mail-password-asked =
    { $who ->
        [person] { $by } asked for a new password for { $account }.
       *[unknown] Someone asked for a new password for { $account }.
    }
mail-password-link = Your second step stays as it is. Choose the new password with this link. It works once, for 30 minutes:
mail-password-not-you = If this was not you, you do not need to do anything: your password is unchanged.
mail-password-no-link-subject = No link to a new password
mail-password-no-link = Your sign-in codes come to this mailbox, so we do not send a link to a new password here too: anyone who can read your e-mail would have both. Ask the person who manages your account for a link, or ask the administrator of { $issuer } for a new password.
mail-password-link-waits = Your e-mail address was changed on { $moment }. For 48 hours after a change we send no link to a new password, in case someone else made the change. You can ask again after that. We sent a link that undoes the change to your previous address.
mail-password-link-waits-help = If you cannot wait, find out here whom to ask:
mail-password-link-shown-subject = A link to a new password was made for you
mail-password-link-shown =
    { $who ->
        [person] { $by } made a link to a new password for { $account }, to give to you in person or by phone. It works once, for 30 minutes. Your second step stays as it is.
       *[administrator] The administrator of { $issuer } made a link to a new password for { $account }, to give to you in person or by phone. It works once, for 30 minutes. Your second step stays as it is.
    }
mail-password-link-shown-asked = If you asked for it, use the link that you were given, and no other.
mail-password-link-shown-not-asked = If you did not, do not sign in with a link from anyone, and ask the administrator of { $issuer }. Your password stays as it is until the link is used, and we e-mail you when it is. Find out here whom to ask:
mail-password-ended-subject = Your password no longer works
mail-password-ended = You told us that someone else used your account { $account }. Its password no longer works, and all sessions were ended.
mail-password-ended-link = Choose a new password with this link. It works once, for 30 minutes:
mail-password-ended-later = If it has expired, use "Forgotten password?" when you sign in:

# Accounts.
mail-invitation-subject = Choose your password
mail-invitation =
    { $who ->
        [person] { $by } invites you to { $issuer }. Your user name is { $account }.
       *[administrator] You are invited to { $issuer }. Your user name is { $account }.
    }
mail-invitation-link = Choose your password with this link. It works once, for three days:
mail-account-added-subject = You have an account
mail-account-added =
    { $who ->
        [person] { $by } created an account for you. Your user name is { $account }. Sign in with the password that you were given:
       *[administrator] The administrator of { $issuer } created an account for you. Your user name is { $account }. Sign in with the password that you were given:
    }
mail-account-unlocked-subject = Your account was unlocked
mail-account-unlocked =
    { $who ->
        [person] { $by } unlocked { $account }. The wrong passwords no longer count, so you can sign in without waiting.
       *[administrator] The administrator of { $issuer } unlocked { $account }. The wrong passwords no longer count, so you can sign in without waiting.
    }
mail-account-disabled-subject = Your account was disabled
mail-account-disabled =
    { $who ->
        [person] { $by } disabled the account { $account }. All sessions were ended, and nobody can sign in to it.
       *[administrator] The administrator of { $issuer } disabled the account { $account }. All sessions were ended, and nobody can sign in to it.
    }
mail-account-enabled-subject = Your account was enabled
mail-account-enabled =
    { $who ->
        [person] { $by } enabled the account { $account } again.
       *[administrator] The administrator of { $issuer } enabled the account { $account } again.
    }
mail-account-deleted-subject = Your account was deleted
mail-account-deleted =
    { $who ->
        [person] { $by } deleted the account { $account }. All sessions were ended, and nobody can sign in to it again.
       *[administrator] The administrator of { $issuer } deleted the account { $account }. All sessions were ended, and nobody can sign in to it again.
    }
mail-subaccount-deleted-subject = A user account was deleted
mail-subaccount-deleted =
    { $who ->
        [person] { $by } deleted the user account { $account }. The reason is on the page "What managers did":
       *[administrator] The administrator of { $issuer } deleted the user account { $account }. The reason is on the page "What managers did":
    }
mail-subaccount-deleted-you = If this was you, or you expected it, you do not need to do anything.
mail-subaccount-deleted-not-you = If not, someone can get into the account that did it. Disable that account. If it is your own, change your password:
mail-policy-changed-subject = Your policy was changed
mail-policy-changed = The policy of { $account } was changed. It says what this account and its user accounts need to sign in. See it here:

# Sign-ins. In each, somebody had the right password.
mail-second-step-failed-subject = Wrong codes after your password
mail-second-step-failed = Someone entered the password for { $account } and then wrong codes, five in a row. They were not signed in.
mail-second-step-left-subject = Unfinished sign-in to your account
mail-second-step-left = Someone entered the password for { $account } but did not complete the second step. They were not signed in.
mail-second-step-you = If this was you, you do not need to do anything. If your codes do not work, find out here why:
mail-second-step-not-you = If this was not you, someone knows your password. Do not give a code to anyone who asks for it. Ask the administrator of { $issuer } to set a new password.
mail-second-step-not-you-link = If this was not you, someone knows your password. Do not give a code to anyone who asks for it. Tell us with this link: it ends all sessions, your password stops working, and we e-mail you how to get a new one. It works once, for three days:
mail-sign-in-code-subject = Your sign-in code
mail-sign-in-code = Your code to sign in as { $account } is { $code }. It works for five minutes. Nobody from { $issuer } will ask you for it.
mail-sign-in-code-not-you = If this was not you, someone knows your password. Do not give the code to anyone, and ask the administrator of { $issuer } to set a new password.
mail-address-refused-subject = Sign-in blocked from another address
mail-address-refused = Someone entered the password for { $account } at the IP address { $address }, which is not approved. They were not signed in.
mail-address-refused-approve = If you know who it was, approve that address for 30 days with this link. It works once, for half an hour, and signs nobody in:
mail-address-refused-not-you = If you do not know who it was, someone knows the password. Do not open the link, and ask the administrator of { $issuer } to set a new password.
mail-allow-list-changed-subject = Your allowed IP addresses were changed
mail-allow-list-changed = The IP addresses that { $account } can sign in from were changed.
mail-approval-revoked-subject = Approved addresses were revoked
mail-approval-revoked =
    { $who ->
        [person] { $by } revoked addresses that were approved for { $account } with an e-mailed link. To sign in from there, you need a new link.
       *[administrator] The administrator of { $issuer } revoked addresses that were approved for { $account } with an e-mailed link. To sign in from there, you need a new link.
    }

# What several e-mails say. More of the same are told in one e-mail:
mail-repeated =
    { $count ->
        [one] It happened once more after that. Your activity log lists each time:
       *[other] It happened { $count } more times after that. Your activity log lists each time:
    }
mail-when = When: { $moment }
mail-from = From: { $address }
mail-from-server = From: the command line of the server
mail-you = If this was you, you do not need to do anything.
mail-not-you = If this was not you, someone can get into your account. Sign in, open Security, end the sessions that you do not recognise, and change your password:
mail-help = Find out here whom to ask for help:
mail-unknown = If you do not know what this is about, ignore this e-mail, or find out here whom to ask:
mail-not-told = If nobody told you about this, ask the administrator of { $issuer }. Find out here whom to ask:
