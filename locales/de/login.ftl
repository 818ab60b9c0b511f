# Anmelden.

login-title = Anmelden
login-user-name = Benutzername
login-button = Anmelden
login-user-name-empty = Geben Sie Ihren Benutzernamen ein.
login-password-empty = Geben Sie Ihr Passwort ein.
login-wrong = Benutzername oder Passwort ist falsch. Prüfen Sie beides und auch die Feststelltaste.
login-signed-out = Sie sind abgemeldet.
login-ended = Ihre Sitzung ist beendet. Melden Sie sich wieder an, um fortzufahren.
login-password-set = Ihr Passwort ist festgelegt. Melden Sie sich damit an.
login-approved = Die Adresse ist freigegeben. Melden Sie sich von dort an.
login-forgotten = Passwort vergessen?
login-help = Anmeldung klappt nicht?
# Die Schaltfläche beim zweiten Faktor.
login-log-in = Anmelden
login-other-account = Mit einem anderen Konto anmelden
login-back = Zurück zur Anmeldung
# Nach einer Wartezeit, die eine Seite heruntergezählt hat.
login-again = Die Wartezeit ist vorbei. Sie können jetzt einen Code eingeben.

# Der Einmalcode.
login-code-title = Einmalcode eingeben
login-code-app = Öffnen Sie Ihre Authenticator-App, und geben Sie die 6 Ziffern ein, die sie für <strong>{ $issuer }</strong> anzeigt.
login-code-app-for = Öffnen Sie Ihre Authenticator-App, und geben Sie die 6 Ziffern ein, die sie für <strong>{ $issuer }</strong> (<person>{ $account }</person>) anzeigt.
login-code-our-time = Unsere Uhr zeigt: { $time }.
login-code-help-button = Hilfe
login-code-recovery = Wiederherstellungscode verwenden
login-code-one-time = Einmalcode verwenden
login-code-help = Wenn Codes nicht funktionieren
login-off-title = Ihre Einmalcodes sind gesperrt
login-off-why = Für dieses Konto wurden zu viele falsche Codes eingegeben. Deshalb sind die Einmalcodes gesperrt, auch die richtigen.
login-off-recover = <strong>So kommen Sie wieder in Ihr Konto:</strong> <link>Verwenden Sie einen Wiederherstellungscode</link>, und richten Sie dann Ihre Authenticator-App neu ein. Keine Wiederherstellungscodes?
login-off-say = Nennen Sie Ihren Benutzernamen, und sagen Sie, dass Ihre Einmalcodes gesperrt sind.
login-off-not-you = Wenn Sie diese Codes nicht eingegeben haben, sagen Sie auch das: Vielleicht kennt jemand anders Ihr Passwort.

# Ein Wiederherstellungscode.
login-recovery-about = Als Sie Ihre Authenticator-App eingerichtet haben, wurden Ihnen zehn Wiederherstellungscodes zum Speichern oder Ausdrucken angezeigt. Geben Sie einen ein, den Sie noch nicht benutzt haben. Mit jedem können Sie sich einmal anmelden.
login-recovery-code = Wiederherstellungscode
login-recovery-hint = 24 Buchstaben und Ziffern, zum Beispiel ABCD-EFGH-…
login-recovery-none = Auch keine Codes mehr?
login-recovery-wrong = Das ist keiner Ihrer unbenutzten Wiederherstellungscodes. Prüfen Sie Ihre Eingabe, oder geben Sie den nächsten Code auf Ihrer Liste ein.
login-recovery-help = Smartphone verloren oder gewechselt

# Ein Code per SMS oder Anruf.
login-backup-first-title = Identität bestätigen
login-backup-title = Code an Ihr Telefon senden
login-backup-first = Ihr Konto verlangt bei der Anmeldung einen zweiten Faktor. Beim ersten Mal ist das ein Code an Ihr Telefon, <phone>{ $number }</phone>. Danach richten Sie eine App ein, die Ihnen Codes anzeigt.
login-backup-instead = Haben Sie keinen Zugriff auf Ihre Authenticator-App, oder funktionieren die Codes nicht? Melden Sie sich stattdessen mit einem Code an, den wir an Ihr Telefon senden: <phone>{ $number }</phone>.
login-backup-sms = SMS senden
login-backup-call = Mich anrufen
login-backup-choose = Wählen Sie „SMS senden“ oder „Mich anrufen“.
login-backup-code = Code aus SMS oder Anruf
login-backup-stuck = Ist das nicht Ihre Nummer, oder kommt nichts an?
login-backup-use-recovery = <link>Verwenden Sie einen Wiederherstellungscode</link>. Auch keine Codes mehr?
login-backup-no-number = Für Ihr Konto ist keine Telefonnummer hinterlegt. Deshalb können wir Ihnen keinen Code senden.
login-backup-not-offered = { $issuer } sendet keine Codes per SMS oder Anruf.
login-backup-without = <strong>So kommen Sie ohne Authenticator-App in Ihr Konto:</strong> <link>Verwenden Sie einen Wiederherstellungscode</link>. Beim Einrichten der App wurden Ihnen zehn davon angezeigt.
login-backup-say = Nennen Sie Ihren Benutzernamen, und sagen Sie, dass Sie Ihre Authenticator-App nicht mehr haben.
login-backup-help = Code kommt nicht an oder funktioniert nicht

