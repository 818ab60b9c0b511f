# Die erste Seite eines Kontos: was als Nächstes zu tun ist, und wie das Konto geschützt ist.

overview-title = Ihr Konto
overview-checklist = Sicherheits-Checkliste
overview-details = Kontodaten ändern
overview-sessions = Wo Sie angemeldet sind
overview-activity = Was in Ihrem Konto passiert ist

# Was als Nächstes zu tun ist: eins davon.
overview-protected-title = Ihr Konto ist geschützt
overview-protected = Wer Ihr Passwort erfährt, kann sich ohne Ihre Authenticator-App trotzdem nicht anmelden. Sie müssen nichts tun.

overview-set-up-title = Als Nächstes: Zwei-Faktor-Authentisierung einrichten
overview-set-up-required-by = Für Ihr Konto ist sie Pflicht. Festgelegt hat das <person>{ $manager }</person>.
overview-set-up-required = Für Ihr Konto ist sie Pflicht.
overview-set-up-by-phone = Im Moment bestätigen Sie Ihre Anmeldung mit einem Code per SMS oder Anruf. Codes aus einer Authenticator-App sind sicherer und brauchen keinen Empfang.
overview-set-up-by-email = Im Moment bestätigen Sie Ihre Anmeldung mit einem Code per E-Mail. Wer Ihre E-Mails lesen kann, hat auch den Code. Mit der Zwei-Faktor-Authentisierung wäre außerdem Ihr Smartphone nötig.
overview-set-up-stuck = Wir können Ihnen keinen Code senden. Ohne Hilfe könnten Sie sich deshalb nicht noch einmal anmelden. Mit einer Authenticator-App brauchen Sie keinen Code von uns.
overview-set-up-off = Jeden Tag werden Passwörter gestohlen, erraten oder auf gefälschten Seiten eingegeben. Im Moment kann sich anmelden, wer Ihr Passwort erfährt. Mit der Zwei-Faktor-Authentisierung wäre außerdem Ihr Smartphone nötig.
overview-set-up-time = Die Einrichtung dauert etwa drei Minuten.
overview-set-up-button = Zwei-Faktor-Authentisierung einrichten
overview-set-up-addresses = Melden Sie sich immer vom selben Ort an? Mit einer Liste der zugelassenen IP-Adressen kann sich von anderswo niemand anmelden. Am sichersten ist beides zusammen.
overview-set-up-addresses-button = Nur meine Adressen zulassen

overview-codes-title = Als Nächstes: neue Wiederherstellungscodes erstellen
overview-codes-none = Sie haben alle verbraucht. Wenn Sie Ihr Smartphone verlieren und keinen Wiederherstellungscode haben, müssen Sie warten, bis Ihnen jemand hilft.
overview-codes-few = Sie haben die meisten verbraucht. Wenn Sie Ihr Smartphone verlieren und keinen Wiederherstellungscode haben, müssen Sie warten, bis Ihnen jemand hilft.
overview-codes-button = Neue Wiederherstellungscodes erstellen

overview-confirm-phone-title = Als Nächstes: Telefonnummer bestätigen
overview-confirm-phone = Für Sie ist eine Telefonnummer hinterlegt, aber noch nicht bestätigt. Wir senden einen Code dorthin, und Sie geben ihn ein. Danach können Sie sich mit einem Code an diese Nummer anmelden, wenn Sie keinen Zugriff auf Ihre Authenticator-App haben.
overview-confirm-phone-button = Telefonnummer bestätigen

overview-add-phone-title = Als Nächstes: Telefonnummer hinzufügen
overview-add-phone = Wenn Sie eine Telefonnummer hinterlegen, können Sie sich mit einem Code per SMS oder Anruf anmelden, falls Sie keinen Zugriff auf Ihre Authenticator-App haben. Das geht zwar auch mit Ihren Wiederherstellungscodes, aber eine Telefonnummer hilft, wenn Sie die Codes nicht finden.
overview-add-phone-button = Telefonnummer hinzufügen
overview-change-phone-title = Als Nächstes: Telefonnummer ändern
overview-change-phone = An Ihre jetzige Telefonnummer können wir keine Codes senden. Wenn Sie eine andere hinterlegen, können Sie sich mit einem Code per SMS oder Anruf anmelden, falls Sie keinen Zugriff auf Ihre Authenticator-App haben. Das geht zwar auch mit Ihren Wiederherstellungscodes, aber eine Telefonnummer hilft, wenn Sie die Codes nicht finden.
overview-change-phone-button = Telefonnummer ändern
