# What happened in an account.

activity-title = Activité
activity-about = Ce qui s’est passé sur votre compte, du plus récent au plus ancien. Quelque chose ne vient pas de vous ? <link-sessions>Fermez les sessions</link-sessions> que vous ne reconnaissez pas et <link-password>changez votre mot de passe</link-password>.
activity-show = Afficher
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
