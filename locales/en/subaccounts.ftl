# User accounts, for the people who manage them.

# The list.
subaccounts-title = User accounts
subaccounts-board = Accounts by two-factor authentication
# Kinds of accounts, each after how many there are.
subaccounts-tile-all = All
subaccounts-tile-on = Protected
subaccounts-tile-by-phone = By phone only
subaccounts-tile-by-email = By e-mail only
subaccounts-tile-stuck = Need help to sign in
subaccounts-tile-pending = Set-up pending
subaccounts-tile-off = Unprotected
subaccounts-tile-without-app = Without an app
subaccounts-tile-required-but-off = Required, but off
subaccounts-tile-disabled = Disabled
subaccounts-add = Add user
subaccounts-remind = Remind those without an app
subaccounts-remind-hint = We e-mail a reminder that says how to set up an authenticator app. It goes to enabled accounts that have no authenticator and can sign in without help, at most once a day to each.
subaccounts-search-label = User name, e-mail address or phone number
subaccounts-search = Search
subaccounts-list-end = There are no more accounts.
subaccounts-list-nothing = No accounts match. Search for a shorter part of the name, or <link>see all accounts</link>.
subaccounts-list-alone = There are no other accounts yet. Choose “Add user” to make an account for each person, so that nobody needs your password.
subaccounts-list-caption = User accounts, the main account first
subaccounts-user-name = User name
subaccounts-email = E-mail address
subaccounts-second-factor = 2FA
subaccounts-change = Change
subaccounts-change-named = Change { $account }
subaccounts-role-main = Main account
subaccounts-role-manager = Manager
# Of an account in the list.
subaccounts-disabled = Disabled
subaccounts-invited = Invited
subaccounts-required = Required
# The second factor of an account in the list.
subaccounts-state-on = On
subaccounts-state-by-phone = By phone only
subaccounts-state-by-email = By e-mail only
subaccounts-state-stuck = Needs help to sign in
subaccounts-state-pending = Set-up pending
subaccounts-state-off = Off
subaccounts-back-to-list = Back to user accounts
subaccounts-help = Help with user accounts

# After "Remind those without an app".
subaccounts-reminded =
    { $count ->
        [one] A reminder to 1 account is on its way.
       *[other] Reminders to { $count } accounts are on their way.
    }
# The limit that was reached is said next.
subaccounts-reminded-some =
    { $count ->
        [one] A reminder to 1 account is on its way. The others were not sent.
       *[other] Reminders to { $count } accounts are on their way. The others were not sent.
    }
subaccounts-reminded-none = No reminders were sent.
subaccounts-reminded-nobody = No reminders were sent: each of these accounts was reminded within the last day, or has not chosen a password yet.

# Add user.
subaccounts-new-who = User details
subaccounts-new-user-name-hint = They sign in with it.
subaccounts-email-hint = For messages about the account.
subaccounts-phone = Phone number
subaccounts-new-phone-hint = Optional. Include the country code, for example +358 40 123 4567. The first sign-in can then start with a code by SMS or call.
subaccounts-signing-in = Signing in
subaccounts-new-link-by-email = We e-mail them a link to choose their own password.
subaccounts-new-link-shown = They choose their own password, with a link that you get on the next page.
subaccounts-two-factor-required = Two-factor authentication required (2FA required)
subaccounts-new-required-hint = If a phone number is registered, the first sign-in starts with a code to that phone. Otherwise it starts with setting up an authenticator app. Check that the number is right: codes also go to it when the authenticator is lost.
subaccounts-new-create = Create
subaccounts-new-cancel = Cancel
subaccounts-new-taken = This user name is taken. Choose another one.

# A subaccount.
subaccounts-one-title = Change { $account }
subaccounts-one-heading = Change <name>{ $account }</name>
subaccounts-save = Save

