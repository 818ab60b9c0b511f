# Was ein Hauptkonto von sich und seinen Unterkonten verlangt.

policy-title = Richtlinien
policy-about = Diese Regeln gelten für Ihr Konto und alle Benutzerkonten, die dazugehören. Eine strengere Regel gilt ab dem nächsten Seitenaufruf, auch in offenen Sitzungen.
policy-save = Speichern
policy-saved = Die Richtlinien sind gespeichert und gelten ab dem nächsten Seitenaufruf.
policy-user-accounts = Benutzerkonten
policy-help = Hilfe zu Benutzerkonten

# Zwei-Faktor-Authentisierung für alle.
policy-mandatory = Zwei-Faktor-Authentisierung für alle
policy-mandatory-everyone-has = Alle Konten, auch Ihres, haben eine Authenticator-App. Für niemanden ändert sich etwas.
# Vor der Liste dessen, was Anmeldungen verlangen.
policy-mandatory-now = Die Zwei-Faktor-Authentisierung ist jetzt Pflicht. Bei der nächsten Anmeldung gilt für Konten ohne Authenticator-App Folgendes (Ihr eigenes zählt mit):
policy-mandatory-today = Wäre die Zwei-Faktor-Authentisierung heute schon Pflicht, würde bei der nächsten Anmeldung für Konten ohne Authenticator-App Folgendes gelten (Ihr eigenes zählt mit):
policy-next-set-up =
    { $count ->
        [one] <strong>1 Konto</strong>: Einrichtung vor jeder anderen Seite
       *[other] <strong>{ $count } Konten</strong>: Einrichtung vor jeder anderen Seite
    }
policy-next-phone =
    { $count ->
        [one] <strong>1 Konto</strong>: Code per SMS oder Anruf, die Einrichtung kann warten
       *[other] <strong>{ $count } Konten</strong>: Code per SMS oder Anruf, die Einrichtung kann warten
    }
policy-next-phone-and-set-up =
    { $count ->
        [one] <strong>1 Konto</strong>: Code per SMS oder Anruf, dann Einrichtung
       *[other] <strong>{ $count } Konten</strong>: Code per SMS oder Anruf, dann Einrichtung
    }
policy-next-email-and-set-up =
    { $count ->
        [one] <strong>1 Konto</strong>: Code per E-Mail, dann Einrichtung
       *[other] <strong>{ $count } Konten</strong>: Code per E-Mail, dann Einrichtung
    }
policy-next-set-up-code =
    { $count ->
        [one] <strong>1 Konto</strong>: Einrichtungscode, der beim Zurücksetzen angezeigt wurde, dann Einrichtung
       *[other] <strong>{ $count } Konten</strong>: Einrichtungscode, der beim Zurücksetzen angezeigt wurde, dann Einrichtung
    }
policy-next-unreachable =
    { $count ->
        [one] <strong>1 Konto</strong>: Anmeldung nur mit Hilfe möglich, weil wir dorthin keinen Code senden können
       *[other] <strong>{ $count } Konten</strong>: Anmeldung nur mit Hilfe möglich, weil wir dorthin keinen Code senden können
    }
policy-mandatory-see = Konten ohne Authenticator-App ansehen
policy-mandatory-from = Pflicht ab
policy-mandatory-from-hint = Ein Datum, zum Beispiel 2027-03-01. Die Pflicht beginnt an diesem Tag um 00:00 UTC. Lassen Sie das Feld leer, wenn sie nur für Konten mit „2FA erforderlich“ gelten soll. Bis zu diesem Tag zählt ein Banner die Tage herunter, und wir senden 14 Tage, 7 Tage und 1 Tag vorher eine Erinnerung per E-Mail.
policy-mandatory-text = Grund
policy-mandatory-text-hint = Erscheint im Banner, in der E-Mail und bei der Einrichtung. Höchstens 500 Zeichen.

# Die erste Anmeldung.
policy-first = Erste Anmeldung, wenn 2FA erforderlich ist
policy-first-phone = Per Telefon: Code per SMS oder Anruf, wenn eine Nummer hinterlegt ist. Die Einrichtung danach kann warten.
policy-first-app = Per App: Einrichtung vor jeder anderen Seite
policy-first-missing = Wählen Sie, wie die erste Anmeldung abläuft.

