# Das eigene Konto.

# Passwort ändern.
account-password-title = Passwort ändern
account-password-about = Wenn Sie es ändern, werden Sie überall sonst abgemeldet. Wir informieren Sie per E-Mail über die Änderung.
account-password-current = Aktuelles Passwort
account-password-empty = Geben Sie Ihr aktuelles Passwort ein.
account-password-wrong = Das ist nicht Ihr aktuelles Passwort.
account-password-same = Das ist Ihr aktuelles Passwort. Wählen Sie ein anderes.
account-password-changed = Ihr Passwort ist geändert. Sie sind überall sonst abgemeldet.
account-back = Zurück

# Passwort bestätigen, bevor etwas geändert wird.
account-confirm-title = Passwort bestätigen
account-confirm-no-app = Als Nächstes ändern Sie, wie Sie sich anmelden. Sie haben sich ohne Authenticator-App angemeldet, deshalb fragen wir noch einmal nach Ihrem Passwort. So kann niemand mit einer Kopie Ihrer Sitzung etwas in Ihrem Namen ändern.
account-confirm-about = Als Nächstes ändern Sie, wie Sie sich anmelden. Wir fragen noch einmal nach Ihrem Passwort, damit niemand anders an Ihrem unbeaufsichtigten Gerät etwas ändert.
account-confirm-button = Bestätigen
account-confirm-back = Zurück zum Konto
account-confirm-help = Passwort funktioniert nicht?
account-confirm-sign-in = Ihr zweiter Faktor ist ein Code, den wir Ihnen senden. Deshalb ist diese Änderung nur direkt nach der Anmeldung möglich. Melden Sie sich ab und wieder an, und kommen Sie dann hierher zurück.

# Eine andere E-Mail-Adresse.
account-email-title = E-Mail-Adresse bestätigen
account-email-about = Wir haben einen Code an <person>{ $address }</person> gesendet. Geben Sie ihn hier ein. So stellen wir sicher, dass Ihre E-Mails nicht an Fremde gehen. Bis dahin bleibt Ihre Adresse <person>{ $current }</person>.
account-email-over = Der letzte Code gilt nicht mehr.
account-email-soon = Die E-Mail kommt meist in weniger als einer Minute an. Ist nach fünf Minuten nichts da, sehen Sie im Spam-Ordner nach.
account-email-wait = In { $wait } können Sie den Code erneut anfordern.
account-email-keep = <name>{ $current }</name> behalten
account-email-other = Andere Adresse angeben
account-email-kept = Ihre E-Mail-Adresse ist weiterhin { $address }.
account-email-confirmed = Ihre neue E-Mail-Adresse ist bestätigt. Ab sofort gehen Nachrichten zu Ihrem Konto dorthin.

# Eine andere Telefonnummer.
account-phone-title = Telefonnummer bestätigen
account-phone-sent = Ein Code geht an <phone>{ $number }</phone>. Geben Sie ihn hier ein. So stellen wir sicher, dass Ihre Codes nicht an Fremde gehen. Bis dahin ändert sich nichts.
account-phone-about = Wir senden einen Code an <phone>{ $number }</phone>. Geben Sie ihn hier ein. So stellen wir sicher, dass Ihre Codes nicht an Fremde gehen. Bis dahin ändert sich nichts.
account-phone-first = Ihr Einmalcode, bevor wir einen Code senden
account-phone-first-hint = 6 Ziffern aus Ihrer Authenticator-App.
account-phone-call-instead = Mich stattdessen anrufen
account-phone-other = Andere Nummer angeben
account-phone-confirmed = Ihre Telefonnummer ist bestätigt. Ab sofort gehen Codes per SMS oder Anruf dorthin.

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
account-recovered-required-by = Für Ihr Konto ist die Zwei-Faktor-Authentisierung Pflicht, deshalb können Sie sie nicht deaktivieren. Festgelegt hat das <person>{ $manager }</person>. Richten Sie oben eine neue Authenticator-App ein, oder bitten Sie um Hilfe.
account-recovered-required = Für Ihr Konto ist die Zwei-Faktor-Authentisierung Pflicht, deshalb können Sie sie nicht deaktivieren. Richten Sie oben eine neue Authenticator-App ein.
account-recovered-off-about = Ohne Zwei-Faktor-Authentisierung kann sich anmelden, wer Ihr Passwort erfährt. Ihre restlichen Wiederherstellungscodes gelten dann nicht mehr. Sie können 2FA jederzeit wieder aktivieren.
account-recovered-off-button = 2FA deaktivieren
account-recovered-off-done = Die Zwei-Faktor-Authentisierung ist deaktiviert. Ihre Wiederherstellungscodes gelten nicht mehr.

