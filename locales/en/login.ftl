# Signing in.

login-title = Sign in
login-user-name = User name
login-button = Sign in
login-user-name-empty = Enter your user name.
login-password-empty = Enter your password.
login-wrong = The user name or the password is not right. Check both, and the Caps Lock key.
login-signed-out = You are signed out.
login-ended = Your session has ended. Sign in again to continue.
login-password-set = Your password is set. Sign in with it.
login-approved = The address is approved. Sign in there.
login-forgotten = Forgotten password?
login-help = Cannot sign in?
# The button of the second step.
login-log-in = Log in
login-other-account = Start again with another account
login-back = Back to sign in
# After a wait that a page counted down.
login-again = The wait is over. You can enter a code now.

# The one-time password.
login-code-title = Enter your one-time password
login-code-app = Open your authenticator app and enter the 6 digits it shows for <strong>{ $issuer }</strong>.
login-code-app-for = Open your authenticator app and enter the 6 digits it shows for <strong>{ $issuer }</strong> (<person>{ $account }</person>).
login-code-our-time = Our clock shows { $time }.
login-code-help-button = Help
login-code-recovery = Use a recovery code
login-code-one-time = Use a one-time password
login-code-help = Codes that do not work
login-off-title = One-time passwords are switched off
login-off-why = Too many wrong codes were entered for this account, so its one-time passwords are switched off, the right ones too.
login-off-recover = <strong>To get back in:</strong> <link>use a recovery code</link>, then set up your authenticator again. No recovery codes?
login-off-say = Give your user name and say that your one-time passwords are switched off.
login-off-not-you = If you did not enter those codes, say so: someone else may know your password.

# A recovery code.
login-recovery-about = You were shown ten recovery codes when you set up your authenticator, to save or to print. Enter one that you have not used yet. Each signs you in once.
login-recovery-code = Recovery code
login-recovery-hint = 24 letters and digits, for example ABCD-EFGH-…
login-recovery-none = No codes either?
login-recovery-wrong = This is not one of your unused recovery codes. Check it, or enter the next one on your list.
login-recovery-help = A lost or new phone

# A code by SMS or call.
login-backup-first-title = Confirm it is you
login-backup-title = Get a backup code
login-backup-first = Your account needs a second step when you sign in. The first time, it is a code to your phone, <phone>{ $number }</phone>. After that you set up an app that shows you codes.
login-backup-instead = Is your authenticator gone, or do its codes not work? Sign in with a code to your phone, <phone>{ $number }</phone>, instead.
login-backup-sms = Send SMS
login-backup-call = Call me
login-backup-choose = Choose “Send SMS” or “Call me”.
login-backup-code = Code from the SMS or call
login-backup-stuck = Not your number, or nothing arrives?
login-backup-use-recovery = <link>Use a recovery code</link>. No codes either?
login-backup-no-number = No phone number is registered for your account, so no code can be sent to you.
login-backup-not-offered = { $issuer } does not send codes by SMS or call.
login-backup-without = <strong>To get in without your authenticator:</strong> <link>use a recovery code</link>. You were shown ten of them when you set it up.
login-backup-say = Give your user name and say that your authenticator is gone.
login-backup-help = No code arrives, or it does not work

# A code by e-mail.
login-email-title = Check your e-mail
login-email-to = To confirm that it is you, we e-mail a code to <strong>{ $address }</strong>. It usually takes less than a minute. After five minutes, look in your spam folder.
login-email-to-you = To confirm that it is you, we e-mail you a code. It usually takes less than a minute. After five minutes, look in your spam folder.
login-email-then = After the code you set up two-factor authentication, which your account needs. Have your phone at hand.
login-email-code = Code from the e-mail
login-email-works = The code works for another { $time }. Reloading this page sends nothing.
login-email-again = Send again
login-email-wait = You can ask again in { $wait }. The same code is sent again.
login-email-stuck = Not your address any more?
login-email-not-sent = To sign in you need a code by e-mail, and { $issuer } cannot send e-mail at the moment.
login-email-help = No e-mail arrives

