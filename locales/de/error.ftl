# Seiten, die sagen, warum es keine andere Seite gibt.

error-foreign-title = Dieses Formular kam von einer anderen Website
error-foreign = Wir haben es abgelehnt und nichts geändert. Öffnen Sie die Seite hier, und füllen Sie das Formular noch einmal aus.
error-cookies-title = Cookies sind erforderlich
error-cookies = Ihr Browser hat kein Cookie gesendet. Deshalb können wir nicht erkennen, ob dieses Formular von Ihnen stammt. Es wurde nichts geändert. Erlauben Sie Cookies für diese Website, öffnen Sie die Seite neu, und füllen Sie das Formular noch einmal aus.
error-unreadable-title = Wir können Ihre Adresse nicht erkennen
error-unreadable = Der Server vor dieser Website hat Ihre Anfrage mit einer Adresse weitergeleitet, die sich nicht lesen lässt. Deshalb haben wir die Anfrage abgelehnt. Es wurde nichts geändert. Es liegt nicht an Ihnen: Wer diese Website betreibt, muss den Fehler beheben.
error-stale-title = Diese Seite ist veraltet
error-stale = Die Seite war zu lange geöffnet, oder Sie haben sich inzwischen anderswo an- oder abgemeldet. Es wurde nichts geändert. Öffnen Sie die Seite neu, und versuchen Sie es noch einmal.
error-not-found-title = Seite nicht gefunden
error-not-found = Unter dieser Adresse gibt es nichts. Prüfen Sie, ob sie richtig geschrieben ist.
error-method-title = Diese Adresse wird anders aufgerufen
error-method = Auf diese Art von Anfrage antwortet sie nicht. Es wurde nichts geändert.
error-too-large-title = Das war zu viel
error-too-large = Sie haben mehr gesendet, als irgendein Formular hier braucht. Wir haben es deshalb nicht gelesen und nichts geändert. Gehen Sie zurück, und kürzen Sie Ihre Eingabe.
error-media-type-title = Dieses Formular wurde anders gesendet
error-media-type = Es wurde nicht so gesendet, wie ein Browser ein Formular sendet. Wir haben es deshalb nicht gelesen. Es wurde nichts geändert.
error-pending-title = Noch in Bearbeitung
error-pending = Sie haben dieses Formular gerade erst gesendet, und es gibt noch keine Antwort. Es wird nicht zweimal ausgeführt. Warten Sie eine halbe Minute, und öffnen Sie die Seite dann neu.
error-busy-title = Im Moment ist viel los
error-busy = Es melden sich gerade zu viele Menschen gleichzeitig an. Es wurde nichts geändert. Gehen Sie zurück, und versuchen Sie es in ein paar Sekunden noch einmal.
error-database-title = Gleich wieder da
error-database = Unsere Datenbank antwortet im Moment nicht. Mit Ihrem Passwort und Ihren Codes ist alles in Ordnung. Warten Sie ein paar Sekunden, und versuchen Sie es dann noch einmal.
error-unread-title = Das konnten wir nicht lesen
error-unread = Die Anfrage war unvollständig oder ungültig. Es wurde nichts geändert. Gehen Sie zurück, und versuchen Sie es noch einmal.
error-ours-title = Bei uns ist etwas schiefgegangen
error-ours = Es liegt nicht an Ihnen. Gehen Sie zurück, und versuchen Sie es noch einmal. Wenn es wieder passiert, bitten Sie um Hilfe.
error-other-address-title = Diese Website hat eine andere Adresse
error-other-address = Sie haben die Website unter { $shown } geöffnet, die richtige Adresse ist aber { $origin }. Formulare funktionieren nur dort. Es wurde nichts geändert. Öffnen Sie die Website dort, und füllen Sie das Formular noch einmal aus.
error-open-address = { $origin } öffnen
error-account = Zum Konto
error-again = Passiert das immer wieder?
error-reference = Nennen Sie dabei die Referenz <reference>{ $reference }</reference>.

# Einmal-Links, die nicht mehr funktionieren.
error-link-title = Dieser Link funktioniert nicht mehr
error-link-welcome = Er funktioniert nur einmal und höchstens eine Stunde lang, und jeder Neustart des Programms ersetzt ihn. Gibt es schon ein Konto, melden Sie sich damit an. Andernfalls starten Sie das Programm neu, und öffnen Sie den neuen Link, den es ausgibt.
error-link-invitation = Eine Einladung funktioniert nur einmal und höchstens drei Tage lang, und eine neuere ersetzt sie. Haben Sie Ihr Passwort schon gewählt, melden Sie sich damit an. Andernfalls bitten Sie die Person, die Sie eingeladen hat, um einen neuen Link.
error-link-new-password = Er funktioniert nur einmal und höchstens 30 Minuten lang. Er wird ungültig, wenn sich Ihr Passwort, Ihre E-Mail-Adresse oder Ihr zweiter Faktor ändert. Haben Sie Ihr Passwort schon gewählt, melden Sie sich damit an. Andernfalls fordern Sie mit „Passwort vergessen?“ auf der Anmeldeseite einen neuen Link an.
error-link-restore-email = Er funktioniert nur einmal und nur in den ersten 48 Stunden nach der Änderung. Haben Sie Ihre Adresse schon wiederhergestellt, finden Sie in Ihren E-Mails den Link zu einem neuen Passwort. Andernfalls melden Sie sich an, oder bitten Sie um Hilfe.
error-link-approve-address = Er funktioniert nur einmal und höchstens eine halbe Stunde lang. Er wird ungültig, wenn sich Ihr Passwort oder Ihre E-Mail-Adresse ändert. Melden Sie sich noch einmal von der Adresse an, die freigegeben werden soll: Dann senden wir per E-Mail einen neuen Link.
error-link-set-up-code = Er funktioniert nur einmal und höchstens drei Tage lang. Bitten Sie die Person, die Ihre Zwei-Faktor-Authentisierung zurückgesetzt hat, um einen neuen.
error-link-not-me = Er funktioniert nur einmal und höchstens drei Tage lang. Haben Sie schon gemeldet, dass Sie es nicht waren, finden Sie in Ihren E-Mails den Link zu einem neuen Passwort. Andernfalls melden Sie sich an, und bitten Sie um Hilfe.

# Eine Sprache, die unten auf einer Seite gewählt wurde.
error-language-title = Sprache nicht verfügbar
error-language = Diese Website gibt es nicht in dieser Sprache. Wählen Sie unten auf dieser Seite eine andere.
