account-password-title = Vaihda salasana
account-password-about = Kun vaihdat salasanan, sinut kirjataan ulos kaikkialta muualta. Ilmoitamme vaihdosta sähköpostitse.
account-password-current = Nykyinen salasana
account-password-empty = Kirjoita nykyinen salasanasi.
account-password-wrong = Tämä ei ole nykyinen salasanasi.
account-password-same = Tämä on nykyinen salasanasi. Valitse toinen.
account-password-changed = Salasanasi on vaihdettu. Sinut on kirjattu ulos kaikkialta muualta.
account-back = Takaisin

account-confirm-title = Vahvista salasanasi
account-confirm-no-app = Olet muuttamassa kirjautumistapaasi, ja kirjauduit äsken ilman todennussovellusta. Pyydämme salasanasi vielä kerran, jotta istuntosi mahdollisesti kaapannut henkilö ei voi tehdä muutosta nimissäsi.
account-confirm-about = Olet muuttamassa kirjautumistapaasi. Pyydämme salasanasi uudelleen, jotta kukaan muu ei voi tehdä muutosta, jos istuntosi on jäänyt auki.
account-confirm-button = Vahvista
account-confirm-back = Takaisin tilillesi
account-confirm-help = Kun salasana ei toimi
account-confirm-sign-in = Toinen tunnistusvaiheesi on koodi, jonka lähetämme sinulle. Siksi voit tehdä tämän muutoksen vain heti kirjautumisen jälkeen. Kirjaudu ulos, kirjaudu uudelleen sisään ja palaa tänne.

account-email-title = Vahvista sähköpostiosoitteesi
account-email-about = Lähetimme koodin osoitteeseen <person>{ $address }</person>. Kirjoita se tähän, niin viestisi eivät mene väärälle henkilölle. Siihen asti osoitteesi on yhä <person>{ $current }</person>.
account-email-over = Edellinen koodi ei enää toimi.
account-email-soon = Sähköposti tulee yleensä alle minuutissa. Jos sitä ei näy viidessä minuutissa, tarkista roskapostikansio.
account-email-wait = Odota { $wait }, ennen kuin pyydät koodin uudelleen.
account-email-keep = Säilytä{ "\u00A0" }<name>{ $current }</name>
account-email-other = Käytä toista osoitetta
account-email-kept = Sähköpostiosoitteesi on edelleen { $address }.
account-email-confirmed = Uusi sähköpostiosoitteesi on vahvistettu. Tästä lähtien tiliäsi koskevat viestit lähetetään siihen.

account-phone-title = Vahvista puhelinnumerosi
account-phone-sent = Koodi on matkalla numeroon <phone>{ $number }</phone>. Kirjoita se tähän, niin koodit eivät mene väärään puhelimeen. Siihen asti mikään ei muutu.
account-phone-about = Lähetämme koodin numeroon <phone>{ $number }</phone>. Kirjoita se tähän, niin koodit eivät mene väärään puhelimeen. Siihen asti mikään ei muutu.
account-phone-first = Kertakäyttökoodi ennen koodin lähettämistä
account-phone-first-hint = 6 numeroa todennussovelluksestasi.
account-phone-call-instead = Soita minulle
account-phone-other = Käytä toista numeroa
account-phone-confirmed = Puhelinnumerosi on vahvistettu. Tästä lähtien tekstiviestillä tai puhelulla lähetettävät koodit tulevat siihen.

account-recovered-title = Käytit palautuskoodia
account-recovered-by-phone-title = Kirjauduit sisään puhelimeesi lähetetyllä koodilla
account-recovered-left =
    { $left ->
        [0] Koodi on nyt käytetty. Se oli viimeinen.
        [one] Koodi on nyt käytetty. Sinulla on jäljellä vielä yksi koodi.
       *[other] Koodi on nyt käytetty. Sinulla on jäljellä vielä { $left } koodia.
    }
account-recovered-ask = Mitä todennussovelluksellesi tapahtui?
account-recovered-there = Se on tallessa
account-recovered-there-about = Se ei esimerkiksi ollut mukanasi. Mikään ei muutu.
account-recovered-there-button = Todennussovellukseni on tallessa
account-recovered-gone = Se on kadonnut tai vaihtunut uuteen
account-recovered-gone-about = Ota uusi käyttöön nyt. Vanha toimii, kunnes uusi on vahvistettu, mutta ei enää sen jälkeen.
account-recovered-gone-button = Vaihda todennussovellus
account-recovered-off = Sinulla ei ole nyt todennussovellusta
account-recovered-required-by = Tilillesi vaaditaan kaksivaiheinen tunnistus, joten et voi poistaa sitä käytöstä. Vaatimuksen on asettanut <person>{ $manager }</person>. Ota uusi todennussovellus käyttöön yllä olevalla painikkeella tai pyydä apua häneltä.
account-recovered-required = Tilillesi vaaditaan kaksivaiheinen tunnistus, joten et voi poistaa sitä käytöstä. Ota uusi todennussovellus käyttöön yllä olevalla painikkeella.
account-recovered-off-about = Ilman kaksivaiheista tunnistusta jokainen, joka saa tietää salasanasi, voi kirjautua tilillesi. Jäljellä olevat palautuskoodisi lakkaavat toimimasta. Voit ottaa kaksivaiheisen tunnistuksen uudelleen käyttöön milloin tahansa.
account-recovered-off-button = Poista 2FA käytöstä
account-recovered-off-done = Kaksivaiheinen tunnistus on poistettu käytöstä. Palautuskoodisi eivät enää toimi.

