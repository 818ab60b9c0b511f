# A limit on what is sent is reached.

# Codes by SMS, call or e-mail.
limit-codes-recipient-hour = Too many codes were sent to this number or address. You can ask for another one in an hour at the latest. Until then, use a recovery code or ask for help.
limit-codes-recipient-day = Too many codes were sent to this number or address. You can ask for another one in a day at the latest. Until then, use a recovery code or ask for help.
limit-codes-main-account-day = Too many codes were sent to the accounts of your organisation. You can ask for another one in a day at the latest. Until then, use a recovery code or ask for help.
limit-codes-account-hour = Too many codes were sent to you. You can ask for another one in an hour at the latest. Until then, use a recovery code or ask for help.
limit-codes-account-day = Too many codes were sent to you. You can ask for another one in a day at the latest. Until then, use a recovery code or ask for help.
limit-codes-network-hour = Too many codes were requested from your network. You can ask for another one in an hour at the latest. Until then, use a recovery code or ask for help.
limit-codes-instance-day = Too many codes were sent today, so no more can be sent for now. Use a recovery code or ask for help.

# E-mails that one person sends to others.
limit-emails-sender-hour = You have sent too many e-mails. Try again in an hour at the latest.
limit-emails-sender-day = You have sent too many e-mails. Try again in a day at the latest.
limit-emails-recipient-hour = Too many e-mails were sent to this address. Try again in an hour at the latest.
limit-emails-recipient-day = Too many e-mails were sent to this address. Try again in a day at the latest.
limit-emails-main-account-day = Too many e-mails were sent for your accounts. Try again in a day at the latest.
limit-emails-instance-day = Too many e-mails were sent today, so no more can be sent for now. Try again tomorrow.
