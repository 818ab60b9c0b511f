# The first page of an account: what to do next, and how the account is protected.

overview-title = Your account
overview-checklist = Security checklist
overview-details = Change your details
overview-sessions = Where you are signed in
overview-activity = What happened in your account

# What to do next: one of these.
overview-protected-title = Your account is protected
overview-protected = Someone who learns your password still cannot sign in without your authenticator. You have nothing to do.

overview-set-up-title = Next: set up two-factor authentication
overview-set-up-required-by = <person>{ $manager }</person> requires it for your account.
overview-set-up-required = It is required for your account.
overview-set-up-by-phone = At the moment you confirm your sign-in with a code by SMS or call. Codes from an authenticator app are safer and work without reception.
overview-set-up-by-email = At the moment you confirm your sign-in with a code by e-mail. Anyone who can read your e-mail can use that code. With two-factor authentication, they would also need your phone.
overview-set-up-stuck = We cannot send you a code, so you could not sign in again without help. With an authenticator app, you do not need us to send one.
overview-set-up-off = Every day, passwords are stolen, guessed or entered on fake pages. At the moment, anyone who learns your password can sign in to your account. With two-factor authentication, they would also need your phone.
overview-set-up-time = It takes about three minutes.
overview-set-up-button = Set up two-factor authentication
overview-set-up-addresses = Do you always sign in from the same place? With a list of allowed IP addresses, nobody can sign in from anywhere else. Using both is safest.
overview-set-up-addresses-button = Allow only your addresses

overview-codes-title = Next: make new recovery codes
overview-codes-none = You have used all of them. If you lose your phone and have no recovery code, you have to wait until someone helps you.
overview-codes-few = You have used most of them. If you lose your phone and have no recovery code, you have to wait until someone helps you.
overview-codes-button = Make new recovery codes

overview-confirm-phone-title = Next: confirm your phone number
overview-confirm-phone = A phone number was registered for you, but it is not confirmed yet. Enter a code that we send to it. After that, you can sign in with a code to this number if you cannot use your authenticator.
overview-confirm-phone-button = Confirm your phone number

overview-add-phone-title = Next: add a phone number
overview-add-phone = If you cannot use your authenticator, you can sign in with a code by SMS or call. Your recovery codes do the same: a phone number helps when you cannot find them.
overview-add-phone-button = Add a phone number
overview-change-phone-title = Next: change your phone number
overview-change-phone = We cannot send codes to the phone number that you have. With another one, you can sign in with a code by SMS or call if you cannot use your authenticator. Your recovery codes do the same: a phone number helps when you cannot find them.
overview-change-phone-button = Change your phone number
