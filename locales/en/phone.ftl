# What goes to a phone: SMS and calls.

# An SMS with a code. A line that browsers read follows it. Both together should fit into one SMS of 160 characters, and
# into the letters of the GSM alphabet: straight quotes, no dashes.
phone-sms-code = { $issuer }: your code is { $digits }. It works for 5 minutes. Nobody from { $issuer } will ask you for it.
# To a number that was an account's until now.
phone-sms-number-changed = { $issuer }: this phone number no longer belongs to your account. If this was not you, sign in at { $origin } and ask for help at once.

# The language of the voice that reads the messages below out, as Twilio writes it: en-GB, de-DE, fr-FR, es-ES, fi-FI.
phone-say-language = en-US
phone-call-question = This is { $issuer }, with your code. To hear it, press any key.
phone-call-question-again = To hear your code, press any key.
phone-call-no-key = No key was pressed. Goodbye.
# $digits stands there twice: it is read out slowly, digit by digit, with pauses before and after.
phone-call-code = This is { $issuer }. Your code is: { $digits }. Once more: { $digits }. Nobody from { $issuer } will ask you for it. Goodbye.
phone-call-ended = This is { $issuer }. The code of this call no longer works. Ask for a new one. Goodbye.
