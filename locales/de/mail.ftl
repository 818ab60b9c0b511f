# E-Mails an die Person, der ein Konto gehört. Reiner Text: keine Tags. Ein Link steht in einer eigenen Zeile nach der
# Meldung, die mit einem Doppelpunkt endet. Nur gerade Anführungszeichen, keine Gedankenstriche.
#
# Von jeder E-Mail: der Betreff, dann, was passiert ist. $account ist der Benutzername. $who ist „person“, wenn $by es
# getan hat, sonst war es die Administration des Dienstes ($issuer) auf dem Server.

mail-subject = { $issuer }: { $about }

# Zwei-Faktor-Authentisierung.
mail-second-factor-on-subject = Die Zwei-Faktor-Authentisierung ist aktiviert
mail-second-factor-on = Die Zwei-Faktor-Authentisierung für { $account } ist jetzt aktiviert. Ab sofort melden Sie sich mit Ihrem Passwort und einem Code aus Ihrer Authenticator-App an.
mail-second-factor-off-subject = Die Zwei-Faktor-Authentisierung ist deaktiviert
mail-second-factor-off = Die Zwei-Faktor-Authentisierung für { $account } wurde deaktiviert. Die Anmeldung verlangt keinen Code aus einer Authenticator-App mehr, und die Wiederherstellungscodes gelten nicht mehr.
mail-second-factor-replaced-subject = Ihre Authenticator-App wurde ersetzt
mail-second-factor-replaced = Die Authenticator-App von { $account } wurde durch eine neue ersetzt. Die alte funktioniert nicht mehr.
mail-second-factor-reset-subject = Ihre Zwei-Faktor-Authentisierung wurde zurückgesetzt
mail-second-factor-reset =
    { $who ->
        [person] { $by } hat die Zwei-Faktor-Authentisierung für { $account } zurückgesetzt. Die Authenticator-App und die Wiederherstellungscodes funktionieren nicht mehr, und Sie wurden überall abgemeldet. Richten Sie die Zwei-Faktor-Authentisierung bei der Anmeldung neu ein.
       *[administrator] Die Administration von { $issuer } hat die Zwei-Faktor-Authentisierung für { $account } zurückgesetzt. Die Authenticator-App und die Wiederherstellungscodes funktionieren nicht mehr, und Sie wurden überall abgemeldet. Richten Sie die Zwei-Faktor-Authentisierung bei der Anmeldung neu ein.
    }
mail-second-factor-required-subject = Die Zwei-Faktor-Authentisierung ist jetzt Pflicht
mail-second-factor-required =
    { $who ->
        [person] { $by } hat die Zwei-Faktor-Authentisierung für { $account } zur Pflicht gemacht. Wenn Sie sie noch nicht eingerichtet haben, tun Sie das spätestens bei der nächsten Anmeldung. Es dauert etwa drei Minuten. Hier können Sie sie einrichten:
       *[administrator] Die Administration von { $issuer } hat die Zwei-Faktor-Authentisierung für { $account } zur Pflicht gemacht. Wenn Sie sie noch nicht eingerichtet haben, tun Sie das spätestens bei der nächsten Anmeldung. Es dauert etwa drei Minuten. Hier können Sie sie einrichten:
    }
mail-second-factor-not-required-subject = Die Zwei-Faktor-Authentisierung ist nicht mehr Pflicht
mail-second-factor-not-required =
    { $who ->
        [person] { $by } hat festgelegt, dass die Zwei-Faktor-Authentisierung für { $account } nicht mehr Pflicht ist. Wenn Sie eine Authenticator-App und Wiederherstellungscodes hatten, wurden sie entfernt. Sie wurden überall abgemeldet. Wir empfehlen Ihnen die Zwei-Faktor-Authentisierung weiterhin: Richten Sie sie unter "Sicherheit" neu ein.
       *[administrator] Die Administration von { $issuer } hat festgelegt, dass die Zwei-Faktor-Authentisierung für { $account } nicht mehr Pflicht ist. Wenn Sie eine Authenticator-App und Wiederherstellungscodes hatten, wurden sie entfernt. Sie wurden überall abgemeldet. Wir empfehlen Ihnen die Zwei-Faktor-Authentisierung weiterhin: Richten Sie sie unter "Sicherheit" neu ein.
    }
