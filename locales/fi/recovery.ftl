recovery-title = Palvelun { $issuer } palautuskoodit
recovery-user-name = Käyttäjätunnus: { $account }
recovery-made = Luotu: { $moment }
recovery-about = Jos et pääse todennussovellukseesi, voit kirjautua kullakin koodilla kerran. Tarvitset lisäksi salasanasi.
recovery-keep = Säilytä tämä tiedosto paikassa, josta löydät sen ilman puhelintakin ja johon kukaan muu ei pääse.
