subaccounts-title = Käyttäjätilit
subaccounts-board = Tilit kaksivaiheisen tunnistuksen mukaan
subaccounts-tile-all = Kaikki
subaccounts-tile-on = Suojatut
subaccounts-tile-by-phone = Vain puhelin
subaccounts-tile-by-email = Vain sähköposti
subaccounts-tile-stuck = Tarvitsevat apua
subaccounts-tile-pending = Käyttöönotto kesken
subaccounts-tile-off = Ilman suojaa
subaccounts-tile-without-app = Ilman sovellusta
subaccounts-tile-required-but-off = Vaaditaan, mutta ei käytössä
subaccounts-tile-disabled = Käytöstä poistetut
subaccounts-add = Lisää käyttäjä
subaccounts-remind = Muistuta sovelluksen käyttöönotosta
subaccounts-remind-hint = Lähetämme sähköpostitse muistutuksen, jossa neuvotaan, miten todennussovellus otetaan käyttöön. Sen saavat käytössä olevat tilit, joilla ei ole todennussovellusta ja joille pääsee kirjautumaan ilman apua, kukin enintään kerran päivässä.
subaccounts-search-label = Käyttäjätunnus, sähköpostiosoite tai puhelinnumero
subaccounts-search = Hae
subaccounts-list-end = Enempää tilejä ei ole.
subaccounts-list-nothing = Hakua vastaavia tilejä ei löytynyt. Hae lyhyemmällä nimen osalla tai <link>katso kaikki tilit</link>.
subaccounts-list-alone = Muita tilejä ei vielä ole. Valitse ”Lisää käyttäjä” ja luo jokaiselle oma tili, niin kukaan ei tarvitse sinun salasanaasi.
subaccounts-list-caption = Käyttäjätilit, päätili ensin
subaccounts-user-name = Käyttäjätunnus
subaccounts-email = Sähköpostiosoite
subaccounts-second-factor = 2FA
subaccounts-change = Muokkaa
subaccounts-change-named = Muokkaa tiliä { $account }
subaccounts-role-main = Päätili
subaccounts-role-manager = Hallinnoija
subaccounts-disabled = Poissa käytöstä
subaccounts-invited = Kutsuttu
subaccounts-required = Vaaditaan
subaccounts-state-on = Käytössä
subaccounts-state-by-phone = Vain puhelin
subaccounts-state-by-email = Vain sähköposti
subaccounts-state-stuck = Tarvitsee apua kirjautumiseen
subaccounts-state-pending = Käyttöönotto kesken
subaccounts-state-off = Ei käytössä
subaccounts-back-to-list = Takaisin käyttäjätileihin
subaccounts-help = Ohjeita käyttäjätileistä

subaccounts-reminded =
    { $count ->
        [one] Muistutus on matkalla 1 tilille.
       *[other] Muistutukset ovat matkalla { $count } tilille.
    }
subaccounts-reminded-some =
    { $count ->
        [one] Muistutus on matkalla 1 tilille. Muita ei lähetetty.
       *[other] Muistutukset ovat matkalla { $count } tilille. Muita ei lähetetty.
    }
subaccounts-reminded-none = Muistutuksia ei lähetetty.
subaccounts-reminded-nobody = Muistutuksia ei lähetetty: näille tileille on jo lähetetty muistutus viimeisen vuorokauden aikana, tai niille ei ole vielä valittu salasanaa.

