password-forgotten-title = Unohtunut salasana
password-forgotten-about = Lähetämme sähköpostiisi linkin, jolla voit valita uuden.
password-forgotten-name = Käyttäjätunnus tai sähköpostiosoite
password-forgotten-empty = Kirjoita käyttäjätunnuksesi tai sähköpostiosoitteesi.
password-forgotten-send = Lähetä linkki
password-forgotten-no-mail = Tämä sivusto ei lähetä sähköpostia, joten se ei voi lähettää linkkiä.
password-sent-title = Tarkista sähköpostisi
password-sent-about = Jos tili on olemassa, sen sähköpostiosoitteeseen on matkalla viesti, jossa on linkki uuden salasanan valitsemiseen. Linkkiä voi käyttää kerran, 30 minuutin kuluessa. Toinen tunnistusvaihe pysyy ennallaan: pidä puhelin käsillä, kun kirjaudut sisään.
password-sent-nothing = Eikö viestiä näy viidessä minuutissa? Tarkista roskapostikansio ja se, mitä kirjoitit. Jos pyysit linkkiä jo hetki sitten, silloin lähetetty linkki toimii yhä.

password-choose-first-title = Valitse salasana
password-choose-title = Valitse uusi salasana
password-choose-first = Sinut on kutsuttu palveluun { $issuer }. Käyttäjätunnuksesi on <person>{ $account }</person>. Kirjaudut sisään sillä ja salasanalla, jonka valitset tässä.
password-choose-then = Sen jälkeen otat käyttöön kaksivaiheisen tunnistuksen, joka tilillesi vaaditaan. Pidä puhelin käsillä.
password-choose = Valitset uuden salasanan tilille <person>{ $account }</person> palvelussa { $issuer }. Kun asetat sen, sinut kirjataan ulos kaikkialta. Toinen tunnistusvaihe pysyy ennallaan.
password-new = Uusi salasana
password-set = Aseta salasana
password-help = Ohjeita salasanoista

password-link-sent = <strong>Tarkista sähköpostisi:</strong> lähetimme sinulle linkin, jolla voit valita uuden salasanan. Linkkiä voi käyttää kerran, 30 minuutin kuluessa. Valitse salasana, jota et käytä missään muualla.
password-link-nothing = Eikö viestiä näy viidessä minuutissa? Tarkista roskapostikansio.
password-link-codes-by-mail = Tämän tilin koodit tulevat sähköpostitse, joten linkkiä uuden salasanan valitsemiseen ei voi lähettää samaan postilaatikkoon: sen lukija saisi silloin molemmat.
password-link-new-email = Tämän tilin sähköpostiosoite vaihdettiin alle 48 tuntia sitten. Uuteen osoitteeseen ei lähetetä linkkiä uuden salasanan valitsemiseen, ennen kuin vaihdosta on kulunut 48 tuntia. Jos et vaihtanut osoitetta itse, avaa linkki sähköpostista, joka lähetettiin aiempaan osoitteeseen. Muuten odota tai hae apua heti.

password-welcome-title = Luo päätili
password-welcome-about = Tämä on palvelun { $issuer } ensimmäinen tili, ja se on palvelun ylläpitäjää varten. Linkki, jolla tulit tänne, lakkaa toimimasta heti, kun tili on luotu.
password-welcome-name-hint = Tällä kirjaudut sisään.
password-welcome-email = Sähköpostiosoite
password-welcome-email-hint = Tiliäsi koskevia viestejä varten.
password-welcome-create = Luo tili
password-welcome-created = Päätili on luotu, ja olet kirjautunut sisään.

password-new-hint =
    { $shortest ->
       *[other] Vähintään { $shortest } merkkiä. Muutama satunnainen sana on hyvä valinta. Voit käyttää välilyöntejä. Numeroita ja erikoismerkkejä ei vaadita.
    }
