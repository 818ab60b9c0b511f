problem-twice = Kohta ”{ $field }” lähetettiin kahdesti. Täytä se vain kerran.
problem-too-long =
    { $longest ->
       *[other] Kohdassa ”{ $field }” voi olla enintään { $longest } merkkiä.
    }
problem-unreadable = Kohdassa ”{ $field }” on merkkejä, joita ei voitu lukea. Täytä se uudelleen.
problem-stale = Tämä sivu oli auki liian kauan, tai kirjauduit sisään tai ulos toisella välilehdellä. Mitään ei muutettu. Tarkista, mitä kirjoitit, ja yritä uudelleen.
problem-password-wrong = Salasana on väärä.

problem-wait = Liian monta yritystä. Odota { $wait } ja yritä sitten uudelleen.
problem-codes-off = Liian monta väärää koodia peräkkäin: tämän tilin kertakäyttökoodit ovat poissa käytöstä, kunnes sen kaksivaiheinen tunnistus nollataan.

problem-code-empty = Kirjoita kuusinumeroinen koodi, jonka todennussovelluksesi näyttää.
problem-code-not-six = Koodissa on 6 numeroa. Kirjoita koodi, jonka todennussovelluksesi näyttää.
problem-code-wrong = Koodi on väärä. Kirjoita koodi, joka näkyy sovelluksessasi nyt tämän sivuston kohdalla.
problem-code-wrong-wait = Koodi on väärä. Kirjoita koodi, joka näkyy sovelluksessasi tämän sivuston kohdalla. Odota { $wait }, ennen kuin yrität uudelleen.
problem-code-used = Tämä koodi on jo käytetty. Odota, kunnes sovelluksesi näyttää seuraavan.
problem-code-used-wait = Tämä koodi on jo käytetty. Odota { $wait } ja kirjoita sitten uusi koodi, kun sovelluksesi näyttää sen.
problem-clock-behind =
    { $minutes ->
        [one] Puhelimesi kello on ilmeisesti noin minuutin jäljessä. Ota puhelimessa käyttöön automaattinen päivämäärä ja aika ja kirjoita sitten uusi koodi.
       *[other] Puhelimesi kello on ilmeisesti noin { $minutes } minuuttia jäljessä. Ota puhelimessa käyttöön automaattinen päivämäärä ja aika ja kirjoita sitten uusi koodi.
    }
problem-clock-ahead =
    { $minutes ->
        [one] Puhelimesi kello on ilmeisesti noin minuutin edellä. Ota puhelimessa käyttöön automaattinen päivämäärä ja aika ja kirjoita sitten uusi koodi.
       *[other] Puhelimesi kello on ilmeisesti noin { $minutes } minuuttia edellä. Ota puhelimessa käyttöön automaattinen päivämäärä ja aika ja kirjoita sitten uusi koodi.
    }
problem-clock-behind-wait =
    { $minutes ->
        [one] Puhelimesi kello on ilmeisesti noin minuutin jäljessä. Ota puhelimessa käyttöön automaattinen päivämäärä ja aika. Odota { $wait } ja kirjoita sitten uusi koodi.
       *[other] Puhelimesi kello on ilmeisesti noin { $minutes } minuuttia jäljessä. Ota puhelimessa käyttöön automaattinen päivämäärä ja aika. Odota { $wait } ja kirjoita sitten uusi koodi.
    }
problem-clock-ahead-wait =
    { $minutes ->
        [one] Puhelimesi kello on ilmeisesti noin minuutin edellä. Ota puhelimessa käyttöön automaattinen päivämäärä ja aika. Odota { $wait } ja kirjoita sitten uusi koodi.
       *[other] Puhelimesi kello on ilmeisesti noin { $minutes } minuuttia edellä. Ota puhelimessa käyttöön automaattinen päivämäärä ja aika. Odota { $wait } ja kirjoita sitten uusi koodi.
    }

problem-sent-empty = Kirjoita kuusinumeroinen koodi, jonka lähetimme sinulle.
problem-sent-not-six = Koodissa on 6 numeroa. Kirjoita koodi, jonka lähetimme sinulle.
problem-sent-wrong =
    { $left ->
        [one] Koodi on väärä. Tarkista se: sinulla on jäljellä enää yksi yritys.
       *[other] Koodi on väärä. Tarkista se: sinulla on jäljellä { $left } yritystä.
    }
problem-sent-wrong-wait =
    { $left ->
        [one] Koodi on väärä. Tarkista se: sinulla on jäljellä enää yksi yritys. Odota { $wait }, ennen kuin yrität uudelleen.
       *[other] Koodi on väärä. Tarkista se: sinulla on jäljellä { $left } yritystä. Odota { $wait }, ennen kuin yrität uudelleen.
    }
problem-sent-gone = Tämä koodi ei enää toimi: se on vanhentunut, jo käytetty tai kirjoitettu väärin liian monta kertaa. Pyydä uusi.
problem-sent-soon = Pyysit koodin juuri äsken. Odota { $wait }, ennen kuin pyydät uuden.
problem-sent-no-phone = Emme voi lähettää koodia puhelimeesi. Katso alta, miten muuten voit kirjautua.
problem-sent-country = Emme lähetä koodeja tämän numeron maahan. Katso alta, miten muuten voit kirjautua.
problem-sent-kind = Emme lähetä koodeja maksullisiin tai maksuttomiin palvelunumeroihin, yritysnumeroihin, satelliittipuhelimiin, hakulaitteisiin tai vastaajiin. Katso alta, miten muuten voit kirjautua.
problem-sent-session-ended = Istuntosi päättyi sillä välin, joten koodia ei lähetetty. Kirjaudu uudelleen sisään.
problem-no-email = Emme voi juuri nyt lähettää sähköpostia. Yritä myöhemmin uudelleen.

