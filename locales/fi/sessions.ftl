sessions-title = Istunnot
sessions-about = Täällä näet, missä olet nyt kirjautuneena. Istunto päättyy itsestään, kun sitä ei ole käytetty 30 minuuttiin, ja viimeistään 12 tuntia kirjautumisen jälkeen. Etkö tunnista jotakin istuntoa? Lopeta se ja <link>vaihda salasanasi</link>.
sessions-this = Tämä istunto
sessions-unused = Ei käytetty kirjautumisen jälkeen
sessions-address-logged = IP-osoite näkyy tapahtumissa
sessions-used = Kirjauduttu sisään { $time }. Käytetty viimeksi { $time-used }.
sessions-end = Lopeta istunto
sessions-end-named = Lopeta istunto: { $browser }, { $address }
sessions-end-others = Lopeta kaikki muut istunnot
sessions-ended = Istunto on lopetettu.
sessions-ended-already = Tämä istunto oli jo päättynyt.
sessions-ended-others = Kaikki muut istunnot on lopetettu.
sessions-activity = Katso tilisi tapahtumat

sessions-browser-on = { $browser } ({ $system })
sessions-browser-other = Muu ohjelma
sessions-browser-other-on = Muu ohjelma ({ $system })
