frame-skip = Siirry pääsisältöön
frame-navigation = Tili
frame-overview = Yleiskatsaus
frame-details = Tilin tiedot
frame-security = Suojaus
frame-subaccounts = Käyttäjätilit
frame-policy = Käytännöt
frame-signed-in-as = Kirjautunut sisään käyttäjänä
frame-sign-out = Kirjaudu ulos
frame-ends-soon = <strong>Sinut kirjataan ulos noin 4 minuutin kuluttua</strong>, koska et ole avannut tai tallentanut täällä mitään 25 minuuttiin.
frame-stay-signed-in = Pysy kirjautuneena
frame-in-new-tab = (avautuu uuteen välilehteen: tähän kirjoittamasi teksti säilyy)
frame-mandatory = Kaksivaiheinen tunnistus tulee pakolliseksi
frame-mandatory-from =
    { $days ->
        [one] <strong>Huomisesta alkaen tarvitset kirjautumiseen kaksivaiheisen tunnistuksen.</strong>
       *[other] <strong>{ $days } päivän kuluttua tarvitset kirjautumiseen kaksivaiheisen tunnistuksen.</strong>
    }
frame-set-up-now = <link>Ota se käyttöön nyt</link>: siihen menee noin kolme minuuttia.
frame-help = Ohje
frame-support = Ota yhteyttä tukeen
frame-time-left = Tähän vaiheeseen on vielä aikaa { $time }. Jos aika loppuu, kirjaudu sisään uudelleen.
