# User accounts, for the people who manage them.

# The list.
subaccounts-title = Comptes utilisateurs
subaccounts-board = Comptes selon leur authentification à deux facteurs
# Kinds of accounts, each after how many there are.
subaccounts-tile-all = Tous
subaccounts-tile-on = Protégés
subaccounts-tile-by-phone = Par téléphone seulement
subaccounts-tile-by-email = Par e-mail seulement
subaccounts-tile-stuck = Besoin d’aide pour se connecter
subaccounts-tile-pending = Configuration en attente
subaccounts-tile-off = Non protégés
subaccounts-tile-without-app = Sans application
subaccounts-tile-required-but-off = Obligatoire, mais désactivée
subaccounts-tile-disabled = Désactivés
subaccounts-add = Ajouter un compte
subaccounts-remind = Relancer les comptes sans application
subaccounts-remind-hint = Nous envoyons par e-mail un rappel qui explique comment configurer une application d’authentification. Il est adressé aux comptes actifs qui n’en ont pas et qui peuvent se connecter sans aide, au plus une fois par jour à chacun.
subaccounts-search-label = Nom d’utilisateur, adresse e-mail ou numéro de téléphone
subaccounts-search = Rechercher
subaccounts-list-end = Il n’y a pas d’autres comptes.
subaccounts-list-nothing = Aucun compte ne correspond. Essayez avec une partie plus courte du nom ou <link>affichez tous les comptes</link>.
subaccounts-list-alone = Il n’y a pas encore d’autres comptes. Choisissez « Ajouter un compte » et créez-en un pour chaque personne : ainsi, personne n’aura besoin de votre mot de passe.
subaccounts-list-caption = Comptes utilisateurs, le compte principal en premier
subaccounts-user-name = Nom d’utilisateur
subaccounts-email = Adresse e-mail
subaccounts-second-factor = 2FA
subaccounts-change = Modifier
subaccounts-change-named = Modifier le compte { $account }
subaccounts-role-main = Compte principal
subaccounts-role-manager = Gestionnaire
# Of an account in the list.
subaccounts-disabled = Désactivé
subaccounts-invited = Invitation en attente
subaccounts-required = Obligatoire
# The second factor of an account in the list.
subaccounts-state-on = Activée
subaccounts-state-by-phone = Par téléphone seulement
subaccounts-state-by-email = Par e-mail seulement
subaccounts-state-stuck = Besoin d’aide pour se connecter
subaccounts-state-pending = Configuration en attente
subaccounts-state-off = Désactivée
subaccounts-back-to-list = Retour aux comptes utilisateurs
subaccounts-help = Aide sur les comptes utilisateurs

# After "Remind those without an app".
subaccounts-reminded =
    { $count ->
        [one] { $count } rappel est en route.
        [many] { $count } de rappels sont en route.
       *[other] { $count } rappels sont en route.
    }
# The limit that was reached is said next.
subaccounts-reminded-some =
    { $count ->
        [one] { $count } rappel est en route. Les autres n’ont pas été envoyés.
        [many] { $count } de rappels sont en route. Les autres n’ont pas été envoyés.
       *[other] { $count } rappels sont en route. Les autres n’ont pas été envoyés.
    }
subaccounts-reminded-none = Aucun rappel n’a été envoyé.
subaccounts-reminded-nobody = Aucun rappel n’a été envoyé : chacun de ces comptes en a déjà reçu un au cours des dernières 24 heures, ou attend encore son premier mot de passe.

# Add user.
subaccounts-new-who = Identité et coordonnées
subaccounts-new-user-name-hint = Il sert à se connecter.
subaccounts-email-hint = Pour les messages concernant le compte.
subaccounts-phone = Numéro de téléphone
subaccounts-new-phone-hint = Facultatif. Commencez par l’indicatif du pays, par exemple +358 40 123 4567. La première connexion pourra alors commencer par un code reçu par SMS ou par appel.
subaccounts-signing-in = Connexion
subaccounts-new-link-by-email = La personne recevra par e-mail un lien pour choisir elle-même son mot de passe.
subaccounts-new-link-shown = La personne choisira elle-même son mot de passe, grâce à un lien que vous obtiendrez à la page suivante.
subaccounts-two-factor-required = Authentification à deux facteurs obligatoire (2FA obligatoire)
subaccounts-new-required-hint = Si un numéro de téléphone est enregistré, la première connexion commence par un code envoyé à ce numéro. Sinon, elle commence par la configuration d’une application d’authentification. Vérifiez bien le numéro : en cas de perte de l’application, c’est aussi lui qui reçoit les codes.
subaccounts-new-create = Créer
subaccounts-new-cancel = Annuler
subaccounts-new-taken = Ce nom d’utilisateur est déjà pris. Choisissez-en un autre.

