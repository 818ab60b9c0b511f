mail-subject = { $issuer }: { $about }

mail-second-factor-on-subject = Kaksivaiheinen tunnistus on käytössä
mail-second-factor-on = Kaksivaiheinen tunnistus on nyt käytössä tilillä { $account }. Tästä lähtien kirjaudut salasanalla ja todennussovelluksen koodilla.
mail-second-factor-off-subject = Kaksivaiheinen tunnistus on poistettu käytöstä
mail-second-factor-off = Kaksivaiheinen tunnistus poistettiin käytöstä tilillä { $account }. Kirjautumiseen ei enää tarvita todennussovelluksen koodia, eivätkä palautuskoodit enää toimi.
mail-second-factor-replaced-subject = Todennussovelluksesi vaihdettiin
mail-second-factor-replaced = Tilin { $account } todennussovellus vaihdettiin uuteen. Vanha ei enää toimi.
mail-second-factor-reset-subject = Kaksivaiheinen tunnistuksesi nollattiin
mail-second-factor-reset =
    { $who ->
        [person] Käyttäjä { $by } nollasi tilin { $account } kaksivaiheisen tunnistuksen. Todennussovellus ja palautuskoodit eivät enää toimi, ja sinut kirjattiin ulos kaikkialta. Ota kaksivaiheinen tunnistus uudelleen käyttöön, kun kirjaudut sisään.
       *[administrator] Palvelun { $issuer } ylläpitäjä nollasi tilin { $account } kaksivaiheisen tunnistuksen. Todennussovellus ja palautuskoodit eivät enää toimi, ja sinut kirjattiin ulos kaikkialta. Ota kaksivaiheinen tunnistus uudelleen käyttöön, kun kirjaudut sisään.
    }
mail-second-factor-required-subject = Kaksivaiheinen tunnistus vaaditaan nyt
mail-second-factor-required =
    { $who ->
        [person] Tilille { $account } vaaditaan nyt kaksivaiheinen tunnistus. Vaatimuksen asetti käyttäjä { $by }. Jos et ole vielä ottanut tunnistusta käyttöön, sinua pyydetään tekemään se, kun seuraavan kerran kirjaudut sisään. Siihen menee noin kolme minuuttia. Ota se käyttöön täällä:
       *[administrator] Tilille { $account } vaaditaan nyt kaksivaiheinen tunnistus. Vaatimuksen asetti palvelun { $issuer } ylläpitäjä. Jos et ole vielä ottanut tunnistusta käyttöön, sinua pyydetään tekemään se, kun seuraavan kerran kirjaudut sisään. Siihen menee noin kolme minuuttia. Ota se käyttöön täällä:
    }
mail-second-factor-not-required-subject = Kaksivaiheista tunnistusta ei enää vaadita
mail-second-factor-not-required =
    { $who ->
        [person] Tilille { $account } ei enää vaadita kaksivaiheista tunnistusta. Vaatimuksen poisti käyttäjä { $by }. Jos sinulla oli todennussovellus ja palautuskoodit, ne poistettiin. Sinut kirjattiin ulos kaikkialta. Suosittelemme kaksivaiheista tunnistusta edelleen: ota se uudelleen käyttöön Suojaus-sivulla.
       *[administrator] Tilille { $account } ei enää vaadita kaksivaiheista tunnistusta. Vaatimuksen poisti palvelun { $issuer } ylläpitäjä. Jos sinulla oli todennussovellus ja palautuskoodit, ne poistettiin. Sinut kirjattiin ulos kaikkialta. Suosittelemme kaksivaiheista tunnistusta edelleen: ota se uudelleen käyttöön Suojaus-sivulla.
    }
mail-recovery-code-used-subject = Palautuskoodi käytettiin
mail-recovery-code-used =
    { $left ->
        [0] Tilille { $account } kirjauduttiin palautuskoodilla. Koodi ei toimi toista kertaa. Palautuskoodeja ei ole enää jäljellä.
        [one] Tilille { $account } kirjauduttiin palautuskoodilla. Koodi ei toimi toista kertaa. Jäljellä on vielä yksi palautuskoodi.
       *[other] Tilille { $account } kirjauduttiin palautuskoodilla. Koodi ei toimi toista kertaa. Jäljellä on vielä { $left } palautuskoodia.
    }
