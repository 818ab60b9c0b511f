sent-code-works = Koodin voimassaoloaikaa on jäljellä { $time }.
sent-nothing-wait = Eikö koodia kuulu? Odota { $wait } ja pyydä se sitten uudelleen. Sivun päivittäminen ei lähetä mitään.
sent-nothing = Eikö koodia kuulu? Pyydä se uudelleen.
sent-nothing-other-way = Eikö koodia kuulu? Pyydä se uudelleen tai kokeile toista tapaa.
sent-same-code = Koodi pysyy samana.
