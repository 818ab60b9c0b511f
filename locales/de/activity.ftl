# Was in einem Konto passiert ist.

activity-title = Aktivitäten
activity-about = Das ist in Ihrem Konto passiert, das Neueste zuerst. Ist etwas dabei, das nicht von Ihnen stammt? <link-sessions>Beenden Sie die Sitzungen</link-sessions>, die Sie nicht kennen, und <link-password>ändern Sie Ihr Passwort</link-password>.
activity-show = Anzeigen
# Namen der Filter und ihre Auswahl.
activity-filter-kind = Art der Aktivität
activity-filter-by = Wer
activity-all = Alle
activity-sign-ins = Anmeldungen und Sitzungen
activity-failures = Fehlgeschlagene Versuche
activity-changes = Änderungen
activity-codes = Gesendete Codes
activity-by-others = Von anderen
activity-by-anyone = Alle
activity-download = Als CSV herunterladen
activity-nothing-earlier = Es gibt keine früheren Einträge.
activity-nothing = Dazu gibt es keine Einträge.
activity-caption = Aktivitäten, die neuesten zuerst
activity-when = Wann
activity-what = Was
activity-account = Konto
activity-who = Wer
activity-where = Von wo
activity-failure = Fehlgeschlagen
activity-reason = Grund: { $reason }
activity-details = Details: { $details }
activity-no-authenticator = Es war keine Authenticator-App eingerichtet. Falsche Codes zählen nicht mehr, und die Sitzungen wurden beendet.
# Wer es war, wenn kein Benutzername da steht.
activity-you = Sie
activity-owner = Die Person, der das Konto gehört
activity-visitor = Nicht angemeldete Person
activity-administrator = Die Administration, über die Befehlszeile
