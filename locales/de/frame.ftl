# Was um jede Seite herum steht.

frame-skip = Zum Hauptinhalt springen
frame-navigation = Konto
frame-overview = Übersicht
frame-details = Kontodaten
frame-security = Sicherheit
frame-subaccounts = Benutzerkonten
frame-policy = Richtlinien
# Für Menschen mit Screenreader, vor dem Benutzernamen.
frame-signed-in-as = Angemeldet als
frame-sign-out = Abmelden
frame-ends-soon = <strong>Sie werden in etwa 4 Minuten abgemeldet</strong>, weil Sie hier seit 25 Minuten nichts geöffnet oder gespeichert haben.
frame-stay-signed-in = Angemeldet bleiben
# Nach dem Link „Angemeldet bleiben“.
frame-in-new-tab = (in einem neuen Tab: Was Sie hier eingegeben haben, bleibt erhalten)
frame-mandatory = Die Zwei-Faktor-Authentisierung wird Pflicht
frame-mandatory-from =
    { $days ->
        [one] <strong>Ab morgen ist die Zwei-Faktor-Authentisierung für Ihre Anmeldung Pflicht.</strong>
       *[other] <strong>In { $days } Tagen wird die Zwei-Faktor-Authentisierung für Ihre Anmeldung Pflicht.</strong>
    }
frame-set-up-now = <link>Jetzt einrichten</link>: Das dauert etwa drei Minuten.
frame-help = Hilfe
frame-support = Support kontaktieren
frame-time-left = Sie haben für diesen Schritt noch { $time } Zeit. Danach müssen Sie sich neu anmelden.