# A subaccount.
subaccounts-one-title = Modifier le compte { $account }
subaccounts-one-heading = Modifier le compte <name>{ $account }</name>
subaccounts-save = Enregistrer

# What is handed over, once.
subaccounts-send-link = Envoyez ce lien à <name>{ $account }</name>
subaccounts-send-link-about = Ce lien permet à <name>{ $account }</name> de choisir un mot de passe. Il est valable une seule fois, pendant trois jours, et ne sera plus affiché ensuite. Nous ne l’envoyons à personne. Toute personne qui a le lien peut choisir le mot de passe : ne le donnez donc à personne d’autre. Les liens précédents ne sont plus valables.
subaccounts-give-code = Donnez ce code de configuration à <name>{ $account }</name>
subaccounts-give-code-about = Nous ne pouvons pas envoyer de code par téléphone ou par e-mail à <name>{ $account }</name> pour confirmer une nouvelle configuration. C’est donc ce code-ci qui sera demandé à la prochaine connexion. Il est valable une seule fois, pendant trois jours, et ne sera plus affiché ensuite. Donnez-le en personne ou par téléphone, et à personne d’autre.
subaccounts-give-link = Donnez ce lien à <name>{ $account }</name>
subaccounts-give-link-about = Ce lien permet à <name>{ $account }</name> de choisir un nouveau mot de passe. Il est valable une seule fois, pendant 30 minutes, et ne sera plus affiché ensuite. Nous n’avons pas envoyé le lien par e-mail, seulement un message indiquant que vous l’avez créé. Donnez-le en personne ou par téléphone, et à personne d’autre. L’authentification à deux facteurs reste inchangée. Les liens précédents ne sont plus valables.

# What a manager gives before they change how somebody else signs in.
subaccounts-own-factor-first = <strong>Vous devez vous-même utiliser l’authentification à deux facteurs</strong> pour modifier la façon dont quelqu’un d’autre se connecte. <link>Configurez-la pour votre propre compte</link>.
subaccounts-own-factor-first-delete = <strong>Vous devez vous-même utiliser l’authentification à deux facteurs</strong> pour supprimer un compte. <link>Configurez-la pour votre propre compte</link>.
subaccounts-own-factor-first-problem = Configurez d’abord l’authentification à deux facteurs pour votre propre compte. Rien n’a été modifié.
subaccounts-own-factor-new = Votre propre authentification à deux facteurs date de moins de 24 heures. Vous ne pourrez pas vous en servir pour modifier d’autres comptes avant le { $moment }, au cas où quelqu’un d’autre l’aurait configurée. Rien n’a été modifié. Réessayez plus tard ou contactez une autre personne qui gère ce compte.
subaccounts-reason = Motif
subaccounts-reason-hint = Il est conservé dans le journal d’activité, que la personne concernée peut consulter.
subaccounts-reason-hint-link = Il est conservé dans le journal d’activité, que la personne concernée peut consulter. Par exemple : mot de passe oublié.
subaccounts-reason-hint-reset = Il est conservé dans le journal d’activité, que la personne concernée peut consulter. Par exemple : téléphone perdu.
subaccounts-reason-missing = Indiquez un motif.
subaccounts-own-password = Votre propre mot de passe
subaccounts-own-password-missing = Saisissez votre propre mot de passe.
subaccounts-own-code = Votre propre code à usage unique

# Whether two-factor authentication is required.
subaccounts-cleared = <strong>Si vous décochez la case et enregistrez, l’authentification à deux facteurs est supprimée :</strong> l’application d’authentification du compte <name>{ $account }</name>, ses codes de récupération et toute configuration inachevée. Toutes les sessions sont fermées. Le mot de passe suffit ensuite pour se connecter, sauf si vos règles rendent l’authentification à deux facteurs obligatoire ou demandent un code par e-mail. <name>{ $account }</name> a un nouveau téléphone ? Laissez la case cochée et utilisez « Réinitialiser l’authentification à deux facteurs » ci-dessous.
subaccounts-factor-since = Le compte <name>{ $account }</name> a une application d’authentification, configurée { $time }.
subaccounts-factor-none-required = Le compte <name>{ $account }</name> n’a pas d’application d’authentification. Tant qu’aucune n’est configurée, il faut à chaque connexion saisir un code que nous envoyons, faire la configuration, ou les deux.
subaccounts-factor-none = Le compte <name>{ $account }</name> n’a pas d’application d’authentification. Si vous cochez la case, il faudra en configurer une avant d’ouvrir toute autre page, même dans une session en cours. Si vos règles autorisent la première connexion par téléphone et qu’un numéro est enregistré, la configuration peut attendre.

