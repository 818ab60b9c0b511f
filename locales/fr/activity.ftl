# What happened in an account.

activity-title = Activité
activity-about = Ce qui s’est passé sur votre compte, du plus récent au plus ancien. Quelque chose ne vient pas de vous ? <link-sessions>Fermez les sessions</link-sessions> que vous ne reconnaissez pas et <link-password>changez votre mot de passe</link-password>.
activity-show = Afficher
# Names of the filters, and what they can show.
activity-filter-kind = Type d’événement
activity-filter-by = Par
activity-all = Tout
activity-sign-ins = Connexions et sessions
activity-failures = Échecs
activity-changes = Modifications
activity-codes = Codes envoyés
activity-by-others = Par d’autres personnes
activity-by-anyone = Tout le monde
activity-download = Télécharger en CSV
activity-nothing-earlier = Aucun événement plus ancien.
activity-nothing = Aucun événement de ce type.
activity-caption = Événements, du plus récent au plus ancien
activity-when = Date
activity-what = Événement
activity-account = Compte
activity-who = Qui
activity-where = Origine
activity-failure = Échec
activity-reason = Motif : { $reason }
activity-details = Détails : { $details }
activity-no-authenticator = aucune application n’était configurée ; les codes incorrects ne comptent plus et les sessions sont fermées
# Who did it, where it is not a user name.
activity-you = Vous
activity-owner = Titulaire du compte
activity-visitor = Une personne non connectée
activity-administrator = Administration du site, en ligne de commande
