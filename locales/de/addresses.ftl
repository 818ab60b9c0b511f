# Adressen, von denen aus man sich anmelden kann.

addresses-for = für <name>{ $account }</name>
addresses-main-list = Liste des Hauptkontos
addresses-approved = Freigabe: { $time }. Gültig bis: { $time-until }.
addresses-revoke = Widerrufen
addresses-revoke-named = Widerrufen: { $address }
addresses-revoke-for = Widerrufen: { $address }, { $account }
addresses-yours = Ihre IP-Adresse im Moment: <key>{ $address }</key>
addresses-network = Ihr Netzwerk: <key>{ $network }</key>. Bei den meisten Geräten ändert sich die zweite Hälfte einer solchen Adresse von Tag zu Tag. Setzen Sie deshalb das Netzwerk auf die Liste, nicht die Adresse.

# Die Liste eines Kontos.
addresses-title = Zugelassene IP-Adressen
addresses-on = Sie können sich nur von diesen Adressen anmelden. Die Liste wird bei jeder Seite geprüft, die Sie öffnen. Deshalb funktioniert eine gestohlene Sitzung nirgendwo sonst. Die Liste ist kein Ersatz für die Zwei-Faktor-Authentisierung.
addresses-off = Sie können sich von überall anmelden. Mit einer Liste ist das nur von den Adressen möglich, die darauf stehen. Die Liste wird bei jeder Seite geprüft, die Sie öffnen. Deshalb funktioniert eine gestohlene Sitzung nirgendwo sonst. Die Liste ist kein Ersatz für die Zwei-Faktor-Authentisierung.
addresses-list = Liste
addresses-field = IP-Adressen und Netzwerke
addresses-field-hint = Pro Zeile eine Adresse oder ein Netzwerk, zum Beispiel 203.0.113.7, 203.0.113.0/24 oder 2001:db8::/32. Lassen Sie das Feld leer, um die Anmeldung von überall zuzulassen.
# Vor einer Liste von Adressen.
addresses-used = Von diesen Adressen haben Sie sich schon angemeldet:
addresses-change = Bei vielen Internetanschlüssen und Smartphones ändert sich die IP-Adresse jeden Tag. Wenn Sie sich von einer anderen Adresse anmelden, senden wir Ihnen per E-Mail einen Link, der diese Adresse für 30 Tage freigibt.
addresses-save = Speichern
addresses-back = Zurück zu „Sicherheit“
addresses-shut-out = Ihre Adresse im Moment, { $address }, steht nicht auf dieser Liste. Sie würden sich also selbst aussperren. Fügen Sie { $place } hinzu.
addresses-saved = Ab sofort können Sie sich nur von diesen Adressen anmelden.
addresses-saved-empty = Sie können sich von überall anmelden.
addresses-help = Was sind zugelassene IP-Adressen?

# Adressen, die ein Link in einer E-Mail freigegeben hat.
addresses-approved-title = Per E-Mail freigegeben
addresses-approved-about = Auch von diesen Adressen können Sie sich anmelden. Wenn Sie eine Freigabe widerrufen, enden Ihre Sitzungen dort.
addresses-forget = Alle Freigaben widerrufen
addresses-revoked = Die Freigabe ist widerrufen.
addresses-revoked-before = Diese Adresse war nicht mehr freigegeben.
addresses-forgotten = Alle Freigaben sind widerrufen.
