# Benutzerkonten, für die Personen, die sie verwalten.

# Die Liste.
subaccounts-title = Benutzerkonten
subaccounts-board = Konten nach Zwei-Faktor-Authentisierung
# Arten von Konten, jeweils nach ihrer Anzahl.
subaccounts-tile-all = Alle
subaccounts-tile-on = Geschützt
subaccounts-tile-by-phone = Nur per Telefon
subaccounts-tile-by-email = Nur per E-Mail
subaccounts-tile-stuck = Anmeldung nur mit Hilfe
subaccounts-tile-pending = Einrichtung offen
subaccounts-tile-off = Ungeschützt
subaccounts-tile-without-app = Ohne App
subaccounts-tile-required-but-off = Erforderlich, aber aus
subaccounts-tile-disabled = Deaktiviert
subaccounts-add = Konto hinzufügen
subaccounts-remind = Konten ohne App erinnern
subaccounts-remind-hint = Mit „Konten ohne App erinnern“ senden wir eine E-Mail, in der steht, wie man eine Authenticator-App einrichtet. Sie geht an aktive Konten, die noch keine App haben und bei denen die Anmeldung ohne Hilfe möglich ist, an jedes höchstens einmal am Tag.
subaccounts-search-label = Benutzername, E-Mail-Adresse oder Telefonnummer
subaccounts-search = Suchen
subaccounts-list-end = Es gibt keine weiteren Konten.
subaccounts-list-nothing = Keine Konten gefunden. Suchen Sie nach einem kürzeren Teil des Namens, oder <link>sehen Sie sich alle Konten an</link>.
subaccounts-list-alone = Es gibt noch keine weiteren Konten. Erstellen Sie mit „Konto hinzufügen“ ein Konto für jede Person, damit niemand Ihr Passwort braucht.
subaccounts-list-caption = Benutzerkonten, das Hauptkonto zuerst
subaccounts-user-name = Benutzername
subaccounts-email = E-Mail-Adresse
subaccounts-second-factor = 2FA
subaccounts-change = Ändern
subaccounts-change-named = Ändern: { $account }
subaccounts-role-main = Hauptkonto
subaccounts-role-manager = Verwaltung
# Von einem Konto auf der Liste.
subaccounts-disabled = Deaktiviert
subaccounts-invited = Eingeladen
subaccounts-required = Erforderlich
# Der zweite Faktor eines Kontos auf der Liste.
subaccounts-state-on = Ein
subaccounts-state-by-phone = Nur per Telefon
subaccounts-state-by-email = Nur per E-Mail
subaccounts-state-stuck = Anmeldung nur mit Hilfe
subaccounts-state-pending = Einrichtung offen
subaccounts-state-off = Aus
subaccounts-back-to-list = Zurück zu den Benutzerkonten
subaccounts-help = Hilfe zu Benutzerkonten

# Nach „Konten ohne App erinnern“.
subaccounts-reminded =
    { $count ->
        [one] Eine Erinnerung an 1 Konto ist unterwegs.
       *[other] Erinnerungen an { $count } Konten sind unterwegs.
    }
# Als Nächstes steht da, welche Grenze erreicht ist.
subaccounts-reminded-some =
    { $count ->
        [one] Eine Erinnerung an 1 Konto ist unterwegs. Die übrigen wurden nicht gesendet.
       *[other] Erinnerungen an { $count } Konten sind unterwegs. Die übrigen wurden nicht gesendet.
    }
subaccounts-reminded-none = Es wurden keine Erinnerungen gesendet.
subaccounts-reminded-nobody = Es wurden keine Erinnerungen gesendet: Jedes dieser Konten hat in den letzten 24 Stunden schon eine erhalten oder hat noch kein Passwort.

