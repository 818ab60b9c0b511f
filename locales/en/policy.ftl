# What a main account requires of itself and of its subaccounts.

policy-title = Policy
policy-about = These rules are for your account and all its user accounts. A stricter rule takes effect immediately, also for people who are signed in.
policy-save = Save
policy-saved = The policy is saved and takes effect immediately.
policy-user-accounts = User accounts
policy-help = Help with user accounts

# Two-factor authentication for everyone.
policy-mandatory = Two-factor authentication for everyone
policy-mandatory-everyone-has = All accounts, including yours, have an authenticator. Nothing changes for anyone.
# Before the list of what sign-ins ask for.
policy-mandatory-now = It is mandatory now. This is what accounts without an authenticator are asked for at their next sign-in:
policy-mandatory-today = If you made it mandatory today, this is what accounts without an authenticator would be asked for at their next sign-in:
policy-next-set-up =
    { $count ->
        [one] <strong>1 account</strong>: set-up before any other page
       *[other] <strong>{ $count } accounts</strong>: set-up before any other page
    }
policy-next-phone =
    { $count ->
        [one] <strong>1 account</strong>: a code by SMS or call; set-up can wait
       *[other] <strong>{ $count } accounts</strong>: a code by SMS or call; set-up can wait
    }
policy-next-phone-and-set-up =
    { $count ->
        [one] <strong>1 account</strong>: a code by SMS or call, then set-up
       *[other] <strong>{ $count } accounts</strong>: a code by SMS or call, then set-up
    }
policy-next-email-and-set-up =
    { $count ->
        [one] <strong>1 account</strong>: a code by e-mail, then set-up
       *[other] <strong>{ $count } accounts</strong>: a code by e-mail, then set-up
    }
policy-next-set-up-code =
    { $count ->
        [one] <strong>1 account</strong>: the set-up code that a reset showed, then set-up
       *[other] <strong>{ $count } accounts</strong>: the set-up code that a reset showed, then set-up
    }
policy-next-unreachable =
    { $count ->
        [one] <strong>1 account</strong>: cannot sign in without help, because we cannot send it a code
       *[other] <strong>{ $count } accounts</strong>: cannot sign in without help, because we cannot send them a code
    }
policy-mandatory-see = See which accounts have no authenticator
policy-mandatory-from = Mandatory from
policy-mandatory-from-hint = A date, for example 2027-03-01. It begins at 00:00 UTC. Leave it empty to require it only of accounts with “2FA required”. Before that date, a banner counts down the days, and we e-mail a reminder 14 days, 7 days and 1 day before.
policy-mandatory-text = Reason
policy-mandatory-text-hint = Shown in the banner, in the e-mail and at the set-up. At most 500 characters.

# The first sign-in.
policy-first = First sign-in where 2FA is required
policy-first-phone = By phone: a code by SMS or call if a number is registered, then set-up, which can wait
policy-first-app = By app: set-up before any other page
policy-first-missing = Choose how the first sign-in works.

# Codes by e-mail.
policy-email = Codes by e-mail
policy-email-label = Ask accounts without another second step for a code by e-mail
policy-email-hint = Better than a password alone, but weaker than an app: anyone who reads the mailbox gets the code. When you switch it on, other sessions that were opened with a password alone end.
policy-email-unavailable = This site sends no e-mail at the moment, so you cannot switch it on.
policy-email-unavailable-problem = This site sends no e-mail, so nobody would get a code. Ask the administrator of this site to set up a mail server.

# Allowed IP addresses.
policy-addresses = Allowed IP addresses
policy-addresses-label = Addresses that all your accounts can sign in from
policy-addresses-hint = One address or network per line, for example 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32. Leave it empty to allow sign-in from everywhere. If someone signs in from another address, we e-mail you a link to approve it.
policy-addresses-approved = Addresses that you approved by e-mail

# What messages are written in.
policy-language = Language of messages
policy-language-hint = E-mails, SMS and calls to people who have not chosen a language for themselves. Pages follow their browser.
# Where nothing is chosen.
policy-language-none = The language of the main account

# A change that requires less.
policy-less = A less strict policy
policy-less-about = We ask for your own one-time password if you choose a later date or none, change the first sign-in, switch off codes by e-mail or change the list of addresses.
policy-less-code-hint = 6 digits. Leave it empty if you make the policy stricter.
policy-less-meanwhile = The policy was changed in another tab meanwhile, and this one is less strict. Check it, then save again.
policy-shuts-out = With this policy you could not sign in yourself: you have no authenticator, and we cannot send you a code. Nothing was saved. Set up an authenticator on “Security” first, then save.

# Addresses that were approved.
policy-approvals-title = Approved addresses
policy-approvals-about = These addresses are not on <link>your list of allowed IP addresses</link>. You approved each for one account, for 30 days, by a link in an e-mail. When you revoke one, it takes effect at the next request: sessions that are open there end.
policy-approvals-none = No other addresses are approved.
policy-approvals-revoke-all = Revoke all
policy-approvals-revoke-all-hint = “Revoke all” also revokes the addresses on the other pages of this list. So does a change of your list of allowed IP addresses.
policy-approvals-back = Back to Policy
policy-approvals-revoked = The address is revoked.
policy-approvals-all-revoked =
    { $count ->
        [0] There were no approved addresses left.
        [one] 1 address is revoked.
       *[other] { $count } addresses are revoked.
    }
