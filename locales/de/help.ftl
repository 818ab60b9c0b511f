# Die Hilfeseite. Was fett oder in Anführungszeichen steht, nennt etwas, das man sieht: eine Schaltfläche, einen Link,
# eine Meldung.

help-heading = Hilfe zur Anmeldung
help-contents = Auf dieser Seite

help-what = Was ist Zwei-Faktor-Authentisierung?
help-what-about = Die Zwei-Faktor-Authentisierung, kurz 2FA, verlangt bei der Anmeldung zwei verschiedene Dinge: <strong>etwas, das Sie wissen</strong>, nämlich Ihr Passwort, und <strong>etwas, das Sie haben</strong>, nämlich das Smartphone oder den Computer mit Ihrer Authenticator-App.
help-what-why = Am Geldautomaten ist es genauso: Dort brauchen Sie Ihre Karte und Ihre PIN. Wer Ihr Passwort erfährt, kann sich trotzdem nicht anmelden, denn den Code zeigt nur Ihre App an.

# Codes, die nicht funktionieren.
help-codes-clock = <strong>Prüfen Sie die Uhr Ihres Smartphones.</strong> Eine falsche Uhrzeit ist die häufigste Ursache, denn die Codes hängen von der Zeit ab. Stellen Sie auf dem Smartphone oder Computer, der die Codes anzeigt, in den Einstellungen Datum und Uhrzeit auf automatisch. Geben Sie dann einen neuen Code ein.
help-codes-newest = <strong>Geben Sie den neuesten Code ein.</strong> Die App zeigt alle 30 Sekunden einen neuen Code an. Ist die Zeit fast abgelaufen, warten Sie auf den nächsten.
help-codes-once = <strong>Verwenden Sie jeden Code nur einmal.</strong> Ein Code, mit dem Sie sich angemeldet oder Ihre App eingerichtet haben, funktioniert kein zweites Mal. Warten Sie auf den nächsten.
help-codes-entry = <strong>Prüfen Sie den Eintrag.</strong> Der Eintrag in Ihrer App trägt den Namen <name>{ $issuer }</name> und Ihren Benutzernamen. Wenn es zwei solche Einträge gibt, verwenden Sie den, den Sie zuletzt gescannt haben, und löschen Sie den anderen.
help-wait = Warum Sie manchmal warten müssen
help-wait-about = Nach mehreren falschen Codes hintereinander müssen Sie vor dem nächsten Versuch warten. Die Seite zeigt an, wie lange. Mit jedem weiteren falschen Code warten Sie länger, damit niemand einen Code erraten kann. Mit Ihrem Konto ist alles in Ordnung: Warten Sie, und geben Sie dann einen neuen Code ein.
help-wait-off = Nach zu vielen falschen Codes werden die Einmalcodes des Kontos gesperrt, bis die Zwei-Faktor-Authentisierung zurückgesetzt wird. Die Seite weist Sie darauf hin. Lesen Sie dann, <link>wer Ihnen helfen kann</link>.

help-sent = Codes per SMS oder Anruf
help-sent-about = Wenn Sie keinen Zugriff auf Ihre Authenticator-App haben oder noch keine eingerichtet ist, können wir einen Code an die Telefonnummer Ihres Kontos senden. Die Seite zeigt nur die letzten beiden Ziffern der Nummer an.
help-sent-wait = <strong>Warten Sie eine Minute.</strong> Laden Sie dann die Seite neu: Sie zeigt an, ob die SMS oder der Anruf angekommen ist. Beim Neuladen wird nichts gesendet.
help-sent-other-way = <strong>Versuchen Sie den anderen Weg.</strong> Ein Festnetztelefon kann keine SMS empfangen, aber einen Anruf annehmen. Drücken Sie bei einem Anruf zuerst eine beliebige Taste. Dann hören Sie den Code zweimal.
help-sent-again = <strong>Fordern Sie den Code erneut an.</strong> Sie erhalten dann denselben Code. Er gilt fünf Minuten lang und für fünf Versuche. Zwischen zwei Nachrichten warten Sie erst 30 Sekunden, dann 60 und dann 120. Außerdem gibt es ein Stundenlimit und ein Tageslimit.
help-sent-number = <strong>Prüfen Sie die Nummer.</strong> Wenn die beiden Ziffern nicht zu Ihrer Nummer gehören, bitten Sie darum, die Nummer zu ändern. Lesen Sie, <link>wer Ihnen helfen kann</link>.

help-mail = Wenn E-Mails nicht ankommen
help-mail-about = Eine E-Mail braucht meist weniger als eine Minute. Ist nach fünf Minuten nichts da, sehen Sie im Spam-Ordner nach. Ein Code per E-Mail gilt fünf Minuten. Mit „Erneut senden“ erhalten Sie denselben Code noch einmal. Wenn die Adresse nicht mehr Ihre ist, lesen Sie, <link>wer Ihnen helfen kann</link>.

help-password = Wenn Passwörter nicht funktionieren
help-password-check = <strong>Prüfen Sie die Feststelltaste und den Benutzernamen.</strong> Ihr Benutzername ist nicht immer Ihre E-Mail-Adresse.
help-password-wait = <strong>Warten Sie, wenn die Seite das verlangt.</strong> Nach mehreren falschen Passwörtern müssen Sie warten, auch wenn jemand anders sie eingegeben hat. Wo Sie schon angemeldet sind, bleiben Sie angemeldet.
help-password-forgotten = <strong>Wählen Sie ein neues, wenn Sie Ihr Passwort vergessen haben.</strong> <link-forgotten>Wir senden Ihnen per E-Mail einen Link</link-forgotten>. Wenn keine E-Mail ankommt, lesen Sie, <link-ask>wer Ihnen helfen kann</link-ask>.
help-password-rule = Ein neues Passwort muss mindestens 12 Zeichen lang sein. Gut geeignet sind ein paar zufällige Wörter. Ziffern und Sonderzeichen sind nicht nötig. Passwörter, die leicht zu erraten sind, lehnen wir ab. Die Seite nennt dann den Grund.

help-why = Warum Sie eine Nachricht erhalten haben
help-why-code = <strong>Ein Code, den Sie nicht angefordert haben:</strong> Jemand hat Ihr Passwort eingegeben. Geben Sie den Code niemandem, und <link>bitten Sie um ein neues Passwort</link>.
help-why-second-step = <strong>Ihr Passwort wurde eingegeben, aber kein Code oder nur falsche:</strong> Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, öffnen Sie den Link in der E-Mail, und wählen Sie „Das war ich nicht“. Alle Sitzungen enden, und Sie wählen ein neues Passwort.
help-why-changed = <strong>Etwas wurde aktiviert, deaktiviert, ersetzt oder geändert:</strong> Wir informieren Sie per E-Mail über jede Änderung an Ihrer Anmeldung. Wenn Sie das nicht waren, melden Sie sich an, beenden Sie die <link-sessions>Sitzungen</link-sessions>, die Sie nicht kennen, und <link-password>ändern Sie Ihr Passwort</link-password>.
help-why-ends = <strong>„Sie werden in etwa 4 Minuten abgemeldet“:</strong> Eine Sitzung endet, wenn Sie 30 Minuten lang nichts öffnen oder speichern. So kann niemand anders sie benutzen. „Angemeldet bleiben“ öffnet einen neuen Tab. Was Sie im alten eingegeben haben, bleibt erhalten.
help-why-banner = <strong>Ein Banner, das Tage herunterzählt:</strong> Danach ist die Zwei-Faktor-Authentisierung für Ihre Anmeldung Pflicht. Richten Sie sie vorher ein: Das dauert etwa drei Minuten.

# Zugelassene IP-Adressen.
help-addresses-about = Ein Konto kann auf bestimmte IP-Adressen beschränkt sein, zum Beispiel auf die eines Büros. Von jeder anderen Adresse geht die Anmeldung nach dem Passwort nicht weiter, und wir senden per E-Mail einen Link, der die Adresse für 30 Tage freigibt. Die E-Mail geht an Sie oder, wenn es die Liste Ihres Hauptkontos ist, an die Person, der es gehört. Ihren zweiten Faktor brauchen Sie trotzdem.
help-addresses-blocked = Wenn Sie sich nicht anmelden können und keine E-Mail ankommt, lesen Sie, <link>wer Ihnen helfen kann</link>.

# Smartphone verloren oder gewechselt.
help-lost-works = <strong>Neues Smartphone, und das alte funktioniert noch:</strong> Melden Sie sich mit einem Code vom alten Smartphone an. Wählen Sie unter „Sicherheit“ zuerst „Zwei-Faktor-Authentisierung (2FA) verwalten“ und dann „Authenticator-App ersetzen“. Die App auf dem alten Smartphone funktioniert, bis die neue bestätigt ist.
help-lost-gone = <strong>Smartphone verloren oder App gelöscht:</strong> Melden Sie sich mit Ihrem Passwort an, wählen Sie „Wiederherstellungscode verwenden“, und geben Sie einen der zehn Codes ein, die Sie gesichert haben. Wenn Sie Ihre Nummer noch haben, können Sie sich stattdessen einen Code per SMS oder Anruf senden lassen: Wählen Sie dafür nach einem falschen Code die Schaltfläche „Hilfe“. Danach können Sie eine neue Authenticator-App einrichten.
# Zwischen diesen beiden steht, wer helfen kann.
help-lost-codes = <strong>Auch keine Wiederherstellungscodes mehr:</strong> Dann können Sie sich nur mit Hilfe anmelden.
help-lost-reset = Wer Ihnen hilft, prüft, ob wirklich Sie es sind, und setzt Ihre Zwei-Faktor-Authentisierung zurück. Danach richten Sie eine neue Authenticator-App ein.
help-lost-stolen = Wenn das Smartphone gestohlen wurde, bitten Sie noch heute um Hilfe. Ihr Passwort schützt das Konto weiterhin. Geben Sie es deshalb niemandem.

# Für Personen, die Benutzerkonten verwalten.
help-users = Benutzerkonten verwalten
help-users-numbers = <strong>Die Zahlen über der Liste</strong> zeigen, wie viele Konten durch eine App, durch einen Code an ein Telefon oder nur per E-Mail geschützt sind. Sie zeigen auch, bei wie vielen die Anmeldung nur mit Hilfe möglich ist, die Einrichtung offen ist oder das Passwort allein genügt. Wählen Sie eine Zahl, um diese Konten zu sehen. Mit „Konten ohne App erinnern“ senden wir eine E-Mail, in der steht, wie man eine App einrichtet.
help-users-add = <strong>Konto hinzufügen:</strong> Die Person wählt ihr Passwort über einen Link, der nur einmal und höchstens drei Tage lang funktioniert. „Erneut einladen“ erstellt einen neuen Link, und der alte funktioniert nicht mehr.
help-users-required = <strong>„2FA erforderlich“</strong> gilt, sobald die Person die nächste Seite öffnet. Wenn Sie das Häkchen entfernen und speichern, wird die Zwei-Faktor-Authentisierung des Kontos entfernt. „Zwei-Faktor-Authentisierung zurücksetzen“ ist für ein verlorenes Smartphone gedacht: Bei der nächsten Anmeldung gibt die Person einen Code ein, den wir senden, oder einen Einrichtungscode, den sie von Ihnen erhält. Danach richtet sie eine neue Authenticator-App ein. Zum Entfernen und zum Zurücksetzen muss die Zwei-Faktor-Authentisierung für Ihr eigenes Konto aktiviert sein. Außerdem geben Sie einen Grund an, den wir speichern.
help-users-phone = <strong>Eine Telefonnummer</strong>, die Sie eingeben, wird für die erste Anmeldung verwendet und ist damit bestätigt. Um eine bestätigte Nummer zu entfernen, geben Sie einen Grund, Ihr Passwort und einen Einmalcode ein.
help-users-unlock = <strong>„Entsperren“</strong> setzt die Zählung falscher Passwörter zurück, damit die Person es sofort wieder versuchen kann. Falsche Codes zählen weiter: Nach 20 hintereinander werden die Einmalcodes gesperrt, bis Sie die Zwei-Faktor-Authentisierung zurücksetzen. Ein deaktiviertes Konto behält alle Daten, aber niemand kann sich damit anmelden.

help-ask = Wer Ihnen helfen kann
help-ask-say = Nennen Sie Ihren Benutzernamen, und sagen Sie, was Sie getan haben und was auf der Seite stand. Wenn die Seite eine Referenz anzeigt, nennen Sie sie auch. Wer Ihnen hilft, braucht weder Ihr Passwort noch einen Code: Geben Sie beides nie weiter.