# Konto hinzufügen.
subaccounts-new-who = Angaben zur Person
subaccounts-new-user-name-hint = Damit meldet sich die Person an.
subaccounts-email-hint = Für Nachrichten zum Konto.
subaccounts-phone = Telefonnummer
subaccounts-new-phone-hint = Optional. Mit Landesvorwahl, zum Beispiel +358 40 123 4567. Die erste Anmeldung kann dann mit einem Code per SMS oder Anruf beginnen.
subaccounts-signing-in = Anmeldung
subaccounts-new-link-by-email = Wir senden der Person per E-Mail einen Link, mit dem sie ihr Passwort selbst wählt.
subaccounts-new-link-shown = Die Person wählt ihr Passwort selbst. Den Link dafür erhalten Sie auf der nächsten Seite.
subaccounts-two-factor-required = Zwei-Faktor-Authentisierung erforderlich (2FA erforderlich)
subaccounts-new-required-hint = Ist eine Telefonnummer hinterlegt, beginnt die erste Anmeldung mit einem Code an dieses Telefon. Andernfalls beginnt sie mit der Einrichtung einer Authenticator-App. Prüfen Sie, ob die Nummer stimmt: Codes gehen auch dann dorthin, wenn die Person keinen Zugriff auf ihre Authenticator-App hat.
subaccounts-new-create = Erstellen
subaccounts-new-cancel = Abbrechen
subaccounts-new-taken = Dieser Benutzername ist schon vergeben. Wählen Sie einen anderen.

# Ein Unterkonto.
subaccounts-one-title = Konto { $account } ändern
subaccounts-one-heading = Konto <name>{ $account }</name> ändern
subaccounts-save = Speichern

# Was übergeben wird, ein einziges Mal.
subaccounts-send-link = Senden Sie diesen Link an <name>{ $account }</name>
subaccounts-send-link-about = Damit wählt <name>{ $account }</name> ein Passwort. Der Link funktioniert nur einmal und höchstens drei Tage lang. Er wird nur jetzt angezeigt. Wir senden ihn an niemanden. Wer ihn hat, kann das Passwort wählen: Geben Sie ihn deshalb sonst niemandem. Frühere Links funktionieren nicht mehr.
subaccounts-give-code = Geben Sie diesen Einrichtungscode an <name>{ $account }</name> weiter
subaccounts-give-code-about = Wir können <name>{ $account }</name> keinen Code an ein Telefon oder per E-Mail senden, um eine neue Einrichtung zu bestätigen. Deshalb fragt die nächste Anmeldung nach diesem Einrichtungscode. Er funktioniert nur einmal und höchstens drei Tage lang. Er wird nur jetzt angezeigt. Geben Sie ihn nur an diese Person weiter, persönlich oder am Telefon.
subaccounts-give-link = Geben Sie diesen Link an <name>{ $account }</name> weiter
subaccounts-give-link-about = Damit wählt <name>{ $account }</name> ein neues Passwort. Der Link funktioniert nur einmal und höchstens 30 Minuten lang. Er wird nur jetzt angezeigt. Per E-Mail haben wir nicht den Link gesendet, sondern nur die Nachricht, dass Sie ihn erstellt haben. Geben Sie ihn nur an diese Person weiter, persönlich oder am Telefon. Die Zwei-Faktor-Authentisierung bleibt unverändert. Frühere Links funktionieren nicht mehr.

# Was jemand angibt, bevor sich die Anmeldung einer anderen Person ändert.
subaccounts-own-factor-first = <strong>Richten Sie zuerst Ihre eigene Zwei-Faktor-Authentisierung ein.</strong> Erst dann können Sie ändern, wie sich andere anmelden. <link>Jetzt einrichten</link>.
subaccounts-own-factor-first-delete = <strong>Richten Sie zuerst Ihre eigene Zwei-Faktor-Authentisierung ein.</strong> Erst dann können Sie ein Konto löschen. <link>Jetzt einrichten</link>.
subaccounts-own-factor-first-problem = Richten Sie zuerst die Zwei-Faktor-Authentisierung für Ihr eigenes Konto ein. Es wurde nichts geändert.
subaccounts-own-factor-new = Ihre eigene Zwei-Faktor-Authentisierung ist noch keine 24 Stunden alt. Für den Fall, dass jemand anders sie eingerichtet hat, können Sie damit noch keine anderen Konten ändern. Möglich ist das ab dem { $moment }. Es wurde nichts geändert. Versuchen Sie es später noch einmal, oder bitten Sie eine andere Person, die dieses Konto verwaltet.
subaccounts-reason = Grund
subaccounts-reason-hint = Wir speichern den Grund in den Aktivitäten des Kontos. Dort kann ihn auch die Person lesen, der es gehört.
subaccounts-reason-hint-link = Wir speichern den Grund in den Aktivitäten des Kontos. Dort kann ihn auch die Person lesen, der es gehört. Zum Beispiel: Passwort vergessen.
subaccounts-reason-hint-reset = Wir speichern den Grund in den Aktivitäten des Kontos. Dort kann ihn auch die Person lesen, der es gehört. Zum Beispiel: Smartphone verloren.
subaccounts-reason-missing = Geben Sie einen Grund an.
subaccounts-own-password = Ihr eigenes Passwort
subaccounts-own-password-missing = Geben Sie Ihr eigenes Passwort ein.
subaccounts-own-code = Ihr eigener Einmalcode

