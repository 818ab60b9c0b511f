# Eine Grenze für das, was gesendet wird, ist erreicht.

# Codes per SMS, Anruf oder E-Mail.
limit-codes-recipient-hour = An diese Nummer oder Adresse wurden zu viele Codes gesendet. Spätestens in einer Stunde können Sie wieder einen anfordern. Verwenden Sie bis dahin einen Wiederherstellungscode, oder bitten Sie um Hilfe.
limit-codes-recipient-day = An diese Nummer oder Adresse wurden zu viele Codes gesendet. Spätestens in 24 Stunden können Sie wieder einen anfordern. Verwenden Sie bis dahin einen Wiederherstellungscode, oder bitten Sie um Hilfe.
limit-codes-main-account-day = An die Konten Ihrer Organisation wurden zu viele Codes gesendet. Spätestens in 24 Stunden können Sie wieder einen anfordern. Verwenden Sie bis dahin einen Wiederherstellungscode, oder bitten Sie um Hilfe.
limit-codes-account-hour = An Sie wurden zu viele Codes gesendet. Spätestens in einer Stunde können Sie wieder einen anfordern. Verwenden Sie bis dahin einen Wiederherstellungscode, oder bitten Sie um Hilfe.
limit-codes-account-day = An Sie wurden zu viele Codes gesendet. Spätestens in 24 Stunden können Sie wieder einen anfordern. Verwenden Sie bis dahin einen Wiederherstellungscode, oder bitten Sie um Hilfe.
limit-codes-network-hour = Aus Ihrem Netzwerk wurden zu viele Codes angefordert. Spätestens in einer Stunde können Sie wieder einen anfordern. Verwenden Sie bis dahin einen Wiederherstellungscode, oder bitten Sie um Hilfe.
limit-codes-instance-day = Heute wurden zu viele Codes gesendet. Deshalb können wir vorerst keine weiteren senden. Verwenden Sie einen Wiederherstellungscode, oder bitten Sie um Hilfe.

# E-Mails, die jemand an andere sendet.
limit-emails-sender-hour = Von Ihrem Konto aus wurden zu viele E-Mails gesendet. Spätestens in einer Stunde können Sie es wieder versuchen.
limit-emails-sender-day = Von Ihrem Konto aus wurden zu viele E-Mails gesendet. Spätestens in 24 Stunden können Sie es wieder versuchen.
limit-emails-recipient-hour = An diese Adresse wurden zu viele E-Mails gesendet. Spätestens in einer Stunde können Sie es wieder versuchen.
limit-emails-recipient-day = An diese Adresse wurden zu viele E-Mails gesendet. Spätestens in 24 Stunden können Sie es wieder versuchen.
limit-emails-main-account-day = Für Ihre Konten wurden zu viele E-Mails gesendet. Spätestens in 24 Stunden können Sie es wieder versuchen.
limit-emails-instance-day = Heute wurden zu viele E-Mails gesendet. Deshalb können wir vorerst keine weiteren senden. Versuchen Sie es morgen noch einmal.