# Ein Code per E-Mail.
login-email-title = Prüfen Sie Ihre E-Mails
login-email-to = Um sicherzugehen, dass Sie es sind, senden wir einen Code per E-Mail an <strong>{ $address }</strong>. Das dauert meist weniger als eine Minute. Ist nach fünf Minuten nichts da, sehen Sie im Spam-Ordner nach.
login-email-to-you = Um sicherzugehen, dass Sie es sind, senden wir Ihnen einen Code per E-Mail. Das dauert meist weniger als eine Minute. Ist nach fünf Minuten nichts da, sehen Sie im Spam-Ordner nach.
login-email-then = Nach der Eingabe des Codes richten Sie die Zwei-Faktor-Authentisierung ein, die für Ihr Konto Pflicht ist. Halten Sie Ihr Smartphone bereit.
login-email-code = Code aus der E-Mail
login-email-works = Der Code gilt noch { $time }. Wenn Sie diese Seite neu laden, wird nichts gesendet.
login-email-again = Erneut senden
login-email-wait = In { $wait } können Sie den Code erneut anfordern. Sie erhalten dann denselben Code.
login-email-stuck = Nicht mehr Ihre Adresse?
login-email-not-sent = Für die Anmeldung brauchen Sie einen Code per E-Mail, aber { $issuer } kann im Moment keine E-Mails senden.
login-email-help = Es kommt keine E-Mail an

# Ein Einrichtungscode, nach dem Zurücksetzen.
login-setup-code-title = Einrichtungscode eingeben
login-setup-code-about = Ihre Zwei-Faktor-Authentisierung wurde zurückgesetzt. Die Person, die das getan hat, hat einen Einrichtungscode für Sie. Geben Sie ihn hier ein. So stellen wir sicher, dass nur Sie die Zwei-Faktor-Authentisierung neu einrichten.
login-setup-code-label = Einrichtungscode
login-setup-code-hint = 12 Buchstaben und Ziffern, zum Beispiel ABCD-EFGH-IJKL
login-setup-code-button = Weiter
login-setup-code-wrong = Das ist nicht Ihr Einrichtungscode, oder er gilt nicht mehr. Prüfen Sie Ihre Eingabe, oder bitten Sie um einen neuen.
login-setup-code-none = Kein Code oder nur ein alter?

# Eine Adresse, die nicht zugelassen ist.
login-blocked-title = Anmeldung von dieser IP-Adresse blockiert
login-blocked-why = Sie können sich nur von freigegebenen IP-Adressen anmelden. <strong>{ $address }</strong> gehört nicht dazu.
login-blocked-owner = <strong>Prüfen Sie Ihre E-Mails:</strong> Wir haben Ihnen einen Link gesendet, der diese Adresse für 30 Tage freigibt. Er funktioniert nur einmal und höchstens eine halbe Stunde lang. Melden Sie sich danach noch einmal an.
login-blocked-manager = <person>{ $manager }</person> verwaltet Ihr Konto, entscheidet über die freigegebenen Adressen und hat von uns per E-Mail einen Link erhalten, der diese Adresse freigibt. Er funktioniert eine halbe Stunde lang. Fragen Sie nach, und melden Sie sich danach noch einmal an.
login-blocked-main-account = Die Person, der Ihr Hauptkonto gehört, entscheidet, welche Adressen freigegeben sind. Wir haben ihr per E-Mail einen Link gesendet, der diese Adresse freigibt. Er funktioniert eine halbe Stunde lang. Fragen Sie diese Person, und melden Sie sich danach noch einmal an.
login-blocked-sent-before = Vor Kurzem wurde schon eine E-Mail mit einem Link gesendet, der diese Adresse freigibt. Suchen Sie auch im Spam-Ordner danach, oder fragen Sie die Person, an die sie ging.
login-blocked-too-many = Wir haben für diese Adresse keine E-Mail gesendet, weil zu viele angefordert wurden. Spätestens in { $wait } können wir die nächste senden: Melden Sie sich dann hier noch einmal an. Wenn Sie die E-Mails nicht angefordert haben, kennt jemand anders Ihr Passwort: Ändern Sie es von einer freigegebenen Adresse aus.
login-blocked-no-mail = Wir können Ihnen keinen Link zur Freigabe senden, weil diese Website keine E-Mails verschickt.