# Ob Zwei-Faktor-Authentisierung erforderlich ist.
subaccounts-cleared = <strong>Wenn Sie ohne Häkchen speichern, wird die Zwei-Faktor-Authentisierung entfernt:</strong> die Authenticator-App von <name>{ $account }</name>, die Wiederherstellungscodes und eine noch nicht abgeschlossene Einrichtung. Alle Sitzungen enden. Danach genügt zum Anmelden das Passwort, außer wenn nach Ihren Richtlinien die Zwei-Faktor-Authentisierung Pflicht ist oder ein Code per E-Mail verlangt wird. Hat <name>{ $account }</name> ein neues Smartphone? Lassen Sie das Häkchen stehen, und verwenden Sie weiter unten „Zwei-Faktor-Authentisierung zurücksetzen“.
subaccounts-factor-since = <name>{ $account }</name> hat { $time } eine Authenticator-App eingerichtet.
subaccounts-factor-none-required = <name>{ $account }</name> hat keine Authenticator-App. Bis eine eingerichtet ist, verlangt jede Anmeldung einen Code, den wir senden, die Einrichtung oder beides.
subaccounts-factor-none = <name>{ $account }</name> hat keine Authenticator-App. Wenn Sie das Häkchen setzen, muss ab dem nächsten Seitenaufruf zuerst eine eingerichtet werden. Vorher öffnet sich keine andere Seite. Wenn Ihre Richtlinien die erste Anmeldung per Telefon erlauben und eine Nummer hinterlegt ist, kann die Einrichtung warten.

# Adresse und Nummer.
subaccounts-about = Angaben zu <name>{ $account }</name>
subaccounts-email-guarded = An diese Adresse gehen Links zu einem neuen Passwort. Um sie zu ändern, müssen Sie einen Grund, Ihr eigenes Passwort und einen Einmalcode angeben.
subaccounts-email-invited = Ist die Adresse falsch? Geben Sie die richtige ein, und speichern Sie: Wir senden dann eine neue Einladung dorthin, und der frühere Link funktioniert nicht mehr.
subaccounts-phone-hint = Mit Landesvorwahl, zum Beispiel +358 40 123 4567. Für Codes per SMS oder Anruf.
subaccounts-phone-proven = <name>{ $account }</name> hat diese Nummer bestätigt.
subaccounts-phone-guarded = Um die Nummer zu ändern oder zu entfernen, müssen Sie einen Grund, Ihr eigenes Passwort und einen Einmalcode angeben.
subaccounts-phone-check = Prüfen Sie, ob es das richtige Telefon ist, bevor Sie die Zwei-Faktor-Authentisierung zur Pflicht machen: Die erste Anmeldung kann mit einem Code dorthin beginnen, und damit ist die Nummer bestätigt.
subaccounts-saved = Die Angaben sind gespeichert.
subaccounts-saved-signed-out = Die Angaben sind gespeichert, und die Person ist überall abgemeldet. Passwort und Zwei-Faktor-Authentisierung sind unverändert. Wenn die alte Adresse nie dieser Person gehört hat, geben Sie ihr einen Link zu einem neuen Passwort, und setzen Sie die Zwei-Faktor-Authentisierung zurück.
subaccounts-saved-released = Gespeichert. Die Zwei-Faktor-Authentisierung dieses Kontos ist entfernt und nicht mehr erforderlich.
subaccounts-saved-still-mandatory = Gespeichert. Die Zwei-Faktor-Authentisierung dieses Kontos ist entfernt. Nach Ihren Richtlinien ist sie aber für alle Pflicht. Deshalb beginnt die nächste Anmeldung mit einer neuen Einrichtung.