# Address and number.
subaccounts-about = Coordonnées du compte <name>{ $account }</name>
subaccounts-email-guarded = Les liens pour choisir un nouveau mot de passe sont envoyés à cette adresse. Pour la modifier, vous devez indiquer un motif, votre propre mot de passe et un code à usage unique.
subaccounts-email-invited = L’adresse est incorrecte ? Saisissez la bonne et enregistrez : nous y enverrons une nouvelle invitation par e-mail, et le lien précédent ne sera plus valable.
subaccounts-phone-hint = Commencez par l’indicatif du pays, par exemple +358 40 123 4567. Pour les codes par SMS ou par appel.
subaccounts-phone-proven = <name>{ $account }</name> a confirmé ce numéro.
subaccounts-phone-guarded = Pour le modifier ou le supprimer, vous devez indiquer un motif, votre propre mot de passe et un code à usage unique.
subaccounts-phone-check = Vérifiez que c’est le bon téléphone avant de rendre l’authentification à deux facteurs obligatoire : la première connexion peut commencer par un code envoyé à ce numéro, ce qui le confirme.
subaccounts-saved = Les modifications sont enregistrées.
subaccounts-saved-signed-out = Les modifications sont enregistrées et toutes les sessions du compte sont fermées. Le mot de passe et l’authentification à deux facteurs n’ont pas changé. Si l’ancienne adresse n’a jamais été la bonne, donnez à la personne titulaire du compte un lien pour choisir un nouveau mot de passe et réinitialisez l’authentification à deux facteurs.
subaccounts-saved-released = C’est enregistré. L’authentification à deux facteurs de ce compte est supprimée et n’est plus obligatoire.
subaccounts-saved-still-mandatory = C’est enregistré. L’authentification à deux facteurs de ce compte est supprimée. Vos règles l’exigent de tout le monde : la prochaine connexion commencera donc par une nouvelle configuration.

# An invitation.
subaccounts-invitation = Invitation
subaccounts-invitation-made = <name>{ $account }</name> n’a pas encore choisi de mot de passe. Le dernier lien, créé { $time }, est valable trois jours. Si vous en créez un autre, ce lien ne sera plus valable.
subaccounts-invitation-none = <name>{ $account }</name> n’a pas encore choisi de mot de passe. Aucun lien n’est valable : créez-en un nouveau.
subaccounts-invitation-new = Nouvelle invitation
subaccounts-invitation-sent = Un e-mail est en route, avec un lien pour choisir un mot de passe. Ce lien est valable une seule fois, pendant trois jours.
subaccounts-invitation-on-trial = Mode d’essai : l’e-mail avec le lien pour choisir un mot de passe est affiché là où le serveur s’exécute. Ce lien est valable une seule fois, pendant trois jours.
subaccounts-invitation-disabled = Ce compte est désactivé : une invitation ne fonctionnerait pas. Réactivez-le d’abord.
subaccounts-invitation-unneeded = Le mot de passe de ce compte a déjà été choisi : une invitation est inutile.