# Wiederherstellungscodes.
account-codes-title = Wiederherstellungscodes
account-codes-about = Wenn Sie keinen Zugriff auf Ihre Authenticator-App haben, können Sie sich mit jedem dieser Codes einmal anmelden, zusammen mit Ihrem Passwort. Bewahren Sie die Codes so auf, dass Sie sie auch ohne Ihr Smartphone finden. <strong>Die Codes werden nur jetzt angezeigt.</strong>
account-codes-saved = Ich habe die Codes gesichert
account-codes-unsaved = Sichern Sie die Codes, und setzen Sie dann das Häkchen. Wir zeigen sie nicht noch einmal an.
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
account-prove-gone = Haben Sie die App nicht mehr? Melden Sie sich ab und mit Ihrem Passwort wieder an. Wählen Sie dann „Wiederherstellungscode verwenden“ oder einen Code an Ihr Telefon. Danach können Sie eine neue App einrichten.
account-prove-sign-in-first = Um eine Authenticator-App einzurichten, melden Sie sich ab und wieder an. Wir senden Ihnen dann einen Code, um sicherzugehen, dass Sie es sind.

account-authenticator-replace = Ihre alte Authenticator-App funktioniert, bis Sie einen richtigen Code aus der neuen eingeben.
account-authenticator-set-up = Danach fragt die Anmeldung nach Ihrem Passwort und nach einem Code aus einer App. Die Zwei-Faktor-Authentisierung ist erst aktiviert, wenn Sie hier einen richtigen Code eingeben.
account-authenticator-enable = Aktivieren
account-authenticator-later = Später
account-authenticator-until-then = Bis Sie die App eingerichtet haben, fragt jede Anmeldung nach einem Code per SMS oder Anruf.
account-authenticator-replaced = Ihre neue Authenticator-App ist eingerichtet. Die alte funktioniert nicht mehr. Löschen Sie den alten Eintrag aus Ihrer App.
account-authenticator-enabled = Die Zwei-Faktor-Authentisierung ist aktiviert. Ab sofort fragt die Anmeldung nach einem Code aus Ihrer Authenticator-App. In Ihren anderen Browsern wurden Sie abgemeldet.

# Neue Wiederherstellungscodes, eine andere Authenticator-App oder kein zweiter Faktor.
account-manage-title = Zwei-Faktor-Authentisierung verwalten
account-manage-on = Aktiv, { $time } eingerichtet.
account-manage-replace = Neues Smartphone oder andere App
account-manage-replace-about = Richten Sie die neue Authenticator-App mit einem neuen QR-Code ein. Die alte funktioniert, bis die neue bestätigt ist.
account-manage-codes-left =
    { $left ->
        [0] Sie haben keine unbenutzten Wiederherstellungscodes mehr. Wenn Sie neue erstellen, gelten die alten nicht mehr.
        [one] Sie haben noch einen unbenutzten Wiederherstellungscode. Wenn Sie neue erstellen, gelten die alten nicht mehr.
       *[other] Sie haben noch { $left } unbenutzte Wiederherstellungscodes. Wenn Sie neue erstellen, gelten die alten nicht mehr.
    }
