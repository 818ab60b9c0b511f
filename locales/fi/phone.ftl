phone-sms-code = { $issuer }: koodisi on { $digits }. Se toimii 5 minuuttia. Kukaan palvelusta { $issuer } ei kysy sitä.
phone-sms-number-changed = { $issuer }: tämä puhelinnumero ei enää kuulu tiliisi. Jos et muuttanut sitä itse, kirjaudu osoitteessa { $origin } ja pyydä heti apua.

phone-say-language = fi-FI
phone-call-question = Tämä on { $issuer }. Meillä on sinulle koodi. Kuuntele se painamalla mitä tahansa näppäintä.
phone-call-question-again = Kuuntele koodisi painamalla mitä tahansa näppäintä.
phone-call-no-key = Mitään näppäintä ei painettu. Kuulemiin.
phone-call-code = Tämä on { $issuer }. Koodisi on: { $digits }. Vielä kerran: { $digits }. Kukaan palvelusta { $issuer } ei kysy sitä sinulta. Kuulemiin.
phone-call-ended = Tämä on { $issuer }. Tämän puhelun koodi ei enää toimi. Pyydä uusi koodi. Kuulemiin.
