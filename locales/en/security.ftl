# How an account is protected.

security-how = How you sign in
security-why = Passwords are stolen every day, and anyone who has yours can sign in as you. Protect your account with two-factor authentication, with a list of allowed IP addresses, or with both.
security-enable = Enable two-factor authentication (2FA)
security-manage = Manage two-factor authentication (2FA)

# The checklist: a name in bold, then how it stands.
security-password = Set. You enter it every time you sign in. <link>Change password</link>
security-two-factor = Two-factor authentication (2FA)
security-two-factor-on = On, set up { $time }. After the password, you enter a code from your authenticator.
security-two-factor-by-phone = No authenticator yet. After the password, you enter a code that you get by SMS or call. <link>What 2FA is</link>
security-two-factor-by-email = No authenticator yet. After the password, you enter a code that you get by e-mail. <link>What 2FA is</link>
security-two-factor-stuck = No authenticator yet, and we cannot send you a code, so you could not sign in again without help. Set up an authenticator now. <link>What 2FA is</link>
security-two-factor-off = Off. Anyone who learns your password can sign in. <link>What 2FA is</link>
security-codes-few =
    { $left ->
        [0] None left. <link>Make new ones</link> before you need them.
       *[other] Only { $left } left. <link>Make new ones</link> before you need them.
    }
security-codes-left = { $left } left. Each signs you in once if you cannot use your authenticator.
security-phone-confirmed = Confirmed. If you cannot use your authenticator, you can sign in with a code by SMS or call.
security-phone-unconfirmed = Not confirmed yet. <link>Confirm the number</link>
security-phone-unreachable = We cannot send codes to your number. <link>Change the number</link>
security-phone-none = None. With one, you can sign in with a code by SMS or call if you cannot use your authenticator. <link>Add a number</link>
security-addresses-on = On. You can sign in only from the addresses on your list. <link>Change the list</link>
security-addresses-off = Off, which is fine for most people. You can sign in from anywhere. <link>Allow only certain addresses</link>

# How many of them are done.
security-done = { $done } of { $all } done
security-all-done = All done
