# Signing in.

login-title = Connexion
login-user-name = Nom d’utilisateur
login-button = Se connecter
login-user-name-empty = Saisissez votre nom d’utilisateur.
login-password-empty = Saisissez votre mot de passe.
login-wrong = Le nom d’utilisateur ou le mot de passe est incorrect. Vérifiez les deux, ainsi que la touche Verr. Maj.
login-signed-out = Votre session est fermée.
login-ended = Votre session a pris fin. Reconnectez-vous pour continuer.
login-password-set = Votre mot de passe est enregistré. Utilisez-le pour vous connecter.
login-approved = L’adresse est approuvée. Connectez-vous depuis cette adresse.
login-forgotten = Mot de passe oublié ?
login-help = Problème de connexion ?
# The button of the second step.
login-log-in = Se connecter
login-other-account = Recommencer avec un autre compte
login-back = Retour à la connexion
# After a wait that a page counted down.
login-again = L’attente est terminée. Vous pouvez maintenant saisir un code.

# The one-time password.
login-code-title = Saisissez votre code à usage unique
login-code-app = Ouvrez votre application d’authentification et saisissez les 6 chiffres affichés pour <strong>{ $issuer }</strong>.
login-code-app-for = Ouvrez votre application d’authentification et saisissez les 6 chiffres affichés pour <strong>{ $issuer }</strong> (<person>{ $account }</person>).
login-code-our-time = Notre horloge indique : { $time }.
login-code-help-button = Besoin d’aide ?
login-code-recovery = Utiliser un code de récupération
login-code-one-time = Utiliser un code à usage unique
login-code-help = Codes qui ne fonctionnent pas
login-off-title = Les codes à usage unique sont désactivés
login-off-why = Trop de codes incorrects ont été saisis pour ce compte. Ses codes à usage unique sont donc désactivés : même les bons ne sont plus acceptés.
login-off-recover = <strong>Pour retrouver l’accès à votre compte :</strong> <link>utilisez un code de récupération</link>, puis configurez de nouveau votre application d’authentification. Pas de code de récupération ?
login-off-say = Indiquez votre nom d’utilisateur et précisez que vos codes à usage unique sont désactivés.
login-off-not-you = Si ce n’est pas vous qui avez saisi ces codes, dites-le : quelqu’un d’autre connaît peut-être votre mot de passe.

# A recovery code.
login-recovery-about = Quand vous avez configuré votre application d’authentification, dix codes de récupération se sont affichés, à enregistrer ou à imprimer. Saisissez-en un que vous n’avez pas encore utilisé. Chacun vous permet de vous connecter une fois.
login-recovery-code = Code de récupération
login-recovery-hint = 24 lettres et chiffres, par exemple ABCD-EFGH-…
login-recovery-none = Pas de code non plus ?
login-recovery-wrong = Ce n’est pas l’un de vos codes de récupération encore inutilisés. Vérifiez-le ou saisissez le suivant de votre liste.
login-recovery-help = Téléphone perdu ou remplacé

# A code by SMS or call.
login-backup-first-title = Confirmez votre identité
login-backup-title = Recevoir un code par téléphone
login-backup-first = Votre compte demande une deuxième étape à la connexion. La première fois, c’est un code envoyé sur votre téléphone (<phone>{ $number }</phone>). Vous configurerez ensuite une application qui affiche des codes.
login-backup-instead = Vous n’avez plus votre application d’authentification, ou ses codes ne fonctionnent pas ? Connectez-vous avec un code envoyé sur votre téléphone (<phone>{ $number }</phone>).
login-backup-sms = Envoyer un SMS
login-backup-call = M’appeler
login-backup-choose = Choisissez « Envoyer un SMS » ou « M’appeler ».
login-backup-code = Code reçu par SMS ou par appel
login-backup-stuck = Ce n’est pas votre numéro, ou vous ne recevez rien ?
login-backup-use-recovery = <link>Utilisez un code de récupération</link>. Pas de code non plus ?
login-backup-no-number = Aucun numéro de téléphone n’est enregistré pour votre compte. Nous ne pouvons donc pas vous envoyer de code.
login-backup-not-offered = { $issuer } n’envoie pas de codes par SMS ni par appel.
login-backup-without = <strong>Pour vous connecter sans votre application d’authentification :</strong> <link>utilisez un code de récupération</link>. Dix codes se sont affichés quand vous l’avez configurée.
login-backup-say = Indiquez votre nom d’utilisateur et précisez que vous n’avez plus votre application d’authentification.
login-backup-help = Le code n’arrive pas ou ne fonctionne pas