mail-recovery-code-used-subject = Ein Wiederherstellungscode wurde verwendet
mail-recovery-code-used =
    { $left ->
        [0] Mit einem Wiederherstellungscode hat sich jemand als { $account } angemeldet. Dieser Code ist verbraucht. Es sind keine Wiederherstellungscodes mehr übrig.
        [one] Mit einem Wiederherstellungscode hat sich jemand als { $account } angemeldet. Dieser Code ist verbraucht. Es ist noch 1 Wiederherstellungscode übrig.
       *[other] Mit einem Wiederherstellungscode hat sich jemand als { $account } angemeldet. Dieser Code ist verbraucht. Es sind noch { $left } Wiederherstellungscodes übrig.
    }
mail-recovery-codes-regenerated-subject = Sie haben neue Wiederherstellungscodes
mail-recovery-codes-regenerated = Für { $account } wurden neue Wiederherstellungscodes erstellt. Die alten gelten nicht mehr.

# Erinnerungen an die Einrichtung, je nachdem, was das Konto heute schützt.
mail-set-up-reminder-subject = Bitte richten Sie die Zwei-Faktor-Authentisierung ein
mail-set-up-reminder =
    { $who ->
        [person] { $by } bittet Sie, für { $account } die Zwei-Faktor-Authentisierung einzurichten.
       *[administrator] Die Administration von { $issuer } bittet Sie, für { $account } die Zwei-Faktor-Authentisierung einzurichten.
    }
mail-set-up-reminder-by-phone = Im Moment bestätigen Sie Ihre Anmeldung mit einem Code an Ihr Telefon. Codes aus einer Authenticator-App sind sicherer und brauchen keinen Empfang. Richten Sie sie hier in etwa drei Minuten ein:
mail-set-up-reminder-by-email = Im Moment bestätigen Sie Ihre Anmeldung mit einem Code per E-Mail: Wer Ihre E-Mails lesen kann, hat auch den Code. Mit einer Authenticator-App wäre außerdem Ihr Smartphone nötig. Richten Sie sie hier in etwa drei Minuten ein:
mail-set-up-reminder-by-password = Im Moment kann sich anmelden, wer Ihr Passwort erfährt. Mit der Zwei-Faktor-Authentisierung wäre außerdem Ihr Smartphone nötig. Richten Sie sie hier in etwa drei Minuten ein:
mail-set-up-reminder-unknown = Wenn Sie das nicht erwartet haben, lesen Sie hier, worum es geht und wer Ihnen helfen kann:
mail-mandatory-soon-subject = Die Zwei-Faktor-Authentisierung wird Pflicht
# $moment ist Datum und Uhrzeit.
mail-mandatory-soon = Die Zwei-Faktor-Authentisierung wird für { $account } Pflicht, und zwar ab dem { $moment }. Sie ist noch nicht eingerichtet. Richten Sie sie hier in etwa drei Minuten ein:
# Was das Hauptkonto als Grund angegeben hat.
mail-mandatory-soon-why = Grund: { $reason }
mail-mandatory-soon-without = Wenn Sie die Zwei-Faktor-Authentisierung nicht einrichten, verlangt die Anmeldung von da an einen Code, den wir Ihnen senden, die Einrichtung oder beides. Hier lesen Sie, worum es geht und wer Ihnen helfen kann:

# E-Mail-Adresse und Telefonnummer.
mail-email-changed-subject = Ihre E-Mail-Adresse wurde geändert
mail-email-changed = Die E-Mail-Adresse von { $account } wurde geändert. Ab jetzt senden wir E-Mails an die neue Adresse. Diese hier geht an beide.
mail-email-changed-undo = Wenn Sie das nicht waren, hat jemand anders Zugriff auf Ihr Konto. Holen Sie es sich innerhalb von 48 Stunden mit diesem Link zurück. Er stellt Ihre Adresse wieder her, beendet alle Sitzungen und lässt Sie ein neues Passwort wählen. Er funktioniert nur einmal:
mail-email-restored-subject = Die Änderung Ihrer E-Mail-Adresse wurde rückgängig gemacht
mail-email-restored = Für { $account } gilt wieder die frühere E-Mail-Adresse: Jemand hat den Link geöffnet, den wir dorthin gesendet haben. Alle Sitzungen wurden beendet, und das Passwort gilt nicht mehr. An diese Adresse hier senden wir nichts mehr zu diesem Konto.
mail-email-restored-not-you = Wenn Sie das nicht waren, lesen Sie hier, wer Ihnen helfen kann:
mail-email-code-subject = Ihr Code zum Bestätigen dieser Adresse
mail-email-code = Ihr Code zum Bestätigen dieser E-Mail-Adresse für { $account } ist { $code }. Er gilt fünf Minuten. Niemand von { $issuer } wird Sie danach fragen.
mail-email-code-unknown = Wenn Sie nicht wissen, worum es geht, ignorieren Sie diese E-Mail: Vielleicht hat jemand aus Versehen Ihre Adresse eingegeben. Ohne den Code ändert sich nichts.
mail-phone-changed-subject = Ihre Telefonnummer wurde geändert
mail-phone-changed = Die Telefonnummer von { $account } wurde geändert oder entfernt. Wenn es eine neue gibt, gehen Codes per SMS oder Anruf ab jetzt dorthin.

