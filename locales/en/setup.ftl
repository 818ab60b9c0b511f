# Setting up an authenticator.

setup-add = Add this account to the app
setup-other-device = The app is on another device
setup-scan = In the app, choose to add an account and scan this QR code.
setup-qr = QR code with the key of { $account }. The same key is written below.
setup-this-device = The app is on this device
setup-open = Open the app
setup-open-failed = Nothing opens? Copy the key below into the app.
setup-or-type = Or enter the key
setup-type = In the app, choose to enter a key. Small or capital letters and spaces make no difference.
setup-settings = Settings, if the app asks for them
setup-account = Account
setup-issuer = Issuer
setup-kind = Kind
setup-kind-value = Time based (TOTP)
setup-digits = Digits
setup-period = Period
setup-period-value = 30 seconds
setup-algorithm = Algorithm

# The codes that were just made.
setup-recovery-codes = Your recovery codes
setup-download = Download
setup-print = Print

# A number that codes go to as well.
setup-phone = Is <phone>{ $number }</phone> your phone?
setup-phone-why = The person who has it can sign in with your password and a code by SMS or call, without the app.
setup-phone-mine = Yes, it is mine: keep it for when the app is not at hand
setup-phone-none = No: remove it
setup-phone-empty = Say whether this phone is yours, and enter the code once more. Nothing is switched on yet.

# Authenticator apps.
setup-apps = Authenticator apps
setup-apps-about = An authenticator app shows a new 6-digit code every 30 seconds. It works without an internet connection. One is enough.
setup-apps-standard = Apps that follow the standard
setup-apps-any = Any of these should do. Those that we tested are below.
setup-apps-phones = iPhone and iPad
setup-apps-computer = Computer
setup-apps-built-in = built in
setup-apps-on-mac = on a Mac
setup-apps-tested = Tested with this version
setup-apps-tested-on-computer = computer

# Why a QR code that was scanned no longer works.
setup-displaced = <strong>A set-up that was started in another browser no longer works.</strong> Scan the code below, even if you scanned one there. If that was not you, someone else knows your password: change it.
setup-restarted = This is a new key. Delete the entry you scanned before from your app, then scan this one.
setup-key-gone = The QR code you scanned is no longer valid: it was used or replaced in another tab, a set-up was started in another browser, or it was older than 30 minutes. Nothing was changed. Delete the entry you scanned from your app and scan the new code below. If you did not start another set-up, someone else knows your password: change it first.
