# Ein Code, der per SMS oder Anruf gesendet wurde.

sent-code-works = Der Code gilt noch { $time }.
sent-nothing-wait = Nichts angekommen? In { $wait } können Sie den Code erneut anfordern. Wenn Sie diese Seite neu laden, wird nichts gesendet.
sent-nothing = Nichts angekommen? Fordern Sie den Code erneut an.
sent-nothing-other-way = Nichts angekommen? Fordern Sie den Code erneut an, oder versuchen Sie den anderen Weg.
sent-same-code = Sie erhalten dann denselben Code.

# Was daraus geworden ist, auf der Seite, auf der er eingegeben wird.
sent-ringing = Ihr Telefon klingelt: { $number }.
sent-answered = Sie haben den Anruf angenommen: Drücken Sie eine beliebige Taste am Telefon, und hören Sie dann zu.
sent-call-ended = Der Anruf ist beendet.
sent-call-under-way = Wir rufen { $number } an. Nehmen Sie den Anruf an, und drücken Sie eine beliebige Taste.
sent-sms-delivered = Die SMS an { $number } wurde zugestellt.
sent-sms-on-its-way = Eine SMS an { $number } ist unterwegs. Das dauert meist weniger als eine Minute.
sent-email-on-its-way = Eine E-Mail ist unterwegs. Das dauert meist weniger als eine Minute. Ist nach fünf Minuten nichts da, sehen Sie im Spam-Ordner nach.

# Warum er nicht angekommen ist, und was zu tun ist. $next ist die Schaltfläche, die noch bleibt: sms, call oder other.
sent-failed-not-mobile =
    { $next ->
        [call] Diese Nummer kann keine SMS empfangen. Versuchen Sie es stattdessen mit einem Anruf.
       *[other] Diese Nummer kann keine SMS empfangen.
    }
sent-failed-not-reachable =
    { $next ->
        [sms] Wir konnten Ihr Telefon nicht erreichen. Versuchen Sie es mit einer SMS oder später noch einmal.
        [call] Wir konnten Ihr Telefon nicht erreichen. Versuchen Sie es mit einem Anruf oder später noch einmal.
       *[other] Wir konnten den Code nicht zustellen. Versuchen Sie es später noch einmal.
    }
sent-failed-busy =
    { $next ->
        [sms] Ihr Telefon war besetzt. Versuchen Sie es noch einmal oder stattdessen mit einer SMS.
       *[other] Ihr Telefon war besetzt. Versuchen Sie es noch einmal.
    }
sent-failed-no-answer =
    { $next ->
        [sms] Niemand hat den Anruf angenommen. Versuchen Sie es noch einmal oder stattdessen mit einer SMS.
       *[other] Niemand hat den Anruf angenommen. Versuchen Sie es noch einmal.
    }
sent-failed-refused =
    { $next ->
        [sms] Der Anruf wurde abgelehnt: Vielleicht stimmt die Nummer nicht, oder solche Anrufe werden dort blockiert. Versuchen Sie es stattdessen mit einer SMS.
        [call] Die SMS wurde abgelehnt: Vielleicht stimmt die Nummer nicht, oder solche Nachrichten werden dort blockiert. Versuchen Sie es stattdessen mit einem Anruf.
       *[other] Die Nachricht wurde abgelehnt: Vielleicht stimmt die Nummer oder Adresse nicht, oder solche Nachrichten werden dort blockiert.
    }
sent-failed-provider-away =
    { $next ->
        [sms] Wir können Sie im Moment nicht anrufen: Unser Anbieter ist nicht erreichbar. Versuchen Sie es mit einer SMS oder in ein paar Minuten noch einmal.
        [call] Wir können im Moment keine SMS senden: Unser Anbieter ist nicht erreichbar. Versuchen Sie es mit einem Anruf oder in ein paar Minuten noch einmal.
       *[other] Wir können den Code im Moment nicht senden: Unser Anbieter ist nicht erreichbar. Versuchen Sie es in ein paar Minuten noch einmal.
    }
sent-not-to-country = In das Land dieser Nummer senden wir keine Codes.
sent-not-to-kind = Wir senden keine Codes an Mehrwert- und Servicenummern, gebührenfreie Nummern, Satellitentelefone, Pager, Mailboxen oder zentrale Firmennummern. Geben Sie eine Mobilfunk- oder Festnetznummer ein.

# Dasselbe in wenigen Worten, auf der Liste der gesendeten Codes.
sent-list-country = Nicht gesendet: Land nicht zugelassen
sent-list-kind = Nicht gesendet: keine persönliche Telefonnummer
sent-list-account-hour = Nicht gesendet: Stundenlimit des Kontos
sent-list-account-day = Nicht gesendet: Tageslimit des Kontos
sent-list-recipient-hour = Nicht gesendet: Stundenlimit der Nummer oder E-Mail-Adresse
sent-list-recipient-day = Nicht gesendet: Tageslimit der Nummer oder E-Mail-Adresse
sent-list-main-account-day = Nicht gesendet: Tageslimit des Hauptkontos
sent-list-network-hour = Nicht gesendet: Stundenlimit der IP-Adresse
sent-list-instance-day = Nicht gesendet: Tageslimit dieser Website
sent-list-sending = Wird gesendet
sent-list-sent = Gesendet
sent-list-ringing = Klingelt
sent-list-answered = Angenommen
sent-list-delivered = Zugestellt
sent-list-call-ended = Anruf beendet
sent-list-not-reachable = Fehlgeschlagen: Telefon nicht erreichbar
sent-list-not-mobile = Fehlgeschlagen: Nummer kann keine SMS empfangen
sent-list-refused = Fehlgeschlagen: Nummer falsch oder blockiert
sent-list-busy = Fehlgeschlagen: besetzt
sent-list-no-answer = Fehlgeschlagen: nicht angenommen
sent-list-provider-away = Fehlgeschlagen: Anbieter nicht erreichbar
