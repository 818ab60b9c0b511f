sent-code-works = Koodin käyttämiseen on vielä aikaa { $time }.
sent-nothing-wait = Eikö koodia kuulu? Odota { $wait } ja pyydä se sitten uudelleen. Sivun päivittäminen ei lähetä koodia uudelleen.
sent-nothing = Eikö koodia kuulu? Pyydä se uudelleen.
sent-nothing-other-way = Eikö koodia kuulu? Pyydä se uudelleen tai kokeile toista tapaa.
sent-same-code = Koodi pysyy samana.

sent-ringing = Puhelimesi ({ $number }) soi.
sent-answered = Vastasit puheluun. Paina puhelimessa mitä tahansa näppäintä ja kuuntele koodi.
sent-call-ended = Puhelu on päättynyt.
sent-call-under-way = Soitamme numeroon { $number }. Kun vastaat, paina mitä tahansa näppäintä.
sent-sms-delivered = Tekstiviesti on toimitettu numeroon { $number }.
sent-sms-on-its-way = Tekstiviesti on matkalla numeroon { $number }. Se tulee yleensä alle minuutissa.
sent-email-on-its-way = Sähköposti on matkalla. Viesti tulee yleensä alle minuutissa. Jos sitä ei näy viidessä minuutissa, tarkista roskapostikansio.

sent-failed-not-mobile =
    { $next ->
        [call] Tähän numeroon ei voi lähettää tekstiviestejä. Pyydä puhelu.
       *[other] Tähän numeroon ei voi lähettää tekstiviestejä.
    }
sent-failed-not-reachable =
    { $next ->
        [sms] Emme saaneet yhteyttä puhelimeesi. Pyydä tekstiviesti tai yritä myöhemmin uudelleen.
        [call] Emme saaneet yhteyttä puhelimeesi. Pyydä puhelu tai yritä myöhemmin uudelleen.
       *[other] Emme saaneet koodia perille. Yritä myöhemmin uudelleen.
    }
sent-failed-busy =
    { $next ->
        [sms] Puhelimesi oli varattu. Yritä uudelleen tai pyydä tekstiviesti.
       *[other] Puhelimesi oli varattu. Yritä uudelleen.
    }
sent-failed-no-answer =
    { $next ->
        [sms] Puheluun ei vastattu. Yritä uudelleen tai pyydä tekstiviesti.
       *[other] Puheluun ei vastattu. Yritä uudelleen.
    }
sent-failed-refused =
    { $next ->
        [sms] Puhelu ei mennyt läpi: numero voi olla väärä, tai siihen tulevat puhelut on estetty. Pyydä tekstiviesti.
        [call] Tekstiviesti ei mennyt läpi: numero voi olla väärä, tai siihen tulevat viestit on estetty. Pyydä puhelu.
       *[other] Viesti ei mennyt läpi: numero tai osoite voi olla väärä, tai siihen tulevat viestit on estetty.
    }
sent-failed-provider-away =
    { $next ->
        [sms] Emme voi soittaa sinulle juuri nyt, koska puhelut välittävä palvelu ei vastaa. Pyydä tekstiviesti tai yritä uudelleen muutaman minuutin kuluttua.
        [call] Emme voi lähettää tekstiviestiä juuri nyt, koska viestit välittävä palvelu ei vastaa. Pyydä puhelu tai yritä uudelleen muutaman minuutin kuluttua.
       *[other] Emme voi lähettää koodia juuri nyt, koska koodit välittävä palvelu ei vastaa. Yritä uudelleen muutaman minuutin kuluttua.
    }
sent-not-to-country = Emme lähetä koodeja tämän numeron maahan.
sent-not-to-kind = Emme lähetä koodeja maksullisiin tai maksuttomiin palvelunumeroihin, yritysnumeroihin, satelliittipuhelimiin, hakulaitteisiin tai vastaajiin. Kirjoita matkapuhelimen tai lankapuhelimen numero.

sent-list-country = Ei lähetetty: maa ei ole sallittu
sent-list-kind = Ei lähetetty: ei henkilökohtainen puhelinnumero
sent-list-account-hour = Ei lähetetty: tilin tuntiraja täynnä
sent-list-account-day = Ei lähetetty: tilin vuorokausiraja täynnä
sent-list-recipient-hour = Ei lähetetty: vastaanottajan tuntiraja täynnä
sent-list-recipient-day = Ei lähetetty: vastaanottajan vuorokausiraja täynnä
sent-list-main-account-day = Ei lähetetty: päätilin vuorokausiraja täynnä
sent-list-network-hour = Ei lähetetty: IP-osoitteen tuntiraja täynnä
sent-list-instance-day = Ei lähetetty: sivuston vuorokausiraja täynnä
sent-list-sending = Lähetetään
sent-list-sent = Lähetetty
sent-list-ringing = Puhelin soi
sent-list-answered = Puheluun vastattu
sent-list-delivered = Toimitettu
sent-list-call-ended = Puhelu päättynyt
sent-list-not-reachable = Epäonnistui: puhelimeen ei saatu yhteyttä
sent-list-not-mobile = Epäonnistui: numero ei vastaanota tekstiviestejä
sent-list-refused = Epäonnistui: numero väärä tai estetty
sent-list-busy = Epäonnistui: varattu
sent-list-no-answer = Epäonnistui: ei vastausta
sent-list-provider-away = Epäonnistui: välittävä palvelu ei vastannut
