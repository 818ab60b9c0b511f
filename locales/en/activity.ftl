# What happened in an account.

activity-title = Activity
activity-about = What happened in your account, the latest first. Is there something that was not you? <link-sessions>End the sessions</link-sessions> you do not know and <link-password>change your password</link-password>.
activity-show = Show
# Names of the filters, and what they can show.
activity-filter-kind = Kind of activity
activity-filter-by = By
activity-all = Everything
activity-sign-ins = Sign-ins and sessions
activity-failures = Failures
activity-changes = Changes
activity-codes = Codes sent
activity-by-others = By others
activity-by-anyone = Everyone
activity-download = Download as CSV
activity-nothing-earlier = There is nothing earlier.
activity-nothing = Nothing of this kind has happened.
activity-caption = What happened, the latest first
activity-when = When
activity-what = What
activity-account = Account
activity-who = Who
activity-where = Where from
activity-failure = Failure
activity-reason = Reason: { $reason }
# What was found there: an IP address, or how many.
activity-details = Details: { $details }
activity-no-authenticator = no authenticator was set up; wrong codes were cleared and sessions ended
# Who did it, where it is not a user name.
activity-you = You
activity-owner = The owner of the account
activity-visitor = Someone who was not signed in
activity-administrator = The administrator, on the command line
