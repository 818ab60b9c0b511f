# One's own account.

# Change password.
account-password-title = Change password
account-password-about = When you change it, you are signed out everywhere else. We tell you by e-mail that it was changed.
account-password-current = Current password
account-back = Back

# Confirm the password before a change.
account-confirm-title = Confirm your password
account-confirm-no-app = What comes next changes how you sign in, and you signed in without an authenticator app. We ask for your password once more, so that nobody who copied your session can do it in your name.
account-confirm-about = What comes next changes how you sign in. We ask again so that nobody else can do it at a screen you left open.
account-confirm-button = Confirm
account-confirm-back = Back to your account
account-confirm-help = Your password does not work

# Another e-mail address.
account-email-title = Confirm your e-mail address
account-email-about = We sent a code to <person>{ $address }</person>. Enter it here, so that your e-mail never goes to someone else. Until then your address is still <person>{ $current }</person>.
account-email-over = The last code no longer works.
account-email-soon = It usually arrives in less than a minute. After five minutes, look in your spam folder.
account-email-wait = You can ask for it again in { $wait }.
account-email-keep = Keep <name>{ $current }</name>
account-email-other = Another address

# Another phone number.
account-phone-title = Confirm your phone number
account-phone-sent = A code goes to <phone>{ $number }</phone>. Enter it here, so that codes never go to someone else’s phone. Until then nothing is changed.
account-phone-about = We send a code to <phone>{ $number }</phone>. Enter it here, so that codes never go to someone else’s phone. Until then nothing is changed.
account-phone-first = One-time password, before a code is sent
account-phone-first-hint = 6 digits from your authenticator.
account-phone-call-instead = Call me instead
account-phone-other = Another number

# After a recovery code, or a code to the phone.
account-recovered-title = You used a recovery code
account-recovered-by-phone-title = You signed in with a code to your phone
account-recovered-left =
    { $left ->
        [0] That code is used up. It was your last one.
        [one] That code is used up. You have one more.
       *[other] That code is used up. You have { $left } more.
    }
account-recovered-ask = What happened to your authenticator?
account-recovered-there = It is still there
account-recovered-there-about = You did not have it with you, for example. Nothing changes.
account-recovered-there-button = I still have my authenticator
account-recovered-gone = It is gone, or you have a new one
account-recovered-gone-about = Set up the new one now. The old one works until the new one is confirmed, and then no longer.
account-recovered-gone-button = Replace authenticator
account-recovered-off = You have none for now
account-recovered-required = Your account needs two-factor authentication, so you cannot switch it off: <person>{ $manager }</person> requires it. Set up a new authenticator above, or ask there.
account-recovered-off-about = Without two-factor authentication, anyone who learns your password can sign in. Your remaining recovery codes will stop working. You can enable it again at any time.
account-recovered-off-button = Turn 2FA off

# Recovery codes.
account-codes-title = Recovery codes
account-codes-about = When your authenticator is gone, each of these codes signs you in once, together with your password. Keep them where you would still find them without your phone. <strong>They are shown only now.</strong>
account-codes-saved = I have saved them
account-codes-shown = Your codes were shown when they were made, and cannot be shown again.
account-codes-left =
    { $left ->
        [0] You have used all of them.
        [one] One of them is unused.
       *[other] { $left } of them are unused.
    }
account-codes-few = Make new ones before you need them.
account-codes-lost = Did you lose the list? With new codes, the old ones stop working.
account-codes-again = Regenerate backup codes
account-codes-none = You have no recovery codes. They are made when you set up two-factor authentication.
account-print-title = Recovery codes to print
account-print-heading = Recovery codes for { $issuer }
account-print-about = User name <person>{ $account }</person>, made on { $time }. Each signs in once, together with the password.
account-print-how = Print this page with your browser’s menu or with Ctrl+P (⌘P on a Mac), then keep it in a safe place.

# Another authenticator.
account-prove-title = Replace your authenticator
account-prove-about = First enter the code that your current app shows, so that nobody else can move your account to their phone. Then you set up the new one.
account-prove-code = Code from your current authenticator
account-prove-gone = Is the app gone? Sign out, sign in with your password, and choose “Use a recovery code” or a code to your phone. After that you can set up a new app.