# What is handed over, once.
subaccounts-send-link = Send this link to <name>{ $account }</name>
subaccounts-send-link-about = With it, <name>{ $account }</name> chooses a password. It works once, for three days, and is shown only now. We do not send it to anyone. Anyone who has the link can choose the password, so give it to nobody else. Earlier links no longer work.
subaccounts-give-code = Give this set-up code to <name>{ $account }</name>
subaccounts-give-code-about = We cannot send <name>{ $account }</name> a code by phone or e-mail to confirm a new set-up, so the next sign-in asks for this code. It works once, for three days, and is shown only now. Give it to them in person or by phone, and to nobody else.
subaccounts-give-link = Give this link to <name>{ $account }</name>
subaccounts-give-link-about = With it, <name>{ $account }</name> chooses a new password. It works once, for 30 minutes, and is shown only now. We did not e-mail the link, only a message that you made it. Give it to them in person or by phone, and to nobody else. Two-factor authentication stays as it is. Earlier links no longer work.

# What a manager gives before they change how somebody else signs in.
subaccounts-own-factor-first = <strong>You need two-factor authentication yourself</strong> before you can change how someone else signs in. <link>Set it up for your own account</link>.
subaccounts-own-factor-first-delete = <strong>You need two-factor authentication yourself</strong> before you can delete an account. <link>Set it up for your own account</link>.
subaccounts-own-factor-first-problem = Set up two-factor authentication for your own account first. Nothing was changed.
subaccounts-own-factor-new = Your own two-factor authentication is less than 24 hours old. You cannot use it to change other accounts until { $moment }, in case someone else set it up. Nothing was changed. Try again later, or ask another manager of this account.
subaccounts-reason = Reason
subaccounts-reason-hint = We keep it in the activity log, where the user can read it.
subaccounts-reason-hint-link = We keep it in the activity log, where the user can read it. For example: forgot the password.
subaccounts-reason-hint-reset = We keep it in the activity log, where the user can read it. For example: lost phone.
subaccounts-reason-missing = Give a reason.
subaccounts-own-password = Your own password
subaccounts-own-password-missing = Enter your own password.
subaccounts-own-code = Your own one-time password

# Whether two-factor authentication is required.
subaccounts-cleared = <strong>If you clear the box and save, two-factor authentication is removed:</strong> the authenticator of <name>{ $account }</name>, the recovery codes and any unfinished set-up. All sessions end. After that a password alone signs in, unless your policy makes two-factor authentication mandatory or asks for codes by e-mail. Does <name>{ $account }</name> have a new phone? Leave the box ticked and use “Reset two-factor authentication” below.
subaccounts-factor-since = <name>{ $account }</name> has an authenticator, set up { $time }.
subaccounts-factor-none-required = <name>{ $account }</name> has no authenticator. Until one is set up, at each sign-in they have to enter a code that we send, set one up, or do both.
subaccounts-factor-none = <name>{ $account }</name> has no authenticator. If you tick the box, they have to set one up before they can open any other page. If your policy allows the first sign-in by phone and a number is registered, the set-up can wait.

# Address and number.
subaccounts-about = About <name>{ $account }</name>
subaccounts-email-guarded = Links to a new password go to this address. To change it, you need to give a reason, your own password and a one-time password.
subaccounts-email-invited = Is the address wrong? Enter the right one and save: we e-mail a new invitation to it, and the earlier link stops working.
subaccounts-phone-hint = Include the country code, for example +358 40 123 4567. For codes by SMS or call.
subaccounts-phone-proven = <name>{ $account }</name> has confirmed this number.
subaccounts-phone-guarded = To change or remove it, you need to give a reason, your own password and a one-time password.
subaccounts-phone-check = Check that it is the right phone before you require two-factor authentication: the first sign-in can start with a code to it, which confirms the number.
subaccounts-saved = The details are saved.
subaccounts-saved-signed-out = The details are saved, and the user is signed out everywhere. Their password and two-factor authentication have not changed. If the old address was never theirs, give them a link to a new password and reset two-factor authentication.
subaccounts-saved-released = Saved. Two-factor authentication is removed from this account and no longer required.
subaccounts-saved-still-mandatory = Saved. Two-factor authentication is removed from this account. Your policy requires it of everyone, so the next sign-in starts with a new set-up.

