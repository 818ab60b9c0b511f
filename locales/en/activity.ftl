# What happened in an account.

activity-title = Activity
activity-about = What happened in your account, the latest first. Is there something that was not you? <link-sessions>End the sessions</link-sessions> you do not know and <link-password>change your password</link-password>.
activity-show = Show
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