# Ein zweiter Faktor, der sich nicht senden lässt.
login-unreachable-title = Sie können sich im Moment nicht anmelden
login-unreachable-why = Ihr Passwort ist richtig. Zum Anmelden brauchen Sie außerdem einen Code von { $issuer }, der sich im Moment nicht senden lässt. Ohne diesen Code kommt niemand in Ihr Konto. So bleiben auch Fremde draußen.
login-unreachable-help = <strong>Es liegt nicht an Ihnen, und ein neuer Versuch hilft nicht.</strong>
login-unreachable-how = Wer Ihnen hilft, kann Ihre Zwei-Faktor-Authentisierung zurücksetzen und Ihnen einen Einrichtungscode geben oder dafür sorgen, dass wieder Codes gesendet werden.

# Jemand anders ist in diesem Browser angemeldet.
login-already-title = Sie sind als { $account } angemeldet
login-already-heading = Sie sind als <name>{ $account }</name> angemeldet
# Eins davon, danach der Grund.
login-already-password = Das Passwort ist festgelegt.
login-already-approved = Die Adresse ist freigegeben.
login-already-why = Das betrifft ein anderes Konto als das, mit dem Sie in diesem Browser angemeldet sind.
login-already-how = Wenn Sie sich mit dem anderen Konto anmelden möchten, melden Sie sich hier zuerst ab.
login-already-stay = Als <name>{ $account }</name> fortfahren

# Die Einrichtung, die eine Anmeldung verlangt.
login-on-title = Die Zwei-Faktor-Authentisierung ist aktiviert
login-on-about = Das sind Ihre Wiederherstellungscodes. Wenn Sie keinen Zugriff auf Ihre Authenticator-App haben, können Sie sich mit jedem dieser Codes einmal anmelden, zusammen mit Ihrem Passwort. Bewahren Sie die Codes so auf, dass Sie sie auch ohne Ihr Smartphone finden. <strong>Die Codes werden nur jetzt angezeigt.</strong>
login-on-next = Weiter
login-setup-title = Zwei-Faktor-Authentisierung einrichten
login-setup-required-by = Für <person>{ $account }</person> ist die Zwei-Faktor-Authentisierung Pflicht. Festgelegt hat das <name>{ $manager }</name>. Einrichten müssen Sie sie nur einmal. Danach melden Sie sich mit Ihrem Passwort und einem Code aus einer App an. Sobald Sie hier einen richtigen Code eingeben, ist sie aktiviert, und Sie sind angemeldet.
login-setup-required = Für <person>{ $account }</person> ist die Zwei-Faktor-Authentisierung Pflicht. Einrichten müssen Sie sie nur einmal. Danach melden Sie sich mit Ihrem Passwort und einem Code aus einer App an. Sobald Sie hier einen richtigen Code eingeben, ist sie aktiviert, und Sie sind angemeldet.
login-setup-app = Authenticator-App installieren
login-setup-app-how = Nehmen Sie eine, die Sie schon haben, oder eine aus der Liste der <link>Authenticator-Apps</link>. Am besten ist sie auf einem anderen Gerät als dem, mit dem Sie sich anmelden.
login-setup-type = Code aus der App eingeben
login-setup-confirm = Code bestätigen
login-setup-time = Lassen Sie sich Zeit
login-setup-stays =
    { $minutes ->
        [one] Dieser QR-Code bleibt in diesem Browser noch eine Minute lang gleich, auch wenn Sie die Seite neu laden, einen falschen Code eingeben oder sich neu anmelden. Der Eintrag, den Sie gescannt haben, funktioniert weiter.
       *[other] Dieser QR-Code bleibt in diesem Browser noch { $minutes } Minuten lang gleich, auch wenn Sie die Seite neu laden, einen falschen Code eingeben oder sich neu anmelden. Der Eintrag, den Sie gescannt haben, funktioniert weiter.
    }
login-setup-restart-hint = „Neu beginnen“ erzeugt einen neuen Schlüssel. Dieser QR-Code funktioniert dann nicht mehr. Löschen Sie in diesem Fall den Eintrag aus Ihrer App.
login-setup-restart = Neu beginnen
login-setup-done = Die Zwei-Faktor-Authentisierung ist aktiviert, und Sie sind angemeldet. Ab sofort fragt die Anmeldung nach einem Code aus Ihrer Authenticator-App. Die Einrichtung müssen Sie nicht wiederholen.