# Passwörter und Links, um eines zu wählen.
mail-first-password-subject = Ihr Passwort ist festgelegt
mail-first-password = Mit der Einladung zu { $issuer } wurde ein Passwort für { $account } gewählt.
mail-password-set-subject = Ein neues Passwort wurde festgelegt
mail-password-set =
    { $who ->
        [person] { $by } hat ein neues Passwort für { $account } festgelegt. Sie wurden überall abgemeldet.
       *[administrator] Die Administration von { $issuer } hat ein neues Passwort für { $account } festgelegt. Sie wurden überall abgemeldet.
    }
mail-password-changed-subject = Ihr Passwort wurde geändert
mail-password-changed = Das Passwort von { $account } wurde geändert. Sie wurden überall sonst abgemeldet.
mail-choose-password-subject = Wählen Sie ein neues Passwort
# Auf der Anmeldeseite kann das jede Person anfordern: $who ist nur dann „person“, wenn $by das Konto verwaltet.
mail-password-asked =
    { $who ->
        [person] { $by } hat ein neues Passwort für { $account } angefordert.
       *[unknown] Jemand hat ein neues Passwort für { $account } angefordert.
    }
mail-password-link = Ihr zweiter Faktor bleibt unverändert. Wählen Sie das neue Passwort mit diesem Link. Er funktioniert nur einmal und höchstens 30 Minuten lang:
mail-password-not-you = Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort ist unverändert.
mail-password-no-link-subject = Kein Link zu einem neuen Passwort
mail-password-no-link = Ihre Codes für die Anmeldung kommen in dieses Postfach. Deshalb senden wir nicht auch einen Link zu einem neuen Passwort hierher: Wer Ihre E-Mails lesen kann, hätte sonst beides. Bitten Sie die Person, die Ihr Konto verwaltet, um einen Link, oder bitten Sie die Administration von { $issuer } um ein neues Passwort.
mail-password-link-waits = Letzte Änderung Ihrer E-Mail-Adresse: { $moment }. Nach einer Änderung senden wir 48 Stunden lang keinen Link zu einem neuen Passwort, für den Fall, dass jemand anders die Adresse geändert hat. Danach können Sie wieder einen Link anfordern. An Ihre frühere Adresse haben wir einen Link gesendet, der die Änderung rückgängig macht.
mail-password-link-waits-help = Wenn Sie nicht warten können, lesen Sie hier, wer Ihnen helfen kann:
mail-password-link-shown-subject = Für Sie wurde ein Link zu einem neuen Passwort erstellt
mail-password-link-shown =
    { $who ->
        [person] { $by } hat einen Link zu einem neuen Passwort für { $account } erstellt. Sie erhalten ihn persönlich oder am Telefon. Er funktioniert nur einmal und höchstens 30 Minuten lang. Ihr zweiter Faktor bleibt unverändert.
       *[administrator] Die Administration von { $issuer } hat einen Link zu einem neuen Passwort für { $account } erstellt. Sie erhalten ihn persönlich oder am Telefon. Er funktioniert nur einmal und höchstens 30 Minuten lang. Ihr zweiter Faktor bleibt unverändert.
    }
mail-password-link-shown-asked = Wenn Sie darum gebeten haben, verwenden Sie nur diesen Link und keinen anderen.
mail-password-link-shown-not-asked = Wenn nicht, öffnen Sie keinen Link zu einem neuen Passwort, egal von wem, und fragen Sie die Administration von { $issuer }. Ihr Passwort bleibt unverändert, bis der Link verwendet wird. Darüber informieren wir Sie per E-Mail. Hier lesen Sie, wer Ihnen helfen kann:
mail-password-ended-subject = Ihr Passwort gilt nicht mehr
mail-password-ended = Sie haben uns gemeldet, dass jemand anders Ihr Konto { $account } benutzt hat. Das Passwort gilt nicht mehr, und alle Sitzungen wurden beendet.
mail-password-ended-link = Wählen Sie mit diesem Link ein neues Passwort. Er funktioniert nur einmal und höchstens 30 Minuten lang:
mail-password-ended-later = Wenn er abgelaufen ist, wählen Sie bei der Anmeldung "Passwort vergessen?":