subaccounts-new-who = Käyttäjän tiedot
subaccounts-new-user-name-hint = Tällä käyttäjä kirjautuu sisään.
subaccounts-email-hint = Tiliä koskevia viestejä varten.
subaccounts-phone = Puhelinnumero
subaccounts-new-phone-hint = Valinnainen. Kirjoita numero maatunnuksineen, esimerkiksi +358 40 123 4567. Silloin ensimmäinen kirjautuminen voi alkaa koodilla, joka tulee tekstiviestillä tai puhelulla.
subaccounts-signing-in = Kirjautuminen
subaccounts-new-link-by-email = Lähetämme käyttäjälle sähköpostitse linkin, jolla hän valitsee oman salasanansa.
subaccounts-new-link-shown = Käyttäjä valitsee oman salasanansa linkillä, jonka saat seuraavalla sivulla.
subaccounts-two-factor-required = Kaksivaiheinen tunnistus vaaditaan (2FA vaaditaan)
subaccounts-new-required-hint = Jos tilillä on puhelinnumero, ensimmäinen kirjautuminen alkaa siihen lähetettävällä koodilla. Muuten se alkaa todennussovelluksen käyttöönotolla. Tarkista, että numero on oikein: koodit lähetetään siihen myös silloin, kun todennussovellus on kadonnut.
subaccounts-new-create = Luo
subaccounts-new-cancel = Peruuta
subaccounts-new-taken = Tämä käyttäjätunnus on varattu. Valitse toinen.

subaccounts-one-title = Muokkaa tiliä { $account }
subaccounts-one-heading = Muokkaa tiliä <name>{ $account }</name>
subaccounts-save = Tallenna

subaccounts-send-link = Lähetä tämä linkki käyttäjälle <name>{ $account }</name>
subaccounts-send-link-about = Käyttäjä <name>{ $account }</name> valitsee salasanansa tällä linkillä. Linkkiä voi käyttää kerran, kolmen päivän kuluessa, ja se näytetään vain nyt. Emme lähetä sitä kenellekään. Jokainen, jolla on linkki, voi valita salasanan, joten älä anna sitä kenellekään muulle. Aiemmat linkit eivät enää toimi.
subaccounts-give-code = Anna tämä käyttöönottokoodi käyttäjälle <name>{ $account }</name>
subaccounts-give-code-about = Emme voi lähettää käyttäjälle <name>{ $account }</name> vahvistuskoodia puhelimeen emmekä sähköpostitse, joten seuraavalla kirjautumisella pyydetään tämä koodi. Koodia voi käyttää kerran, kolmen päivän kuluessa, ja se näytetään vain nyt. Anna se vain käyttäjälle itselleen, henkilökohtaisesti tai puhelimitse.
subaccounts-give-link = Anna tämä linkki käyttäjälle <name>{ $account }</name>
subaccounts-give-link-about = Käyttäjä <name>{ $account }</name> valitsee uuden salasanan tällä linkillä. Linkkiä voi käyttää kerran, 30 minuutin kuluessa, ja se näytetään vain nyt. Emme lähettäneet linkkiä sähköpostitse, vaan ainoastaan ilmoituksen siitä, että loit sen. Anna se vain käyttäjälle itselleen, henkilökohtaisesti tai puhelimitse. Kaksivaiheinen tunnistus pysyy ennallaan. Aiemmat linkit eivät enää toimi.

subaccounts-own-factor-first = <strong>Tarvitset itse kaksivaiheisen tunnistuksen</strong>, ennen kuin voit muuttaa muiden kirjautumistapaa. <link>Ota se käyttöön omalla tililläsi</link>.
subaccounts-own-factor-first-delete = <strong>Tarvitset itse kaksivaiheisen tunnistuksen</strong>, ennen kuin voit poistaa tilin pysyvästi. <link>Ota se käyttöön omalla tililläsi</link>.
subaccounts-own-factor-first-problem = Ota ensin kaksivaiheinen tunnistus käyttöön omalla tililläsi. Mitään ei muutettu.
subaccounts-own-factor-new = Oman kaksivaiheisen tunnistuksesi käyttöönotosta on alle 24 tuntia. Voit muuttaa sillä muita tilejä vasta { $moment } siltä varalta, että joku muu otti sen käyttöön. Mitään ei muutettu. Yritä myöhemmin uudelleen tai pyydä apua tilin toiselta hallinnoijalta.
subaccounts-reason = Syy
subaccounts-reason-hint = Tallennamme syyn tapahtumiin, ja käyttäjä näkee sen siellä.
subaccounts-reason-hint-link = Tallennamme syyn tapahtumiin, ja käyttäjä näkee sen siellä. Esimerkiksi: salasana unohtunut.
subaccounts-reason-hint-reset = Tallennamme syyn tapahtumiin, ja käyttäjä näkee sen siellä. Esimerkiksi: puhelin kadonnut.
subaccounts-reason-missing = Kirjoita syy.
subaccounts-own-password = Oma salasanasi
subaccounts-own-password-missing = Kirjoita oma salasanasi.
subaccounts-own-code = Oma kertakäyttökoodisi