# An invitation.
subaccounts-invitation = Invitation
subaccounts-invitation-made = <name>{ $account }</name> has not chosen a password yet. The latest link was made { $time } and works for three days. If you make a new one, it stops working.
subaccounts-invitation-none = <name>{ $account }</name> has not chosen a password yet. There is no link that works: make a new one.
subaccounts-invitation-new = New invitation
subaccounts-invitation-sent = An e-mail with a link to choose a password is on its way. The link works once, for three days.
subaccounts-invitation-on-trial = Trial mode: the e-mail with a link to choose a password is printed where the server runs. The link works once, for three days.
subaccounts-invitation-disabled = This account is disabled, so an invitation would not work. Enable it first.
subaccounts-invitation-unneeded = The user has already chosen a password, so they need no invitation.

# A link to a new password.
subaccounts-watch = Sessions and activity
subaccounts-link = Forgotten password
subaccounts-link-codes-by-email = <name>{ $account }</name> gets codes by e-mail, so we do not send a link to a new password to the same mailbox: anyone who reads it would have both. Show a link here, and give it to them in person or by phone. It works once, for 30 minutes, and the next sign-in still asks for a code.
subaccounts-link-by-email = <name>{ $account }</name> can ask for a link on the sign-in page, or you can send one here. It goes only to the e-mail address above, works once, for 30 minutes, and does not change two-factor authentication. Can they no longer read that mailbox? Show the link instead, and give it to them in person or by phone.
subaccounts-link-shown = This site sends no e-mail, so we show the link to you: give it to them in person or by phone. It works once, for 30 minutes, and does not change two-factor authentication.
subaccounts-make-sure = Make sure that it is really <name>{ $account }</name> who asks.
subaccounts-link-send = E-mail a link to a new password
subaccounts-link-show = Show a link to a new password
subaccounts-link-made = The link is made. It is shown only now.
subaccounts-link-sent = We sent a link to choose a new password. It works once, for 30 minutes.
subaccounts-link-not-sent-codes = No link was sent: this account gets codes by e-mail, so anyone who reads that mailbox would have both. Make sure that it is really the owner who asks. Then show a link and give it to them in person or by phone.
subaccounts-link-not-sent-new-email = No link was sent: this e-mail address was changed less than 48 hours ago by someone signed in to the account. Make sure that it was the owner, but do not ask by e-mail. Then show a link and give it to them in person or by phone.
subaccounts-link-not-sent-no-email = No link was sent: this site sends no e-mail. Show a link and give it to them in person or by phone.
subaccounts-link-not-made = No link was made: the account is disabled, or its owner has not chosen a first password yet.

# A reset of two-factor authentication.
subaccounts-reset = New or lost phone
subaccounts-reset-no-factor = <name>{ $account }</name> has no authenticator. A reset cancels any unfinished set-up and ends all sessions. The next sign-in asks for a code to the registered phone, or by e-mail if there is none, and then starts the set-up. If we can send neither, we show you a set-up code to give to <name>{ $account }</name>.
subaccounts-reset-required = A reset removes the authenticator and the recovery codes, and ends all sessions. The next sign-in asks for a code to the registered phone, or by e-mail if there is none, and then starts a new set-up. If we can send neither, we show you a set-up code to give to <name>{ $account }</name>. Make sure that it is really <name>{ $account }</name> who asks.
subaccounts-reset-not-required = A reset removes the authenticator and the recovery codes, and ends all sessions. The next sign-in asks for a code to the registered phone, or by e-mail if there is none, and then starts a new set-up, although 2FA is not required of <name>{ $account }</name>. If we can send neither, we show you a set-up code to give to them. Make sure that it is really <name>{ $account }</name> who asks.
subaccounts-reset-button = Reset two-factor authentication
subaccounts-reset-done = Two-factor authentication is reset, and all sessions are ended. The next sign-in starts with a new set-up.

