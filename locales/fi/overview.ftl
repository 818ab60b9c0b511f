overview-title = Tilisi
overview-checklist = Suojauksen tarkistuslista
overview-details = Muuta tietojasi
overview-sessions = Missä olet kirjautuneena
overview-activity = Tilisi tapahtumat

overview-protected-title = Tilisi on suojattu
overview-protected = Vaikka joku saisi tietää salasanasi, hän ei pääse tilillesi ilman todennussovellustasi. Sinun ei tarvitse tehdä mitään.

overview-set-up-title = Seuraavaksi: ota kaksivaiheinen tunnistus käyttöön
overview-set-up-required-by = Tilillesi vaaditaan kaksivaiheinen tunnistus. Vaatimuksen on asettanut <person>{ $manager }</person>.
overview-set-up-required = Tilillesi vaaditaan kaksivaiheinen tunnistus.
overview-set-up-by-phone = Nyt vahvistat kirjautumisesi koodilla, joka tulee tekstiviestillä tai puhelulla. Todennussovelluksen koodit ovat turvallisempia ja toimivat myös ilman kuuluvuutta.
overview-set-up-by-email = Nyt vahvistat kirjautumisesi koodilla, joka tulee sähköpostitse. Koodia voi käyttää jokainen, joka pääsee lukemaan sähköpostiasi. Jos kaksivaiheinen tunnistus olisi käytössä, hän tarvitsisi lisäksi puhelimesi.
overview-set-up-stuck = Emme voi lähettää sinulle koodia, joten et pääsisi kirjautumaan uudelleen ilman apua. Todennussovellus näyttää koodit itse.
overview-set-up-off = Joka päivä salasanoja varastetaan, arvataan tai kirjoitetaan huijaussivuille. Nyt tilillesi voi kirjautua jokainen, joka saa tietää salasanasi. Jos kaksivaiheinen tunnistus olisi käytössä, hän tarvitsisi lisäksi puhelimesi.
overview-set-up-time = Käyttöönottoon menee noin kolme minuuttia.
overview-set-up-button = Ota kaksivaiheinen tunnistus käyttöön
overview-set-up-addresses = Kirjaudutko aina samasta paikasta? Kun teet sallittujen IP-osoitteiden luettelon, muualta ei voi kirjautua. Turvallisinta on käyttää molempia.
overview-set-up-addresses-button = Salli vain omat osoitteesi

overview-codes-title = Seuraavaksi: luo uudet palautuskoodit
overview-codes-none = Olet käyttänyt kaikki palautuskoodisi. Jos puhelimesi katoaa eikä sinulla ole palautuskoodia, joudut odottamaan, kunnes joku auttaa sinua.
overview-codes-few = Olet käyttänyt suurimman osan palautuskoodeistasi. Jos puhelimesi katoaa eikä sinulla ole palautuskoodia, joudut odottamaan, kunnes joku auttaa sinua.
overview-codes-button = Luo uudet palautuskoodit

overview-confirm-phone-title = Seuraavaksi: vahvista puhelinnumerosi
overview-confirm-phone = Tilillesi on lisätty puhelinnumero, mutta sitä ei ole vielä vahvistettu. Kirjoita koodi, jonka lähetämme siihen. Sen jälkeen voit kirjautua tähän numeroon lähetettävällä koodilla, jos et pääse todennussovellukseesi.
overview-confirm-phone-button = Vahvista puhelinnumerosi

overview-add-phone-title = Seuraavaksi: lisää puhelinnumero
overview-add-phone = Jos et pääse todennussovellukseesi, voit kirjautua koodilla, joka tulee tekstiviestillä tai puhelulla. Voit silloin käyttää myös palautuskoodia, mutta puhelinnumerosta on apua, jos et löydä palautuskoodejasi.
overview-add-phone-button = Lisää puhelinnumero
overview-change-phone-title = Seuraavaksi: vaihda puhelinnumerosi
overview-change-phone = Emme voi lähettää koodeja nykyiseen puhelinnumeroosi. Kun vaihdat sen toiseen, voit kirjautua tekstiviestillä tai puhelulla tulevalla koodilla, jos et pääse todennussovellukseesi. Voit silloin käyttää myös palautuskoodia, mutta puhelinnumerosta on apua, jos et löydä palautuskoodejasi.
overview-change-phone-button = Vaihda puhelinnumerosi