subaccounts-cleared = <strong>Jos poistat valinnan ja tallennat, kaksivaiheinen tunnistus poistetaan:</strong> käyttäjän <name>{ $account }</name> todennussovellus, palautuskoodit ja mahdollinen keskeneräinen käyttöönotto. Kaikki istunnot lopetetaan. Sen jälkeen kirjautumiseen riittää pelkkä salasana, elleivät käytäntösi tee kaksivaiheisesta tunnistuksesta pakollista tai vaadi koodia sähköpostitse. Onko käyttäjällä <name>{ $account }</name> uusi puhelin? Jätä ruutu valituksi ja käytä alla olevaa painiketta ”Nollaa kaksivaiheinen tunnistus”.
subaccounts-factor-since = Käyttäjällä <name>{ $account }</name> on todennussovellus. Se on otettu käyttöön { $time }.
subaccounts-factor-none-required = Käyttäjällä <name>{ $account }</name> ei ole todennussovellusta. Kunnes se on otettu käyttöön, jokaisella kirjautumisella vaaditaan lähettämämme koodi, käyttöönotto tai molemmat.
subaccounts-factor-none = Käyttäjällä <name>{ $account }</name> ei ole todennussovellusta. Jos valitset ruudun, käyttäjän on otettava se käyttöön, ennen kuin hän voi avata muita sivuja, myös avoimissa istunnoissa. Jos käytäntösi sallivat ensimmäisen kirjautumisen puhelimella ja tilillä on puhelinnumero, käyttöönotto voi odottaa.

subaccounts-about = Käyttäjän <name>{ $account }</name> tiedot
subaccounts-email-guarded = Linkit uuden salasanan valitsemiseen lähetetään tähän osoitteeseen. Jos vaihdat osoitteen, kirjoita myös syy, oma salasanasi ja kertakäyttökoodi.
subaccounts-email-invited = Onko osoite väärä? Kirjoita oikea ja tallenna. Lähetämme siihen uuden kutsun sähköpostitse, ja aiempi linkki lakkaa toimimasta.
subaccounts-phone-hint = Kirjoita numero maatunnuksineen, esimerkiksi +358 40 123 4567. Siihen lähetetään koodeja tekstiviestillä tai puhelulla.
subaccounts-phone-proven = Käyttäjä <name>{ $account }</name> on vahvistanut tämän numeron.
subaccounts-phone-guarded = Jos vaihdat numeron tai poistat sen, kirjoita myös syy, oma salasanasi ja kertakäyttökoodi.
subaccounts-phone-check = Tarkista, että numero on oikea, ennen kuin vaadit kaksivaiheisen tunnistuksen: ensimmäinen kirjautuminen voi alkaa tähän numeroon lähetettävällä koodilla, joka vahvistaa numeron.
subaccounts-saved = Tiedot on tallennettu.
subaccounts-saved-signed-out = Tiedot on tallennettu, ja käyttäjä on kirjattu ulos kaikkialta. Salasana ja kaksivaiheinen tunnistus eivät muuttuneet. Jos vanha osoite ei koskaan ollut käyttäjän oma, anna hänelle linkki uuden salasanan valitsemiseen ja nollaa kaksivaiheinen tunnistus.
subaccounts-saved-released = Tallennettu. Kaksivaiheinen tunnistus on poistettu tältä tililtä, eikä sitä enää vaadita.
subaccounts-saved-still-mandatory = Tallennettu. Kaksivaiheinen tunnistus on poistettu tältä tililtä. Käytäntösi vaativat sen kaikilta, joten seuraava kirjautuminen alkaa uudella käyttöönotolla.