# A set-up code, after a reset.
login-setup-code-title = Enter your set-up code
login-setup-code-about = Your two-factor authentication was reset. The person who reset it has a set-up code for you. Enter it here to confirm that it is you who sets up the new one.
login-setup-code-label = Set-up code
login-setup-code-hint = 12 letters and digits, for example ABCD-EFGH-IJKL
login-setup-code-button = Continue
login-setup-code-wrong = This is not your set-up code, or it no longer works. Check it, or ask for a new one.
login-setup-code-none = No code, or an old one?

# An address that is not allowed.
login-blocked-title = Sign-in blocked from this IP address
login-blocked-why = You can only sign in from approved IP addresses, and <strong>{ $address }</strong> is not one of them.
login-blocked-owner = <strong>Check your e-mail:</strong> we sent you a link that approves this address for 30 days. It works once, within half an hour. Then sign in again.
login-blocked-manager = <person>{ $manager }</person>, who manages your account, decides which addresses are approved. We e-mailed them a link that approves this one. It works for half an hour. Ask them, then sign in again.
login-blocked-main-account = The owner of your main account decides which addresses are approved. We e-mailed them a link that approves this one. It works for half an hour. Ask them, then sign in again.
login-blocked-sent-before = An e-mail with a link that approves this address was sent a short while ago. Look for it in the spam folder too, or ask the person who gets it.
login-blocked-too-many = We sent no e-mail for this address, because too many were requested. We can send the next one in { $wait } at the latest: sign in here again then. If you did not request them, someone else knows your password: change it from an approved address.
login-blocked-no-mail = We cannot e-mail you a link that approves it, because this site sends no e-mail.

# A second step that cannot be sent.
login-unreachable-title = You cannot sign in at the moment
login-unreachable-why = Your password is correct. To sign in, you also need a code that { $issuer } sends you, and it cannot send one at the moment. To protect your account, we let nobody in without it.
login-unreachable-help = <strong>It is not your fault, and trying again does not help.</strong>
login-unreachable-how = The person who helps you can reset your two-factor authentication and give you a set-up code, or make it possible to send codes again.

# Somebody else is signed in in this browser.
login-already-title = You are signed in as { $account }
login-already-heading = You are signed in as <name>{ $account }</name>
# One of these, then why it is said.
login-already-password = The password is set.
login-already-approved = The address is approved.
login-already-why = That was for another account than the one that you are signed in to in this browser.
login-already-how = To sign in to the other account, sign out here first.
login-already-stay = Continue as <name>{ $account }</name>

# The set-up that a sign-in asks for.
login-on-title = Two-factor authentication is on
login-on-about = These are your recovery codes. If you cannot use your authenticator, each signs you in once, together with your password. Keep them where you would still find them without your phone. <strong>They are shown only now.</strong>
login-on-next = Next
login-setup-title = Set up two-factor authentication
login-setup-required-by = <name>{ $manager }</name> requires two-factor authentication for <person>{ $account }</person>. You set it up once. After that, you sign in with your password and a code from an app. When you enter a correct code here, two-factor authentication is turned on and you are signed in.
login-setup-required = The account <person>{ $account }</person> needs two-factor authentication. You set it up once. After that, you sign in with your password and a code from an app. When you enter a correct code here, two-factor authentication is turned on and you are signed in.
login-setup-app = Install an authenticator app
login-setup-app-how = Use one you already have, or take one from the list of <link>authenticator apps</link>. It is best on another device than the one you sign in with.
login-setup-type = Enter the code that the app shows
login-setup-confirm = Confirm code
login-setup-time = Take your time
login-setup-stays =
    { $minutes ->
        [one] This QR code stays the same for one more minute, in this browser, also when you reload the page, enter a wrong code or sign in again. The entry you scanned keeps working.
       *[other] This QR code stays the same for { $minutes } more minutes, in this browser, also when you reload the page, enter a wrong code or sign in again. The entry you scanned keeps working.
    }
login-setup-restart-hint = “Start over” makes a new key, and this QR code will stop working. If you have scanned it, delete the old entry from your app afterwards.
login-setup-restart = Start over
login-setup-done = Two-factor authentication is on, and you are signed in. From now on, signing in asks for a code from your authenticator. You do not have to set it up again.
