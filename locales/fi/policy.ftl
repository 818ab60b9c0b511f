policy-title = Käytännöt
policy-about = Nämä säännöt koskevat omaa tiliäsi ja kaikkia käyttäjätilejäsi. Tiukempi sääntö tulee voimaan, kun seuraava sivu avataan, myös avoimissa istunnoissa.
policy-save = Tallenna
policy-saved = Käytännöt on tallennettu. Ne tulevat voimaan, kun seuraava sivu avataan.
policy-user-accounts = Käyttäjätilit
policy-help = Ohjeita käyttäjätileistä

policy-mandatory = Kaksivaiheinen tunnistus kaikille
policy-mandatory-everyone-has = Kaikilla tileillä, myös omallasi, on todennussovellus. Kenenkään kirjautuminen ei muutu.
policy-mandatory-now = Kaksivaiheinen tunnistus on nyt pakollinen. Näin käy, kun seuraavan kerran kirjaudutaan tileille, joilla ei ole todennussovellusta (oma tilisi mukaan lukien):
policy-mandatory-today = Jos kaksivaiheinen tunnistus olisi pakollinen tänään, näin kävisi, kun seuraavan kerran kirjaudutaan tileille, joilla ei ole todennussovellusta (oma tilisi mukaan lukien):
policy-next-set-up =
    { $count ->
        [one] <strong>1 tili</strong>: todennussovelluksen käyttöönotto ennen muita sivuja
       *[other] <strong>{ $count } tiliä</strong>: todennussovelluksen käyttöönotto ennen muita sivuja
    }
policy-next-phone =
    { $count ->
        [one] <strong>1 tili</strong>: koodi tekstiviestillä tai puhelulla, käyttöönotto voi odottaa
       *[other] <strong>{ $count } tiliä</strong>: koodi tekstiviestillä tai puhelulla, käyttöönotto voi odottaa
    }
policy-next-phone-and-set-up =
    { $count ->
        [one] <strong>1 tili</strong>: koodi tekstiviestillä tai puhelulla, sitten käyttöönotto
       *[other] <strong>{ $count } tiliä</strong>: koodi tekstiviestillä tai puhelulla, sitten käyttöönotto
    }
policy-next-email-and-set-up =
    { $count ->
        [one] <strong>1 tili</strong>: koodi sähköpostitse, sitten käyttöönotto
       *[other] <strong>{ $count } tiliä</strong>: koodi sähköpostitse, sitten käyttöönotto
    }
policy-next-set-up-code =
    { $count ->
        [one] <strong>1 tili</strong>: nollauksessa näytetty käyttöönottokoodi, sitten käyttöönotto
       *[other] <strong>{ $count } tiliä</strong>: nollauksessa näytetty käyttöönottokoodi, sitten käyttöönotto
    }
policy-next-unreachable =
    { $count ->
        [one] <strong>1 tili</strong>: kirjautuminen ei onnistu ilman apua, koska emme voi lähettää koodia
       *[other] <strong>{ $count } tiliä</strong>: kirjautuminen ei onnistu ilman apua, koska emme voi lähettää koodia
    }
policy-mandatory-see = Katso, miltä tileiltä todennussovellus puuttuu
policy-mandatory-from = Tulee pakolliseksi
policy-mandatory-from-hint = Päivämäärä, esimerkiksi 2027-03-01. Vaatimus tulee voimaan klo 00.00 UTC. Jos jätät kentän tyhjäksi, kaksivaiheinen tunnistus vaaditaan vain tileille, joilla on valittuna ”2FA vaaditaan”. Ennen päivämäärää ilmoituspalkki kertoo, montako päivää on jäljellä, ja lähetämme sähköpostitse muistutuksen 14, 7 ja 1 päivää ennen sitä.
policy-mandatory-text = Syy
policy-mandatory-text-hint = Näkyy ilmoituspalkissa, sähköpostissa ja käyttöönoton yhteydessä. Enintään 500 merkkiä.

