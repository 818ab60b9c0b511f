link-of-another = Olet kirjautunut tässä selaimessa sisään käyttäjänä <person>{ $other }</person>. Tämä linkki koskee tiliä <person>{ $account }</person> eikä muuta mitään tilillä <name>{ $other }</name>.

link-approved-title = Osoite on hyväksytty
link-approved = Tilille <person>{ $account }</person> voi 30 päivän ajan kirjautua IP-osoitteesta <strong>{ $address }</strong>. Salasana ja toinen tunnistusvaihe vaaditaan kuten aina.
link-approved-go = Siirry kirjautumiseen
link-approve-title = Hyväksy osoite
link-approve-who = Joku antoi tilin <person>{ $account }</person> salasanan IP-osoitteesta <strong>{ $address }</strong>, joka ei ole sallittujen IP-osoitteiden luettelossa.
link-approve-about = Jos tiedät, kuka se oli, hyväksy osoite 30 päiväksi. Hyväksyminen ei vielä kirjaa ketään sisään: salasana ja toinen tunnistusvaihe vaaditaan kuten aina.
link-approve-button = Hyväksy
link-approve-unknown = Etkö tiedä, kuka se oli? Silloin joku muu saattaa tietää salasanan. Älä hyväksy osoitetta, vaan katso, <link>keneltä saat apua</link>.

link-restored-title = Sähköpostiosoitteesi on palautettu
link-restored = Tilin <person>{ $account }</person> sähköpostiosoite on taas <person>{ $address }</person>. Kaikki istunnot on lopetettu, eikä salasana enää toimi.
link-restore-title = Palautetaanko sähköpostiosoitteesi?
link-restore-why = Tilin <person>{ $account }</person> sähköpostiosoite vaihdettiin. Jos et tehnyt sitä itse, joku muu on päässyt tilillesi. Palauta osoitteesi. Silloin:
link-restore-address = osoite on taas <person>{ $address }</person>,
link-restore-sessions = kaikki istunnot lopetetaan,
link-restore-password = salasana lakkaa toimimasta,
link-restore-mail = ja saat sähköpostitse ohjeen uuden salasanan valitsemiseen.
link-restore-second-factor = Kaksivaiheinen tunnistus pysyy ennallaan.
link-restore-button = Palauta osoitteeni
link-restore-you = Jos se olit sinä, sinun ei tarvitse tehdä mitään. Sulje tämä sivu.

link-not-me-done-title = Salasanasi ei enää toimi
link-not-me-done = Kaikki tilin <person>{ $account }</person> istunnot on lopetettu, eikä vanhalla salasanalla pääse enää sisään.
link-not-me-title = Etkö se ollut sinä?
link-not-me-why = Joku käytti tilin <person>{ $account }</person> salasanaa. Jos se et ollut sinä, ilmoita siitä. Silloin:
link-not-me-sessions = kaikki tilisi istunnot lopetetaan,
link-not-me-button = Se en ollut minä
