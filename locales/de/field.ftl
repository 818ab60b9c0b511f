# Wie Felder heißen, wenn ein Satz sie zitiert.

field-code = Code
field-phone = Telefonnummer
field-email = E-Mail-Adresse
field-name-or-email = Benutzername oder E-Mail-Adresse
field-new-password = Neues Passwort
field-list = Zugelassene IP-Adressen
field-way = SMS oder Anruf
field-return-to = Seite, zu der es zurückgeht
field-session = Sitzung
field-address = IP-Adresse
field-account = Konto
field-box = Kontrollkästchen
field-button = Schaltfläche
field-reason = Grund