# A link to a new password.
subaccounts-watch = Sessions et activité
subaccounts-link = Mot de passe oublié
subaccounts-link-codes-by-email = <name>{ $account }</name> reçoit ses codes par e-mail. Nous n’envoyons donc pas dans la même boîte un lien pour choisir un nouveau mot de passe : toute personne qui la consulte aurait les deux. Affichez un lien ici et donnez-le en personne ou par téléphone. Il est valable une seule fois, pendant 30 minutes, et la prochaine connexion demandera quand même un code.
subaccounts-link-by-email = <name>{ $account }</name> peut demander un lien sur la page de connexion, ou vous pouvez en envoyer un ici. Ce lien est envoyé uniquement à l’adresse e-mail ci-dessus, est valable une seule fois, pendant 30 minutes, et ne modifie pas l’authentification à deux facteurs. <name>{ $account }</name> n’a plus accès à cette boîte ? Affichez plutôt le lien et donnez-le en personne ou par téléphone.
subaccounts-link-shown = Ce site n’envoie pas d’e-mails. Nous affichons donc le lien ici : donnez-le en personne ou par téléphone. Il est valable une seule fois, pendant 30 minutes, et ne modifie pas l’authentification à deux facteurs.
subaccounts-make-sure = Assurez-vous que c’est bien <name>{ $account }</name> qui fait la demande.
subaccounts-link-send = Envoyer un lien par e-mail
subaccounts-link-show = Afficher un lien
subaccounts-link-made = Le lien est créé. Il ne s’affiche qu’une seule fois.
subaccounts-link-sent = Nous avons envoyé un lien pour choisir un nouveau mot de passe. Il est valable une seule fois, pendant 30 minutes.
subaccounts-link-not-sent-codes = Aucun lien n’a été envoyé : ce compte reçoit ses codes par e-mail, et toute personne qui consulte cette boîte aurait les deux. Assurez-vous que la demande vient bien de la personne titulaire du compte. Affichez ensuite un lien et donnez-le-lui en personne ou par téléphone.
subaccounts-link-not-sent-new-email = Aucun lien n’a été envoyé : cette adresse e-mail a été modifiée il y a moins de 48 heures depuis une session ouverte sur le compte. Assurez-vous que la modification vient bien de la personne titulaire du compte, mais ne le lui demandez pas par e-mail. Affichez ensuite un lien et donnez-le-lui en personne ou par téléphone.
subaccounts-link-not-sent-no-email = Aucun lien n’a été envoyé : ce site n’envoie pas d’e-mails. Affichez un lien et donnez-le en personne ou par téléphone.
subaccounts-link-not-made = Aucun lien n’a été créé : le compte est désactivé, ou son premier mot de passe n’a pas encore été choisi.

# A reset of two-factor authentication.
subaccounts-reset = Téléphone perdu ou remplacé
subaccounts-reset-no-factor = Le compte <name>{ $account }</name> n’a pas d’application d’authentification. Une réinitialisation annule toute configuration inachevée et ferme toutes les sessions. La prochaine connexion demande un code envoyé au numéro de téléphone enregistré ou, à défaut, par e-mail, puis lance la configuration. Si aucun de ces envois n’est possible, nous vous affichons un code de configuration à donner à <name>{ $account }</name>.
subaccounts-reset-required = Une réinitialisation supprime l’application d’authentification et les codes de récupération, et ferme toutes les sessions. La prochaine connexion demande un code envoyé au numéro de téléphone enregistré ou, à défaut, par e-mail, puis lance une nouvelle configuration. Si aucun de ces envois n’est possible, nous vous affichons un code de configuration à donner à <name>{ $account }</name>. Assurez-vous que c’est bien <name>{ $account }</name> qui fait la demande.
subaccounts-reset-not-required = Une réinitialisation supprime l’application d’authentification et les codes de récupération, et ferme toutes les sessions. La prochaine connexion demande un code envoyé au numéro de téléphone enregistré ou, à défaut, par e-mail, puis lance une nouvelle configuration, même si la 2FA n’est pas obligatoire pour <name>{ $account }</name>. Si aucun de ces envois n’est possible, nous vous affichons un code de configuration à donner à la personne. Assurez-vous que c’est bien <name>{ $account }</name> qui fait la demande.
subaccounts-reset-button = Réinitialiser l’authentification à deux facteurs
subaccounts-reset-done = L’authentification à deux facteurs est réinitialisée et toutes les sessions sont fermées. La prochaine connexion commencera par une nouvelle configuration.

# Wrong passwords and codes.
subaccounts-tries = Trop d’essais incorrects
subaccounts-tries-codes-off = <strong>Les codes à usage unique de ce compte sont désactivés,</strong> car trop de codes incorrects ont été saisis de suite. Les codes de récupération fonctionnent toujours. « Débloquer » ne réactive pas les codes à usage unique : quelqu’un essaie peut-être de les deviner. Si <name>{ $account }</name> n’a plus de codes de récupération, utilisez « Réinitialiser l’authentification à deux facteurs » ci-dessus.
subaccounts-tries-wrong-codes = Codes incorrects de suite : { $count }. Le prochain code correct remettra ce compteur à zéro.
subaccounts-tries-wrong-passwords = Des mots de passe incorrects ont été saisis récemment.
subaccounts-tries-about = « Débloquer » remet à zéro le compteur des mots de passe incorrects : <name>{ $account }</name> n’a alors plus à attendre. Celui des codes incorrects reste inchangé.
subaccounts-unlock = Débloquer
subaccounts-unlocked = Le compte est débloqué : le compteur des mots de passe incorrects est remis à zéro.