# A code by e-mail.
login-email-title = Consultez votre messagerie
login-email-to = Pour confirmer votre identité, nous vous envoyons un code par e-mail à l’adresse <strong>{ $address }</strong>. Il arrive généralement en moins d’une minute. Au bout de cinq minutes, vérifiez vos courriers indésirables.
login-email-to-you = Pour confirmer votre identité, nous vous envoyons un code par e-mail. Il arrive généralement en moins d’une minute. Au bout de cinq minutes, vérifiez vos courriers indésirables.
login-email-then = Après le code, vous configurerez l’authentification à deux facteurs, obligatoire pour votre compte. Gardez votre téléphone à portée de main.
login-email-code = Code reçu par e-mail
login-email-works = Le code reste valable { $time }. Recharger cette page ne déclenche aucun envoi.
login-email-again = Renvoyer le code
login-email-wait = Vous pourrez redemander le code dans { $wait }. Le même code sera renvoyé.
login-email-stuck = Cette adresse n’est plus la vôtre ?
login-email-not-sent = Pour vous connecter, il vous faut un code reçu par e-mail, mais { $issuer } ne peut pas envoyer d’e-mails pour le moment.
login-email-help = L’e-mail n’arrive pas

# A set-up code, after a reset.
login-setup-code-title = Saisissez votre code de configuration
login-setup-code-about = Votre authentification à deux facteurs a été réinitialisée. La personne qui s’en est chargée a un code de configuration pour vous. Saisissez-le ici pour confirmer que c’est bien vous qui la configurez de nouveau.
login-setup-code-label = Code de configuration
login-setup-code-hint = 12 lettres et chiffres, par exemple ABCD-EFGH-IJKL
login-setup-code-button = Continuer
login-setup-code-wrong = Ce n’est pas votre code de configuration, ou il n’est plus valable. Vérifiez-le ou demandez-en un nouveau.
login-setup-code-none = Pas de code, ou un code trop ancien ?

# An address that is not allowed.
login-blocked-title = Connexion bloquée depuis cette adresse IP
login-blocked-why = Vous ne pouvez vous connecter que depuis des adresses IP approuvées, et <strong>{ $address }</strong> n’en fait pas partie.
login-blocked-owner = <strong>Consultez votre messagerie :</strong> nous vous avons envoyé un lien pour approuver cette adresse pendant 30 jours. Il est valable une seule fois, pendant une demi-heure. Ouvrez-le, puis reconnectez-vous.
login-blocked-manager = <person>{ $manager }</person>, qui gère votre compte, décide des adresses à approuver. Nous lui avons envoyé par e-mail un lien pour approuver celle-ci. Il est valable une demi-heure. Demandez-lui de l’ouvrir, puis reconnectez-vous.
login-blocked-main-account = La personne titulaire de votre compte principal décide des adresses à approuver. Nous lui avons envoyé par e-mail un lien pour approuver celle-ci. Il est valable une demi-heure. Demandez-lui de l’ouvrir, puis reconnectez-vous.
login-blocked-sent-before = Un e-mail avec un lien pour approuver cette adresse a été envoyé il y a peu. Cherchez-le, y compris dans les courriers indésirables, ou contactez la personne qui le reçoit.
login-blocked-too-many = Nous n’avons envoyé aucun e-mail pour cette adresse, car il y a eu trop de demandes. Le prochain pourra partir dans { $wait } au plus tard : reconnectez-vous ici à ce moment-là. Si ces demandes ne viennent pas de vous, quelqu’un d’autre connaît votre mot de passe : changez-le depuis une adresse approuvée.
login-blocked-no-mail = Nous ne pouvons pas vous envoyer de lien pour l’approuver, car ce site n’envoie pas d’e-mails.

