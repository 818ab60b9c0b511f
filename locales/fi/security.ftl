security-how = Näin kirjaudut
security-why = Salasanoja varastetaan joka päivä, ja jokainen, jolla on salasanasi, voi kirjautua nimissäsi. Suojaa tilisi kaksivaiheisella tunnistuksella, sallittujen IP-osoitteiden luettelolla tai molemmilla.
security-enable = Ota kaksivaiheinen tunnistus (2FA) käyttöön
security-manage = Hallinnoi kaksivaiheista tunnistusta (2FA)

security-password = Asetettu. Kirjoitat sen aina, kun kirjaudut sisään. <link>Vaihda salasana</link>
security-two-factor = Kaksivaiheinen tunnistus (2FA)
security-two-factor-on = Käytössä. Otettu käyttöön { $time }. Salasanan jälkeen kirjoitat todennussovelluksesi koodin.
security-two-factor-by-phone = Ei vielä todennussovellusta. Salasanan jälkeen kirjoitat koodin, joka tulee tekstiviestillä tai puhelulla. <link>Mikä on 2FA?</link>
security-two-factor-by-email = Ei vielä todennussovellusta. Salasanan jälkeen kirjoitat koodin, joka tulee sähköpostitse. <link>Mikä on 2FA?</link>
security-two-factor-stuck = Ei vielä todennussovellusta, emmekä voi lähettää sinulle koodia. Et siis pääsisi kirjautumaan uudelleen ilman apua. Ota todennussovellus käyttöön nyt. <link>Mikä on 2FA?</link>
security-two-factor-off = Ei käytössä. Jokainen, joka saa tietää salasanasi, voi kirjautua tilillesi. <link>Mikä on 2FA?</link>
security-codes-few =
    { $left ->
        [0] Yhtään ei ole jäljellä. <link>Luo uudet</link>, ennen kuin tarvitset niitä.
       *[other] Jäljellä on enää { $left }. <link>Luo uudet</link>, ennen kuin tarvitset niitä.
    }
security-codes-left = Jäljellä on { $left }. Jos et pääse todennussovellukseesi, voit kirjautua kullakin kerran.
security-phone-confirmed = Vahvistettu. Jos et pääse todennussovellukseesi, voit kirjautua koodilla, joka tulee tekstiviestillä tai puhelulla.
security-phone-unconfirmed = Ei vielä vahvistettu. <link>Vahvista numero</link>
security-phone-unreachable = Emme voi lähettää koodeja numeroosi. <link>Vaihda numero</link>
security-phone-none = Ei numeroa. Jos lisäät numeron, voit kirjautua tekstiviestillä tai puhelulla tulevalla koodilla, kun et pääse todennussovellukseesi. <link>Lisää numero</link>
security-addresses-on = Käytössä. Voit kirjautua vain luettelossasi olevista osoitteista. <link>Muuta luetteloa</link>
security-addresses-off = Ei käytössä, mikä sopii useimmille. Voit kirjautua mistä tahansa. <link>Salli vain tietyt osoitteet</link>

security-done = { $done }/{ $all } valmiina
security-all-done = Kaikki valmiina