# Codes per E-Mail.
policy-email = Codes per E-Mail
policy-email-label = Bei Konten ohne anderen zweiten Faktor einen Code per E-Mail verlangen
policy-email-hint = Besser als ein Passwort allein, aber schwächer als eine App: Wer das Postfach liest, bekommt den Code. Sobald Sie diese Option aktivieren, enden andere Sitzungen, die nur mit einem Passwort begonnen wurden.
policy-email-unavailable = Diese Website verschickt im Moment keine E-Mails. Deshalb können Sie diese Option nicht aktivieren.
policy-email-unavailable-problem = Diese Website verschickt keine E-Mails, also käme kein Code an. Bitten Sie die Administration dieser Website, einen Mailserver einzurichten.

# Zugelassene IP-Adressen.
policy-addresses = Zugelassene IP-Adressen
policy-addresses-label = Adressen, von denen die Anmeldung bei all Ihren Konten möglich ist
policy-addresses-hint = Eine Adresse oder ein Netzwerk pro Zeile, zum Beispiel 203.0.113.7, 203.0.113.0/24 oder 2001:db8::/32. Lassen Sie das Feld leer, um die Anmeldung von überall zuzulassen. Meldet sich jemand von einer anderen Adresse an, senden wir Ihnen per E-Mail einen Link, mit dem Sie diese Adresse freigeben können.
policy-addresses-approved = Adressen, die Sie per E-Mail freigegeben haben

# In welcher Sprache Nachrichten geschrieben sind.
policy-language = Sprache der Nachrichten
policy-language-hint = Für E-Mails, SMS und Anrufe an Personen, die selbst keine Sprache gewählt haben. Die Seiten richten sich nach deren Browser.
# Wenn nichts gewählt ist.
policy-language-none = Sprache des Hauptkontos

# Eine Änderung, die weniger verlangt.
policy-less = Weniger strenge Richtlinien
policy-less-about = Wir fragen nach Ihrem eigenen Einmalcode, wenn Sie ein späteres oder gar kein Datum wählen, die erste Anmeldung ändern, Codes per E-Mail deaktivieren oder die Liste der Adressen ändern.
policy-less-code-hint = 6 Ziffern. Lassen Sie das Feld leer, wenn Sie die Richtlinien verschärfen.
policy-less-meanwhile = Die Richtlinien wurden inzwischen in einem anderen Tab geändert. Ihre Angaben hier sind weniger streng. Prüfen Sie sie, und speichern Sie dann noch einmal.
policy-shuts-out = Mit diesen Richtlinien könnten Sie sich selbst nicht mehr anmelden: Sie haben keine Authenticator-App, und wir können Ihnen keinen Code senden. Es wurde nichts gespeichert. Richten Sie zuerst unter „Sicherheit“ eine Authenticator-App ein, und speichern Sie dann.

# Freigegebene Adressen.
policy-approvals-title = Freigegebene Adressen
policy-approvals-about = Diese Adressen stehen nicht auf <link>Ihrer Liste der zugelassenen IP-Adressen</link>. Sie haben jede davon über einen Link in einer E-Mail freigegeben, für ein bestimmtes Konto und für 30 Tage. Wenn Sie eine Freigabe widerrufen, gilt das ab dem nächsten Seitenaufruf: Sitzungen, die dort offen sind, enden.
policy-approvals-none = Es sind keine weiteren Adressen freigegeben.
policy-approvals-revoke-all = Alle widerrufen
policy-approvals-revoke-all-hint = „Alle widerrufen“ gilt auch für die Adressen auf den anderen Seiten dieser Liste. Dasselbe passiert, wenn Sie Ihre Liste der zugelassenen IP-Adressen ändern.
policy-approvals-back = Zurück zu den Richtlinien
policy-approvals-revoked = Die Freigabe ist widerrufen.
policy-approvals-all-revoked =
    { $count ->
        [0] Es gab keine freigegebenen Adressen mehr.
        [one] 1 Freigabe ist widerrufen.
       *[other] { $count } Freigaben sind widerrufen.
    }