account-codes-title = Palautuskoodit
account-codes-about = Jos et pääse todennussovellukseesi, voit kirjautua kullakin koodilla kerran. Tarvitset lisäksi salasanasi. Säilytä koodit paikassa, josta löydät ne ilman puhelintakin. <strong>Ne näytetään vain nyt.</strong>
account-codes-saved = Olen tallentanut koodit
account-codes-unsaved = Tallenna koodit ja valitse sitten ruutu. Koodeja ei näytetä uudelleen.
account-codes-shown = Palautuskoodisi näytettiin, kun ne luotiin. Niitä ei voi näyttää uudelleen.
account-codes-left =
    { $left ->
        [0] Olet käyttänyt ne kaikki.
        [one] Niistä on käyttämättä yksi.
       *[other] Niistä on käyttämättä { $left }.
    }
account-codes-few = Luo uudet, ennen kuin tarvitset niitä.
account-codes-lost = Ovatko koodit kadonneet? Kun luot uudet, vanhat lakkaavat toimimasta.
account-codes-again = Luo uudet palautuskoodit
account-codes-none = Sinulla ei ole palautuskoodeja. Ne luodaan, kun otat kaksivaiheisen tunnistuksen käyttöön.
account-print-title = Tulostettavat palautuskoodit
account-print-heading = Palvelun { $issuer } palautuskoodit
account-print-about = Käyttäjätunnus: <person>{ $account }</person>. Koodit on luotu { $time }. Kullakin koodilla voi kirjautua kerran yhdessä salasanan kanssa.
account-print-how = Tulosta tämä sivu selaimen valikosta tai painamalla Ctrl+P (Macissa ⌘P). Säilytä tuloste turvallisessa paikassa.

account-prove-title = Vaihda todennussovellus
account-prove-about = Kirjoita ensin koodi, jonka nykyinen sovelluksesi näyttää. Näin kukaan muu ei voi siirtää tiliäsi omaan puhelimeensa. Sen jälkeen otat uuden sovelluksen käyttöön.
account-prove-code = Koodi nykyisestä todennussovelluksesta
account-prove-gone = Etkö pääse sovellukseen? Kirjaudu ulos, kirjaudu sisään salasanallasi ja valitse ”Käytä palautuskoodia” tai pyydä koodi puhelimeesi. Sen jälkeen voit ottaa uuden sovelluksen käyttöön.
account-prove-sign-in-first = Ennen kuin voit ottaa todennussovelluksen käyttöön, kirjaudu ulos ja uudelleen sisään. Silloin lähetämme sinulle koodin, jolla vahvistat, että se olet sinä.

account-authenticator-replace = Vanha todennussovelluksesi toimii, kunnes kirjoitat oikean koodin uudesta sovelluksesta.
account-authenticator-set-up = Tämän jälkeen kirjautumiseen tarvitaan salasanasi ja sovelluksen näyttämä koodi. Mitään ei oteta käyttöön, ennen kuin kirjoitat oikean koodin.
account-authenticator-enable = Ota käyttöön
account-authenticator-later = Myöhemmin
account-authenticator-until-then = Kunnes otat sen käyttöön, jokaisella kirjautumisella pyydetään koodi, joka tulee tekstiviestillä tai puhelulla.
account-authenticator-replaced = Uusi todennussovelluksesi on käytössä. Vanha ei enää toimi. Poista vanha merkintä sovelluksestasi.
account-authenticator-enabled = Kaksivaiheinen tunnistus on käytössä. Tästä lähtien kirjautumiseen tarvitaan todennussovelluksesi koodi. Sinut kirjattiin ulos muista selaimistasi.

account-manage-title = Hallinnoi kaksivaiheista tunnistusta
account-manage-on = Käytössä. Otettu käyttöön { $time }.
account-manage-replace = Uusi puhelin tai toinen sovellus
account-manage-replace-about = Ota uusi todennussovellus käyttöön uudella QR-koodilla. Vanha toimii, kunnes uusi on vahvistettu.
account-manage-codes-left =
    { $left ->
        [0] Sinulla ei ole käyttämättömiä palautuskoodeja. Kun luot uudet, vanhat lakkaavat toimimasta.
        [one] Sinulla on yksi käyttämätön palautuskoodi. Kun luot uudet, vanhat lakkaavat toimimasta.
       *[other] Sinulla on { $left } käyttämätöntä palautuskoodia. Kun luot uudet, vanhat lakkaavat toimimasta.
    }
