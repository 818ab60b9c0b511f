# Das eigene Konto.

# Passwort ändern.
account-password-title = Passwort ändern
account-password-about = Wenn Sie es ändern, werden Sie überall sonst abgemeldet. Wir informieren Sie per E-Mail über die Änderung.
account-password-current = Aktuelles Passwort
account-back = Zurück

# Passwort bestätigen, bevor etwas geändert wird.
account-confirm-title = Passwort bestätigen
account-confirm-no-app = Als Nächstes ändern Sie, wie Sie sich anmelden. Sie haben sich ohne Authenticator-App angemeldet, deshalb fragen wir noch einmal nach Ihrem Passwort. So kann niemand mit einer Kopie Ihrer Sitzung etwas in Ihrem Namen ändern.
account-confirm-about = Als Nächstes ändern Sie, wie Sie sich anmelden. Wir fragen noch einmal nach Ihrem Passwort, damit niemand anders an Ihrem unbeaufsichtigten Gerät etwas ändert.
account-confirm-button = Bestätigen
account-confirm-back = Zurück zum Konto
account-confirm-help = Passwort funktioniert nicht?

# Eine andere E-Mail-Adresse.
account-email-title = E-Mail-Adresse bestätigen
account-email-about = Wir haben einen Code an <person>{ $address }</person> gesendet. Geben Sie ihn hier ein. So stellen wir sicher, dass Ihre E-Mails nicht an Fremde gehen. Bis dahin bleibt Ihre Adresse <person>{ $current }</person>.
account-email-over = Der letzte Code gilt nicht mehr.
account-email-soon = Die E-Mail kommt meist in weniger als einer Minute an. Ist nach fünf Minuten nichts da, sehen Sie im Spam-Ordner nach.
account-email-wait = In { $wait } können Sie den Code erneut anfordern.
account-email-keep = <name>{ $current }</name> behalten
account-email-other = Andere Adresse angeben

# Eine andere Telefonnummer.
account-phone-title = Telefonnummer bestätigen
account-phone-sent = Ein Code geht an <phone>{ $number }</phone>. Geben Sie ihn hier ein. So stellen wir sicher, dass Ihre Codes nicht an Fremde gehen. Bis dahin ändert sich nichts.
account-phone-about = Wir senden einen Code an <phone>{ $number }</phone>. Geben Sie ihn hier ein. So stellen wir sicher, dass Ihre Codes nicht an Fremde gehen. Bis dahin ändert sich nichts.
account-phone-first = Ihr Einmalcode, bevor wir einen Code senden
account-phone-first-hint = 6 Ziffern aus Ihrer Authenticator-App.
account-phone-call-instead = Mich stattdessen anrufen
account-phone-other = Andere Nummer angeben

# Nach einem Wiederherstellungscode oder einem Code an das Telefon.
account-recovered-title = Sie haben einen Wiederherstellungscode verwendet
account-recovered-by-phone-title = Sie haben sich mit einem Code per SMS oder Anruf angemeldet
account-recovered-left =
    { $left ->
        [0] Dieser Code ist verbraucht. Es war Ihr letzter.
        [one] Dieser Code ist verbraucht. Sie haben noch einen.
       *[other] Dieser Code ist verbraucht. Sie haben noch { $left }.
    }
account-recovered-ask = Was ist mit Ihrer Authenticator-App?
account-recovered-there = Die App ist noch da
account-recovered-there-about = Sie hatten zum Beispiel Ihr Smartphone nicht dabei. Es ändert sich nichts.
account-recovered-there-button = Ich habe meine Authenticator-App noch
account-recovered-gone = Die App ist weg, oder Sie haben eine neue
account-recovered-gone-about = Richten Sie jetzt die neue App ein. Die alte funktioniert, bis die neue bestätigt ist, danach nicht mehr.
account-recovered-gone-button = Authenticator-App ersetzen
account-recovered-off = Sie haben im Moment keine App
account-recovered-required = Für Ihr Konto ist die Zwei-Faktor-Authentisierung Pflicht, deshalb können Sie sie nicht deaktivieren. Festgelegt hat das <person>{ $manager }</person>. Richten Sie oben eine neue Authenticator-App ein, oder fragen Sie dort nach.
account-recovered-off-about = Ohne Zwei-Faktor-Authentisierung kann sich jede Person anmelden, die Ihr Passwort erfährt. Ihre restlichen Wiederherstellungscodes gelten dann nicht mehr. Sie können 2FA jederzeit wieder aktivieren.
account-recovered-off-button = 2FA deaktivieren

# Wiederherstellungscodes.
account-codes-title = Wiederherstellungscodes
account-codes-about = Wenn Ihre Authenticator-App weg ist, können Sie sich mit jedem dieser Codes einmal anmelden, zusammen mit Ihrem Passwort. Bewahren Sie die Codes so auf, dass Sie sie auch ohne Ihr Smartphone finden. <strong>Die Codes werden nur jetzt angezeigt.</strong>
account-codes-saved = Ich habe die Codes gesichert
account-codes-shown = Ihre Codes wurden beim Erstellen angezeigt und lassen sich nicht noch einmal anzeigen.
account-codes-left =
    { $left ->
        [0] Sie haben alle verbraucht.
        [one] Einer ist noch unbenutzt.
       *[other] { $left } sind noch unbenutzt.
    }
account-codes-few = Erstellen Sie neue, bevor Sie sie brauchen.
account-codes-lost = Haben Sie die Liste verloren? Wenn Sie neue Codes erstellen, gelten die alten nicht mehr.
account-codes-again = Wiederherstellungscodes erneuern
account-codes-none = Sie haben keine Wiederherstellungscodes. Sie erhalten welche, wenn Sie die Zwei-Faktor-Authentisierung einrichten.
account-print-title = Wiederherstellungscodes zum Ausdrucken
account-print-heading = Wiederherstellungscodes für { $issuer }
account-print-about = Benutzername <person>{ $account }</person>, erstellt am { $time }. Mit jedem Code können Sie sich einmal anmelden, zusammen mit Ihrem Passwort.
account-print-how = Drucken Sie diese Seite über das Menü Ihres Browsers oder mit Strg+P (⌘P auf dem Mac), und bewahren Sie sie an einem sicheren Ort auf.

# Eine andere Authenticator-App.
account-prove-title = Authenticator-App ersetzen
account-prove-about = Geben Sie zuerst den Code ein, den Ihre bisherige App anzeigt. So kann niemand anders Ihr Konto auf ein fremdes Gerät übertragen. Danach richten Sie die neue App ein.
account-prove-code = Code aus Ihrer bisherigen Authenticator-App
account-prove-gone = Ist die App weg? Melden Sie sich ab und mit Ihrem Passwort wieder an. Wählen Sie dann „Wiederherstellungscode verwenden“ oder einen Code an Ihr Telefon. Danach können Sie eine neue App einrichten.
