# What has to be corrected in a form.

# $field is the label of the field.
problem-twice = “{ $field }” was sent twice. Fill it in once.
problem-too-long =
    { $longest ->
       *[other] “{ $field }” can have at most { $longest } characters.
    }
problem-unreadable = “{ $field }” contains characters that could not be read. Enter it again.
problem-stale = This page was open for too long, or you signed in or out in another tab. Nothing was changed. Check what you entered and try again.
problem-password-wrong = The password is not right.

# Limits on tries.
problem-wait = Too many tries. Wait { $wait }, then try again.
problem-codes-off = Too many wrong codes in a row: one-time passwords are switched off for this account until its two-factor authentication is reset.

# A one-time password.
problem-code-empty = Enter the 6 digits that your authenticator app shows.
problem-code-not-six = A code has 6 digits. Enter the ones that your authenticator app shows.
problem-code-wrong = This code is not right. Enter the one that your app shows now for this site.
problem-code-wrong-wait = This code is not right. Enter the one that your app shows now for this site. Wait { $wait } before you try again.
problem-code-used = This code has been used. Wait until your app shows the next one.
problem-code-used-wait = This code has been used. Wait until your app shows the next one, and { $wait } before you try again.
problem-clock-behind =
    { $minutes ->
        [one] Your phone’s clock seems to be about { $minutes } minute behind. Turn on automatic date and time on it, then enter a new code.
       *[other] Your phone’s clock seems to be about { $minutes } minutes behind. Turn on automatic date and time on it, then enter a new code.
    }
problem-clock-ahead =
    { $minutes ->
        [one] Your phone’s clock seems to be about { $minutes } minute ahead. Turn on automatic date and time on it, then enter a new code.
       *[other] Your phone’s clock seems to be about { $minutes } minutes ahead. Turn on automatic date and time on it, then enter a new code.
    }
problem-clock-behind-wait =
    { $minutes ->
        [one] Your phone’s clock seems to be about { $minutes } minute behind. Turn on automatic date and time on it, wait { $wait }, then enter a new code.
       *[other] Your phone’s clock seems to be about { $minutes } minutes behind. Turn on automatic date and time on it, wait { $wait }, then enter a new code.
    }
problem-clock-ahead-wait =
    { $minutes ->
        [one] Your phone’s clock seems to be about { $minutes } minute ahead. Turn on automatic date and time on it, wait { $wait }, then enter a new code.
       *[other] Your phone’s clock seems to be about { $minutes } minutes ahead. Turn on automatic date and time on it, wait { $wait }, then enter a new code.
    }

# A code that was sent.
problem-sent-empty = Enter the 6 digits that we sent you.
problem-sent-not-six = A code has 6 digits. Enter the ones that we sent you.
problem-sent-wrong =
    { $left ->
        [one] This code is not right. Check it: you have { $left } try left.
       *[other] This code is not right. Check it: you have { $left } tries left.
    }
problem-sent-wrong-wait =
    { $left ->
        [one] This code is not right. Check it: you have { $left } try left. Wait { $wait } before you try again.
       *[other] This code is not right. Check it: you have { $left } tries left. Wait { $wait } before you try again.
    }
problem-sent-gone = This code no longer works: it has expired, was used, or was entered incorrectly too often. Ask for a new one.
problem-sent-soon = You asked for a code just now. Wait { $wait } before you ask for another.
problem-sent-no-phone = We cannot send a code to your phone. See below for other ways to sign in.
problem-sent-country = We do not send codes to the country of this number. See below for other ways to sign in.
problem-sent-kind = We do not send codes to premium-rate, shared-cost, freephone, satellite, pager, voicemail or company numbers. See below for other ways to sign in.
problem-sent-session-ended = Your session ended in the meantime, so no code was sent. Sign in again.
problem-no-email = We cannot send e-mail at the moment. Try again later.

# A recovery code, and a set-up code.
problem-recovery-empty = Enter one of your recovery codes.
problem-recovery-malformed = A recovery code has 24 letters and digits. Enter it as it is in your list.
problem-set-up-empty = Enter the set-up code.
problem-set-up-malformed = A set-up code has 12 letters and digits. Enter it as it was given to you.

# A user name.
problem-name-empty = Enter a user name.
problem-name-too-short = A user name has at least 3 characters.
problem-name-too-long = A user name has at most 64 characters.
problem-name-unfit = A user name cannot contain colons, line breaks or invisible characters.
problem-name-of-another = A user name in the form of an e-mail address has to be the same as the e-mail address. Change one of them.

# An e-mail address.
problem-email-empty = Enter an e-mail address.
problem-email-malformed = Enter an e-mail address in the form name@example.com.
problem-email-undeliverable = No e-mail can be sent to this address. Check the part after the @, and enter it in the form name@example.com.
problem-email-too-long = An e-mail address has at most 254 characters.

# A password.
problem-password-empty = Enter a password.
problem-password-too-short =
    { $shortest ->
       *[other] A password has at least { $shortest } characters. A few random words are easy to remember.
    }
problem-password-too-long =
    { $longest ->
       *[other] A password has at most { $longest } characters.
    }
problem-password-personal = The password contains your user name, your e-mail address or the name of this service, which is what an attacker tries first. Choose one without it.
problem-password-breached = This password is on lists of stolen passwords, which attackers try first. Choose another one, such as a few random words.
problem-password-keyboard = This password is too easy to guess: it follows the rows of a keyboard. Choose another one, such as a few random words.
problem-password-repeats = This password is too easy to guess: it repeats itself. Choose another one, such as a few random words.
problem-password-sequence = This password is too easy to guess: it contains a sequence such as abc or 6543. Choose another one, such as a few random words.
problem-password-date = This password is too easy to guess: it is built around a date or a year. Choose another one, such as a few random words.
problem-password-word = This password is too easy to guess: it is a common name or word. Choose another one, such as a few random words.
problem-password-common = This password is too easy to guess: it is, or is close to, a common password. Choose another one, such as a few random words.
problem-password-not-judged = We could not check how hard this password is to guess. Choose another one, such as a few random words.

# A phone number.
problem-phone-empty = Enter a phone number.
problem-phone-country-code = Begin the number with + and the country code, for example +358 40 123 4567.
problem-phone-invalid = There is no such phone number. Check the digits, for example +358 40 123 4567.

# Allowed IP addresses.
problem-list-unreadable = Line { $line } is not an IP address. Enter one address a line, for example 203.0.113.7, or a network, for example 203.0.113.0/24 or 2001:db8::/32.
problem-list-host-bits = Line { $line }: this network begins at { $network }. Enter that, or a single address.
problem-list-too-many =
    { $longest ->
       *[other] A list can have at most { $longest } lines.
    }

# A reason, and a date.
problem-reason-empty = Give a reason, in a few words. It is kept in the activity log.
problem-reason-too-long =
    { $longest ->
       *[other] A reason has at most { $longest } characters.
    }
problem-reason-unfit = Enter the reason in one line, without invisible characters.
problem-text-too-long =
    { $longest ->
       *[other] The reason can have at most { $longest } characters.
    }
problem-text-unfit = The reason contains invisible characters, such as ones that change the direction of writing. Enter it again without them.
problem-date = Enter the date as year, month and day, for example 2027-03-01.
