# Was in einem Formular zu berichtigen ist.

# $field ist die Beschriftung des Feldes.
problem-twice = „{ $field }“ wurde zweimal gesendet. Füllen Sie das Feld nur einmal aus.
problem-too-long =
    { $longest ->
       *[other] „{ $field }“ darf höchstens { $longest } Zeichen lang sein.
    }
problem-unreadable = „{ $field }“ enthält Zeichen, die wir nicht lesen konnten. Füllen Sie das Feld noch einmal aus.
problem-stale = Diese Seite war zu lange geöffnet, oder Sie haben sich in einem anderen Tab an- oder abgemeldet. Es wurde nichts geändert. Prüfen Sie Ihre Eingaben, und versuchen Sie es noch einmal.
problem-password-wrong = Das Passwort ist falsch.

# Grenzen für Versuche.
problem-wait = Zu viele Versuche. Warten Sie { $wait }, und versuchen Sie es dann noch einmal.
problem-codes-off = Zu viele falsche Codes hintereinander: Die Einmalcodes dieses Kontos sind gesperrt, bis die Zwei-Faktor-Authentisierung zurückgesetzt wird.

# Ein Einmalcode.
problem-code-empty = Geben Sie die 6 Ziffern ein, die Ihre Authenticator-App anzeigt.
problem-code-not-six = Ein Code hat 6 Ziffern. Geben Sie den Code ein, den Ihre Authenticator-App anzeigt.
problem-code-wrong = Dieser Code ist falsch. Geben Sie den Code ein, den Ihre App gerade für diese Website anzeigt.
problem-code-wrong-wait = Dieser Code ist falsch. Geben Sie den Code ein, den Ihre App gerade für diese Website anzeigt. Warten Sie { $wait }, bevor Sie es noch einmal versuchen.
problem-code-used = Dieser Code wurde schon verwendet. Warten Sie, bis Ihre App den nächsten anzeigt.
problem-code-used-wait = Dieser Code wurde schon verwendet. Warten Sie mindestens { $wait } und so lange, bis Ihre App den nächsten anzeigt.
problem-clock-behind =
    { $minutes ->
        [one] Die Uhr Ihres Smartphones geht offenbar etwa { $minutes } Minute nach. Stellen Sie dort Datum und Uhrzeit auf automatisch, und geben Sie dann einen neuen Code ein.
       *[other] Die Uhr Ihres Smartphones geht offenbar etwa { $minutes } Minuten nach. Stellen Sie dort Datum und Uhrzeit auf automatisch, und geben Sie dann einen neuen Code ein.
    }
problem-clock-ahead =
    { $minutes ->
        [one] Die Uhr Ihres Smartphones geht offenbar etwa { $minutes } Minute vor. Stellen Sie dort Datum und Uhrzeit auf automatisch, und geben Sie dann einen neuen Code ein.
       *[other] Die Uhr Ihres Smartphones geht offenbar etwa { $minutes } Minuten vor. Stellen Sie dort Datum und Uhrzeit auf automatisch, und geben Sie dann einen neuen Code ein.
    }
problem-clock-behind-wait =
    { $minutes ->
        [one] Die Uhr Ihres Smartphones geht offenbar etwa { $minutes } Minute nach. Stellen Sie dort Datum und Uhrzeit auf automatisch. Warten Sie { $wait }, und geben Sie dann einen neuen Code ein.
       *[other] Die Uhr Ihres Smartphones geht offenbar etwa { $minutes } Minuten nach. Stellen Sie dort Datum und Uhrzeit auf automatisch. Warten Sie { $wait }, und geben Sie dann einen neuen Code ein.
    }
problem-clock-ahead-wait =
    { $minutes ->
        [one] Die Uhr Ihres Smartphones geht offenbar etwa { $minutes } Minute vor. Stellen Sie dort Datum und Uhrzeit auf automatisch. Warten Sie { $wait }, und geben Sie dann einen neuen Code ein.
       *[other] Die Uhr Ihres Smartphones geht offenbar etwa { $minutes } Minuten vor. Stellen Sie dort Datum und Uhrzeit auf automatisch. Warten Sie { $wait }, und geben Sie dann einen neuen Code ein.
    }