# A second step that cannot be sent.
login-unreachable-title = Connexion impossible pour le moment
login-unreachable-why = Votre mot de passe est correct. Pour vous connecter, il vous faut aussi un code envoyé par { $issuer }, mais l’envoi est impossible pour le moment. Sans ce code, personne n’entre : c’est ce qui protège votre compte.
login-unreachable-help = <strong>Vous n’y êtes pour rien, et il est inutile de réessayer.</strong>
login-unreachable-how = La personne qui vous aide peut réinitialiser votre authentification à deux facteurs et vous donner un code de configuration, ou rétablir l’envoi des codes.

# Somebody else is signed in in this browser.
login-already-title = Vous utilisez le compte { $account }
login-already-heading = Vous utilisez le compte <name>{ $account }</name>
# One of these, then why it is said.
login-already-password = Le mot de passe est enregistré.
login-already-approved = L’adresse est approuvée.
login-already-why = Cela concernait un autre compte que celui que vous utilisez dans ce navigateur.
login-already-how = Pour vous connecter à l’autre compte, déconnectez-vous d’abord ici.
login-already-stay = Continuer avec <name>{ $account }</name>

# The set-up that a sign-in asks for.
login-on-title = L’authentification à deux facteurs est activée
login-on-about = Voici vos codes de récupération. Si vous n’avez plus votre application d’authentification, chacun vous permet de vous connecter une fois, avec votre mot de passe. Conservez-les à un endroit où vous les retrouverez même sans votre téléphone. <strong>Ils ne s’affichent qu’une seule fois.</strong>
login-on-next = Suivant
login-setup-title = Configurer l’authentification à deux facteurs
login-setup-required-by = <name>{ $manager }</name> exige l’authentification à deux facteurs pour le compte <person>{ $account }</person>. Vous la configurez une seule fois : ensuite, vous vous connecterez avec votre mot de passe et un code fourni par une application. Dès que vous saisissez un code correct ici, la protection est activée et votre session s’ouvre.
login-setup-required = L’authentification à deux facteurs est obligatoire pour le compte <person>{ $account }</person>. Vous la configurez une seule fois : ensuite, vous vous connecterez avec votre mot de passe et un code fourni par une application. Dès que vous saisissez un code correct ici, la protection est activée et votre session s’ouvre.
login-setup-app = Installez une application d’authentification
login-setup-app-how = Utilisez celle que vous avez déjà, ou choisissez-en une dans la liste des <link>applications d’authentification</link>. L’idéal est de l’avoir sur un autre appareil que celui avec lequel vous vous connectez.
login-setup-type = Saisissez le code affiché par l’application
login-setup-confirm = Confirmer le code
login-setup-time = Prenez votre temps
login-setup-stays =
    { $minutes ->
        [one] Ce code QR reste le même pendant encore une minute dans ce navigateur, même si vous rechargez la page, saisissez un code incorrect ou vous reconnectez. L’entrée que vous avez scannée continue de fonctionner.
        [many] Ce code QR reste le même pendant encore { $minutes } de minutes dans ce navigateur, même si vous rechargez la page, saisissez un code incorrect ou vous reconnectez. L’entrée que vous avez scannée continue de fonctionner.
       *[other] Ce code QR reste le même pendant encore { $minutes } minutes dans ce navigateur, même si vous rechargez la page, saisissez un code incorrect ou vous reconnectez. L’entrée que vous avez scannée continue de fonctionner.
    }
login-setup-restart-hint = « Recommencer » crée une nouvelle clé : ce code QR ne fonctionnera plus. Si vous l’avez déjà scanné, supprimez alors l’entrée de votre application.
login-setup-restart = Recommencer
login-setup-done = L’authentification à deux facteurs est activée et votre session est ouverte. Désormais, la connexion demande un code de votre application d’authentification. Vous n’aurez pas à refaire cette configuration.
