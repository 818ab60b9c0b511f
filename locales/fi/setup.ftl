setup-add = Lisää tämä tili sovellukseen
setup-other-device = Sovellus on toisella laitteella
setup-scan = Lisää sovelluksessa uusi tili ja skannaa tämä QR-koodi.
setup-qr = QR-koodi, jossa on tilin { $account } avain. Sama avain on alla tekstinä.
setup-this-device = Sovellus on tällä laitteella
setup-open = Avaa sovellus
setup-open-failed = Eikö mitään avaudu? Kopioi alla oleva avain sovellukseen.
setup-or-type = Tai kirjoita avain
setup-type = Lisää sovelluksessa uusi tili kirjoittamalla tämä avain. Kirjainkoolla ja välilyönneillä ei ole väliä.
setup-settings = Asetukset, jos sovellus kysyy niitä
setup-account = Tili
setup-issuer = Myöntäjä
setup-kind = Tyyppi
setup-kind-value = Aikaperusteinen (TOTP)
setup-digits = Numeroita
setup-period = Vaihtumisväli
setup-period-value = 30 sekuntia
setup-algorithm = Algoritmi

setup-recovery-codes = Palautuskoodisi
setup-download = Lataa
setup-print = Tulosta

setup-phone = Onko <phone>{ $number }</phone> sinun puhelinnumerosi?
setup-phone-why = Se, jolla tämä puhelin on, voi kirjautua ilman sovellusta: salasanallasi ja koodilla, joka tulee tekstiviestillä tai puhelulla.
setup-phone-mine = Kyllä on, säilytä se siltä varalta, ettei sovellus ole käsillä
setup-phone-none = Ei ole, poista se
setup-phone-empty = Valitse, onko puhelinnumero sinun, ja kirjoita koodi vielä kerran. Mitään ei ole vielä otettu käyttöön.

setup-apps = Todennussovellukset
setup-apps-about = Todennussovellus näyttää uuden kuusinumeroisen koodin 30 sekunnin välein. Se ei tarvitse siihen verkkoyhteyttä. Yksi sovellus riittää.
setup-apps-standard = Standardin mukaiset sovellukset
setup-apps-any = Minkä tahansa näistä pitäisi toimia. Testaamamme sovellukset ovat alempana.
setup-apps-phones = iPhone ja iPad
setup-apps-computer = Tietokone
setup-apps-built-in = valmiina laitteessa
setup-apps-on-mac = Macissa
setup-apps-tested = Testattu tämän version kanssa
setup-apps-tested-on-computer = tietokoneella

setup-displaced = <strong>Toisessa selaimessa aloitettu käyttöönotto ei enää toimi.</strong> Skannaa alla oleva koodi, vaikka olisit jo skannannut koodin siellä. Jos et aloittanut sitä itse, joku muu tietää salasanasi: vaihda se.
setup-restarted = Avain on nyt uusi. Poista aiemmin skannaamasi merkintä sovelluksestasi ja skannaa sitten tämä koodi.
setup-key-gone = Skannaamasi QR-koodi ei enää kelpaa: se on käytetty tai korvattu toisella välilehdellä, käyttöönotto on aloitettu toisessa selaimessa, tai koodi oli yli 30 minuuttia vanha. Mitään ei muutettu. Poista skannaamasi merkintä sovelluksestasi ja skannaa alla oleva uusi koodi. Jos et aloittanut toista käyttöönottoa itse, joku muu tietää salasanasi: vaihda se ensin.
