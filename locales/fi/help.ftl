help-heading = Ohjeita kirjautumiseen
help-contents = Tällä sivulla

help-what = Mikä on kaksivaiheinen tunnistus?
help-what-about = Kaksivaiheinen tunnistus eli 2FA vaatii kirjautumiseen kaksi eri asiaa: <strong>jotain, minkä tiedät</strong>, eli salasanasi, ja <strong>jotain, mitä sinulla on</strong>, eli puhelimen tai tietokoneen, jossa todennussovelluksesi on.
help-what-why = Pankkiautomaatti toimii samoin: tarvitset siihen kortin ja PIN-koodin. Vaikka joku saisi tietää salasanasi, hän ei voi kirjautua ilman koodia, jonka vain sinun sovelluksesi näyttää.

help-codes-clock = <strong>Tarkista puhelimesi kello.</strong> Väärässä oleva kello on yleisin syy, koska koodit perustuvat aikaan. Ota koodit näyttävän puhelimen tai tietokoneen asetuksissa käyttöön automaattinen päivämäärä ja aika. Kirjoita sitten uusi koodi.
help-codes-newest = <strong>Kirjoita uusin koodi.</strong> Sovellus näyttää uuden koodin 30 sekunnin välein. Jos aika on loppumassa, odota seuraavaa koodia.
help-codes-once = <strong>Käytä kutakin koodia vain kerran.</strong> Koodi, jolla olet jo kirjautunut tai ottanut sovelluksesi käyttöön, ei toimi toista kertaa. Odota seuraavaa koodia.
help-codes-entry = <strong>Tarkista merkintä.</strong> Sovelluksesi oikeassa merkinnässä lukee <name>{ $issuer }</name> ja käyttäjätunnuksesi. Jos merkintöjä on kaksi, käytä viimeksi skannaamaasi ja poista toinen.
help-wait = Miksi joskus täytyy odottaa?
help-wait-about = Kun olet kirjoittanut useita vääriä koodeja peräkkäin, sinun on odotettava ennen seuraavaa yritystä. Sivulla kerrotaan, kuinka kauan. Jokainen uusi väärä koodi pidentää odotusta, jotta kukaan ei voi arvata koodia. Tilissäsi ei ole mitään vikaa: odota ja kirjoita sitten uusi koodi.
help-wait-off = Jos vääriä koodeja on liian monta, tilin kertakäyttökoodit poistetaan käytöstä, kunnes kaksivaiheinen tunnistus nollataan. Sivulla kerrotaan, jos niin on käynyt. Katso silloin, <link>keneltä saat apua</link>.

help-sent = Koodit tekstiviestillä tai puhelulla
help-sent-about = Jos et pääse todennussovellukseesi tai et ole vielä ottanut sellaista käyttöön, voimme lähettää koodin tilisi puhelinnumeroon. Sivulla näkyy numerosta vain kaksi viimeistä numeroa.
help-sent-wait = <strong>Odota minuutti.</strong> Päivitä sitten sivu: siitä näet, tuliko tekstiviesti tai puhelu perille. Sivun päivittäminen ei lähetä koodia uudelleen.
help-sent-other-way = <strong>Kokeile toista tapaa.</strong> Lankapuhelimeen ei voi lähettää tekstiviestiä, mutta siihen voi soittaa. Kun vastaat puheluun, paina ensin mitä tahansa näppäintä. Sitten kuulet koodin kaksi kertaa.
help-sent-again = <strong>Pyydä koodi uudelleen.</strong> Lähetämme saman koodin. Se toimii viisi minuuttia, ja sinulla on viisi yritystä. Ennen uutta pyyntöä odotat ensin 30, sitten 60 ja sitten 120 sekuntia. Koodeilla on myös tuntiraja ja vuorokausiraja.
help-sent-number = <strong>Tarkista numero.</strong> Jos sivulla näkyvät kaksi numeroa eivät kuulu puhelinnumeroosi, pyydä vaihtamaan numero: katso, <link>keneltä saat apua</link>.