account-manage-codes-made = Das sind Ihre neuen Codes. Die alten gelten nicht mehr.
account-manage-off = Zwei-Faktor-Authentisierung deaktivieren
account-manage-off-required-by = Für Ihr Konto ist die Zwei-Faktor-Authentisierung Pflicht, deshalb können Sie sie nicht deaktivieren. Festgelegt hat das <person>{ $manager }</person>. Fragen Sie nach, wenn sich das ändern soll oder wenn Sie Ihre Authenticator-App und Ihre Wiederherstellungscodes verloren haben.
account-manage-off-required = Für Ihr Konto ist die Zwei-Faktor-Authentisierung Pflicht, deshalb können Sie sie nicht deaktivieren. Fragen Sie die Administration von <name>{ $issuer }</name>, wenn sich das ändern soll oder wenn Sie Ihre Authenticator-App und Ihre Wiederherstellungscodes verloren haben.
account-manage-off-by-email = Danach fragt die Anmeldung nach Ihrem Passwort und nach einem Code per E-Mail. Wer beides hat, kann sich anmelden.
account-manage-off-stuck = Danach verlangt die Anmeldung einen Code, den wir Ihnen im Moment nicht senden können. Ohne Hilfe könnten Sie sich nicht mehr anmelden.
account-manage-off-alone = Danach fragt die Anmeldung nur noch nach Benutzername und Passwort. Wer Ihr Passwort erfährt, kann sich anmelden.
account-manage-off-then = Ihre Wiederherstellungscodes und der Eintrag in Ihrer App funktionieren dann nicht mehr. Behalten Sie den Eintrag, bis die Zwei-Faktor-Authentisierung ausgeschaltet ist, und löschen Sie ihn erst danach. Sie können 2FA jederzeit wieder aktivieren, mit einem neuen QR-Code.
account-manage-off-done = Die Zwei-Faktor-Authentisierung ist deaktiviert. Löschen Sie den Eintrag aus Ihrer App: Er funktioniert nicht mehr.

# Kontodaten.
account-details-signing-in = Anmeldung
account-details-two-factor = Zwei-Faktor-Authentisierung
account-details-set-up = Einrichten
account-details-on = Aktiv. Mit „Einrichten“ ersetzen Sie Ihre Authenticator-App. Um die Zwei-Faktor-Authentisierung zu deaktivieren, entfernen Sie das Häkchen, und speichern Sie. Die nächste Seite fragt nach Ihrem Passwort und nach einem Code.
account-details-on-required-by = Aktiv und Pflicht, deshalb können Sie die Zwei-Faktor-Authentisierung hier nicht deaktivieren. Festgelegt hat das <name>{ $manager }</name>. Mit „Einrichten“ ersetzen Sie Ihre Authenticator-App.
account-details-on-required = Aktiv und Pflicht, deshalb können Sie die Zwei-Faktor-Authentisierung hier nicht deaktivieren. Mit „Einrichten“ ersetzen Sie Ihre Authenticator-App.
account-details-off = Nicht aktiv. Um die Zwei-Faktor-Authentisierung zu aktivieren, setzen Sie das Häkchen, und wählen Sie „Einrichten“. Aktiv ist sie, sobald Sie einen richtigen Code aus Ihrer Authenticator-App eingegeben haben.
account-details-about-you = Ihre Angaben
account-details-email = E-Mail-Adresse
account-details-email-hint = Für Nachrichten zu Ihrem Konto. Wenn Sie die Adresse ändern, senden wir einen Code an die neue. Die Änderung gilt, sobald Sie diesen Code eingeben.
account-details-email-new = Wir haben einen Code an <name>{ $address }</name> gesendet. Die neue Adresse gilt, sobald Sie ihn eingeben. <link>Code eingeben</link>
account-details-phone = Telefonnummer
account-details-phone-hint = Mit Landesvorwahl, zum Beispiel +358 40 123 4567. Für einen Code per SMS oder Anruf, wenn Sie keinen Zugriff auf Ihre Authenticator-App haben. Wenn Sie die Nummer ändern, senden wir einen Code an die neue. Die Änderung gilt, sobald Sie diesen Code eingeben.
account-details-phone-unconfirmed = Diese Nummer ist noch nicht bestätigt. <link>Nummer bestätigen</link>
account-details-phone-help = Wofür ist die Telefonnummer?
account-details-language-hint = Für alle Seiten und für die E-Mails, SMS und Anrufe, die Sie von uns erhalten.
# Wenn nichts gewählt ist.
account-details-language-none = Sprache Ihres Browsers
account-details-code = Einmalcode, um die Adresse oder die Nummer zu ändern
account-details-code-hint = 6 Ziffern aus Ihrer Authenticator-App. Lassen Sie das Feld leer, wenn Sie keine von beiden ändern.
account-details-save = Speichern
account-details-saved = Ihre Angaben sind gespeichert.
account-details-unchanged = Sie haben nichts geändert. Deshalb gab es nichts zu speichern.
account-details-phone-removed = Ihre Telefonnummer ist entfernt.
