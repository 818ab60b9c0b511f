# Addresses that one may sign in from.

addresses-for = pour <name>{ $account }</name>
addresses-main-list = Liste du compte principal
addresses-approved = Approuvée { $time }. Fin de validité : { $time-until }.
addresses-revoke = Révoquer
addresses-revoke-named = Révoquer : { $address }
addresses-revoke-for = Révoquer : { $address }, { $account }
addresses-yours = Votre adresse actuelle : <key>{ $address }</key>
addresses-network = Votre réseau : <key>{ $network }</key>. La plupart des appareils changent chaque jour la seconde moitié de ce type d’adresse. Ajoutez donc le réseau à la liste plutôt que l’adresse.