mail-recovery-codes-regenerated-subject = Sinulla on uudet palautuskoodit
mail-recovery-codes-regenerated = Tilille { $account } luotiin uudet palautuskoodit. Vanhat eivät enää toimi.

mail-set-up-reminder-subject = Ota kaksivaiheinen tunnistus käyttöön
mail-set-up-reminder =
    { $who ->
        [person] Käyttäjä { $by } pyytää sinua ottamaan kaksivaiheisen tunnistuksen käyttöön tilillä { $account }.
       *[administrator] Palvelun { $issuer } ylläpitäjä pyytää sinua ottamaan kaksivaiheisen tunnistuksen käyttöön tilillä { $account }.
    }
mail-set-up-reminder-by-phone = Nyt vahvistat kirjautumisesi koodilla, joka lähetetään puhelinnumeroosi. Todennussovelluksen koodit ovat turvallisempia, ja ne toimivat myös siellä, missä puhelimella ei ole kuuluvuutta. Käyttöönottoon menee noin kolme minuuttia. Tee se täällä:
mail-set-up-reminder-by-email = Nyt vahvistat kirjautumisesi koodilla, joka tulee sähköpostitse: koodin saa jokainen, joka pääsee lukemaan sähköpostiasi. Jos käyttäisit todennussovellusta, hän tarvitsisi lisäksi puhelimesi. Käyttöönottoon menee noin kolme minuuttia. Tee se täällä:
mail-set-up-reminder-by-password = Nyt tilillesi pääsee jokainen, joka saa tietää salasanasi. Jos kaksivaiheinen tunnistus olisi käytössä, hän tarvitsisi lisäksi puhelimesi. Käyttöönottoon menee noin kolme minuuttia. Tee se täällä:
mail-set-up-reminder-unknown = Jos et odottanut tätä viestiä, katso täältä, mistä on kyse ja keneltä saat apua:
mail-mandatory-soon-subject = Kaksivaiheinen tunnistus tulee pakolliseksi
mail-mandatory-soon = Kirjautuminen tilille { $account } vaatii kaksivaiheisen tunnistuksen { $moment } alkaen. Sitä ei ole vielä otettu käyttöön. Käyttöönottoon menee noin kolme minuuttia. Tee se täällä:
mail-mandatory-soon-why = Syy: { $reason }
mail-mandatory-soon-without = Jos et ota sitä käyttöön, kirjautumiseen vaaditaan siitä lähtien lähettämämme koodi, käyttöönotto tai molemmat. Katso täältä, mistä on kyse ja keneltä saat apua:

mail-email-changed-subject = Sähköpostiosoitteesi vaihdettiin
mail-email-changed = Tilin { $account } sähköpostiosoite vaihdettiin. Tästä lähtien viestit lähetetään uuteen osoitteeseen. Tämä viesti lähetettiin molempiin.
mail-email-changed-undo = Jos se et ollut sinä, joku muu pääsee tilillesi. Voit perua muutoksen tällä linkillä 48 tunnin kuluessa. Linkki palauttaa osoitteesi ja lopettaa kaikki istunnot, ja voit valita uuden salasanan. Linkkiä voi käyttää kerran:
mail-email-restored-subject = Aiempi sähköpostiosoitteesi palautettiin
mail-email-restored = Tilin { $account } aiempi sähköpostiosoite palautettiin: joku avasi linkin, jonka lähetimme siihen. Kaikki istunnot lopetettiin, eikä salasana enää toimi. Emme lähetä enää muita tätä tiliä koskevia viestejä tähän osoitteeseen.
mail-email-restored-not-you = Jos se et ollut sinä, katso täältä, keneltä saat apua:
mail-email-code-subject = Koodi osoitteesi vahvistamiseen
mail-email-code = Koodi, jolla vahvistat tämän sähköpostiosoitteen tilille { $account }, on { $code }. Se toimii viisi minuuttia. Kukaan palvelusta { $issuer } ei kysy sitä sinulta.
mail-email-code-unknown = Jos et tiedä, mistä on kyse, jätä tämä viesti huomiotta: joku on saattanut kirjoittaa osoitteesi vahingossa. Ilman koodia mikään ei muutu.
mail-phone-changed-subject = Puhelinnumerosi vaihdettiin
mail-phone-changed = Tilin { $account } puhelinnumero vaihdettiin tai poistettiin. Jos tilillä on nyt uusi numero, tekstiviestillä tai puhelulla lähetettävät koodit tulevat siihen.

