# Wo ein Konto angemeldet ist.

sessions-title = Sitzungen
sessions-about = Diese Liste zeigt, wo Sie gerade angemeldet sind. Eine Sitzung endet von selbst, wenn Sie sie 30 Minuten lang nicht nutzen, spätestens aber 12 Stunden nach der Anmeldung. Kennen Sie eine davon nicht? Beenden Sie die Sitzung, und <link>ändern Sie Ihr Passwort</link>.
sessions-this = Diese Sitzung
sessions-unused = Seit der Anmeldung nicht genutzt
sessions-address-logged = IP-Adresse: siehe Aktivitäten
sessions-used = Anmeldung: { $time }. Letzte Nutzung: { $time-used }.
sessions-end = Sitzung beenden
sessions-end-named = Sitzung beenden: { $browser }, { $address }
sessions-end-others = Alle anderen Sitzungen beenden
sessions-ended = Die Sitzung ist beendet.
sessions-ended-already = Diese Sitzung war schon beendet.
sessions-ended-others = Alle anderen Sitzungen sind beendet.
sessions-activity = Aktivitäten in Ihrem Konto ansehen

# Womit sich jemand anmeldet: Browser und Gerät oder System.
sessions-browser-on = { $browser } auf { $system }
sessions-browser-other = Anderes Programm
sessions-browser-other-on = Anderes Programm auf { $system }
