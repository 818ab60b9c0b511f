# Addresses that one may sign in from.

addresses-for = pour <name>{ $account }</name>
addresses-main-list = Liste du compte principal
addresses-approved = Approuvée { $time }. Fin de validité : { $time-until }.
addresses-revoke = Révoquer
addresses-revoke-named = Révoquer : { $address }
addresses-revoke-for = Révoquer : { $address }, { $account }
addresses-yours = Votre adresse IP actuelle : <key>{ $address }</key>
addresses-network = Votre réseau : <key>{ $network }</key>. La plupart des appareils changent chaque jour la seconde moitié de ce type d’adresse. Ajoutez donc le réseau à la liste plutôt que l’adresse.

# The list of an account.
addresses-title = Adresses IP autorisées
addresses-on = Vous ne pouvez vous connecter que depuis ces adresses. La liste est vérifiée à chaque page que vous ouvrez : une session volée ne fonctionne donc nulle part ailleurs. La liste ne remplace pas l’authentification à deux facteurs.
addresses-off = Vous pouvez vous connecter depuis n’importe où. Avec une liste, vous ne pourrez vous connecter que depuis les adresses qui y figurent. La liste est vérifiée à chaque page que vous ouvrez : une session volée ne fonctionne donc nulle part ailleurs. La liste ne remplace pas l’authentification à deux facteurs.
addresses-list = Liste
addresses-field = Adresses IP et réseaux
addresses-field-hint = Une adresse ou un réseau par ligne, par exemple 203.0.113.7, 203.0.113.0/24 ou 2001:db8::/32. Laissez ce champ vide pour autoriser les connexions depuis n’importe où.
# Before a list of addresses.
addresses-used = Adresses de vos connexions précédentes :
addresses-change = À la maison ou sur un téléphone, l’adresse IP change souvent d’un jour à l’autre. Si vous vous connectez depuis une autre adresse, nous vous envoyons par e-mail un lien pour l’approuver pendant 30 jours.
addresses-save = Enregistrer
addresses-back = Retour à la page Sécurité
addresses-shut-out = Votre adresse actuelle, { $address }, ne figure pas dans cette liste : vous perdriez l’accès à votre compte. Ajoutez { $place }.
addresses-saved = Désormais, vous ne pouvez vous connecter que depuis ces adresses.
addresses-saved-empty = Vous pouvez vous connecter depuis n’importe où.
addresses-help = À quoi servent les adresses IP autorisées ?

# Addresses that a link in an e-mail approved.
addresses-approved-title = Adresses approuvées par e-mail
addresses-approved-about = Vous pouvez aussi vous connecter depuis ces adresses. Quand vous en révoquez une, vos sessions ouvertes depuis cette adresse sont fermées.
addresses-forget = Oublier les adresses approuvées
addresses-revoked = L’adresse est révoquée.
addresses-revoked-before = Cette adresse n’était déjà plus approuvée.
addresses-forgotten = Plus aucune autre adresse n’est approuvée.
