login-title = Kirjaudu sisään
login-user-name = Käyttäjätunnus
login-button = Kirjaudu sisään
login-user-name-empty = Kirjoita käyttäjätunnuksesi.
login-password-empty = Kirjoita salasanasi.
login-wrong = Käyttäjätunnus tai salasana on väärä. Tarkista molemmat ja Caps Lock -näppäin.
login-signed-out = Olet kirjautunut ulos.
login-ended = Istuntosi on päättynyt. Jatka kirjautumalla uudelleen sisään.
login-password-set = Salasanasi on asetettu. Kirjaudu sisään sillä.
login-approved = Osoite on hyväksytty. Kirjaudu sisään siitä osoitteesta.
login-forgotten = Unohditko salasanan?
login-help = Etkö pääse kirjautumaan?
login-log-in = Kirjaudu sisään
login-other-account = Aloita alusta toisella tilillä
login-back = Takaisin kirjautumiseen
login-again = Odotusaika on ohi. Voit nyt kirjoittaa koodin.

login-code-title = Kirjoita kertakäyttökoodi
login-code-app = Avaa todennussovellus ja kirjoita tähän kuusinumeroinen koodi, joka näkyy palvelun <strong>{ $issuer }</strong> kohdalla.
login-code-app-for = Avaa todennussovellus ja kirjoita tähän kuusinumeroinen koodi, joka näkyy palvelun <strong>{ $issuer }</strong> (<person>{ $account }</person>) kohdalla.
login-code-our-time = Palvelimen kello näyttää: { $time }.
login-code-help-button = Hae apua
login-code-recovery = Käytä palautuskoodia
login-code-one-time = Käytä kertakäyttökoodia
login-code-help = Kun koodi ei toimi
login-off-title = Kertakäyttökoodit on poistettu käytöstä
login-off-why = Tälle tilille on annettu liian monta väärää koodia, joten sen kertakäyttökoodit on poistettu käytöstä. Oikeakaan koodi ei enää toimi.
login-off-recover = <strong>Näin pääset takaisin tilillesi:</strong> <link>käytä palautuskoodia</link> ja ota todennussovellus sitten uudelleen käyttöön. Eikö sinulla ole palautuskoodeja?
login-off-say = Kerro käyttäjätunnuksesi ja se, että kertakäyttökoodisi on poistettu käytöstä.
login-off-not-you = Jos et antanut vääriä koodeja itse, kerro sekin: joku muu saattaa tietää salasanasi.

login-recovery-about = Kun otit todennussovelluksen käyttöön, sait kymmenen palautuskoodia tallennettavaksi tai tulostettavaksi. Kirjoita tähän koodi, jota et ole vielä käyttänyt. Kullakin koodilla voit kirjautua kerran.
login-recovery-code = Palautuskoodi
login-recovery-hint = 24 kirjainta ja numeroa, esimerkiksi ABCD-EFGH-…
login-recovery-none = Eikö sinulla ole palautuskoodejakaan?
login-recovery-wrong = Tämä ei ole mikään käyttämättömistä palautuskoodeistasi. Tarkista koodi tai kirjoita luettelosi seuraava koodi.
login-recovery-help = Kadonnut tai uusi puhelin

login-backup-first-title = Vahvista, että se olet sinä
login-backup-title = Pyydä koodi puhelimeesi
login-backup-first = Tilillesi kirjautuminen vaatii toisen tunnistusvaiheen. Ensimmäisellä kerralla se on koodi, jonka saat puhelimeesi numeroon <phone>{ $number }</phone>. Sen jälkeen otat käyttöön sovelluksen, joka näyttää koodit.
login-backup-instead = Etkö pääse todennussovellukseesi, tai eivätkö sen koodit toimi? Kirjaudu koodilla, jonka saat puhelimeesi numeroon <phone>{ $number }</phone>.
login-backup-sms = Lähetä tekstiviesti
login-backup-call = Soita minulle
login-backup-choose = Valitse ”Lähetä tekstiviesti” tai ”Soita minulle”.
login-backup-code = Koodi tekstiviestistä tai puhelusta
login-backup-stuck = Eikö numero ole sinun, tai eikö koodia kuulu?
login-backup-use-recovery = <link>Käytä palautuskoodia</link>. Eikö sinulla ole sellaista?
login-backup-no-number = Tililläsi ei ole puhelinnumeroa, joten sinulle ei voi lähettää koodia.
login-backup-not-offered = { $issuer } ei lähetä koodeja tekstiviestillä eikä puhelulla.
login-backup-without = <strong>Näin kirjaudut ilman todennussovellusta:</strong> <link>käytä palautuskoodia</link>. Sait kymmenen palautuskoodia, kun otit sovelluksen käyttöön.
login-backup-say = Kerro käyttäjätunnuksesi ja se, ettet enää pääse todennussovellukseesi.
login-backup-help = Kun koodi ei tule tai ei toimi

login-email-title = Tarkista sähköpostisi
login-email-to = Varmistamme, että se olet sinä: lähetämme koodin sähköpostiosoitteeseen <strong>{ $address }</strong>. Viesti tulee yleensä alle minuutissa. Jos sitä ei näy viidessä minuutissa, tarkista roskapostikansio.
login-email-to-you = Varmistamme, että se olet sinä: lähetämme sinulle koodin sähköpostitse. Viesti tulee yleensä alle minuutissa. Jos sitä ei näy viidessä minuutissa, tarkista roskapostikansio.
login-email-then = Sen jälkeen otat käyttöön kaksivaiheisen tunnistuksen, joka tilillesi vaaditaan. Pidä puhelin käsillä.
login-email-code = Koodi sähköpostista
login-email-works = Koodin käyttämiseen on vielä aikaa { $time }. Sivun päivittäminen ei lähetä koodia uudelleen.
login-email-again = Lähetä uudelleen
login-email-wait = Odota { $wait }, ennen kuin pyydät koodin uudelleen. Koodi pysyy samana.
login-email-stuck = Eikö osoite ole enää sinun?
login-email-not-sent = Kirjautumiseen tarvitset koodin sähköpostitse, mutta { $issuer } ei voi juuri nyt lähettää sähköpostia.
login-email-help = Kun sähköposti ei tule perille

login-setup-code-title = Kirjoita käyttöönottokoodi
login-setup-code-about = Kaksivaiheinen tunnistuksesi on nollattu. Saat käyttöönottokoodin siltä, joka nollasi sen. Kirjoita koodi tähän, niin tiedämme, että juuri sinä otat tunnistuksen uudelleen käyttöön.
login-setup-code-label = Käyttöönottokoodi
login-setup-code-hint = 12 kirjainta ja numeroa, esimerkiksi ABCD-EFGH-IJKL
login-setup-code-button = Jatka
login-setup-code-wrong = Tämä ei ole käyttöönottokoodisi, tai se ei enää toimi. Tarkista koodi tai pyydä uusi.
login-setup-code-none = Eikö sinulla ole koodia, tai onko se vanha?

login-blocked-title = Kirjautuminen tästä IP-osoitteesta on estetty
login-blocked-why = Voit kirjautua vain hyväksytyistä IP-osoitteista. Osoite <strong>{ $address }</strong> ei ole hyväksytty.
login-blocked-owner = <strong>Tarkista sähköpostisi:</strong> lähetimme sinulle linkin, jolla voit hyväksyä tämän osoitteen 30 päiväksi. Linkkiä voi käyttää kerran, puolen tunnin kuluessa. Kirjaudu sitten sisään uudelleen.
login-blocked-manager = Hyväksytyistä osoitteista päättää <person>{ $manager }</person>, joka hallinnoi tiliäsi. Lähetimme hänelle sähköpostitse linkin, jolla hän voi hyväksyä tämän osoitteen. Linkki toimii puoli tuntia. Pyydä häntä hyväksymään osoite ja kirjaudu sitten sisään uudelleen.
login-blocked-main-account = Hyväksytyistä osoitteista päättää päätilisi omistaja. Lähetimme hänelle sähköpostitse linkin, jolla hän voi hyväksyä tämän osoitteen. Linkki toimii puoli tuntia. Pyydä häntä hyväksymään osoite ja kirjaudu sitten sisään uudelleen.
login-blocked-sent-before = Hetki sitten lähetettiin sähköposti, jossa on linkki tämän osoitteen hyväksymiseen. Etsi viestiä myös roskapostikansiosta tai kysy siltä, jolle viesti lähetettiin.
login-blocked-too-many = Emme lähettäneet sähköpostia tämän osoitteen hyväksymisestä, koska viestejä on pyydetty liikaa. Odota { $wait } ja kirjaudu sitten uudelleen tästä osoitteesta: viimeistään silloin voimme lähettää seuraavan viestin. Jos et pyytänyt viestejä itse, joku muu tietää salasanasi. Vaihda se hyväksytystä osoitteesta.
login-blocked-no-mail = Emme voi lähettää sinulle linkkiä osoitteen hyväksymiseen, koska tämä sivusto ei lähetä sähköpostia.

login-unreachable-title = Et voi kirjautua sisään juuri nyt
login-unreachable-why = Salasanasi on oikein. Kirjautumiseen tarvitset myös koodin, mutta { $issuer } ei voi juuri nyt lähettää sitä. Ilman koodia emme päästä sisään ketään, jotta kukaan muu ei pääse tilillesi.
login-unreachable-help = <strong>Vika ei ole sinussa, eikä uusi yritys muuta asiaa.</strong>
login-unreachable-how = Sinua auttava henkilö voi nollata kaksivaiheisen tunnistuksesi ja antaa sinulle käyttöönottokoodin tai järjestää niin, että koodeja voi taas lähettää.

login-already-title = Olet kirjautunut sisään käyttäjänä { $account }
login-already-heading = Olet kirjautunut sisään käyttäjänä <name>{ $account }</name>
login-already-password = Salasana on asetettu.
login-already-approved = Osoite on hyväksytty.
login-already-why = Se koski eri tiliä kuin sitä, jolle olet kirjautunut tässä selaimessa.
login-already-how = Jos haluat kirjautua toiselle tilille, kirjaudu ensin ulos täältä.
login-already-stay = Jatka tilillä <name>{ $account }</name>

login-on-title = Kaksivaiheinen tunnistus on käytössä
login-on-about = Nämä ovat palautuskoodisi. Jos et pääse todennussovellukseesi, voit kirjautua kullakin koodilla kerran. Tarvitset lisäksi salasanasi. Säilytä koodit paikassa, josta löydät ne ilman puhelintakin. <strong>Ne näytetään vain nyt.</strong>
login-on-next = Seuraava
login-setup-title = Ota kaksivaiheinen tunnistus käyttöön
login-setup-required-by = Tilille <person>{ $account }</person> vaaditaan kaksivaiheinen tunnistus. Vaatimuksen on asettanut <name>{ $manager }</name>. Käyttöönotto tehdään vain kerran: sen jälkeen kirjaudut salasanalla ja sovelluksen koodilla. Kun kirjoitat tällä sivulla oikean koodin, tunnistus otetaan käyttöön ja sinut kirjataan sisään.
login-setup-required = Tilille <person>{ $account }</person> vaaditaan kaksivaiheinen tunnistus. Käyttöönotto tehdään vain kerran: sen jälkeen kirjaudut salasanalla ja sovelluksen koodilla. Kun kirjoitat tällä sivulla oikean koodin, tunnistus otetaan käyttöön ja sinut kirjataan sisään.
login-setup-app = Asenna todennussovellus
login-setup-app-how = Käytä sovellusta, joka sinulla jo on, tai valitse jokin <link>todennussovellusten luettelosta</link>. Sovellus kannattaa asentaa eri laitteelle kuin se, jolla kirjaudut.
login-setup-type = Kirjoita sovelluksen näyttämä koodi
login-setup-confirm = Vahvista koodi
login-setup-time = Ei kiirettä
login-setup-stays =
    { $minutes ->
        [one] Tämä QR-koodi pysyy tässä selaimessa samana vielä minuutin, vaikka päivittäisit sivun, kirjoittaisit väärän koodin tai kirjautuisit uudelleen. Sovellukseen skannaamasi merkintä toimii edelleen.
       *[other] Tämä QR-koodi pysyy tässä selaimessa samana vielä { $minutes } minuuttia, vaikka päivittäisit sivun, kirjoittaisit väärän koodin tai kirjautuisit uudelleen. Sovellukseen skannaamasi merkintä toimii edelleen.
    }
login-setup-restart-hint = ”Aloita alusta” luo uuden avaimen. Tämä QR-koodi lakkaa silloin toimimasta. Poista merkintä sovelluksestasi.
login-setup-restart = Aloita alusta
login-setup-done = Kaksivaiheinen tunnistus on käytössä, ja olet kirjautunut sisään. Tästä lähtien kirjautumiseen tarvitaan todennussovelluksesi koodi. Käyttöönottoa ei tarvitse tehdä uudelleen.