# Eine Einladung.
subaccounts-invitation = Einladung
subaccounts-invitation-made = <name>{ $account }</name> hat noch kein Passwort gewählt. Der neueste Link wurde { $time } erstellt und funktioniert drei Tage lang. Wenn Sie einen neuen erstellen, funktioniert er nicht mehr.
subaccounts-invitation-none = <name>{ $account }</name> hat noch kein Passwort gewählt. Es gibt keinen Link, der noch funktioniert: Erstellen Sie einen neuen.
subaccounts-invitation-new = Erneut einladen
subaccounts-invitation-sent = Die Einladung ist per E-Mail unterwegs. Der Link darin, mit dem die Person ihr Passwort wählt, funktioniert nur einmal und höchstens drei Tage lang.
subaccounts-invitation-on-trial = Testbetrieb: Die E-Mail mit der Einladung wird dort ausgegeben, wo der Server läuft. Der Link darin, mit dem die Person ihr Passwort wählt, funktioniert nur einmal und höchstens drei Tage lang.
subaccounts-invitation-disabled = Dieses Konto ist deaktiviert. Deshalb würde eine Einladung nicht funktionieren. Aktivieren Sie zuerst das Konto.
subaccounts-invitation-unneeded = Die Person hat schon ein Passwort gewählt und braucht keine Einladung.

# Ein Link zu einem neuen Passwort.
subaccounts-watch = Sitzungen und Aktivitäten
subaccounts-link = Passwort vergessen
subaccounts-link-codes-by-email = <name>{ $account }</name> erhält Codes per E-Mail. Deshalb senden wir keinen Link zu einem neuen Passwort an dasselbe Postfach: Wer es liest, hätte sonst beides. Lassen Sie sich hier einen Link anzeigen, und geben Sie ihn persönlich oder am Telefon weiter. Er funktioniert nur einmal und höchstens 30 Minuten lang. Die nächste Anmeldung fragt trotzdem nach einem Code.
subaccounts-link-by-email = <name>{ $account }</name> kann auf der Anmeldeseite einen Link anfordern, oder Sie senden hier einen. Er geht nur an die E-Mail-Adresse oben, funktioniert nur einmal und höchstens 30 Minuten lang und ändert nichts an der Zwei-Faktor-Authentisierung. Hat die Person keinen Zugriff mehr auf dieses Postfach? Lassen Sie sich den Link stattdessen anzeigen, und geben Sie ihn persönlich oder am Telefon weiter.
subaccounts-link-shown = Diese Website verschickt keine E-Mails. Deshalb zeigen wir Ihnen den Link an: Geben Sie ihn persönlich oder am Telefon weiter. Er funktioniert nur einmal und höchstens 30 Minuten lang und ändert nichts an der Zwei-Faktor-Authentisierung.
subaccounts-make-sure = Vergewissern Sie sich, dass die Bitte wirklich von <name>{ $account }</name> kommt.
subaccounts-link-send = Link zu neuem Passwort senden
subaccounts-link-show = Link zu neuem Passwort anzeigen
subaccounts-link-made = Der Link ist erstellt. Er wird nur jetzt angezeigt.
subaccounts-link-sent = Wir haben einen Link zu einem neuen Passwort gesendet. Er funktioniert nur einmal und höchstens 30 Minuten lang.
subaccounts-link-not-sent-codes = Es wurde kein Link gesendet: Dieses Konto erhält Codes per E-Mail, und wer das Postfach liest, hätte sonst beides. Vergewissern Sie sich, dass die Bitte wirklich von der Person kommt, der das Konto gehört. Lassen Sie sich dann einen Link anzeigen, und geben Sie ihn persönlich oder am Telefon weiter.
subaccounts-link-not-sent-new-email = Es wurde kein Link gesendet: Die E-Mail-Adresse wurde vor weniger als 48 Stunden im Konto selbst geändert. Vergewissern Sie sich, dass das die Person war, der das Konto gehört, aber fragen Sie nicht per E-Mail. Lassen Sie sich dann einen Link anzeigen, und geben Sie ihn persönlich oder am Telefon weiter.
subaccounts-link-not-sent-no-email = Es wurde kein Link gesendet: Diese Website verschickt keine E-Mails. Lassen Sie sich einen Link anzeigen, und geben Sie ihn persönlich oder am Telefon weiter.
subaccounts-link-not-made = Es wurde kein Link erstellt: Das Konto ist deaktiviert, oder die Person hat noch kein erstes Passwort gewählt.