subaccounts-invitation = Kutsu
subaccounts-invitation-made = Käyttäjä <name>{ $account }</name> ei ole vielä valinnut salasanaa. Uusin linkki on luotu { $time }, ja se toimii kolme päivää. Jos luot uuden, se lakkaa toimimasta.
subaccounts-invitation-none = Käyttäjä <name>{ $account }</name> ei ole vielä valinnut salasanaa. Toimivaa linkkiä ei ole: luo uusi.
subaccounts-invitation-new = Uusi kutsu
subaccounts-invitation-sent = Matkalla on sähköposti, jossa on linkki salasanan valitsemiseen. Linkkiä voi käyttää kerran, kolmen päivän kuluessa.
subaccounts-invitation-on-trial = Kokeilutila: sähköposti, jossa on linkki salasanan valitsemiseen, tulostuu palvelimen konsoliin. Linkkiä voi käyttää kerran, kolmen päivän kuluessa.
subaccounts-invitation-disabled = Tämä tili on poistettu käytöstä, joten kutsu ei toimisi. Ota tili ensin käyttöön.
subaccounts-invitation-unneeded = Käyttäjä on jo valinnut salasanan eikä tarvitse kutsua.

subaccounts-watch = Istunnot ja tapahtumat
subaccounts-link = Unohtunut salasana
subaccounts-link-codes-by-email = Käyttäjä <name>{ $account }</name> saa koodit sähköpostitse, joten emme lähetä linkkiä uuden salasanan valitsemiseen samaan postilaatikkoon: sen lukija saisi silloin molemmat. Näytä linkki tässä ja anna se käyttäjälle henkilökohtaisesti tai puhelimitse. Linkkiä voi käyttää kerran, 30 minuutin kuluessa, ja seuraavalla kirjautumisella pyydetään silti koodi.
subaccounts-link-by-email = Käyttäjä <name>{ $account }</name> voi pyytää linkin kirjautumissivulla, tai voit lähettää sen tästä. Se lähetetään vain yllä olevaan sähköpostiosoitteeseen. Linkkiä voi käyttää kerran, 30 minuutin kuluessa, eikä se muuta kaksivaiheista tunnistusta. Eikö käyttäjä enää pääse sähköpostiinsa? Näytä linkki tässä ja anna se hänelle henkilökohtaisesti tai puhelimitse.
subaccounts-link-shown = Tämä sivusto ei lähetä sähköpostia, joten näytämme linkin sinulle. Anna se käyttäjälle henkilökohtaisesti tai puhelimitse. Linkkiä voi käyttää kerran, 30 minuutin kuluessa, eikä se muuta kaksivaiheista tunnistusta.
subaccounts-make-sure = Varmista, että pyytäjä todella on <name>{ $account }</name>.
subaccounts-link-send = Lähetä linkki uuden salasanan valintaan
subaccounts-link-show = Näytä linkki uuden salasanan valintaan
subaccounts-link-made = Linkki on luotu. Se näytetään vain nyt.
subaccounts-link-sent = Lähetimme linkin uuden salasanan valitsemiseen. Linkkiä voi käyttää kerran, 30 minuutin kuluessa.
subaccounts-link-not-sent-codes = Linkkiä ei lähetetty: tämän tilin koodit tulevat sähköpostitse, joten postilaatikon lukija saisi molemmat. Varmista, että pyytäjä todella on tilin omistaja. Näytä sitten linkki ja anna se hänelle henkilökohtaisesti tai puhelimitse.
subaccounts-link-not-sent-new-email = Linkkiä ei lähetetty: joku tilille kirjautunut vaihtoi tämän sähköpostiosoitteen alle 48 tuntia sitten. Varmista, että vaihtaja oli tilin omistaja, mutta älä kysy sitä sähköpostitse. Näytä sitten linkki ja anna se hänelle henkilökohtaisesti tai puhelimitse.
subaccounts-link-not-sent-no-email = Linkkiä ei lähetetty: tämä sivusto ei lähetä sähköpostia. Näytä linkki ja anna se käyttäjälle henkilökohtaisesti tai puhelimitse.
subaccounts-link-not-made = Linkkiä ei luotu: tili on poistettu käytöstä, tai sen omistaja ei ole vielä valinnut ensimmäistä salasanaansa.

