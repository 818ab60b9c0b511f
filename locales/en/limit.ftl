# A limit on what is sent is reached.

# Codes by SMS, call or e-mail.
limit-codes-recipient-hour = Too many codes were sent to this number or address. Wait up to an hour, then ask again. Until then, use a recovery code or ask for help.
limit-codes-recipient-day = Too many codes were sent to this number or address. Wait up to a day, then ask again. Until then, use a recovery code or ask for help.
limit-codes-main-account-day = Too many codes were sent to the accounts of your organisation. Wait up to a day, then ask again. Until then, use a recovery code or ask for help.
limit-codes-account-hour = Too many codes were sent to you. Wait up to an hour, then ask again. Until then, use a recovery code or ask for help.
limit-codes-account-day = Too many codes were sent to you. Wait up to a day, then ask again. Until then, use a recovery code or ask for help.
limit-codes-network-hour = Too many codes were requested from your network. Wait up to an hour, then ask again. Until then, use a recovery code or ask for help.
limit-codes-instance-day = Too many codes were sent today, so no more can be sent for now. Use a recovery code or ask for help.

# E-mails that one person sends to others.
limit-emails-sender-hour = You have sent too many e-mails. Wait up to an hour, then try again.
limit-emails-sender-day = You have sent too many e-mails. Wait up to a day, then try again.
limit-emails-recipient-hour = Too many e-mails were sent to this address. Wait up to an hour, then try again.
limit-emails-recipient-day = Too many e-mails were sent to this address. Wait up to a day, then try again.
limit-emails-main-account-day = Too many e-mails were sent for your accounts. Wait up to a day, then try again.
limit-emails-instance-day = Too many e-mails were sent today, so no more can be sent for now. Try again tomorrow.
