# Was an ein Telefon geht: SMS und Anrufe.

# Eine SMS mit einem Code. Danach folgt eine Zeile, die Browser lesen. Beides zusammen soll in eine SMS mit 160 Zeichen
# und in die Buchstaben des GSM-Alphabets passen: gerade Anführungszeichen, keine Gedankenstriche.
phone-sms-code = { $issuer }: Ihr Code ist { $digits }. Er gilt 5 Minuten. Niemand von { $issuer } wird Sie danach fragen.
# An eine Nummer, die bisher zu einem Konto gehört hat.
phone-sms-number-changed = { $issuer }: Diese Nummer gehört nicht mehr zu Ihrem Konto. Waren Sie das nicht? Melden Sie sich an, und holen Sie sofort Hilfe: { $origin }

# Die Sprache der Stimme, die die folgenden Texte vorliest, so wie Twilio sie schreibt.
phone-say-language = de-DE
phone-call-question = Hier ist { $issuer } mit Ihrem Code. Um ihn zu hören, drücken Sie eine beliebige Taste.
phone-call-question-again = Um Ihren Code zu hören, drücken Sie eine beliebige Taste.
phone-call-no-key = Es wurde keine Taste gedrückt. Auf Wiederhören.
# $digits steht zweimal da: langsam vorgelesen, Ziffer für Ziffer, mit Pausen davor und danach.
phone-call-code = Hier ist { $issuer }. Ihr Code ist: { $digits }. Noch einmal: { $digits }. Niemand von { $issuer } wird Sie danach fragen. Auf Wiederhören.
phone-call-ended = Hier ist { $issuer }. Der Code dieses Anrufs gilt nicht mehr. Fordern Sie einen neuen an. Auf Wiederhören.