# Konten.
mail-invitation-subject = Wählen Sie Ihr Passwort
mail-invitation =
    { $who ->
        [person] { $by } lädt Sie zu { $issuer } ein. Ihr Benutzername ist { $account }.
       *[administrator] Sie wurden zu { $issuer } eingeladen. Ihr Benutzername ist { $account }.
    }
mail-invitation-link = Wählen Sie mit diesem Link Ihr Passwort. Er funktioniert nur einmal und höchstens drei Tage lang:
mail-account-added-subject = Sie haben ein Konto
mail-account-added =
    { $who ->
        [person] { $by } hat ein Konto für Sie erstellt. Ihr Benutzername ist { $account }. Melden Sie sich mit dem Passwort an, das Sie erhalten haben:
       *[administrator] Die Administration von { $issuer } hat ein Konto für Sie erstellt. Ihr Benutzername ist { $account }. Melden Sie sich mit dem Passwort an, das Sie erhalten haben:
    }
mail-account-unlocked-subject = Ihr Konto wurde entsperrt
mail-account-unlocked =
    { $who ->
        [person] { $by } hat das Konto { $account } entsperrt. Falsche Passwörter zählen nicht mehr. Sie können sich anmelden, ohne zu warten.
       *[administrator] Die Administration von { $issuer } hat das Konto { $account } entsperrt. Falsche Passwörter zählen nicht mehr. Sie können sich anmelden, ohne zu warten.
    }
mail-account-disabled-subject = Ihr Konto wurde deaktiviert
mail-account-disabled =
    { $who ->
        [person] { $by } hat das Konto { $account } deaktiviert. Alle Sitzungen wurden beendet, und niemand kann sich damit anmelden.
       *[administrator] Die Administration von { $issuer } hat das Konto { $account } deaktiviert. Alle Sitzungen wurden beendet, und niemand kann sich damit anmelden.
    }
mail-account-enabled-subject = Ihr Konto wurde aktiviert
mail-account-enabled =
    { $who ->
        [person] { $by } hat das Konto { $account } wieder aktiviert.
       *[administrator] Die Administration von { $issuer } hat das Konto { $account } wieder aktiviert.
    }
mail-account-deleted-subject = Ihr Konto wurde gelöscht
mail-account-deleted =
    { $who ->
        [person] { $by } hat das Konto { $account } gelöscht. Alle Sitzungen wurden beendet, und niemand kann sich mehr damit anmelden.
       *[administrator] Die Administration von { $issuer } hat das Konto { $account } gelöscht. Alle Sitzungen wurden beendet, und niemand kann sich mehr damit anmelden.
    }
mail-subaccount-deleted-subject = Ein Benutzerkonto wurde gelöscht
mail-subaccount-deleted =
    { $who ->
        [person] { $by } hat das Benutzerkonto { $account } gelöscht. Der Grund steht auf der Seite "Verwaltungsprotokoll":
       *[administrator] Die Administration von { $issuer } hat das Benutzerkonto { $account } gelöscht. Der Grund steht auf der Seite "Verwaltungsprotokoll":
    }
mail-subaccount-deleted-you = Wenn Sie das waren oder es erwartet haben, müssen Sie nichts tun.
mail-subaccount-deleted-not-you = Wenn nicht, hat jemand anders Zugriff auf das Konto, mit dem gelöscht wurde. Deaktivieren Sie dieses Konto. Ist es Ihr eigenes, ändern Sie Ihr Passwort:
mail-policy-changed-subject = Ihre Richtlinien wurden geändert
mail-policy-changed = Die Richtlinien von { $account } wurden geändert. Sie legen fest, was dieses Konto und seine Benutzerkonten zum Anmelden brauchen. Hier können Sie sie ansehen:

