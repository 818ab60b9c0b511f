# Eine Authenticator-App einrichten.

setup-add = Dieses Konto zur App hinzufügen
setup-other-device = Die App ist auf einem anderen Gerät
setup-scan = Fügen Sie in der App ein Konto hinzu, und scannen Sie diesen QR-Code.
setup-qr = QR-Code mit dem Schlüssel für { $account }. Derselbe Schlüssel steht weiter unten.
setup-this-device = Die App ist auf diesem Gerät
setup-open = App öffnen
setup-open-failed = Öffnet sich nichts? Kopieren Sie den Schlüssel unten in die App.
setup-or-type = Oder geben Sie den Schlüssel ein
setup-type = Wählen Sie in der App die Option, einen Schlüssel einzugeben. Groß- und Kleinschreibung sowie Leerzeichen spielen keine Rolle.
setup-settings = Einstellungen, falls die App danach fragt
setup-account = Konto
setup-issuer = Aussteller
setup-kind = Typ
setup-kind-value = Zeitbasiert (TOTP)
setup-digits = Ziffern
setup-period = Intervall
setup-period-value = 30 Sekunden
setup-algorithm = Algorithmus

# Die eben erstellten Codes.
setup-recovery-codes = Ihre Wiederherstellungscodes
setup-download = Herunterladen
setup-print = Drucken

# Eine Nummer, an die ebenfalls Codes gehen.
setup-phone = Ist <phone>{ $number }</phone> Ihre Telefonnummer?
setup-phone-why = Wer dieses Telefon hat, kann sich mit Ihrem Passwort und einem Code per SMS oder Anruf anmelden, auch ohne die App.
setup-phone-mine = Ja, behalten: für den Fall, dass die App nicht zur Hand ist
setup-phone-none = Nein, entfernen
setup-phone-empty = Geben Sie an, ob das Ihre Telefonnummer ist, und geben Sie den Code noch einmal ein. Es ist noch nichts aktiviert.

# Authenticator-Apps.
setup-apps = Authenticator-Apps
setup-apps-about = Eine Authenticator-App zeigt alle 30 Sekunden einen neuen sechsstelligen Code an. Dafür braucht sie keine Verbindung zum Internet. Eine App genügt.
setup-apps-standard = Apps, die den Standard unterstützen
setup-apps-any = Jede davon sollte funktionieren. Welche wir getestet haben, steht weiter unten.
setup-apps-phones = iPhone und iPad
setup-apps-computer = Computer
setup-apps-built-in = integriert
setup-apps-on-mac = auf dem Mac
setup-apps-tested = Mit dieser Version getestet
setup-apps-tested-on-computer = Computer

# Im Browser, in dem zuletzt eine Einrichtung begonnen wurde.
setup-displaced = <strong>Eine Einrichtung, die in einem anderen Browser begonnen wurde, funktioniert nicht mehr.</strong> Scannen Sie den Code unten, auch wenn Sie dort schon einen gescannt haben. Wenn Sie das nicht waren, kennt jemand anders Ihr Passwort: Ändern Sie es.
setup-restarted = Das ist ein neuer Schlüssel. Löschen Sie den Eintrag, den Sie vorher gescannt haben, aus Ihrer App. Scannen Sie dann diesen QR-Code.
setup-key-gone = Der QR-Code, den Sie gescannt haben, gilt nicht mehr: Er wurde in einem anderen Tab verwendet oder ersetzt, in einem anderen Browser wurde eine Einrichtung begonnen, oder er war älter als 30 Minuten. Es wurde nichts geändert. Löschen Sie den gescannten Eintrag aus Ihrer App, und scannen Sie den neuen Code unten. Wenn Sie keine andere Einrichtung begonnen haben, kennt jemand anders Ihr Passwort: Ändern Sie zuerst Ihr Passwort.
