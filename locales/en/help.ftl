# The help page. What stands in bold or in quotation marks names something that the reader sees: a button, a link,
# a message.

help-heading = Help with signing in
help-contents = On this page

help-what = What two-factor authentication is
help-what-about = Two-factor authentication, or 2FA, asks for two different things when you sign in: <strong>something you know</strong>, your password, and <strong>something you have</strong>, the phone or computer with your authenticator app.
help-what-why = A cash machine does the same: it needs your card and your PIN. Someone who learns your password still cannot sign in without the code that only your app shows.

# Codes that do not work.
help-codes-clock = <strong>Check the clock of your phone.</strong> A wrong clock is the most common reason, because codes depend on the time. On the phone or computer that shows the codes, switch on automatic date and time in the settings. Then enter a new code.
help-codes-newest = <strong>Enter the newest code.</strong> The app shows a new code every 30 seconds. If the time is almost up, wait for the next one.
help-codes-once = <strong>Use each code once.</strong> A code that signed you in, or that set up your app, does not work again. Wait for the next one.
help-codes-entry = <strong>Check the entry.</strong> The entry in your app has the name <name>{ $issuer }</name> and your user name. If there are two, use the one that you scanned last and delete the other.
help-wait = Why you sometimes have to wait
help-wait-about = After several wrong codes in a row, you have to wait before the next try. The page says how long. Each further wrong code makes the wait longer, so that nobody can guess a code. Nothing is wrong with your account: wait, then enter a new code.
help-wait-off = After too many wrong codes, one-time passwords are switched off for the account until its two-factor authentication is reset. The page tells you so. Then see <link>whom to ask</link>.

help-sent = Codes by SMS or call
help-sent-about = If you cannot use your authenticator, or before you have one, we can send a code to the phone number of your account. The page shows only the last two digits of the number.
help-sent-wait = <strong>Wait a minute.</strong> Then reload the page: it says whether the SMS or call arrived. Reloading sends nothing.
help-sent-other-way = <strong>Try the other way.</strong> A landline cannot receive an SMS, but it can take a call. In a call, press any key first. Then you hear the code twice.
help-sent-again = <strong>Ask again.</strong> We send the same code again. It works for five minutes and for five tries. Between two messages you wait 30 seconds, then 60, then 120. There is also a limit for an hour and for a day.
help-sent-number = <strong>Check the number.</strong> If the two digits are not yours, ask for the number to be changed: see <link>whom to ask</link>.

help-mail = E-mail that does not arrive
help-mail-about = An e-mail usually takes less than a minute. After five minutes, look in your spam folder. A code by e-mail works for five minutes. “Send again” sends the same code again. If the address is not yours any more, see <link>whom to ask</link>.

help-password = Passwords that do not work
help-password-check = <strong>Check the Caps Lock key and the user name.</strong> Your user name is not always your e-mail address.
help-password-wait = <strong>Wait if the page says so.</strong> After several wrong passwords you have to wait, even if someone else entered them. Where you are signed in already, you stay signed in.
help-password-forgotten = <strong>Choose a new one if you forgot it.</strong> <link-forgotten>We e-mail you a link</link-forgotten>. If no e-mail arrives, see <link-ask>whom to ask</link-ask>.
help-password-rule = A new password has at least 12 characters. A few random words are good. You need no digits or symbols. Passwords that are easy to guess are refused, and the page says why.

help-why = Why you got a message
help-why-code = <strong>A code that you did not ask for:</strong> someone entered your password. Give the code to nobody, and <link>ask for a new password</link>.
help-why-second-step = <strong>Your password was entered without a code, or with wrong codes:</strong> if that was you, you have nothing to do. If not, open the link in the e-mail and choose “This was not me”. All sessions end, and you choose a new password.
help-why-changed = <strong>Something was switched on, off, replaced or changed:</strong> we e-mail you about each change of how you sign in. If it was not you, sign in, end the <link-sessions>sessions</link-sessions> that you do not know, and <link-password>change your password</link-password>.
help-why-ends = <strong>“You will be signed out in about 4 minutes”:</strong> a session ends when you do not open or save anything for 30 minutes, so that nobody else can use it. “Stay signed in” opens a new tab, and what you typed in the old one stays.
help-why-banner = <strong>A banner that counts days:</strong> at the end of these days, two-factor authentication becomes mandatory. You then need it to sign in. Set it up before then: it takes about three minutes.

# Allowed IP addresses.
help-addresses-about = An account can be limited to certain IP addresses, for example those of an office. From any other address, sign-in stops after the password, and we e-mail a link that approves the address for 30 days. The e-mail goes to you, or to the owner of your main account if the list is theirs. You still need your second step.
help-addresses-blocked = If you cannot sign in and no e-mail arrives, see <link>whom to ask</link>.

# A lost or new phone.
help-lost-works = <strong>New phone, and the old one still works:</strong> sign in with a code from the old phone. Under “Security”, choose “Manage two-factor authentication (2FA)”, then “Replace authenticator”. The old phone works until the new one is confirmed.
help-lost-gone = <strong>Lost phone, or the app is deleted:</strong> sign in with your password, choose “Use a recovery code” and enter one of the ten codes that you saved. If you still have your number, you can get a code by SMS or call instead: choose “Help” after a wrong code. Then you can set up a new authenticator.
# Between these two: whom to ask.
help-lost-codes = <strong>No recovery codes either:</strong> you cannot sign in without help.
help-lost-reset = The person who helps you makes sure that it is you, and resets your two-factor authentication. Then you set up a new authenticator.
help-lost-stolen = If the phone was stolen, ask today. Your password still protects the account, so do not give it to anyone.

# For people who manage user accounts.
help-users = Managing user accounts
help-users-numbers = <strong>The numbers above the list</strong> show how many accounts are protected by an app, by a code to their phone or only by e-mail, and how many need help to sign in, are being set up, or are open to anyone who learns the password. Choose a number to see these accounts. “Remind those without an app” sends them an e-mail that says how to set one up.
help-users-add = <strong>To add a person:</strong> they choose their password with a link that works once, for three days. “New invitation” makes a new link, and the old one stops working.
help-users-required = <strong>“2FA required”</strong> takes effect when the person opens the next page. If you clear the box and save, their two-factor authentication is removed. “Reset two-factor authentication” is for a lost phone: at the next sign-in, they enter a code that we send them or a set-up code that you give them, and set up a new authenticator. To remove or reset it, you need two-factor authentication yourself, and you give a reason, which we keep.
help-users-phone = <strong>A phone number</strong> that you enter is used for the first sign-in, which confirms it. To remove a confirmed number, enter a reason, your password and a code.
help-users-unlock = <strong>“Unlock”</strong> resets the count of wrong passwords, so that the person can try again at once. Wrong codes still count: after 20 in a row, one-time passwords are switched off until a reset. A disabled account keeps all its data and cannot sign in.

help-ask = Whom to ask
help-ask-say = Give your user name, and say what you did and what the page said. If the page shows a reference, quote it. Nobody who helps you needs your password or a code: never share them.