# Anmeldungen. Jedes Mal war das Passwort richtig.
mail-second-step-failed-subject = Falsche Codes nach Ihrem Passwort
mail-second-step-failed = Jemand hat das Passwort für { $account } eingegeben und danach fünfmal hintereinander einen falschen Code. Die Anmeldung ist nicht gelungen.
mail-second-step-left-subject = Nicht abgeschlossene Anmeldung bei Ihrem Konto
mail-second-step-left = Jemand hat das Passwort für { $account } eingegeben, aber nicht den zweiten Faktor. Die Anmeldung ist nicht gelungen.
mail-second-step-you = Wenn Sie das waren, müssen Sie nichts tun. Wenn Ihre Codes nicht funktionieren, lesen Sie hier, woran das liegt:
mail-second-step-not-you = Wenn Sie das nicht waren, kennt jemand anders Ihr Passwort. Geben Sie niemandem einen Code, auch nicht auf Nachfrage. Bitten Sie die Administration von { $issuer }, ein neues Passwort festzulegen.
mail-second-step-not-you-link = Wenn Sie das nicht waren, kennt jemand anders Ihr Passwort. Geben Sie niemandem einen Code, auch nicht auf Nachfrage. Melden Sie es uns mit diesem Link: Alle Sitzungen werden beendet, Ihr Passwort gilt nicht mehr, und in einer E-Mail steht, wie Sie ein neues wählen. Der Link funktioniert nur einmal und höchstens drei Tage lang:
mail-sign-in-code-subject = Ihr Code
mail-sign-in-code = Ihr Code für die Anmeldung als { $account } ist { $code }. Er gilt fünf Minuten. Niemand von { $issuer } wird Sie danach fragen.
mail-sign-in-code-not-you = Wenn Sie das nicht waren, kennt jemand anders Ihr Passwort. Geben Sie den Code niemandem, und bitten Sie die Administration von { $issuer }, ein neues Passwort festzulegen.
mail-address-refused-subject = Anmeldung von einer anderen IP-Adresse blockiert
mail-address-refused = Jemand hat das Passwort für { $account } eingegeben, und zwar von der IP-Adresse { $address }. Sie ist nicht freigegeben. Deshalb wurde die Anmeldung blockiert.
mail-address-refused-approve = Wenn Sie wissen, wer das war, geben Sie die Adresse mit diesem Link für 30 Tage frei. Er funktioniert nur einmal und höchstens eine halbe Stunde lang und meldet niemanden an:
mail-address-refused-not-you = Wenn Sie nicht wissen, wer das war, kennt jemand anders das Passwort. Öffnen Sie den Link nicht, und bitten Sie die Administration von { $issuer }, ein neues Passwort festzulegen.
mail-allow-list-changed-subject = Ihre zugelassenen IP-Adressen wurden geändert
mail-allow-list-changed = Die Liste der IP-Adressen, von denen sich { $account } anmelden kann, wurde geändert.
mail-approval-revoked-subject = Freigaben von Adressen wurden widerrufen
mail-approval-revoked =
    { $who ->
        [person] { $by } hat Freigaben für { $account } widerrufen. Die Adressen waren über einen Link in einer E-Mail freigegeben. Um sich von dort anzumelden, brauchen Sie einen neuen Link.
       *[administrator] Die Administration von { $issuer } hat Freigaben für { $account } widerrufen. Die Adressen waren über einen Link in einer E-Mail freigegeben. Um sich von dort anzumelden, brauchen Sie einen neuen Link.
    }

# Was in mehreren E-Mails steht. Wenn dasselbe öfter passiert ist, steht es in einer einzigen:
mail-repeated =
    { $count ->
        [one] Danach ist das noch einmal passiert. Alle Einträge stehen in Ihren Aktivitäten:
       *[other] Danach ist das noch { $count } Mal passiert. Alle Einträge stehen in Ihren Aktivitäten:
    }
mail-when = Wann: { $moment }
mail-from = Von wo: { $address }
mail-from-server = Von wo: Befehlszeile des Servers
mail-you = Wenn Sie das waren, müssen Sie nichts tun.
mail-not-you = Wenn Sie das nicht waren, hat jemand anders Zugriff auf Ihr Konto. Melden Sie sich an, öffnen Sie "Sicherheit", beenden Sie die Sitzungen, die Sie nicht kennen, und ändern Sie Ihr Passwort:
mail-help = Hier lesen Sie, wer Ihnen helfen kann:
mail-unknown = Wenn Sie nicht wissen, worum es geht, ignorieren Sie diese E-Mail, oder lesen Sie hier, wer Ihnen helfen kann:
mail-not-told = Wenn Ihnen niemand davon erzählt hat, fragen Sie die Administration von { $issuer }. Hier lesen Sie, wer Ihnen helfen kann:
