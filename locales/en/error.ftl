# Pages that say why there is no other page.

error-foreign-title = This form came from another site
error-foreign = It was refused, and nothing was changed. Open the page here and fill it in again.
error-cookies-title = Cookies are needed
error-cookies = Your browser sent no cookie, so we cannot tell that this form is yours. Nothing was changed. Allow cookies for this site, open the page again and fill it in once more.
error-unreadable-title = We cannot read your IP address
error-unreadable = The server in front of this site passed your request on with an address that cannot be read, so it was refused. Nothing was changed. It is not your fault: the person who runs this site has to correct it.
error-stale-title = This page is out of date
error-stale = It was open for too long, or you signed in or out elsewhere meanwhile. Nothing was changed. Open the page again and press the button once more.
error-not-found-title = Page not found
error-not-found = There is nothing at this address. Check it for typing errors.
error-method-title = This page cannot be opened this way
error-method = It does not answer this kind of request. Nothing was changed.
error-too-large-title = Too much text
error-too-large = You sent more than any form here needs, so it was not read and nothing was changed. Go back and shorten it.
error-media-type-title = We could not read this form
error-media-type = It was not sent as a browser sends a form, so it was not read. Nothing was changed.
error-pending-title = Still working on it
error-pending = You sent this form a moment ago, and there is no answer to it yet. It will not be acted on twice. Wait half a minute, then open the page again.
error-busy-title = Very busy at the moment
error-busy = Too many people are signing in at the same time. Nothing was changed. Go back and try again in a few seconds.
error-database-title = Back in a moment
error-database = Our database does not answer at the moment. There is nothing wrong with your password or your codes. Wait a few seconds, then try again.
error-unread-title = That could not be read
error-unread = The request was not complete or not valid. Nothing was changed. Go back and try again.
error-ours-title = Something went wrong on our side
error-ours = It is not your fault. Go back and try again. If it happens again, ask for help.
error-other-address-title = This site has another address
error-other-address = You opened it at { $shown }, and this site is at { $origin }. Forms only work there. Nothing was changed. Open it at its own address and fill it in again.
error-open-address = Open { $origin }
error-account = Go to your account
error-again = Need help?
error-reference = Quote reference <reference>{ $reference }</reference>.

# One-time links that no longer work.
error-link-title = This link no longer works
error-link-welcome = It works once and for one hour, and starting the program again replaces it. If there is an account already, sign in with it. Otherwise start the program again and open the new link that it prints.
error-link-invitation = An invitation works once and for three days, and a newer one replaces it. If you have chosen your password already, sign in with it. Otherwise ask the person who invited you for a new link.
error-link-new-password = It works once and for 30 minutes, and it ends when your password, your e-mail address or your second step changes. If you have chosen your password already, sign in with it. Otherwise ask for another link: “Forgotten password?” on the sign-in page.
error-link-restore-email = It works once and for 48 hours after the change. If you have restored your address already, check your e-mail for the link to a new password. Otherwise sign in, or ask for help.
error-link-approve-address = It works once, within half an hour, and stops working if your password or e-mail address changes. Sign in again from the IP address that you want to approve: we then e-mail you a new link.
error-link-set-up-code = It works once and for three days. Ask the person who reset your two-factor authentication for a new one.
error-link-not-me = It works once and for three days. If you have said already that it was not you, check your e-mail for the link to a new password. Otherwise sign in and ask for help.

# A language that was chosen in the foot of a page.
error-language-title = Language not available
error-language = This site is not available in that language. Choose another one at the foot of this page.
