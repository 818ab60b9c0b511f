# Where an account is signed in.

sessions-title = Sessions
sessions-about = Where you are signed in now. A session ends by itself after 30 minutes without use, and 12 hours after the sign-in at the latest. You do not know one of them? End it and <link>change your password</link>.
sessions-this = This session
sessions-unused = Not used since the sign-in
sessions-address-logged = IP address: see the activity log
sessions-used = Signed in { $time }. Last used { $time-used }.
sessions-end = End session
sessions-end-named = End session: { $browser }, { $address }
sessions-end-others = End all other sessions
sessions-ended = The session is ended.
sessions-ended-already = This session had already ended.
sessions-ended-others = All other sessions are ended.
sessions-activity = See what happened in your account

# What somebody signs in with: a browser and what it runs on.
sessions-browser-on = { $browser } on { $system }
sessions-browser-other = Unknown browser or app
sessions-browser-other-on = Unknown browser or app on { $system }