# Wrong passwords and codes.
subaccounts-tries = Too many wrong tries
subaccounts-tries-codes-off = <strong>One-time passwords are switched off for this account,</strong> because too many codes in a row were wrong. Recovery codes still work. “Unlock” does not switch one-time passwords on again: someone may be guessing them. If <name>{ $account }</name> has no recovery codes left, use “Reset two-factor authentication” above.
subaccounts-tries-wrong-codes = Wrong codes in a row: { $count }. The next right code clears them.
subaccounts-tries-wrong-passwords = Wrong passwords were entered recently.
subaccounts-tries-about = “Unlock” clears wrong passwords, so that <name>{ $account }</name> does not have to wait. It does not clear wrong codes.
subaccounts-unlock = Unlock
subaccounts-unlocked = The account is unlocked: wrong passwords are cleared.

# Disable, enable, delete.
subaccounts-end = Disable or delete
subaccounts-end-disabled = This account is disabled
subaccounts-end-disabled-about = <name>{ $account }</name> cannot sign in.
subaccounts-enable = Enable account
subaccounts-enabled = The account is enabled again.
subaccounts-disable-about = A disabled account keeps its data but cannot sign in. Its sessions end at once.
subaccounts-disable = Disable account
subaccounts-now-disabled = The account is disabled, and all its sessions are ended.
subaccounts-delete-sure = I want to delete <name>{ $account }</name> permanently
subaccounts-delete-unsure = Tick the box to confirm. A deleted account cannot be restored.
subaccounts-delete = Delete account
subaccounts-deleted = The account is deleted.

# Back to a subaccount, from its other pages.
subaccounts-back = Back to <name>{ $account }</name>

# What happened in a subaccount.
subaccounts-activity-title = Activity of { $account }
subaccounts-activity-heading = Activity of <name>{ $account }</name>
subaccounts-activity-about = What happened in the account of <name>{ $account }</name>, the latest first.

# What was done to all of them.
subaccounts-managers-title = What managers did
subaccounts-managers-about = What you, your managers and the administrator did to your user accounts and your policy, the latest first. It includes deleted accounts. Only you can see this page.

# Where a subaccount is signed in.
subaccounts-sessions-title = Sessions of { $account }
subaccounts-sessions-heading = Sessions of <name>{ $account }</name>
subaccounts-sessions-none = <name>{ $account }</name> is not signed in anywhere.
subaccounts-sessions-about = Where <name>{ $account }</name> is signed in now. When you end a session, that browser has to sign in again.
subaccounts-sessions-ended = The session is ended.
subaccounts-sessions-end-all = End all sessions
subaccounts-sessions-end-all-hint = “End all sessions” also ends a sign-in that is not finished.
subaccounts-sessions-all-ended = All sessions are ended.

# Addresses that were approved for it.
subaccounts-approved = Approved addresses
subaccounts-approved-about = These addresses are not on a list of allowed IP addresses. They were approved by a link in an e-mail. When you revoke one, sessions that are open there end, and we tell <name>{ $account }</name> by e-mail.
subaccounts-approved-revoked = The address is revoked.
subaccounts-approved-revoke-all = Revoke all
subaccounts-approved-all-revoked = All addresses are revoked.

# Codes that were sent.
subaccounts-codes-title = Sent codes
subaccounts-codes-about = Every code that was requested for your accounts by SMS, call or e-mail. Only the last two digits of a phone number are shown.
subaccounts-codes-none = No codes were requested yet.
subaccounts-codes-end = There are no earlier codes. <link>See the latest</link>.
subaccounts-codes-caption = Requested codes, the latest first
subaccounts-codes-when = When
subaccounts-codes-account = Account
subaccounts-codes-how = How
subaccounts-codes-result = Result
subaccounts-codes-from = Requested from
subaccounts-codes-deleted = Deleted account
subaccounts-codes-by-sms = SMS to { $number }
subaccounts-codes-by-call = Call to { $number }
subaccounts-codes-by-email = E-mail to { $address }