# Ein Code, der gesendet wurde.
problem-sent-empty = Geben Sie die 6 Ziffern ein, die wir Ihnen gesendet haben.
problem-sent-not-six = Ein Code hat 6 Ziffern. Geben Sie den Code ein, den wir Ihnen gesendet haben.
problem-sent-wrong =
    { $left ->
        [one] Dieser Code ist falsch. Prüfen Sie Ihre Eingabe: Sie haben noch { $left } Versuch.
       *[other] Dieser Code ist falsch. Prüfen Sie Ihre Eingabe: Sie haben noch { $left } Versuche.
    }
problem-sent-wrong-wait =
    { $left ->
        [one] Dieser Code ist falsch. Prüfen Sie Ihre Eingabe: Sie haben noch { $left } Versuch. Warten Sie { $wait }, bevor Sie es noch einmal versuchen.
       *[other] Dieser Code ist falsch. Prüfen Sie Ihre Eingabe: Sie haben noch { $left } Versuche. Warten Sie { $wait }, bevor Sie es noch einmal versuchen.
    }
problem-sent-gone = Dieser Code gilt nicht mehr: Er ist abgelaufen, wurde schon verwendet oder zu oft falsch eingegeben. Fordern Sie einen neuen an.
problem-sent-soon = Sie haben gerade erst einen Code angefordert. Warten Sie { $wait }, bevor Sie den nächsten anfordern.
problem-sent-no-phone = Wir können keinen Code an Ihr Telefon senden. Andere Wege, sich anzumelden, finden Sie weiter unten.
problem-sent-country = In das Land dieser Nummer senden wir keine Codes. Andere Wege, sich anzumelden, finden Sie weiter unten.
problem-sent-kind = Wir senden keine Codes an Mehrwert- und Servicenummern, gebührenfreie Nummern, Satellitentelefone, Pager, Mailboxen oder zentrale Firmennummern. Andere Wege, sich anzumelden, finden Sie weiter unten.
problem-sent-session-ended = Ihre Sitzung wurde inzwischen beendet. Deshalb haben wir keinen Code gesendet. Melden Sie sich noch einmal an.
problem-no-email = Wir können im Moment keine E-Mails senden. Versuchen Sie es später noch einmal.

# Ein Wiederherstellungscode und ein Einrichtungscode.
problem-recovery-empty = Geben Sie einen Ihrer Wiederherstellungscodes ein.
problem-recovery-malformed = Ein Wiederherstellungscode hat 24 Buchstaben und Ziffern. Geben Sie ihn so ein, wie er auf Ihrer Liste steht.
problem-set-up-empty = Geben Sie den Einrichtungscode ein.
problem-set-up-malformed = Ein Einrichtungscode hat 12 Buchstaben und Ziffern. Geben Sie ihn so ein, wie Sie ihn erhalten haben.

# Ein Benutzername.
problem-name-empty = Geben Sie einen Benutzernamen ein.
problem-name-too-short = Ein Benutzername muss mindestens 3 Zeichen lang sein.
problem-name-too-long = Ein Benutzername darf höchstens 64 Zeichen lang sein.
problem-name-unfit = Ein Benutzername darf keine Doppelpunkte, Zeilenumbrüche oder unsichtbaren Zeichen enthalten.
problem-name-of-another = Ein Benutzername, der wie eine E-Mail-Adresse aussieht, muss mit der E-Mail-Adresse des Kontos übereinstimmen. Ändern Sie den Benutzernamen oder die E-Mail-Adresse.

# Eine E-Mail-Adresse.
problem-email-empty = Geben Sie eine E-Mail-Adresse ein.
problem-email-malformed = Geben Sie eine E-Mail-Adresse in der Form name@example.com ein.
problem-email-undeliverable = An diese Adresse lassen sich keine E-Mails senden. Prüfen Sie den Teil nach dem @, und geben Sie die Adresse in der Form name@example.com ein.
problem-email-too-long = Eine E-Mail-Adresse darf höchstens 254 Zeichen lang sein.

