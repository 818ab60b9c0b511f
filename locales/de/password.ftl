# Ein neues Passwort, und was folgt, wenn eines nicht mehr gilt.

password-forgotten-title = Passwort vergessen
password-forgotten-about = Wir senden Ihnen per E-Mail einen Link, mit dem Sie ein neues wählen.
password-forgotten-name = Benutzername oder E-Mail-Adresse
password-forgotten-empty = Geben Sie Ihren Benutzernamen oder Ihre E-Mail-Adresse ein.
password-forgotten-send = Link senden
password-forgotten-no-mail = Diese Website verschickt keine E-Mails und kann deshalb keinen Link senden.
password-sent-title = Prüfen Sie Ihre E-Mails
password-sent-about = Wenn es dieses Konto gibt, ist jetzt eine E-Mail an die hinterlegte Adresse unterwegs. Darin finden Sie einen Link, mit dem Sie ein neues Passwort wählen. Er funktioniert nur einmal und höchstens 30 Minuten lang. Ihr zweiter Faktor bleibt unverändert: Halten Sie beim Anmelden Ihr Smartphone bereit.
password-sent-nothing = Nach fünf Minuten noch keine E-Mail? Sehen Sie im Spam-Ordner nach, und prüfen Sie Ihre Eingabe. Wenn Sie kurz vorher schon einen Link angefordert haben, funktioniert der Link aus der früheren E-Mail noch. Hilft das alles nicht?

password-choose-first-title = Passwort wählen
password-choose-title = Neues Passwort wählen
password-choose-first = Sie wurden zu { $issuer } eingeladen. Ihr Benutzername ist <person>{ $account }</person>. Damit und mit dem Passwort, das Sie hier wählen, melden Sie sich an.
password-choose-then = Danach richten Sie die Zwei-Faktor-Authentisierung ein, die für Ihr Konto Pflicht ist. Halten Sie Ihr Smartphone bereit.
password-choose = Für <person>{ $account }</person> bei { $issuer }. Wenn Sie das Passwort festlegen, werden Sie überall abgemeldet. Ihr zweiter Faktor bleibt unverändert.
password-new = Neues Passwort
password-set = Passwort festlegen
password-help = Hilfe zu Passwörtern

# Ein Passwort wurde ungültig gemacht: der Link zu einem neuen, oder warum es keinen gibt.
password-link-sent = <strong>Prüfen Sie Ihre E-Mails:</strong> Wir haben Ihnen einen Link gesendet, mit dem Sie ein neues Passwort wählen. Er funktioniert nur einmal und höchstens 30 Minuten lang. Wählen Sie ein Passwort, das Sie nirgendwo sonst verwenden.
password-link-nothing = Nach fünf Minuten noch keine E-Mail? Sehen Sie im Spam-Ordner nach. Ist auch dort nichts?
password-link-codes-by-mail = Die Codes für dieses Konto kommen per E-Mail. Deshalb darf ein Link zu einem neuen Passwort nicht an dasselbe Postfach gehen: Wer es liest, hätte sonst beides.
password-link-new-email = Die E-Mail-Adresse dieses Kontos wurde vor weniger als 48 Stunden geändert. In den ersten 48 Stunden nach einer Änderung senden wir keinen Link zu einem neuen Passwort dorthin. Wenn Sie die Adresse nicht geändert haben, öffnen Sie den Link in der E-Mail, die an die frühere Adresse ging. Andernfalls warten Sie, oder holen Sie sich jetzt Hilfe.

# Das erste Konto.
password-welcome-title = Hauptkonto erstellen
password-welcome-about = Das ist das erste Konto bei { $issuer }. Es ist für die Person, die den Dienst betreibt. Der Link, der Sie hierhergeführt hat, wird ungültig, sobald das Konto erstellt ist.
password-welcome-name-hint = Damit melden Sie sich an.
password-welcome-email = E-Mail-Adresse
password-welcome-email-hint = Für Nachrichten zu Ihrem Konto.
password-welcome-create = Konto erstellen
password-welcome-created = Das Hauptkonto ist erstellt, und Sie sind angemeldet.

# Die einzige Regel für ein neues Passwort.
password-new-hint =
    { $shortest ->
       *[other] Mindestens { $shortest } Zeichen. Gut geeignet sind ein paar zufällige Wörter. Leerzeichen sind erlaubt, Ziffern und Sonderzeichen sind nicht nötig.
    }
