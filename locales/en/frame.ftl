# What stands around every page.

frame-skip = Skip to main content
frame-navigation = Account
frame-overview = Overview
frame-details = Account details
frame-security = Security
frame-subaccounts = User accounts
frame-policy = Policy
# Heard by people who use a screen reader, before the user name.
frame-signed-in-as = Signed in as
frame-sign-out = Sign out
frame-ends-soon = <strong>You will be signed out in about 4 minutes</strong>, because you did not open or save anything here for 25 minutes.
frame-stay-signed-in = Stay signed in
# After the link "Stay signed in".
frame-in-new-tab = (in a new tab: what you typed here stays as it is)
frame-mandatory = Two-factor authentication becomes mandatory
frame-mandatory-from =
    { $days ->
        [one] <strong>From tomorrow on, you need two-factor authentication to sign in.</strong>
       *[other] <strong>In { $days } days, you need two-factor authentication to sign in.</strong>
    }
frame-set-up-now = <link>Set it up now</link>: it takes about three minutes.
frame-help = Help
frame-support = Contact support
frame-time-left = You have { $time } left for this step. After that, sign in again.
