# One's own account.

# Change password.
account-password-title = Changer le mot de passe
account-password-about = Dès que vous l’aurez changé, toutes vos autres sessions seront fermées. Un e-mail vous confirmera le changement.
account-password-current = Mot de passe actuel
account-back = Retour

# Confirm the password before a change.
account-confirm-title = Confirmez votre mot de passe
account-confirm-no-app = L’étape suivante modifie votre façon de vous connecter, et cette session a été ouverte sans application d’authentification. Nous vous redemandons donc votre mot de passe : personne ne pourra agir en votre nom, même avec une copie de votre session.
account-confirm-about = L’étape suivante modifie votre façon de vous connecter. Nous vous redemandons votre mot de passe pour que personne d’autre ne puisse la modifier sur un écran resté ouvert.
account-confirm-button = Confirmer
account-confirm-back = Retour à votre compte
account-confirm-help = Votre mot de passe ne fonctionne pas

# Another e-mail address.
account-email-title = Confirmez votre adresse e-mail
account-email-about = Nous avons envoyé un code à <person>{ $address }</person>. Saisissez-le ici : ainsi, vos e-mails n’arriveront jamais chez quelqu’un d’autre. D’ici là, votre adresse reste <person>{ $current }</person>.
account-email-over = Le dernier code n’est plus valable.
account-email-soon = L’e-mail arrive généralement en moins d’une minute. Au bout de cinq minutes, vérifiez vos courriers indésirables.
account-email-wait = Vous pourrez redemander le code dans { $wait }.
account-email-keep = Garder <name>{ $current }</name>
account-email-other = Autre adresse

# Another phone number.
account-phone-title = Confirmez votre numéro de téléphone
account-phone-sent = Un code est envoyé au numéro <phone>{ $number }</phone>. Saisissez-le ici : ainsi, vos codes n’arriveront jamais sur le téléphone de quelqu’un d’autre. D’ici là, rien ne change.
account-phone-about = Nous allons envoyer un code au numéro <phone>{ $number }</phone>. Saisissez-le ici : ainsi, vos codes n’arriveront jamais sur le téléphone de quelqu’un d’autre. D’ici là, rien ne change.
account-phone-first = Code à usage unique, à saisir avant l’envoi
account-phone-first-hint = Les 6 chiffres affichés par votre application d’authentification.
account-phone-call-instead = M’appeler plutôt
account-phone-other = Autre numéro

# After a recovery code, or a code to the phone.
account-recovered-title = Vous avez utilisé un code de récupération
account-recovered-by-phone-title = Vous avez utilisé un code reçu par téléphone
account-recovered-left =
    { $left ->
        [0] Ce code ne peut plus servir. C’était le dernier.
        [one] Ce code ne peut plus servir. Il vous en reste un.
       *[other] Ce code ne peut plus servir. Il vous en reste { $left }.
    }
account-recovered-ask = Qu’est-il arrivé à votre application d’authentification ?
account-recovered-there = Vous l’avez toujours
account-recovered-there-about = Vous ne l’aviez pas sous la main, par exemple. Rien ne change.
account-recovered-there-button = J’ai toujours mon application
account-recovered-gone = Vous ne l’avez plus, ou vous en avez une nouvelle
account-recovered-gone-about = Configurez la nouvelle dès maintenant. L’ancienne fonctionne jusqu’à ce que la nouvelle soit confirmée, mais pas au-delà.
account-recovered-gone-button = Remplacer l’application
account-recovered-off = Vous n’en avez aucune pour le moment
account-recovered-required = L’authentification à deux facteurs est obligatoire pour votre compte : <person>{ $manager }</person> l’exige. Vous ne pouvez donc pas la désactiver. Configurez une nouvelle application ci-dessus ou contactez <person>{ $manager }</person>.
account-recovered-off-about = Sans authentification à deux facteurs, il suffit de connaître votre mot de passe pour accéder à votre compte. Vos codes de récupération restants ne fonctionneront plus. Vous pourrez réactiver cette protection à tout moment.
account-recovered-off-button = Désactiver la 2FA

# Recovery codes.
account-codes-title = Codes de récupération
account-codes-about = Si vous n’avez plus votre application d’authentification, chacun de ces codes vous permet de vous connecter une fois, avec votre mot de passe. Conservez-les à un endroit où vous les retrouverez même sans votre téléphone. <strong>Ils ne s’affichent qu’une seule fois.</strong>
account-codes-saved = Je les ai enregistrés
account-codes-shown = Vos codes ont été affichés lors de leur création et ne peuvent plus l’être.
account-codes-left =
    { $left ->
        [0] Vous les avez tous utilisés.
        [one] Il vous en reste un.
       *[other] Il vous en reste { $left }.
    }
account-codes-few = Générez-en de nouveaux avant d’en avoir besoin.
account-codes-lost = Vous avez perdu la liste ? Générez de nouveaux codes : les anciens ne fonctionneront plus.
account-codes-again = Générer de nouveaux codes
account-codes-none = Vous n’avez pas de codes de récupération. Ils sont générés quand vous configurez l’authentification à deux facteurs.
account-print-title = Codes de récupération à imprimer
account-print-heading = Codes de récupération pour { $issuer }
account-print-about = Nom d’utilisateur : <person>{ $account }</person>. Date de création : { $time }. Chaque code permet de se connecter une seule fois, avec le mot de passe.
account-print-how = Imprimez cette page depuis le menu de votre navigateur ou avec Ctrl+P (⌘P sur Mac), puis conservez-la en lieu sûr.

# Another authenticator.
account-prove-title = Remplacer votre application d’authentification
account-prove-about = Saisissez d’abord le code affiché par votre application actuelle : ainsi, personne d’autre ne peut transférer votre compte sur son téléphone. Vous configurerez ensuite la nouvelle.
account-prove-code = Code de votre application actuelle
account-prove-gone = Vous n’avez plus l’application ? Déconnectez-vous, reconnectez-vous avec votre mot de passe et choisissez « Utiliser un code de récupération » ou un code reçu par téléphone. Vous pourrez ensuite configurer une nouvelle application.
