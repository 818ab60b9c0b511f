# Pages that a link in an e-mail opens.

link-of-another = You are signed in as <person>{ $other }</person> in this browser. This link is for <person>{ $account }</person>, and changes nothing for <name>{ $other }</name>.

link-approved-title = The address is approved
link-approved = For 30 days <person>{ $account }</person> can sign in from <strong>{ $address }</strong>, with the password and the second step, as always.
link-approved-go = Go to sign in
link-approve-title = Approve an address
link-approve-who = Someone entered the password of <person>{ $account }</person> at the IP address <strong>{ $address }</strong>, which is not on the list of allowed IP addresses.
link-approve-about = If you know who that was, approve the address for 30 days. This does not sign anyone in: the password and the second step are still needed.
link-approve-button = Approve
link-approve-unknown = You do not know it? Then someone may know the password. Do not approve it, and see <link>whom to ask</link>.

link-restored-title = Your e-mail address is restored
link-restored = The e-mail address of <person>{ $account }</person> is <person>{ $address }</person> again. All sessions are signed out, and the password no longer works.
link-restore-title = Restore your e-mail address?
link-restore-why = The e-mail address of <person>{ $account }</person> was changed. If it was not you, someone else is in your account. Choose “Restore my address”. Then:
link-restore-address = the address is <person>{ $address }</person> again,
link-restore-sessions = all sessions of your account end,
link-restore-password = the password no longer works,
link-restore-mail = and you get an e-mail that says how to choose a new one.
link-restore-second-factor = Two-factor authentication stays as it is.
link-restore-button = Restore my address
link-restore-you = Was it you? Then there is nothing to do: close this page.

link-not-me-done-title = Your password no longer works
link-not-me-done = Everything that was signed in as <person>{ $account }</person> is signed out, and nobody can sign in with the old password.
link-not-me-title = Was it not you?
link-not-me-why = Someone used the password of <person>{ $account }</person>. If that was not you, choose “This was not me”. Then:
link-not-me-sessions = all sessions of your account end,
link-not-me-button = This was not me