# Ein Passwort.
problem-password-empty = Geben Sie ein Passwort ein.
problem-password-too-short =
    { $shortest ->
       *[other] Ein Passwort muss mindestens { $shortest } Zeichen lang sein. Ein paar zufällige Wörter können Sie sich leicht merken.
    }
problem-password-too-long =
    { $longest ->
       *[other] Ein Passwort darf höchstens { $longest } Zeichen lang sein.
    }
problem-password-personal = Das Passwort enthält Ihren Benutzernamen, Ihre E-Mail-Adresse oder den Namen dieses Dienstes. Das wird bei Angriffen zuerst ausprobiert. Wählen Sie ein Passwort, in dem das nicht vorkommt.
problem-password-breached = Dieses Passwort steht auf Listen gestohlener Passwörter. Solche Passwörter werden bei Angriffen zuerst ausprobiert. Wählen Sie ein anderes, zum Beispiel ein paar zufällige Wörter.
problem-password-keyboard = Dieses Passwort ist zu leicht zu erraten: Es folgt den Tastenreihen der Tastatur. Wählen Sie ein anderes, zum Beispiel ein paar zufällige Wörter.
problem-password-repeats = Dieses Passwort ist zu leicht zu erraten: Es besteht aus Wiederholungen. Wählen Sie ein anderes, zum Beispiel ein paar zufällige Wörter.
problem-password-sequence = Dieses Passwort ist zu leicht zu erraten: Es enthält eine Folge wie abc oder 6543. Wählen Sie ein anderes, zum Beispiel ein paar zufällige Wörter.
problem-password-date = Dieses Passwort ist zu leicht zu erraten: Es besteht im Kern aus einem Datum oder einer Jahreszahl. Wählen Sie ein anderes, zum Beispiel ein paar zufällige Wörter.
problem-password-word = Dieses Passwort ist zu leicht zu erraten: Es ist ein gängiger Name oder ein gängiges Wort. Wählen Sie ein anderes, zum Beispiel ein paar zufällige Wörter.
problem-password-common = Dieses Passwort ist zu leicht zu erraten: Viele verwenden es oder ein sehr ähnliches. Wählen Sie ein anderes, zum Beispiel ein paar zufällige Wörter.
problem-password-not-judged = Wir konnten nicht prüfen, wie leicht sich dieses Passwort erraten lässt. Wählen Sie ein anderes, zum Beispiel ein paar zufällige Wörter.

# Eine Telefonnummer.
problem-phone-empty = Geben Sie eine Telefonnummer ein.
problem-phone-country-code = Beginnen Sie die Nummer mit + und der Landesvorwahl, zum Beispiel +358 40 123 4567.
problem-phone-invalid = Diese Telefonnummer gibt es nicht. Prüfen Sie die Ziffern. Ein Beispiel: +358 40 123 4567.

# Zugelassene IP-Adressen.
problem-list-unreadable = Zeile { $line } ist keine IP-Adresse. Geben Sie pro Zeile eine Adresse ein, zum Beispiel 203.0.113.7, oder ein Netzwerk, zum Beispiel 203.0.113.0/24 oder 2001:db8::/32.
problem-list-host-bits = Zeile { $line }: Dieses Netzwerk beginnt mit { $network }. Geben Sie es so ein, oder geben Sie eine einzelne Adresse ein.
problem-list-too-many =
    { $longest ->
       *[other] Eine Liste darf höchstens { $longest } Zeilen haben.
    }

# Ein Grund und ein Datum.
problem-reason-empty = Geben Sie in ein paar Worten einen Grund an. Er wird in den Aktivitäten gespeichert.
problem-reason-too-long =
    { $longest ->
       *[other] Ein Grund darf höchstens { $longest } Zeichen lang sein.
    }
problem-reason-unfit = Geben Sie den Grund in einer Zeile und ohne unsichtbare Zeichen ein.
problem-text-too-long =
    { $longest ->
       *[other] Der Grund darf höchstens { $longest } Zeichen lang sein.
    }
problem-text-unfit = Der Grund enthält unsichtbare Zeichen, etwa um die Schreibrichtung zu ändern. Geben Sie ihn ohne solche Zeichen noch einmal ein.
problem-date = Geben Sie das Datum als Jahr, Monat und Tag ein, zum Beispiel 2027-03-01.