subaccounts-reset = Uusi tai kadonnut puhelin
subaccounts-reset-no-factor = Käyttäjällä <name>{ $account }</name> ei ole todennussovellusta. Nollaus peruu mahdollisen keskeneräisen käyttöönoton ja lopettaa kaikki istunnot. Seuraavalla kirjautumisella pyydetään koodi, joka lähetetään tilin puhelinnumeroon tai, jos numeroa ei ole, sähköpostitse. Sitten alkaa käyttöönotto. Jos emme voi lähettää koodia kummallakaan tavalla, näytämme sinulle käyttöönottokoodin. Anna se käyttäjälle <name>{ $account }</name>.
subaccounts-reset-required = Nollaus poistaa todennussovelluksen ja palautuskoodit ja lopettaa kaikki istunnot. Seuraavalla kirjautumisella pyydetään koodi, joka lähetetään tilin puhelinnumeroon tai, jos numeroa ei ole, sähköpostitse. Sitten alkaa uusi käyttöönotto. Jos emme voi lähettää koodia kummallakaan tavalla, näytämme sinulle käyttöönottokoodin. Anna se käyttäjälle <name>{ $account }</name>. Varmista, että pyytäjä todella on <name>{ $account }</name>.
subaccounts-reset-not-required = Nollaus poistaa todennussovelluksen ja palautuskoodit ja lopettaa kaikki istunnot. Seuraavalla kirjautumisella pyydetään koodi, joka lähetetään tilin puhelinnumeroon tai, jos numeroa ei ole, sähköpostitse. Sitten alkaa uusi käyttöönotto, vaikka 2FA ei ole käyttäjälle <name>{ $account }</name> pakollinen. Jos emme voi lähettää koodia kummallakaan tavalla, näytämme sinulle käyttöönottokoodin. Anna se käyttäjälle. Varmista, että pyytäjä todella on <name>{ $account }</name>.
subaccounts-reset-button = Nollaa kaksivaiheinen tunnistus
subaccounts-reset-done = Kaksivaiheinen tunnistus on nollattu, ja kaikki istunnot on lopetettu. Seuraavalla kirjautumisella alkaa uusi käyttöönotto.

subaccounts-tries = Liian monta väärää yritystä
subaccounts-tries-codes-off = <strong>Tämän tilin kertakäyttökoodit on poistettu käytöstä,</strong> koska liian monta peräkkäistä koodia oli vääriä. Palautuskoodit toimivat edelleen. ”Avaa lukitus” ei ota kertakäyttökoodeja takaisin käyttöön, koska joku saattaa yrittää arvata niitä. Jos käyttäjällä <name>{ $account }</name> ei ole enää palautuskoodeja, käytä yllä olevaa painiketta ”Nollaa kaksivaiheinen tunnistus”.
subaccounts-tries-wrong-codes = Vääriä koodeja peräkkäin: { $count }. Seuraava oikea koodi nollaa laskurin.
subaccounts-tries-wrong-passwords = Tilille on äskettäin annettu vääriä salasanoja.
subaccounts-tries-about = ”Avaa lukitus” nollaa väärien salasanojen laskurin, joten käyttäjän <name>{ $account }</name> ei tarvitse odottaa. Väärien koodien laskuria se ei nollaa.
subaccounts-unlock = Avaa lukitus
subaccounts-unlocked = Tilin lukitus on avattu, ja väärien salasanojen laskuri on nollattu.

