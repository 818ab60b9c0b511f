# A new password, and what follows when one no longer works.

password-forgotten-title = Forgotten password
password-forgotten-about = We e-mail you a link to choose a new one.
password-forgotten-name = User name or e-mail address
password-forgotten-empty = Enter your user name or your e-mail address.
password-forgotten-send = Send link
password-forgotten-no-mail = This site sends no e-mail, so it cannot send a link.
password-sent-title = Check your e-mail
password-sent-about = If there is such an account, an e-mail is on its way to the address that we have for it, with a link to choose a new password. It works once, for 30 minutes. Your second step stays as it is: have your phone at hand when you sign in.
password-sent-nothing = No e-mail after five minutes? Look in your spam folder, and check what you typed. If you asked a moment ago, the link in that e-mail still works.

password-choose-first-title = Choose your password
password-choose-title = Choose a new password
password-choose-first = You are invited to { $issuer }. Your user name is <person>{ $account }</person>: you sign in with it and with the password that you choose here.
password-choose-then = After that you set up two-factor authentication, which your account needs. Have your phone at hand.
password-choose = For <person>{ $account }</person> at { $issuer }. When you set it, you are signed out everywhere. Your second step stays as it is.
password-new = New password
password-set = Set password
password-help = Help with passwords

# A password was taken away: the link to another, or why there is none.
password-link-sent = <strong>Check your e-mail:</strong> we sent you a link to choose a new password. It works once, for 30 minutes. Choose one that you use nowhere else.
password-link-nothing = No e-mail after five minutes? Look in your spam folder.
password-link-codes-by-mail = The codes of this account come by e-mail, so a link to a new password cannot go to the same mailbox: anyone who reads it would have both.
password-link-new-email = The e-mail address of this account was changed less than 48 hours ago. For 48 hours after a change, we e-mail no link to a new password to it. If it was not you who changed it, open the link in the e-mail that went to the address before. Otherwise wait, or get help now.

# The first account.
password-welcome-title = Create the main account
password-welcome-about = This is the first account of { $issuer }, for the person who runs it. The link that brought you here stops working as soon as the account is made.
password-welcome-name-hint = You sign in with it.
password-welcome-email = E-mail address
password-welcome-email-hint = For messages about your account.
password-welcome-create = Create account
password-welcome-created = The main account is created, and you are signed in.

# The one rule that a new password has.
password-new-hint =
    { $shortest ->
       *[other] At least { $shortest } characters. A few random words are a good choice. You may use spaces; digits and symbols are not required.
    }