account-manage-codes-made = Nämä ovat uudet koodisi. Vanhat eivät enää toimi.
account-manage-off = Poista kaksivaiheinen tunnistus käytöstä
account-manage-off-required-by = Tilillesi vaaditaan kaksivaiheinen tunnistus, joten et voi poistaa sitä käytöstä. Vaatimuksen on asettanut <person>{ $manager }</person>. Ota häneen yhteyttä, jos vaatimus pitäisi poistaa tai jos sekä todennussovelluksesi että palautuskoodisi ovat kadonneet.
account-manage-off-required = Tilillesi vaaditaan kaksivaiheinen tunnistus, joten et voi poistaa sitä käytöstä. Ota yhteyttä palvelun <name>{ $issuer }</name> ylläpitäjään, jos vaatimus pitäisi poistaa tai jos sekä todennussovelluksesi että palautuskoodisi ovat kadonneet.
account-manage-off-by-email = Tämän jälkeen kirjautumiseen tarvitaan salasanasi ja koodi, joka tulee sähköpostitse. Jokainen, jolla on molemmat, voi kirjautua tilillesi.
account-manage-off-stuck = Tämän jälkeen kirjautumiseen tarvitaan koodi, jota emme voi juuri nyt lähettää sinulle. Et pääsisi tilillesi ilman apua.
account-manage-off-alone = Tämän jälkeen kirjautumiseen riittävät käyttäjätunnuksesi ja salasanasi. Jokainen, joka saa tietää salasanasi, voi kirjautua tilillesi.
account-manage-off-then = Palautuskoodisi ja sovelluksesi merkintä lakkaavat toimimasta. Poista merkintä sovelluksestasi vasta, kun kaksivaiheinen tunnistus on poistettu käytöstä. Voit ottaa sen uudelleen käyttöön milloin tahansa uudella QR-koodilla.
account-manage-off-done = Kaksivaiheinen tunnistus on poistettu käytöstä. Poista merkintä sovelluksestasi: se ei enää toimi.

account-details-signing-in = Kirjautuminen
account-details-two-factor = Kaksivaiheinen tunnistus
account-details-set-up = Määritä
account-details-on = Käytössä. Painikkeella ”Määritä” vaihdat todennussovelluksesi. Jos haluat poistaa tunnistuksen käytöstä, poista valinta ja tallenna. Seuraavalla sivulla pyydetään salasanasi ja koodi.
account-details-on-required-by = Käytössä. Vaatimuksen on asettanut <name>{ $manager }</name>, joten et voi poistaa tunnistusta käytöstä täällä. Painikkeella ”Määritä” vaihdat todennussovelluksesi.
account-details-on-required = Käytössä ja pakollinen, joten et voi poistaa tunnistusta käytöstä täällä. Painikkeella ”Määritä” vaihdat todennussovelluksesi.
account-details-off = Ei käytössä. Kun haluat ottaa tunnistuksen käyttöön, valitse ruutu ja sitten ”Määritä”. Tunnistus on käytössä, kun olet kirjoittanut todennussovelluksesi näyttämän oikean koodin.
account-details-about-you = Omat tiedot
account-details-email = Sähköpostiosoite
account-details-email-hint = Tiliäsi koskevia viestejä varten. Jos vaihdat osoitteen, lähetämme uuteen osoitteeseen koodin. Vaihto tulee voimaan, kun kirjoitat koodin.
account-details-email-new = Lähetimme koodin osoitteeseen <name>{ $address }</name>. Uusi osoite tulee voimaan, kun kirjoitat koodin. <link>Kirjoita koodi</link>
account-details-phone = Puhelinnumero
account-details-phone-hint = Kirjoita numero maatunnuksineen, esimerkiksi +358 40 123 4567. Jos et pääse todennussovellukseesi, voit saada tähän numeroon koodin tekstiviestillä tai puhelulla. Jos vaihdat numeron, lähetämme uuteen numeroon koodin. Vaihto tulee voimaan, kun kirjoitat koodin.
account-details-phone-unconfirmed = Tätä numeroa ei ole vielä vahvistettu. <link>Vahvista numero</link>
account-details-phone-help = Mihin puhelinnumeroa käytetään?
account-details-language-hint = Koskee kaikkia sivuja sekä sähköposteja, tekstiviestejä ja puheluja, jotka saat meiltä.
account-details-language-none = Selaimesi kieli
account-details-code = Kertakäyttökoodi osoitteen tai numeron vaihtamiseen
account-details-code-hint = 6 numeroa todennussovelluksestasi. Jätä tyhjäksi, jos et vaihda kumpaakaan.
account-details-save = Tallenna
account-details-saved = Tietosi on tallennettu.
account-details-unchanged = Et muuttanut mitään, joten tallennettavaa ei ollut.
account-details-phone-removed = Puhelinnumerosi on poistettu.