help-mail = Kun sähköposti ei tule perille
help-mail-about = Sähköposti tulee yleensä alle minuutissa. Jos sitä ei näy viidessä minuutissa, tarkista roskapostikansio. Sähköpostitse tullut koodi toimii viisi minuuttia. Kun valitset ”Lähetä uudelleen”, lähetämme saman koodin. Jos osoite ei ole enää sinun, katso, <link>keneltä saat apua</link>.

help-password = Kun salasana ei toimi
help-password-check = <strong>Tarkista Caps Lock -näppäin ja käyttäjätunnus.</strong> Käyttäjätunnuksesi ei aina ole sama kuin sähköpostiosoitteesi.
help-password-wait = <strong>Odota, jos sivulla pyydetään odottamaan.</strong> Usean väärän salasanan jälkeen sinun on odotettava, vaikka ne olisi kirjoittanut joku muu. Pysyt kirjautuneena siellä, missä olet jo kirjautunut.
help-password-forgotten = <strong>Valitse uusi, jos olet unohtanut salasanasi.</strong> <link-forgotten>Lähetämme sinulle linkin sähköpostitse</link-forgotten>. Jos viestiä ei tule, katso, <link-ask>keneltä saat apua</link-ask>.
help-password-rule = Uudessa salasanassa on oltava vähintään 12 merkkiä. Muutama satunnainen sana on hyvä valinta. Numeroita ja erikoismerkkejä ei vaadita. Helposti arvattavia salasanoja ei hyväksytä, ja sivulla kerrotaan, miksi.

help-why = Miksi sait viestin?
help-why-code = <strong>Koodi, jota et pyytänyt:</strong> joku on antanut salasanasi. Älä anna koodia kenellekään, ja <link>pyydä uusi salasana</link>.
help-why-second-step = <strong>Salasanasi annettiin ilman koodia tai väärien koodien kanssa:</strong> jos se olit sinä, sinun ei tarvitse tehdä mitään. Jos se et ollut sinä, avaa sähköpostissa oleva linkki ja valitse ”Se en ollut minä”. Kaikki istunnot lopetetaan, ja valitset uuden salasanan.
help-why-changed = <strong>Jotain otettiin käyttöön, poistettiin käytöstä, vaihdettiin tai muutettiin:</strong> ilmoitamme sähköpostitse aina, kun kirjautumistapasi muuttuu. Jos se et ollut sinä, kirjaudu sisään, lopeta <link-sessions>istunnot</link-sessions>, joita et tunnista, ja <link-password>vaihda salasanasi</link-password>.
help-why-ends = <strong>”Sinut kirjataan ulos noin 4 minuutin kuluttua”:</strong> istunto päättyy, kun et avaa tai tallenna mitään 30 minuuttiin, jotta kukaan muu ei voi käyttää sitä. ”Pysy kirjautuneena” avaa uuden välilehden, ja vanhalle välilehdelle kirjoittamasi teksti säilyy.
help-why-banner = <strong>Ilmoituspalkki, joka kertoo jäljellä olevat päivät:</strong> kun ne ovat kuluneet, kaksivaiheinen tunnistus tulee pakolliseksi. Silloin tarvitset sen kirjautumiseen. Ota se käyttöön sitä ennen: siihen menee noin kolme minuuttia.

help-addresses-about = Tilille kirjautuminen voidaan rajata tiettyihin IP-osoitteisiin, esimerkiksi toimiston osoitteisiin. Muista osoitteista kirjautuminen pysähtyy salasanan jälkeen, ja lähetämme sähköpostitse linkin, jolla osoitteen voi hyväksyä 30 päiväksi. Viesti lähetetään sinulle tai, jos luettelo on päätilin, päätilisi omistajalle. Toinen tunnistusvaihe vaaditaan silti.
help-addresses-blocked = Jos et pääse kirjautumaan eikä sähköpostia tule, katso, <link>keneltä saat apua</link>.

help-lost-works = <strong>Uusi puhelin, ja vanha toimii vielä:</strong> kirjaudu vanhan puhelimen koodilla. Valitse sivulla ”Suojaus” ensin ”Hallinnoi kaksivaiheista tunnistusta (2FA)” ja sitten ”Vaihda todennussovellus”. Vanha puhelin toimii, kunnes uusi on vahvistettu.
help-lost-gone = <strong>Kadonnut puhelin tai poistettu sovellus:</strong> kirjaudu salasanallasi, valitse ”Käytä palautuskoodia” ja kirjoita jokin kymmenestä koodista, jotka tallensit. Jos puhelinnumerosi on vielä käytössäsi, voit saada koodin myös tekstiviestillä tai puhelulla: valitse väärän koodin jälkeen ”Hae apua”. Sen jälkeen voit ottaa uuden todennussovelluksen käyttöön.
help-lost-codes = <strong>Ei palautuskoodejakaan:</strong> et pääse kirjautumaan ilman apua.
help-lost-reset = Sinua auttava henkilö varmistaa, että se olet sinä, ja nollaa kaksivaiheisen tunnistuksesi. Sen jälkeen otat uuden todennussovelluksen käyttöön.
help-lost-stolen = Jos puhelimesi varastettiin, pyydä apua jo tänään. Salasanasi suojaa tiliäsi edelleen, joten älä anna sitä kenellekään.

help-users = Käyttäjätilien hallinta
help-users-numbers = <strong>Luettelon yläpuolella olevat luvut</strong> kertovat, montako tiliä on suojattu sovelluksella, montako puhelimeen lähetettävällä koodilla ja montako vain sähköpostilla. Niistä näet myös, montako tiliä tarvitsee apua kirjautumiseen, monenko tilin käyttöönotto on kesken ja monelleko tilille pääsee jokainen, joka saa tietää salasanan. Valitse luku, niin näet kyseiset tilit. ”Muistuta sovelluksen käyttöönotosta” lähettää muistutuksen tileille, joilla ei ole sovellusta. Siinä neuvotaan, miten se otetaan käyttöön.
help-users-add = <strong>Käyttäjän lisääminen:</strong> käyttäjä valitsee salasanansa linkillä, jota voi käyttää kerran, kolmen päivän kuluessa. ”Uusi kutsu” luo uuden linkin, ja vanha lakkaa toimimasta.
help-users-required = <strong>”2FA vaaditaan”</strong> tulee voimaan, kun käyttäjä avaa seuraavan sivun. Jos poistat valinnan ja tallennat, käyttäjän kaksivaiheinen tunnistus poistetaan. ”Nollaa kaksivaiheinen tunnistus” on kadonnutta puhelinta varten: seuraavalla kirjautumisella käyttäjä kirjoittaa koodin, jonka lähetämme, tai käyttöönottokoodin, jonka annat hänelle, ja ottaa uuden todennussovelluksen käyttöön. Poistamiseen ja nollaamiseen tarvitset itse kaksivaiheisen tunnistuksen, ja sinun on kirjoitettava syy, jonka tallennamme.
help-users-phone = <strong>Puhelinnumeroa</strong>, jonka kirjoitat, käytetään ensimmäisellä kirjautumisella, joka samalla vahvistaa numeron. Jos haluat poistaa vahvistetun numeron, kirjoita syy, salasanasi ja koodi.
help-users-unlock = <strong>”Avaa lukitus”</strong> nollaa väärien salasanojen laskurin, joten käyttäjä voi yrittää heti uudelleen. Väärät koodit lasketaan silti: kun niitä on 20 peräkkäin, kertakäyttökoodit poistetaan käytöstä, kunnes tunnistus nollataan. Käytöstä poistetun tilin kaikki tiedot säilyvät, mutta sille ei voi kirjautua.

help-ask = Keneltä saat apua?
help-ask-say = Kerro käyttäjätunnuksesi, mitä teit ja mitä sivulla luki. Jos sivulla on viite, mainitse se. Kukaan, joka auttaa sinua, ei tarvitse salasanaasi eikä koodiasi: älä koskaan kerro niitä.