problem-recovery-empty = Kirjoita jokin palautuskoodeistasi.
problem-recovery-malformed = Palautuskoodissa on 24 kirjainta ja numeroa. Kirjoita se niin kuin se on luettelossasi.
problem-set-up-empty = Kirjoita käyttöönottokoodi.
problem-set-up-malformed = Käyttöönottokoodissa on 12 kirjainta ja numeroa. Kirjoita se niin kuin se annettiin sinulle.

problem-name-empty = Kirjoita käyttäjätunnus.
problem-name-too-short = Käyttäjätunnuksessa on oltava vähintään 3 merkkiä.
problem-name-too-long = Käyttäjätunnuksessa voi olla enintään 64 merkkiä.
problem-name-unfit = Käyttäjätunnuksessa ei voi olla kaksoispisteitä, rivinvaihtoja eikä näkymättömiä merkkejä.
problem-name-of-another = Jos käyttäjätunnus on sähköpostiosoitteen muotoinen, sen on oltava sama kuin sähköpostiosoite. Muuta jompaakumpaa.

problem-email-empty = Kirjoita sähköpostiosoite.
problem-email-malformed = Kirjoita sähköpostiosoite muodossa nimi@example.com.
problem-email-undeliverable = Tähän osoitteeseen ei voi lähettää sähköpostia. Tarkista @-merkin jälkeinen osa ja kirjoita osoite muodossa nimi@example.com.
problem-email-too-long = Sähköpostiosoitteessa voi olla enintään 254 merkkiä.

problem-password-empty = Kirjoita salasana.
problem-password-too-short =
    { $shortest ->
       *[other] Salasanassa on oltava vähintään { $shortest } merkkiä. Muutama satunnainen sana on helppo muistaa.
    }
problem-password-too-long =
    { $longest ->
       *[other] Salasanassa voi olla enintään { $longest } merkkiä.
    }
problem-password-personal = Salasanassa on käyttäjätunnuksesi, sähköpostiosoitteesi tai tämän palvelun nimi. Niitä hyökkääjät kokeilevat ensin. Valitse salasana, jossa niitä ei ole.
problem-password-breached = Tämä salasana on varastettujen salasanojen luetteloissa. Sellaisia hyökkääjät kokeilevat ensin. Valitse toinen, esimerkiksi muutama satunnainen sana.
problem-password-keyboard = Tämä salasana on liian helppo arvata: se seuraa näppäimistön rivejä. Valitse toinen, esimerkiksi muutama satunnainen sana.
problem-password-repeats = Tämä salasana on liian helppo arvata: siinä toistuu sama osa. Valitse toinen, esimerkiksi muutama satunnainen sana.
problem-password-sequence = Tämä salasana on liian helppo arvata: siinä on sarja, kuten abc tai 6543. Valitse toinen, esimerkiksi muutama satunnainen sana.
problem-password-date = Tämä salasana on liian helppo arvata: se perustuu päivämäärään tai vuosilukuun. Valitse toinen, esimerkiksi muutama satunnainen sana.
problem-password-word = Tämä salasana on liian helppo arvata: se on yleinen nimi tai sana. Valitse toinen, esimerkiksi muutama satunnainen sana.
problem-password-common = Tämä salasana on liian helppo arvata: se on yleinen salasana tai muistuttaa sellaista. Valitse toinen, esimerkiksi muutama satunnainen sana.
problem-password-not-judged = Emme voineet tarkistaa, kuinka vaikea tämä salasana on arvata. Valitse toinen, esimerkiksi muutama satunnainen sana.

problem-phone-empty = Kirjoita puhelinnumero.
problem-phone-country-code = Aloita numero plusmerkillä ja maatunnuksella, esimerkiksi +358 40 123 4567.
problem-phone-invalid = Tällaista puhelinnumeroa ei ole. Tarkista numerot. Oikea muoto on esimerkiksi +358 40 123 4567.

problem-list-unreadable = Rivillä { $line } ei ole IP-osoitetta. Kirjoita joka riville yksi osoite, esimerkiksi 203.0.113.7, tai verkko, esimerkiksi 203.0.113.0/24 tai 2001:db8::/32.
problem-list-host-bits = Rivi { $line }: tämän verkon oikea muoto on { $network }. Kirjoita se tai yksittäinen osoite.
problem-list-too-many =
    { $longest ->
       *[other] Luettelossa voi olla enintään { $longest } riviä.
    }

problem-reason-empty = Kirjoita syy muutamalla sanalla. Se tallennetaan tilin tapahtumiin.
problem-reason-too-long =
    { $longest ->
       *[other] Syyn pituus voi olla enintään { $longest } merkkiä.
    }
problem-reason-unfit = Kirjoita syy yhdelle riville ilman näkymättömiä merkkejä.
problem-text-too-long =
    { $longest ->
       *[other] Syyn pituus voi olla enintään { $longest } merkkiä.
    }
problem-text-unfit = Syy sisältää näkymättömiä merkkejä, esimerkiksi kirjoitussuuntaa muuttavia. Kirjoita se uudelleen ilman niitä.
problem-date = Kirjoita päivämäärä muodossa vuosi-kuukausi-päivä, esimerkiksi 2027-03-01.