mail-first-password-subject = Salasanasi on asetettu
mail-first-password = Kutsu palveluun { $issuer } on käytetty, ja tilille { $account } on valittu salasana.
mail-password-set-subject = Uusi salasana asetettiin
mail-password-set =
    { $who ->
        [person] Käyttäjä { $by } asetti tilille { $account } uuden salasanan. Sinut kirjattiin ulos kaikkialta.
       *[administrator] Palvelun { $issuer } ylläpitäjä asetti tilille { $account } uuden salasanan. Sinut kirjattiin ulos kaikkialta.
    }
mail-password-changed-subject = Salasanasi vaihdettiin
mail-password-changed = Tilin { $account } salasana vaihdettiin. Sinut kirjattiin ulos kaikkialta muualta.
mail-choose-password-subject = Valitse uusi salasana
mail-password-asked =
    { $who ->
        [person] Käyttäjä { $by } pyysi uutta salasanaa tilille { $account }.
       *[unknown] Joku pyysi uutta salasanaa tilille { $account }.
    }
mail-password-link = Toinen tunnistusvaihe pysyy ennallaan. Valitse uusi salasana tällä linkillä. Linkkiä voi käyttää kerran, 30 minuutin kuluessa:
mail-password-not-you = Jos se et ollut sinä, sinun ei tarvitse tehdä mitään: salasanasi on ennallaan.
mail-password-no-link-subject = Linkkiä uuden salasanan valitsemiseen ei lähetetty
mail-password-no-link = Kirjautumiskoodisi tulevat tähän postilaatikkoon, joten emme lähetä tänne myös linkkiä uuden salasanan valitsemiseen: sähköpostisi lukija saisi silloin molemmat. Pyydä linkki tilisi hallinnoijalta tai uusi salasana palvelun { $issuer } ylläpitäjältä.
mail-password-link-waits = Sähköpostiosoitteesi vaihdettiin { $moment }. Siltä varalta, että vaihtaja oli joku muu, emme lähetä linkkiä uuden salasanan valitsemiseen, ennen kuin vaihdosta on kulunut 48 tuntia. Sen jälkeen voit pyytää linkkiä uudelleen. Lähetimme aiempaan osoitteeseesi linkin, jolla vaihdon voi perua.
mail-password-link-waits-help = Jos et voi odottaa, katso täältä, keneltä saat apua:
mail-password-link-shown-subject = Sinulle luotiin linkki uuden salasanan valitsemiseen
mail-password-link-shown =
    { $who ->
        [person] Käyttäjä { $by } loi linkin, jolla voit valita uuden salasanan tilille { $account }. Saat linkin henkilökohtaisesti tai puhelimitse. Linkkiä voi käyttää kerran, 30 minuutin kuluessa. Toinen tunnistusvaihe pysyy ennallaan.
       *[administrator] Palvelun { $issuer } ylläpitäjä loi linkin, jolla voit valita uuden salasanan tilille { $account }. Saat linkin henkilökohtaisesti tai puhelimitse. Linkkiä voi käyttää kerran, 30 minuutin kuluessa. Toinen tunnistusvaihe pysyy ennallaan.
    }
mail-password-link-shown-asked = Jos pyysit linkkiä, käytä vain sitä, jonka saat häneltä.
mail-password-link-shown-not-asked = Jos et pyytänyt linkkiä, älä käytä mitään sinulle annettua linkkiä, ja kysy asiasta palvelun { $issuer } ylläpitäjältä. Salasanasi pysyy ennallaan, kunnes linkkiä käytetään. Jos niin käy, saat siitä sähköpostin. Katso täältä, keneltä saat apua:
mail-password-ended-subject = Salasanasi ei enää toimi
mail-password-ended = Ilmoitit, että joku muu on käyttänyt tiliäsi { $account }. Sen salasana ei enää toimi, ja kaikki istunnot lopetettiin.
mail-password-ended-link = Valitse uusi salasana tällä linkillä. Linkkiä voi käyttää kerran, 30 minuutin kuluessa:
mail-password-ended-later = Jos linkki on vanhentunut, valitse kirjautumissivulla "Unohditko salasanan?":