policy-first = Ensimmäinen kirjautuminen, kun 2FA vaaditaan
policy-first-phone = Puhelimella: koodi tekstiviestillä tai puhelulla, jos tilillä on puhelinnumero, ja sitten käyttöönotto, joka voi odottaa
policy-first-app = Sovelluksella: käyttöönotto ennen muita sivuja
policy-first-missing = Valitse, miten ensimmäinen kirjautuminen tehdään.

policy-email = Koodit sähköpostitse
policy-email-label = Vaadi sähköpostitse lähetettävä koodi tileiltä, joilla ei muuten ole toista tunnistusvaihetta
policy-email-hint = Parempi kuin pelkkä salasana, mutta heikompi kuin sovellus: koodin saa jokainen, joka pääsee lukemaan sähköpostia. Kun otat tämän käyttöön, muut pelkällä salasanalla avatut istunnot lopetetaan.
policy-email-unavailable = Tämä sivusto ei juuri nyt lähetä sähköpostia, joten et voi ottaa tätä käyttöön.
policy-email-unavailable-problem = Tämä sivusto ei lähetä sähköpostia, joten kukaan ei saisi koodia. Pyydä sivuston ylläpitäjää ottamaan sähköpostipalvelin käyttöön.

policy-addresses = Sallitut IP-osoitteet
policy-addresses-label = Osoitteet, joista kaikille tileillesi voi kirjautua
policy-addresses-hint = Yksi osoite tai verkko kullekin riville, esimerkiksi 203.0.113.7, 203.0.113.0/24 tai 2001:db8::/32. Jos jätät luettelon tyhjäksi, kirjautua voi mistä tahansa. Jos joku kirjautuu muusta osoitteesta, saat sähköpostitse linkin, jolla voit hyväksyä osoitteen.
policy-addresses-approved = Sähköpostilinkillä hyväksymäsi osoitteet

policy-language = Viestien kieli
policy-language-hint = Koskee sähköposteja, tekstiviestejä ja puheluja niille, jotka eivät ole itse valinneet kieltä. Sivut näkyvät heille selaimen kielellä.
policy-language-none = Päätilin kieli

policy-less = Väljemmät käytännöt
policy-less-about = Pyydämme sinulta kertakäyttökoodin, jos siirrät päivämäärää myöhemmäksi tai poistat sen, muutat ensimmäistä kirjautumista, poistat sähköpostikoodit käytöstä tai muutat osoiteluetteloa.
policy-less-code-hint = 6 numeroa. Jätä tyhjäksi, jos tiukennat käytäntöjä.
policy-less-meanwhile = Käytäntöjä muutettiin sillä välin toisella välilehdellä, ja nämä ovat niitä väljemmät. Tarkista ne ja tallenna sitten uudelleen.
policy-shuts-out = Näillä käytännöillä et pääsisi itse kirjautumaan: sinulla ei ole todennussovellusta, emmekä voi lähettää sinulle koodia. Mitään ei tallennettu. Ota ensin todennussovellus käyttöön sivulla ”Suojaus” ja tallenna sitten.

policy-approvals-title = Hyväksytyt osoitteet
policy-approvals-about = Nämä osoitteet eivät ole <link>sallittujen IP-osoitteiden luettelossasi</link>. Olet hyväksynyt kunkin niistä yhdelle tilille 30 päiväksi sähköpostissa olleella linkillä. Kun mitätöit hyväksynnän, se vaikuttaa heti, kun seuraava sivu avataan: osoitteesta avatut istunnot lopetetaan.
policy-approvals-none = Muita osoitteita ei ole hyväksytty.
policy-approvals-revoke-all = Mitätöi kaikki
policy-approvals-revoke-all-hint = ”Mitätöi kaikki” mitätöi myös tämän luettelon muilla sivuilla olevat hyväksynnät. Samoin käy, jos muutat sallittujen IP-osoitteiden luetteloasi.
policy-approvals-back = Takaisin käytäntöihin
policy-approvals-revoked = Osoitteen hyväksyntä on mitätöity.
policy-approvals-all-revoked =
    { $count ->
        [0] Hyväksyttyjä osoitteita ei ollut enää jäljellä.
        [one] 1 osoitteen hyväksyntä on mitätöity.
       *[other] { $count } osoitteen hyväksynnät on mitätöity.
    }
