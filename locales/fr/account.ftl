# One's own account.

# Change password.
account-password-title = Changer le mot de passe
account-password-about = Dès que vous l’aurez changé, toutes vos autres sessions seront fermées. Un e-mail vous confirmera le changement.
account-password-current = Mot de passe actuel
account-password-empty = Saisissez votre mot de passe actuel.
account-password-wrong = Ce n’est pas votre mot de passe actuel.
account-password-same = C’est votre mot de passe actuel. Choisissez-en un autre.
account-password-changed = Votre mot de passe a été changé. Toutes vos autres sessions sont fermées.
account-back = Retour

# Confirm the password before a change.
account-confirm-title = Confirmez votre mot de passe
account-confirm-no-app = L’étape suivante modifie votre façon de vous connecter, et cette session a été ouverte sans application d’authentification. Nous vous redemandons donc votre mot de passe : personne ne pourra agir en votre nom, même avec une copie de votre session.
account-confirm-about = L’étape suivante modifie votre façon de vous connecter. Nous vous redemandons votre mot de passe pour que personne d’autre ne puisse la modifier sur un appareil laissé sans surveillance.
account-confirm-button = Confirmer
account-confirm-back = Retour à votre compte
account-confirm-help = Votre mot de passe ne fonctionne pas
account-confirm-sign-in = Votre deuxième étape est un code que nous vous envoyons : cette modification n’est donc possible que juste après la connexion. Déconnectez-vous, reconnectez-vous, puis revenez ici.

# Another e-mail address.
account-email-title = Confirmez votre adresse e-mail
account-email-about = Nous avons envoyé un code à <person>{ $address }</person>. Saisissez-le ici : ainsi, vos e-mails n’arriveront jamais chez quelqu’un d’autre. D’ici là, votre adresse reste <person>{ $current }</person>.
account-email-over = Le dernier code n’est plus valable.
account-email-soon = L’e-mail arrive généralement en moins d’une minute. Au bout de cinq minutes, vérifiez vos courriers indésirables.
account-email-wait = Vous pourrez redemander le code dans { $wait }.
account-email-keep = Garder <name>{ $current }</name>
account-email-other = Autre adresse
account-email-kept = Votre adresse e-mail reste { $address }.
account-email-confirmed = Votre nouvelle adresse e-mail est confirmée. Les messages concernant votre compte y seront désormais envoyés.

# Another phone number.
account-phone-title = Confirmez votre numéro de téléphone
account-phone-sent = Un code est envoyé au numéro <phone>{ $number }</phone>. Saisissez-le ici : ainsi, vos codes n’arriveront jamais sur le téléphone de quelqu’un d’autre. D’ici là, rien ne change.
account-phone-about = Nous allons envoyer un code au numéro <phone>{ $number }</phone>. Saisissez-le ici : ainsi, vos codes n’arriveront jamais sur le téléphone de quelqu’un d’autre. D’ici là, rien ne change.
account-phone-first = Code à usage unique, à saisir avant l’envoi
account-phone-first-hint = Les 6 chiffres affichés par votre application d’authentification.
account-phone-call-instead = M’appeler plutôt
account-phone-other = Autre numéro
account-phone-confirmed = Votre numéro de téléphone est confirmé. Les codes par SMS ou par appel y seront désormais envoyés.

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
account-recovered-required-by = L’authentification à deux facteurs est obligatoire pour votre compte : <person>{ $manager }</person> l’exige. Vous ne pouvez donc pas la désactiver. Configurez une nouvelle application ci-dessus ou contactez la personne qui gère votre compte.
account-recovered-required = L’authentification à deux facteurs est obligatoire pour votre compte. Vous ne pouvez donc pas la désactiver. Configurez une nouvelle application ci-dessus.
account-recovered-off-about = Sans authentification à deux facteurs, il suffit de connaître votre mot de passe pour accéder à votre compte. Vos codes de récupération restants ne fonctionneront plus. Vous pourrez réactiver cette protection à tout moment.
account-recovered-off-button = Désactiver la 2FA
account-recovered-off-done = L’authentification à deux facteurs est désactivée. Vos codes de récupération ne fonctionnent plus.

# Recovery codes.
account-codes-title = Codes de récupération
account-codes-about = Si vous n’avez plus votre application d’authentification, chacun de ces codes vous permet de vous connecter une fois, avec votre mot de passe. Conservez-les à un endroit où vous les retrouverez même sans votre téléphone. <strong>Ils ne s’affichent qu’une seule fois.</strong>
account-codes-saved = Je les ai enregistrés
account-codes-unsaved = Enregistrez les codes, puis cochez la case. Ils ne seront plus affichés.
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
account-prove-sign-in-first = Pour configurer une application d’authentification, déconnectez-vous, puis reconnectez-vous. Nous vous enverrons alors un code pour confirmer votre identité.

account-authenticator-replace = Votre ancienne application d’authentification fonctionne jusqu’à ce que vous saisissiez un code correct de la nouvelle.
account-authenticator-set-up = Ensuite, la connexion demandera votre mot de passe et un code fourni par une application. Rien n’est activé tant que vous n’avez pas saisi un code correct.
account-authenticator-enable = Activer
account-authenticator-later = Plus tard
account-authenticator-until-then = Tant que vous ne l’avez pas configurée, chaque connexion demande un code reçu par SMS ou par appel.
account-authenticator-replaced = Votre nouvelle application d’authentification est configurée. L’ancienne ne fonctionne plus. Supprimez l’ancienne entrée de votre application.
account-authenticator-enabled = L’authentification à deux facteurs est activée. Désormais, la connexion demande un code de votre application d’authentification. Vos sessions dans les autres navigateurs sont fermées.

# New recovery codes, another authenticator, or no second factor.
account-manage-title = Gérer l’authentification à deux facteurs
account-manage-on = Activée. Configurée { $time }.
account-manage-replace = Nouveau téléphone ou autre application
account-manage-replace-about = Configurez la nouvelle application d’authentification avec un nouveau code QR. L’ancienne fonctionne jusqu’à ce que la nouvelle soit confirmée.
account-manage-codes-left =
    { $left ->
        [0] Vous n’avez plus aucun code de récupération. Générez-en de nouveaux avant d’en avoir besoin.
        [one] Il vous reste un code de récupération. Si vous en générez de nouveaux, les anciens ne fonctionneront plus.
        [many] Il vous reste { $left } de codes de récupération. Si vous en générez de nouveaux, les anciens ne fonctionneront plus.
       *[other] Il vous reste { $left } codes de récupération. Si vous en générez de nouveaux, les anciens ne fonctionneront plus.
    }
account-manage-codes-made = Voici vos nouveaux codes. Les anciens ne fonctionnent plus.
account-manage-off = Désactiver l’authentification à deux facteurs
account-manage-off-required-by = L’authentification à deux facteurs est obligatoire pour votre compte : <person>{ $manager }</person> l’exige. Vous ne pouvez donc pas la désactiver. Pour demander un changement, ou si vous avez perdu votre application d’authentification et vos codes de récupération, contactez la personne qui gère votre compte.
account-manage-off-required = L’authentification à deux facteurs est obligatoire pour votre compte. Vous ne pouvez donc pas la désactiver. Pour demander un changement, ou si vous avez perdu votre application d’authentification et vos codes de récupération, contactez la personne qui administre <name>{ $issuer }</name>.
account-manage-off-by-email = Ensuite, la connexion demandera votre mot de passe et un code reçu par e-mail. Toute personne qui a accès aux deux pourra se connecter.
account-manage-off-stuck = Ensuite, la connexion demandera un code que nous ne pouvons pas vous envoyer pour le moment. Vous ne pourriez pas vous connecter sans aide.
account-manage-off-alone = Ensuite, la connexion ne demandera plus que votre nom d’utilisateur et votre mot de passe. Toute personne qui apprend votre mot de passe pourra se connecter.
account-manage-off-then = L’entrée de votre application et vos codes de récupération ne fonctionneront plus. Supprimez ensuite cette entrée de votre application. Vous pourrez réactiver la 2FA à tout moment, avec un nouveau code QR.
account-manage-off-done = L’authentification à deux facteurs est désactivée. Supprimez l’entrée de votre application : elle ne fonctionne plus.

# Account details.
account-details-signing-in = Connexion
account-details-two-factor = Authentification à deux facteurs
account-details-set-up = Configurer
account-details-on = Activée. « Configurer » remplace votre application d’authentification. Pour désactiver l’authentification à deux facteurs, décochez la case et enregistrez. La page suivante demande votre mot de passe et un code.
account-details-on-required-by = Activée et exigée par <name>{ $manager }</name> : vous ne pouvez donc pas la désactiver ici. « Configurer » remplace votre application d’authentification.
account-details-on-required = Activée et obligatoire : vous ne pouvez donc pas la désactiver ici. « Configurer » remplace votre application d’authentification.
account-details-off = Désactivée. Pour l’activer, cochez la case et choisissez « Configurer ». Elle est activée dès que vous avez saisi un code correct de votre application d’authentification.
account-details-about-you = Vos informations
account-details-email = Adresse e-mail
account-details-email-hint = Pour les messages concernant votre compte. Si vous la modifiez, nous envoyons un code à la nouvelle adresse. La modification prend effet quand vous saisissez ce code.
account-details-email-new = Nous avons envoyé un code à <name>{ $address }</name>. La nouvelle adresse prend effet quand vous le saisissez. <link>Saisir le code</link>
account-details-phone = Numéro de téléphone
account-details-phone-hint = Avec l’indicatif du pays, par exemple +358 40 123 4567. Pour recevoir un code par SMS ou par appel si vous n’avez plus votre application d’authentification. Si vous le modifiez, nous envoyons un code au nouveau numéro. La modification prend effet quand vous saisissez ce code.
account-details-phone-unconfirmed = Ce numéro n’est pas encore confirmé. <link>Le confirmer</link>
account-details-phone-help = À quoi sert le numéro de téléphone ?
account-details-language-hint = Pour toutes les pages, ainsi que pour les e-mails, les SMS et les appels que vous recevez de nous.
# Where nothing is chosen.
account-details-language-none = La langue de votre navigateur
account-details-code = Code à usage unique, pour modifier l’adresse ou le numéro
account-details-code-hint = Les 6 chiffres affichés par votre application d’authentification. Laissez ce champ vide si vous ne modifiez ni l’adresse ni le numéro.
account-details-save = Enregistrer
account-details-saved = Vos informations sont enregistrées.
account-details-unchanged = Vous n’avez rien modifié : il n’y a rien à enregistrer.
account-details-phone-removed = Votre numéro de téléphone est supprimé.