mail-invitation-subject = Valitse salasana
mail-invitation =
    { $who ->
        [person] Käyttäjä { $by } kutsuu sinut palveluun { $issuer }. Käyttäjätunnuksesi on { $account }.
       *[administrator] Sinut on kutsuttu palveluun { $issuer }. Käyttäjätunnuksesi on { $account }.
    }
mail-invitation-link = Valitse salasana tällä linkillä. Linkkiä voi käyttää kerran, kolmen päivän kuluessa:
mail-account-added-subject = Sinulle on luotu tili
mail-account-added =
    { $who ->
        [person] Käyttäjä { $by } loi sinulle tilin. Käyttäjätunnuksesi on { $account }. Kirjaudu sisään salasanalla, jonka olet saanut:
       *[administrator] Palvelun { $issuer } ylläpitäjä loi sinulle tilin. Käyttäjätunnuksesi on { $account }. Kirjaudu sisään salasanalla, jonka olet saanut:
    }
mail-account-unlocked-subject = Tilisi lukitus avattiin
mail-account-unlocked =
    { $who ->
        [person] Käyttäjä { $by } avasi tilin { $account } lukituksen. Väärien salasanojen laskuri on nollattu, joten voit kirjautua odottamatta.
       *[administrator] Palvelun { $issuer } ylläpitäjä avasi tilin { $account } lukituksen. Väärien salasanojen laskuri on nollattu, joten voit kirjautua odottamatta.
    }
mail-account-disabled-subject = Tilisi poistettiin käytöstä
mail-account-disabled =
    { $who ->
        [person] Käyttäjä { $by } poisti tilin { $account } käytöstä. Kaikki istunnot lopetettiin, eikä tilille voi kirjautua.
       *[administrator] Palvelun { $issuer } ylläpitäjä poisti tilin { $account } käytöstä. Kaikki istunnot lopetettiin, eikä tilille voi kirjautua.
    }
mail-account-enabled-subject = Tilisi otettiin käyttöön
mail-account-enabled =
    { $who ->
        [person] Käyttäjä { $by } otti tilin { $account } taas käyttöön.
       *[administrator] Palvelun { $issuer } ylläpitäjä otti tilin { $account } taas käyttöön.
    }
mail-account-deleted-subject = Tilisi poistettiin pysyvästi
mail-account-deleted =
    { $who ->
        [person] Käyttäjä { $by } poisti tilin { $account } pysyvästi. Kaikki istunnot lopetettiin, eikä tilille voi enää koskaan kirjautua.
       *[administrator] Palvelun { $issuer } ylläpitäjä poisti tilin { $account } pysyvästi. Kaikki istunnot lopetettiin, eikä tilille voi enää koskaan kirjautua.
    }
mail-subaccount-deleted-subject = Käyttäjätili poistettiin pysyvästi
mail-subaccount-deleted =
    { $who ->
        [person] Käyttäjä { $by } poisti käyttäjätilin { $account } pysyvästi. Syy näkyy sivulla "Hallinnoijien toimet":
       *[administrator] Palvelun { $issuer } ylläpitäjä poisti käyttäjätilin { $account } pysyvästi. Syy näkyy sivulla "Hallinnoijien toimet":
    }
mail-subaccount-deleted-you = Jos se olit sinä tai tiesit poistosta, sinun ei tarvitse tehdä mitään.
mail-subaccount-deleted-not-you = Muussa tapauksessa joku ulkopuolinen pääsee tilille, jolla poisto tehtiin. Poista se tili käytöstä. Jos se on oma tilisi, vaihda salasanasi:
mail-policy-changed-subject = Käytäntöjäsi muutettiin
mail-policy-changed = Tilin { $account } käytäntöjä muutettiin. Ne määräävät, mitä kirjautuminen tälle tilille ja sen käyttäjätileille vaatii. Katso ne täältä:

mail-second-step-failed-subject = Vääriä koodeja salasanasi jälkeen
mail-second-step-failed = Joku antoi tilin { $account } salasanan ja sen jälkeen viisi väärää koodia peräkkäin. Häntä ei päästetty sisään.
mail-second-step-left-subject = Kirjautuminen tilillesi jäi kesken
mail-second-step-left = Joku antoi tilin { $account } salasanan, mutta toinen tunnistusvaihe jäi kesken. Häntä ei päästetty sisään.
mail-second-step-you = Jos se olit sinä, sinun ei tarvitse tehdä mitään. Jos koodisi eivät toimi, katso syy täältä:
mail-second-step-not-you = Jos se et ollut sinä, joku tietää salasanasi. Älä anna koodia kenellekään, joka kysyy sitä. Pyydä palvelun { $issuer } ylläpitäjää asettamaan uusi salasana.
mail-second-step-not-you-link = Jos se et ollut sinä, joku tietää salasanasi. Älä anna koodia kenellekään, joka kysyy sitä. Ilmoita asiasta tällä linkillä: kaikki istunnot lopetetaan, salasanasi lakkaa toimimasta ja saat sähköpostitse ohjeen uuden salasanan valitsemiseen. Linkkiä voi käyttää kerran, kolmen päivän kuluessa:
mail-sign-in-code-subject = Koodisi
mail-sign-in-code = Koodi, jolla kirjaudut tilille { $account }, on { $code }. Se toimii viisi minuuttia. Kukaan palvelusta { $issuer } ei kysy sitä sinulta.
mail-sign-in-code-not-you = Jos se et ollut sinä, joku tietää salasanasi. Älä anna koodia kenellekään, ja pyydä palvelun { $issuer } ylläpitäjää asettamaan uusi salasana.
mail-address-refused-subject = Kirjautuminen toisesta osoitteesta estettiin
mail-address-refused = Joku antoi tilin { $account } salasanan IP-osoitteesta { $address }, jota ei ole hyväksytty. Häntä ei päästetty sisään.
mail-address-refused-approve = Jos tiedät, kuka se oli, voit hyväksyä osoitteen 30 päiväksi tällä linkillä. Se ei vielä kirjaa ketään sisään. Linkkiä voi käyttää kerran, puolen tunnin kuluessa:
mail-address-refused-not-you = Jos et tiedä, kuka se oli, joku ulkopuolinen tietää salasanan. Älä avaa linkkiä, ja pyydä palvelun { $issuer } ylläpitäjää asettamaan uusi salasana.
mail-allow-list-changed-subject = Sallittuja IP-osoitteitasi muutettiin
mail-allow-list-changed = IP-osoitteita, joista tilille { $account } voi kirjautua, muutettiin.
mail-approval-revoked-subject = Osoitteiden hyväksyntöjä mitätöitiin
mail-approval-revoked =
    { $who ->
        [person] Käyttäjä { $by } mitätöi osoitteiden hyväksyntöjä, jotka tilille { $account } oli annettu sähköpostilinkillä. Jos haluat kirjautua näistä osoitteista, tarvitset uuden linkin.
       *[administrator] Palvelun { $issuer } ylläpitäjä mitätöi osoitteiden hyväksyntöjä, jotka tilille { $account } oli annettu sähköpostilinkillä. Jos haluat kirjautua näistä osoitteista, tarvitset uuden linkin.
    }

mail-repeated =
    { $count ->
        [one] Sama toistui sen jälkeen vielä kerran. Jokainen kerta näkyy tilisi tapahtumissa:
       *[other] Sama toistui sen jälkeen vielä { $count } kertaa. Jokainen kerta näkyy tilisi tapahtumissa:
    }
mail-when = Aika: { $moment }
mail-from = Mistä: { $address }
mail-from-server = Mistä: palvelimen komentoriviltä
mail-you = Jos se olit sinä, sinun ei tarvitse tehdä mitään.
mail-not-you = Jos se et ollut sinä, joku muu pääsee tilillesi. Kirjaudu sisään, avaa Suojaus-sivu, lopeta istunnot, joita et tunnista, ja vaihda salasanasi:
mail-help = Katso täältä, keneltä saat apua:
mail-unknown = Jos et tiedä, mistä on kyse, jätä tämä viesti huomiotta tai katso täältä, keneltä saat apua:
mail-not-told = Jos kukaan ei ole kertonut sinulle tästä, kysy asiasta palvelun { $issuer } ylläpitäjältä. Katso täältä, keneltä saat apua:
