account-password-title = Vaihda salasana
account-password-about = Kun vaihdat salasanan, sinut kirjataan ulos kaikkialta muualta. Ilmoitamme vaihdosta sähköpostitse.
account-password-current = Nykyinen salasana
account-back = Takaisin

account-confirm-title = Vahvista salasanasi
account-confirm-no-app = Olet muuttamassa kirjautumistapaasi, ja kirjauduit äsken ilman todennussovellusta. Pyydämme salasanasi vielä kerran, jotta mahdollinen istunnon kaappaaja ei voi tehdä muutosta nimissäsi.
account-confirm-about = Olet muuttamassa kirjautumistapaasi. Pyydämme salasanasi uudelleen, jotta kukaan muu ei voi tehdä muutosta, jos istuntosi on jäänyt auki.
account-confirm-button = Vahvista
account-confirm-back = Takaisin tilillesi
account-confirm-help = Kun salasana ei toimi

account-email-title = Vahvista sähköpostiosoitteesi
account-email-about = Lähetimme koodin osoitteeseen <person>{ $address }</person>. Kirjoita se tähän, niin viestisi eivät mene väärälle henkilölle. Siihen asti osoitteesi on yhä <person>{ $current }</person>.
account-email-over = Edellinen koodi ei enää toimi.
account-email-soon = Viesti tulee yleensä alle minuutissa. Jos sitä ei näy viidessä minuutissa, katso roskapostikansiosta.
account-email-wait = Odota { $wait }, ennen kuin pyydät koodin uudelleen.
account-email-keep = Säilytä <name>{ $current }</name>
account-email-other = Käytä toista osoitetta

account-phone-title = Vahvista puhelinnumerosi
account-phone-sent = Koodi on matkalla numeroon <phone>{ $number }</phone>. Kirjoita se tähän, niin koodit eivät mene väärään puhelimeen. Siihen asti mikään ei muutu.
account-phone-about = Lähetämme koodin numeroon <phone>{ $number }</phone>. Kirjoita se tähän, niin koodit eivät mene väärään puhelimeen. Siihen asti mikään ei muutu.
account-phone-first = Kertakäyttökoodi ennen lähetystä
account-phone-first-hint = 6 numeroa todennussovelluksestasi.
account-phone-call-instead = Soita mieluummin
account-phone-other = Käytä toista numeroa

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
account-recovered-gone = Se on poissa tai vaihtunut uuteen
account-recovered-gone-about = Ota uusi käyttöön nyt. Vanha toimii, kunnes uusi on vahvistettu, mutta ei enää sen jälkeen.
account-recovered-gone-button = Vaihda todennussovellus
account-recovered-off = Sinulla ei ole nyt todennussovellusta
account-recovered-required = Tilillesi vaaditaan kaksivaiheinen tunnistus, joten et voi poistaa sitä käytöstä. Vaatimuksen on asettanut <person>{ $manager }</person>. Ota uusi todennussovellus käyttöön yllä tai pyydä apua häneltä.
account-recovered-off-about = Ilman kaksivaiheista tunnistusta jokainen, joka saa tietää salasanasi, voi kirjautua tilillesi. Jäljellä olevat palautuskoodisi lakkaavat toimimasta. Voit ottaa kaksivaiheisen tunnistuksen uudelleen käyttöön milloin tahansa.
account-recovered-off-button = Poista 2FA käytöstä

account-codes-title = Palautuskoodit
account-codes-about = Jos et pääse todennussovellukseesi, voit kirjautua kullakin koodilla kerran. Tarvitset lisäksi salasanasi. Säilytä koodit paikassa, josta löydät ne ilman puhelintakin. <strong>Ne näytetään vain nyt.</strong>
account-codes-saved = Olen tallentanut koodit
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
