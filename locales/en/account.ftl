# One's own account.

# Change password.
account-password-title = Change password
account-password-about = When you change it, you are signed out everywhere else. We tell you by e-mail that it was changed.
account-password-current = Current password
account-password-empty = Enter your current password.
account-password-wrong = This is not your current password.
account-password-same = This is your current password. Choose another one.
account-password-changed = Your password is changed. You are signed out everywhere else.
account-back = Back

# Confirm the password before a change.
account-confirm-title = Confirm your password
account-confirm-no-app = What comes next changes how you sign in, and you signed in without an authenticator app. We ask for your password once more, so that nobody who copied your session can do it in your name.
account-confirm-about = You are about to change how you sign in. Enter your password again, so that nobody else can do this if you left your screen open.
account-confirm-button = Confirm
account-confirm-back = Back to your account
account-confirm-help = Your password does not work
account-confirm-sign-in = Your second step is a code that we send you, so you can change this only just after signing in. Sign out, sign in again and come back here.

# Another e-mail address.
account-email-title = Confirm your e-mail address
account-email-about = We sent a code to <person>{ $address }</person>. Enter it here to confirm that this address is yours. Until you do, your address is still <person>{ $current }</person>.
account-email-over = The last code no longer works.
account-email-soon = The e-mail usually arrives in less than a minute. After five minutes, look in your spam folder.
account-email-wait = You can ask for it again in { $wait }.
account-email-keep = Keep <name>{ $current }</name>
account-email-other = Another address
account-email-kept = Your e-mail address is still { $address }.
account-email-confirmed = Your new e-mail address is confirmed. From now on, messages about your account go to it.

# Another phone number.
account-phone-title = Confirm your phone number
account-phone-sent = We are sending a code to <phone>{ $number }</phone>. Enter it here to confirm that this is your phone. Your number does not change until you do.
account-phone-about = We send a code to <phone>{ $number }</phone>. Enter it here to confirm that this is your phone. Your number does not change until you do.
account-phone-first = One-time password, before a code is sent
account-phone-first-hint = 6 digits from your authenticator.
account-phone-call-instead = Call me instead
account-phone-other = Another number
account-phone-confirmed = Your phone number is confirmed. From now on, codes by SMS or call go to it.

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
account-recovered-there = You still have it
account-recovered-there-about = You did not have it with you, for example. Nothing changes.
account-recovered-there-button = I still have my authenticator
account-recovered-gone = You lost it, or you have a new phone
account-recovered-gone-about = Set up the new one now. The old one stops working when you confirm the new one.
account-recovered-gone-button = Replace authenticator
account-recovered-off = You do not want to set one up now
account-recovered-required-by = Your account needs two-factor authentication, so you cannot switch it off: <person>{ $manager }</person> requires it. Set up a new authenticator above, or ask them.
account-recovered-required = Your account needs two-factor authentication, so you cannot switch it off. Set up a new authenticator above.
account-recovered-off-about = Without two-factor authentication, anyone who learns your password can sign in. Your remaining recovery codes will stop working. You can turn two-factor authentication on again at any time.
account-recovered-off-button = Turn 2FA off
account-recovered-off-done = Two-factor authentication is off. Your recovery codes no longer work.

# Recovery codes.
account-codes-title = Recovery codes
account-codes-about = If you cannot use your authenticator, each of these codes signs you in once, together with your password. Keep them where you would still find them without your phone. <strong>They are shown only now.</strong>
account-codes-saved = I have saved them
account-codes-unsaved = Save the codes, then tick the box. They are not shown again.
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
account-prove-sign-in-first = To set up an authenticator, sign out and sign in again. We then send you a code to confirm that it is you.

account-authenticator-replace = Your old authenticator keeps working until you enter a correct code from the new one.
account-authenticator-set-up = After this, signing in asks for your password and for a code from an app. Nothing is switched on until you enter a correct code.
account-authenticator-enable = Enable
account-authenticator-later = Later
account-authenticator-until-then = Until you have set it up, each sign-in asks for a code by SMS or call.
account-authenticator-replaced = Your new authenticator is set up. The old one no longer works. Delete the old entry from your app.
account-authenticator-enabled = Two-factor authentication is on. From now on, you need a code from your authenticator to sign in. You were signed out in your other browsers.

# New recovery codes, another authenticator, or no second factor.
account-manage-title = Manage two-factor authentication
account-manage-on = On. Set up { $time }.
account-manage-replace = New phone or another app
account-manage-replace-about = Set up the new authenticator with a new QR code. The old one works until the new one is confirmed.
account-manage-codes-left =
    { $left ->
        [0] You have no unused recovery codes. When you make new ones, the old ones stop working.
        [one] You have one unused recovery code. When you make new ones, the old ones stop working.
       *[other] You have { $left } unused recovery codes. When you make new ones, the old ones stop working.
    }
account-manage-codes-made = These are your new codes. The old ones no longer work.
account-manage-off = Disable two-factor authentication
account-manage-off-required-by = Your account must have two-factor authentication, so you cannot switch it off. <person>{ $manager }</person> requires it. Ask them if that should change, or if you have lost your authenticator and your recovery codes.
account-manage-off-required = Your account must have two-factor authentication, so you cannot switch it off. Ask the administrator of <name>{ $issuer }</name> if that should change, or if you have lost your authenticator and your recovery codes.
account-manage-off-by-email = After this, signing in asks for your password and a code by e-mail. Anyone who has both can sign in.
account-manage-off-stuck = After this, signing in asks for a code that we cannot send you at the moment. You could not sign in without help.
account-manage-off-alone = After this, signing in asks only for your user name and password. Anyone who learns your password can sign in.
account-manage-off-then = Your recovery codes and the entry in your app stop working. Keep the entry in your app until two-factor authentication is off, then delete it. You can turn it on again at any time, with a new QR code.
account-manage-off-done = Two-factor authentication is off. Delete the entry from your app: it no longer works.

# Account details.
account-details-signing-in = Signing in
account-details-two-factor = Two-factor authentication
account-details-set-up = Setup
account-details-on = On. “Setup” replaces your authenticator. To switch it off, clear the box and save. The next page asks for your password and a code.
account-details-on-required-by = On, and required by <name>{ $manager }</name>, so you cannot switch it off here. “Setup” replaces your authenticator.
account-details-on-required = On, and required, so you cannot switch it off here. “Setup” replaces your authenticator.
account-details-off = Off. To switch it on, tick the box and choose “Setup”. It is on when you have entered a correct code from your authenticator app.
account-details-about-you = About you
account-details-email = E-mail address
account-details-email-hint = For messages about your account. If you change it, we send a code to the new address. It takes effect when you enter that code.
account-details-email-new = We sent a code to <name>{ $address }</name>. The new address takes effect when you enter it. <link>Enter the code</link>
account-details-phone = Phone number
account-details-phone-hint = With its country code, for example +358 40 123 4567. For a code by SMS or call if you cannot use your authenticator. If you change it, we send a code to the new number. It takes effect when you enter that code.
account-details-phone-unconfirmed = This number is not confirmed yet. <link>Confirm it</link>
account-details-phone-help = What the phone number is for
account-details-language-hint = For every page, and for the e-mails, SMS and calls that we send you.
# Where nothing is chosen.
account-details-language-none = The language of your browser
account-details-code = One-time password, to change the address or the number
account-details-code-hint = 6 digits from your authenticator. Leave it empty if you change neither.
account-details-save = Save
account-details-saved = Your details are saved.
account-details-unchanged = You changed nothing, so there was nothing to save.
account-details-phone-removed = Your phone number is removed.
