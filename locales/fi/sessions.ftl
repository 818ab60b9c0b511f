sessions-title = Istunnot
sessions-about = Täällä näet, missä olet nyt kirjautuneena. Istunto päättyy itsestään, kun sitä ei ole käytetty 30 minuuttiin, ja viimeistään 12 tuntia kirjautumisen jälkeen. Etkö tunnista jotakin istuntoa? Lopeta se ja <link>vaihda salasanasi</link>.
sessions-this = Tämä istunto
sessions-used = Kirjauduttu sisään { $time }. Käytetty viimeksi { $time-used }.
sessions-end = Lopeta istunto
sessions-end-named = Lopeta istunto: { $browser }, { $address }
sessions-end-others = Lopeta kaikki muut istunnot
sessions-activity = Katso tilisi tapahtumat