# Disable, enable, delete.
subaccounts-end = Désactiver ou supprimer
subaccounts-end-disabled = Ce compte est désactivé
subaccounts-end-disabled-about = <name>{ $account }</name> ne peut pas se connecter.
subaccounts-enable = Réactiver le compte
subaccounts-enabled = Le compte est réactivé.
subaccounts-disable-about = Un compte désactivé conserve ses données, mais ne permet plus de se connecter. Ses sessions se ferment aussitôt.
subaccounts-disable = Désactiver le compte
subaccounts-now-disabled = Le compte est désactivé et toutes ses sessions sont fermées.
subaccounts-delete-sure = Je veux supprimer définitivement le compte <name>{ $account }</name>
subaccounts-delete-unsure = Cochez la case pour confirmer. Un compte supprimé ne peut pas être récupéré.
subaccounts-delete = Supprimer le compte
subaccounts-deleted = Le compte est supprimé.

# Back to a subaccount, from its other pages.
subaccounts-back = Retour au compte <name>{ $account }</name>

# What happened in a subaccount.
subaccounts-activity-title = Activité du compte { $account }
subaccounts-activity-heading = Activité du compte <name>{ $account }</name>
subaccounts-activity-about = Ce qui s’est passé sur le compte <name>{ $account }</name>, du plus récent au plus ancien.

# What was done to all of them.
subaccounts-managers-title = Actions des gestionnaires
subaccounts-managers-about = Les actions effectuées sur vos comptes utilisateurs et vos règles par vous, vos gestionnaires et la personne qui administre ce site, de la plus récente à la plus ancienne. Les comptes supprimés y figurent aussi. Personne d’autre que vous ne voit cette page.

# Where a subaccount is signed in.
subaccounts-sessions-title = Sessions du compte { $account }
subaccounts-sessions-heading = Sessions du compte <name>{ $account }</name>
subaccounts-sessions-none = Aucune session n’est ouverte sur le compte <name>{ $account }</name>.
subaccounts-sessions-about = Les sessions ouvertes en ce moment sur le compte <name>{ $account }</name>. Quand vous en fermez une, il faut se reconnecter dans le navigateur concerné.
subaccounts-sessions-ended = La session est fermée.
subaccounts-sessions-end-all = Fermer toutes les sessions
subaccounts-sessions-end-all-hint = « Fermer toutes les sessions » interrompt aussi une connexion inachevée.
subaccounts-sessions-all-ended = Toutes les sessions sont fermées.

# Addresses that were approved for it.
subaccounts-approved = Adresses approuvées
subaccounts-approved-about = Ces adresses ne figurent dans aucune liste d’adresses IP autorisées. Elles ont été approuvées via un lien reçu par e-mail. Quand vous en révoquez une, les sessions ouvertes depuis cette adresse sont fermées et nous prévenons <name>{ $account }</name> par e-mail.
subaccounts-approved-revoked = L’adresse est révoquée.
subaccounts-approved-revoke-all = Tout révoquer
subaccounts-approved-all-revoked = Toutes les adresses sont révoquées.

# Codes that were sent.
subaccounts-codes-title = Codes envoyés
subaccounts-codes-about = Tous les codes demandés pour vos comptes par SMS, par appel ou par e-mail. Seuls les deux derniers chiffres des numéros de téléphone sont affichés.
subaccounts-codes-none = Aucun code n’a encore été demandé.
subaccounts-codes-end = Aucun code plus ancien. <link>Voir les plus récents</link>.
subaccounts-codes-caption = Codes demandés, du plus récent au plus ancien
subaccounts-codes-when = Date
subaccounts-codes-account = Compte
subaccounts-codes-how = Moyen
subaccounts-codes-result = Résultat
subaccounts-codes-from = Origine
subaccounts-codes-deleted = Compte supprimé
subaccounts-codes-by-sms = SMS au { $number }
subaccounts-codes-by-call = Appel au { $number }
subaccounts-codes-by-email = E-mail à { $address }