subaccounts-end = Poista käytöstä tai poista pysyvästi
subaccounts-end-disabled = Tämä tili on poistettu käytöstä
subaccounts-end-disabled-about = Käyttäjä <name>{ $account }</name> ei voi kirjautua sisään.
subaccounts-enable = Ota tili käyttöön
subaccounts-enabled = Tili on taas käytössä.
subaccounts-disable-about = Kun tili poistetaan käytöstä, sen tiedot säilyvät, mutta sille ei voi kirjautua. Tilin istunnot lopetetaan heti.
subaccounts-disable = Poista tili käytöstä
subaccounts-now-disabled = Tili on poistettu käytöstä, ja sen kaikki istunnot on lopetettu.
subaccounts-delete-sure = Haluan poistaa tilin <name>{ $account }</name> pysyvästi
subaccounts-delete-unsure = Vahvista valitsemalla ruutu. Pysyvästi poistettua tiliä ei voi palauttaa.
subaccounts-delete = Poista tili pysyvästi
subaccounts-deleted = Tili on poistettu pysyvästi.

subaccounts-back = Takaisin tiliin <name>{ $account }</name>

subaccounts-activity-title = Tilin { $account } tapahtumat
subaccounts-activity-heading = Tilin <name>{ $account }</name> tapahtumat
subaccounts-activity-about = Mitä tilillä <name>{ $account }</name> on tapahtunut, uusin ensin.

subaccounts-managers-title = Hallinnoijien toimet
subaccounts-managers-about = Mitä sinä, tiliesi hallinnoijat ja palvelun ylläpitäjä olette tehneet käyttäjätileillesi ja käytännöillesi, uusin ensin. Mukana ovat myös pysyvästi poistetut tilit. Vain sinä näet tämän sivun.

subaccounts-sessions-title = Tilin { $account } istunnot
subaccounts-sessions-heading = Tilin <name>{ $account }</name> istunnot
subaccounts-sessions-none = Käyttäjä <name>{ $account }</name> ei ole kirjautuneena missään.
subaccounts-sessions-about = Täällä näet, missä käyttäjä <name>{ $account }</name> on nyt kirjautuneena. Kun lopetat istunnon, kyseisessä selaimessa on kirjauduttava uudelleen sisään.
subaccounts-sessions-ended = Istunto on lopetettu.
subaccounts-sessions-end-all = Lopeta kaikki istunnot
subaccounts-sessions-end-all-hint = ”Lopeta kaikki istunnot” keskeyttää myös kirjautumisen, joka on vielä kesken.
subaccounts-sessions-all-ended = Kaikki istunnot on lopetettu.

subaccounts-approved = Hyväksytyt osoitteet
subaccounts-approved-about = Nämä osoitteet eivät ole sallittujen IP-osoitteiden luettelossa. Ne on hyväksytty sähköpostissa olleella linkillä. Kun mitätöit hyväksynnän, osoitteesta avatut istunnot lopetetaan, ja ilmoitamme siitä käyttäjälle <name>{ $account }</name> sähköpostitse.
subaccounts-approved-revoked = Osoitteen hyväksyntä on mitätöity.
subaccounts-approved-revoke-all = Mitätöi kaikki
subaccounts-approved-all-revoked = Kaikkien osoitteiden hyväksynnät on mitätöity.

subaccounts-codes-title = Lähetetyt koodit
subaccounts-codes-about = Kaikki tileillesi pyydetyt koodit: tekstiviestit, puhelut ja sähköpostit. Puhelinnumeroista näytetään vain kaksi viimeistä numeroa.
subaccounts-codes-none = Koodeja ei ole vielä pyydetty.
subaccounts-codes-end = Aiempia koodeja ei ole. <link>Katso uusimmat</link>.
subaccounts-codes-caption = Pyydetyt koodit, uusin ensin
subaccounts-codes-when = Aika
subaccounts-codes-account = Tili
subaccounts-codes-how = Tapa
subaccounts-codes-result = Tulos
subaccounts-codes-from = Mistä pyydetty
subaccounts-codes-deleted = Poistettu tili
subaccounts-codes-by-sms = Tekstiviesti: { $number }
subaccounts-codes-by-call = Puhelu: { $number }
subaccounts-codes-by-email = Sähköposti: { $address }