# Zwei-Faktor-Authentisierung zurücksetzen.
subaccounts-reset = Smartphone verloren oder gewechselt
subaccounts-reset-no-factor = <name>{ $account }</name> hat keine Authenticator-App. Das Zurücksetzen bricht eine noch nicht abgeschlossene Einrichtung ab und beendet alle Sitzungen. Die nächste Anmeldung fragt nach einem Code. Wir senden ihn an das hinterlegte Telefon oder, wenn keines hinterlegt ist, per E-Mail. Danach beginnt die Einrichtung. Wenn beides nicht möglich ist, zeigen wir Ihnen einen Einrichtungscode an, den Sie an <name>{ $account }</name> weitergeben.
subaccounts-reset-required = Das Zurücksetzen entfernt die Authenticator-App und die Wiederherstellungscodes und beendet alle Sitzungen. Die nächste Anmeldung fragt nach einem Code. Wir senden ihn an das hinterlegte Telefon oder, wenn keines hinterlegt ist, per E-Mail. Danach beginnt eine neue Einrichtung. Wenn beides nicht möglich ist, zeigen wir Ihnen einen Einrichtungscode an, den Sie an <name>{ $account }</name> weitergeben. Vergewissern Sie sich, dass die Bitte wirklich von <name>{ $account }</name> kommt.
subaccounts-reset-not-required = Das Zurücksetzen entfernt die Authenticator-App und die Wiederherstellungscodes und beendet alle Sitzungen. Die nächste Anmeldung fragt nach einem Code. Wir senden ihn an das hinterlegte Telefon oder, wenn keines hinterlegt ist, per E-Mail. Danach beginnt eine neue Einrichtung, obwohl 2FA für <name>{ $account }</name> nicht erforderlich ist. Wenn beides nicht möglich ist, zeigen wir Ihnen einen Einrichtungscode an, den Sie weitergeben. Vergewissern Sie sich, dass die Bitte wirklich von <name>{ $account }</name> kommt.
subaccounts-reset-button = Zwei-Faktor-Authentisierung zurücksetzen
subaccounts-reset-done = Die Zwei-Faktor-Authentisierung ist zurückgesetzt, und alle Sitzungen sind beendet. Die nächste Anmeldung beginnt mit einer neuen Einrichtung.

# Falsche Passwörter und Codes.
subaccounts-tries = Zu viele Fehlversuche
subaccounts-tries-codes-off = <strong>Die Einmalcodes dieses Kontos sind gesperrt,</strong> weil zu viele Codes hintereinander falsch waren. Wiederherstellungscodes funktionieren weiter. „Entsperren“ gilt nicht für Einmalcodes: Vielleicht versucht jemand, sie zu erraten. Wenn <name>{ $account }</name> keine Wiederherstellungscodes mehr hat, verwenden Sie weiter oben „Zwei-Faktor-Authentisierung zurücksetzen“.
subaccounts-tries-wrong-codes = Falsche Codes hintereinander: { $count }. Der nächste richtige Code setzt die Zählung zurück.
subaccounts-tries-wrong-passwords = Vor Kurzem wurden falsche Passwörter eingegeben.
subaccounts-tries-about = „Entsperren“ setzt die Zählung falscher Passwörter zurück, damit <name>{ $account }</name> nicht warten muss. Falsche Codes zählen weiter.
subaccounts-unlock = Entsperren
subaccounts-unlocked = Das Konto ist entsperrt: Falsche Passwörter zählen nicht mehr.

