# Whom to ask. Each is a sentence of its own, and several stand one after the other.

support-manager = Contactez <person>{ $manager }</person>, qui gère votre compte.
support-administrator = Contactez la personne qui administre <name>{ $issuer }</name>.
support-write = Écrivez à <link>{ $address }</link>.
support-or-write = Ou écrivez à <link>{ $address }</link>.
support-call = Appelez le <link>{ $number }</link>.
support-or-call = Ou appelez le <link>{ $number }</link>.
support-page = Demandez de l’aide sur <link>la page d’assistance { $issuer }</link>.
support-or-page = Ou demandez de l’aide sur <link>la page d’assistance { $issuer }</link>.
support-mail-on-trial = Mode d’essai : les e-mails ne sont pas envoyés, mais affichés là où le serveur s’exécute.
support-message-on-trial = Mode d’essai : le message n’est pas envoyé, mais affiché là où le serveur s’exécute.
