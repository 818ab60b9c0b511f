# The text file with recovery codes. Each line stands for itself, for an editor may not break long ones.

recovery-title = Recovery codes for { $issuer }
recovery-user-name = User name: { $account }
# $moment is a date and a time of day.
recovery-made = Made: { $moment }
recovery-about = Each code signs you in once, together with your password, if you cannot use your authenticator.
recovery-keep = Keep this file where you can find it without your phone, and where nobody else can.