# Deaktivieren, aktivieren, löschen.
subaccounts-end = Deaktivieren oder löschen
subaccounts-end-disabled = Dieses Konto ist deaktiviert
subaccounts-end-disabled-about = <name>{ $account }</name> kann sich nicht anmelden.
subaccounts-enable = Konto aktivieren
subaccounts-enabled = Das Konto ist wieder aktiv.
subaccounts-disable-about = Ein deaktiviertes Konto behält seine Daten, aber niemand kann sich damit anmelden. Seine Sitzungen enden sofort.
subaccounts-disable = Konto deaktivieren
subaccounts-now-disabled = Das Konto ist deaktiviert, und alle seine Sitzungen sind beendet.
subaccounts-delete-sure = Ich möchte das Konto <name>{ $account }</name> endgültig löschen
subaccounts-delete-unsure = Setzen Sie zur Bestätigung das Häkchen. Ein gelöschtes Konto lässt sich nicht wiederherstellen.
subaccounts-delete = Konto löschen
subaccounts-deleted = Das Konto ist gelöscht.

# Zurück zu einem Unterkonto, von dessen anderen Seiten aus.
subaccounts-back = Zurück zu <name>{ $account }</name>

# Was in einem Unterkonto passiert ist.
subaccounts-activity-title = Aktivitäten von { $account }
subaccounts-activity-heading = Aktivitäten von <name>{ $account }</name>
subaccounts-activity-about = Das ist im Konto von <name>{ $account }</name> passiert, das Neueste zuerst.

# Was mit allen gemacht wurde.
subaccounts-managers-title = Verwaltungsprotokoll
subaccounts-managers-about = Hier steht, was in Ihren Benutzerkonten und Richtlinien geändert wurde: von Ihnen, von den Personen, die Ihre Konten verwalten, und von der Administration dieser Website. Das Neueste steht zuerst. Auch gelöschte Konten sind dabei. Nur Sie können diese Seite sehen.

# Wo ein Unterkonto angemeldet ist.
subaccounts-sessions-title = Sitzungen von { $account }
subaccounts-sessions-heading = Sitzungen von <name>{ $account }</name>
subaccounts-sessions-none = <name>{ $account }</name> ist nirgends angemeldet.
subaccounts-sessions-about = Diese Liste zeigt, wo <name>{ $account }</name> gerade angemeldet ist. Wenn Sie eine Sitzung beenden, ist in diesem Browser eine neue Anmeldung nötig.
subaccounts-sessions-ended = Die Sitzung ist beendet.
subaccounts-sessions-end-all = Alle Sitzungen beenden
subaccounts-sessions-end-all-hint = „Alle Sitzungen beenden“ bricht auch eine Anmeldung ab, die noch nicht abgeschlossen ist.
subaccounts-sessions-all-ended = Alle Sitzungen sind beendet.

# Für das Unterkonto freigegebene Adressen.
subaccounts-approved = Freigegebene Adressen
subaccounts-approved-about = Diese Adressen stehen auf keiner Liste der zugelassenen IP-Adressen. Sie wurden über einen Link in einer E-Mail freigegeben. Wenn Sie eine Freigabe widerrufen, enden die Sitzungen, die dort offen sind, und wir informieren <name>{ $account }</name> per E-Mail.
subaccounts-approved-revoked = Die Freigabe ist widerrufen.
subaccounts-approved-revoke-all = Alle widerrufen
subaccounts-approved-all-revoked = Alle Freigaben sind widerrufen.

# Gesendete Codes.
subaccounts-codes-title = Gesendete Codes
subaccounts-codes-about = Hier steht jeder Code, der für Ihre Konten per SMS, Anruf oder E-Mail angefordert wurde. Von Telefonnummern sehen Sie nur die letzten beiden Ziffern.
subaccounts-codes-none = Es wurden noch keine Codes angefordert.
subaccounts-codes-end = Es gibt keine früheren Codes. <link>Sehen Sie sich die neuesten an</link>.
subaccounts-codes-caption = Angeforderte Codes, die neuesten zuerst
subaccounts-codes-when = Wann
subaccounts-codes-account = Konto
subaccounts-codes-how = Wie
subaccounts-codes-result = Ergebnis
subaccounts-codes-from = Von wo
subaccounts-codes-deleted = Gelöschtes Konto
subaccounts-codes-by-sms = SMS an { $number }
subaccounts-codes-by-call = Anruf an { $number }
subaccounts-codes-by-email = E-Mail an { $address }
