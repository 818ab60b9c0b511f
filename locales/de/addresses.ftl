# Adressen, von denen aus man sich anmelden kann.

addresses-for = für <name>{ $account }</name>
addresses-main-list = Liste des Hauptkontos
addresses-approved = Freigabe: { $time }. Gültig bis: { $time-until }.
addresses-revoke = Widerrufen
addresses-revoke-named = Widerrufen: { $address }
addresses-revoke-for = Widerrufen: { $address }, { $account }
addresses-yours = Ihre Adresse im Moment: <key>{ $address }</key>
addresses-network = Ihr Netzwerk: <key>{ $network }</key>. Bei den meisten Geräten ändert sich die zweite Hälfte einer solchen Adresse von Tag zu Tag. Setzen Sie deshalb das Netzwerk auf die Liste, nicht die Adresse.
