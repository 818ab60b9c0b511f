# Die Seite „Sicherheit“.

security-how = Wie Sie sich anmelden
security-why = Jeden Tag werden Passwörter gestohlen, und wer Ihres hat, kann sich in Ihrem Namen anmelden. Schützen Sie Ihr Konto mit der Zwei-Faktor-Authentisierung, mit einer Liste der zugelassenen IP-Adressen oder mit beidem.
security-enable = Zwei-Faktor-Authentisierung (2FA) aktivieren
security-manage = Zwei-Faktor-Authentisierung (2FA) verwalten

# Die Checkliste: ein Name in Fettschrift, dann der Stand.
security-password = Festgelegt. Sie geben es bei jeder Anmeldung ein. <link>Passwort ändern</link>
security-two-factor = Zwei-Faktor-Authentisierung (2FA)
security-two-factor-on = Aktiv, { $time } eingerichtet. Nach dem Passwort geben Sie einen Code aus Ihrer Authenticator-App ein.
security-two-factor-by-phone = Noch keine Authenticator-App. Nach dem Passwort geben Sie einen Code ein, den Sie per SMS oder Anruf erhalten. <link>Was ist 2FA?</link>
security-two-factor-by-email = Noch keine Authenticator-App. Nach dem Passwort geben Sie einen Code ein, den Sie per E-Mail erhalten. <link>Was ist 2FA?</link>
security-two-factor-stuck = Noch keine Authenticator-App, und wir können Ihnen keinen Code senden. Ohne Hilfe könnten Sie sich deshalb nicht noch einmal anmelden. Richten Sie jetzt eine Authenticator-App ein. <link>Was ist 2FA?</link>
security-two-factor-off = Nicht aktiv. Wer Ihr Passwort erfährt, kann sich anmelden. <link>Was ist 2FA?</link>
security-codes-few =
    { $left ->
        [0] Keine mehr übrig. <link>Erstellen Sie neue</link>, bevor Sie sie brauchen.
       *[other] Nur noch { $left } übrig. <link>Erstellen Sie neue</link>, bevor Sie sie brauchen.
    }
security-codes-left = Noch { $left } übrig. Wenn Sie keinen Zugriff auf Ihre Authenticator-App haben, können Sie sich mit jedem davon einmal anmelden.
security-phone-confirmed = Bestätigt. Wenn Sie keinen Zugriff auf Ihre Authenticator-App haben, können Sie sich mit einem Code per SMS oder Anruf anmelden.
security-phone-unconfirmed = Noch nicht bestätigt. <link>Nummer bestätigen</link>
security-phone-unreachable = An Ihre Nummer können wir keine Codes senden. <link>Nummer ändern</link>
security-phone-none = Keine. Mit einer Telefonnummer können Sie sich per SMS oder Anruf einen Code senden lassen, wenn Sie keinen Zugriff auf Ihre Authenticator-App haben. <link>Nummer hinzufügen</link>
security-addresses-on = Aktiv. Sie können sich nur von den Adressen auf Ihrer Liste anmelden. <link>Liste ändern</link>
security-addresses-off = Nicht aktiv, und für die meisten ist das in Ordnung. Sie können sich von überall anmelden. <link>Nur bestimmte Adressen zulassen</link>

# Wie viel auf der Liste erledigt ist.
security-done = { $done } von { $all } erledigt
security-all-done = Alles erledigt
