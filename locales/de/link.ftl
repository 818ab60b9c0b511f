# Seiten, die ein Link in einer E-Mail öffnet.

link-of-another = Sie sind in diesem Browser als <person>{ $other }</person> angemeldet. Dieser Link ist für <person>{ $account }</person> und ändert nichts für <name>{ $other }</name>.

link-approved-title = Die Adresse ist freigegeben
link-approved = <person>{ $account }</person> kann sich jetzt 30 Tage lang von <strong>{ $address }</strong> anmelden, wie immer mit Passwort und zweitem Faktor.
link-approved-go = Zur Anmeldung
link-approve-title = Adresse freigeben
link-approve-who = Jemand hat das Passwort von <person>{ $account }</person> eingegeben, und zwar von der IP-Adresse <strong>{ $address }</strong>. Diese Adresse steht nicht auf der Liste der zugelassenen IP-Adressen.
link-approve-about = Wenn Sie wissen, wer das war, geben Sie die Adresse für 30 Tage frei. Damit wird niemand angemeldet: Passwort und zweiter Faktor sind wie immer nötig.
link-approve-button = Freigeben
link-approve-unknown = Wissen Sie nicht, wer das war? Dann kennt vielleicht jemand anders das Passwort. Geben Sie die Adresse nicht frei, und lesen Sie, <link>wer Ihnen helfen kann</link>.

link-restored-title = Ihre E-Mail-Adresse ist wiederhergestellt
link-restored = Die E-Mail-Adresse von <person>{ $account }</person> ist wieder <person>{ $address }</person>. Alle Sitzungen sind beendet, und das Passwort gilt nicht mehr.
link-restore-title = E-Mail-Adresse wiederherstellen?
link-restore-why = Die E-Mail-Adresse von <person>{ $account }</person> wurde geändert. Wenn Sie das nicht waren, hat jemand anders Zugriff auf Ihr Konto. Stellen Sie Ihre Adresse wieder her. Dann passiert Folgendes:
link-restore-address = Die Adresse ist wieder <person>{ $address }</person>.
link-restore-sessions = Alle Sitzungen werden beendet.
link-restore-password = Das Passwort gilt nicht mehr.
link-restore-mail = Sie erhalten eine E-Mail, in der steht, wie Sie ein neues Passwort wählen.
link-restore-second-factor = Die Zwei-Faktor-Authentisierung bleibt unverändert.
link-restore-button = Adresse wiederherstellen
link-restore-you = Waren Sie es selbst? Dann müssen Sie nichts tun. Schließen Sie einfach diese Seite.

link-not-me-done-title = Ihr Passwort gilt nicht mehr
link-not-me-done = Alle Geräte und Browser, die als <person>{ $account }</person> angemeldet waren, sind abgemeldet. Mit dem alten Passwort kann sich niemand mehr anmelden.
link-not-me-title = Waren Sie das nicht?
link-not-me-why = Jemand hat das Passwort von <person>{ $account }</person> benutzt. Wenn Sie das nicht waren, melden Sie es hier. Dann passiert Folgendes:
link-not-me-sessions = Alle Geräte und Browser, die mit Ihrem Konto angemeldet sind, werden abgemeldet.
link-not-me-button = Das war ich nicht
