# Whom to ask. Each is a sentence of its own, and several stand one after the other.

support-manager = Ask <person>{ $manager }</person>, who manages your account.
support-administrator = Ask the administrator of <name>{ $issuer }</name>.
support-write = Write to <link>{ $address }</link>.
support-or-write = Or write to <link>{ $address }</link>.
support-call = Call <link>{ $number }</link>.
support-or-call = Or call <link>{ $number }</link>.
support-page = Ask at <link>the support page of { $issuer }</link>.
support-or-page = Or ask at <link>the support page of { $issuer }</link>.
support-mail-on-trial = Trial mode: e-mail is not sent but printed where the server runs.
support-message-on-trial = Trial mode: the message is not sent but printed where the server runs.
