# E-mails to the owner of an account. They are plain text: no tags, a link on a line of its own after the message that
# ends with a colon. Straight quotes and no dashes, as people type them in an e-mail.
#
# Of each e-mail: its subject, then what happened. $account is the user name. Where it can be done to another person's
# account, $who is "person" if $by did it; otherwise the administrator of the service ($issuer) did, on the server.

mail-subject = { $issuer } : { $about }

# Two-factor authentication.
mail-second-factor-on-subject = L’authentification à deux facteurs est activée
mail-second-factor-on = L’authentification à deux facteurs est maintenant activée pour le compte { $account }. Désormais, vous vous connectez avec votre mot de passe et un code de votre application d’authentification.
mail-second-factor-off-subject = L’authentification à deux facteurs est désactivée
mail-second-factor-off = L’authentification à deux facteurs a été désactivée pour le compte { $account }. La connexion ne demande plus de code d’une application d’authentification, et les codes de récupération ne fonctionnent plus.
mail-second-factor-replaced-subject = Votre application d’authentification a été remplacée
mail-second-factor-replaced = L’application d’authentification du compte { $account } a été remplacée par une nouvelle. L’ancienne ne fonctionne plus.
mail-second-factor-reset-subject = Votre authentification à deux facteurs a été réinitialisée
mail-second-factor-reset =
    { $who ->
        [person] { $by } a réinitialisé l’authentification à deux facteurs du compte { $account }. L’application d’authentification et les codes de récupération ne fonctionnent plus, et toutes vos sessions ont été fermées. Configurez de nouveau l’authentification à deux facteurs à votre prochaine connexion.
       *[administrator] La personne qui administre { $issuer } a réinitialisé l’authentification à deux facteurs du compte { $account }. L’application d’authentification et les codes de récupération ne fonctionnent plus, et toutes vos sessions ont été fermées. Configurez de nouveau l’authentification à deux facteurs à votre prochaine connexion.
    }
mail-second-factor-required-subject = L’authentification à deux facteurs est désormais obligatoire
mail-second-factor-required =
    { $who ->
        [person] { $by } exige désormais l’authentification à deux facteurs pour le compte { $account }. Si vous ne l’avez pas encore configurée, vous devrez le faire à votre prochaine connexion. Cela prend environ trois minutes. Configurez-la ici :
       *[administrator] La personne qui administre { $issuer } exige désormais l’authentification à deux facteurs pour le compte { $account }. Si vous ne l’avez pas encore configurée, vous devrez le faire à votre prochaine connexion. Cela prend environ trois minutes. Configurez-la ici :
    }
mail-second-factor-not-required-subject = L’authentification à deux facteurs n’est plus obligatoire
mail-second-factor-not-required =
    { $who ->
        [person] { $by } n’exige plus l’authentification à deux facteurs pour le compte { $account }. Si vous aviez une application d’authentification et des codes de récupération, ils ont été supprimés. Toutes vos sessions ont été fermées. Nous vous recommandons tout de même l’authentification à deux facteurs : configurez-la de nouveau sur la page « Sécurité ».
       *[administrator] La personne qui administre { $issuer } n’exige plus l’authentification à deux facteurs pour le compte { $account }. Si vous aviez une application d’authentification et des codes de récupération, ils ont été supprimés. Toutes vos sessions ont été fermées. Nous vous recommandons tout de même l’authentification à deux facteurs : configurez-la de nouveau sur la page « Sécurité ».
    }
mail-recovery-code-used-subject = Un code de récupération a été utilisé
mail-recovery-code-used =
    { $left ->
        [0] Un code de récupération a été utilisé pour se connecter au compte { $account }. Il ne peut plus servir. Il ne vous en reste aucun.
        [one] Un code de récupération a été utilisé pour se connecter au compte { $account }. Il ne peut plus servir. Il vous en reste un.
       *[other] Un code de récupération a été utilisé pour se connecter au compte { $account }. Il ne peut plus servir. Il vous en reste { $left }.
    }
mail-recovery-codes-regenerated-subject = Vous avez de nouveaux codes de récupération
mail-recovery-codes-regenerated = De nouveaux codes de récupération ont été générés pour le compte { $account }. Les anciens ne fonctionnent plus.

# Reminders to set it up, by what protects the account today.
mail-set-up-reminder-subject = Configurez l’authentification à deux facteurs
mail-set-up-reminder =
    { $who ->
        [person] { $by } vous demande de configurer l’authentification à deux facteurs pour le compte { $account }.
       *[administrator] La personne qui administre { $issuer } vous demande de configurer l’authentification à deux facteurs pour le compte { $account }.
    }
mail-set-up-reminder-by-phone = Pour le moment, vous confirmez votre connexion avec un code envoyé à votre numéro de téléphone. Les codes d’une application d’authentification sont plus sûrs et fonctionnent sans réseau. Configurez-la ici en trois minutes environ :
mail-set-up-reminder-by-email = Pour le moment, vous confirmez votre connexion avec un code reçu par e-mail : toute personne qui peut lire vos e-mails obtient le code. Avec une application d’authentification, il lui faudrait aussi votre téléphone. Configurez-la ici en trois minutes environ :
mail-set-up-reminder-by-password = Pour le moment, votre mot de passe suffit : toute personne qui l’apprend peut accéder à votre compte. Avec l’authentification à deux facteurs, il lui faudrait aussi votre téléphone. Configurez-la ici en trois minutes environ :
mail-set-up-reminder-unknown = Si vous ne vous attendiez pas à cet e-mail, voyez ici de quoi il s’agit et à qui vous adresser :
mail-mandatory-soon-subject = L’authentification à deux facteurs devient obligatoire
# $moment is a date and a time of day.
mail-mandatory-soon = À partir du { $moment }, il faudra l’authentification à deux facteurs pour se connecter au compte { $account }. Elle n’est pas encore configurée. Configurez-la ici en trois minutes environ :
# What the main account gave as its reason.
mail-mandatory-soon-why = Motif : { $reason }
mail-mandatory-soon-without = Si vous ne l’avez pas configurée d’ici là, il vous faudra à chaque connexion saisir un code que nous vous enverrons, faire cette configuration, ou les deux. Voyez ici de quoi il s’agit et à qui vous adresser :

# E-mail address and phone number.
mail-email-changed-subject = Votre adresse e-mail a été modifiée
mail-email-changed = L’adresse e-mail du compte { $account } a été modifiée. Nous envoyons désormais les e-mails à la nouvelle adresse. Celui-ci est envoyé aux deux.
mail-email-changed-undo = Si ce n’était pas vous, quelqu’un d’autre a accès à votre compte. Reprenez-en le contrôle dans les 48 heures avec le lien ci-dessous. Il rétablit votre adresse, ferme toutes les sessions et vous permet de choisir un nouveau mot de passe. Il est valable une seule fois :
mail-email-restored-subject = L’ancienne adresse e-mail a été rétablie
mail-email-restored = L’ancienne adresse e-mail du compte { $account } a été rétablie : quelqu’un a ouvert le lien que nous y avions envoyé. Toutes les sessions ont été fermées et le mot de passe ne fonctionne plus. Nous n’enverrons plus rien au sujet de ce compte à l’adresse où vous recevez cet e-mail.
mail-email-restored-not-you = Si ce n’était pas vous, voyez ici à qui vous adresser :
mail-email-code-subject = Votre code pour confirmer cette adresse
mail-email-code = Voici votre code pour confirmer l’adresse e-mail du compte { $account } : { $code }. Il est valable cinq minutes. Personne chez { $issuer } ne vous le demandera.
mail-email-code-unknown = Si vous ne savez pas de quoi il s’agit, ignorez cet e-mail : quelqu’un a peut-être saisi votre adresse par erreur. Sans le code, rien ne change.
mail-phone-changed-subject = Votre numéro de téléphone a été modifié
mail-phone-changed = Le numéro de téléphone du compte { $account } a été modifié ou supprimé. S’il y a un nouveau numéro, c’est lui qui reçoit désormais les codes par SMS ou par appel.

# Passwords, and links to choose one.
mail-first-password-subject = Votre mot de passe est enregistré
mail-first-password = L’invitation à rejoindre { $issuer } a été utilisée pour choisir un mot de passe pour le compte { $account }.
mail-password-set-subject = Un nouveau mot de passe a été défini
mail-password-set =
    { $who ->
        [person] { $by } a défini un nouveau mot de passe pour le compte { $account }. Toutes vos sessions ont été fermées.
       *[administrator] La personne qui administre { $issuer } a défini un nouveau mot de passe pour le compte { $account }. Toutes vos sessions ont été fermées.
    }
mail-password-changed-subject = Votre mot de passe a été changé
mail-password-changed = Le mot de passe du compte { $account } a été changé. Toutes vos autres sessions ont été fermées.
mail-choose-password-subject = Choisissez un nouveau mot de passe
# Anyone can ask for it on the sign-in page: $who is "person" only if $by manages the account.
mail-password-asked =
    { $who ->
        [person] { $by } a demandé un nouveau mot de passe pour le compte { $account }.
       *[unknown] Quelqu’un a demandé un nouveau mot de passe pour le compte { $account }.
    }
mail-password-link = Votre deuxième étape reste la même. Choisissez le nouveau mot de passe avec ce lien. Il est valable une seule fois, pendant 30 minutes :
mail-password-not-you = Si cette demande ne vient pas de vous, vous n’avez rien à faire : votre mot de passe n’a pas changé.
mail-password-no-link-subject = Pas de lien pour changer de mot de passe
mail-password-no-link = Vos codes de connexion arrivent dans cette boîte. Nous ne pouvons donc pas y envoyer aussi un lien pour changer de mot de passe : toute personne qui peut lire vos e-mails aurait les deux. Demandez un lien à la personne qui gère votre compte, ou un nouveau mot de passe à la personne qui administre { $issuer }.
mail-password-link-waits = Votre adresse e-mail a été modifiée le { $moment }. Pendant les 48 heures qui suivent une modification, nous n’envoyons aucun lien pour changer de mot de passe, au cas où elle viendrait de quelqu’un d’autre. Vous pourrez ensuite refaire votre demande. Nous avons envoyé à votre ancienne adresse un lien pour annuler la modification.
mail-password-link-waits-help = Si vous ne pouvez pas attendre, voyez ici à qui vous adresser :
mail-password-link-shown-subject = Un lien pour changer de mot de passe a été créé pour vous
mail-password-link-shown =
    { $who ->
        [person] { $by } a créé un lien pour changer le mot de passe du compte { $account }. Ce lien doit vous être donné en personne ou par téléphone. Il est valable une seule fois, pendant 30 minutes. Votre deuxième étape reste la même.
       *[administrator] La personne qui administre { $issuer } a créé un lien pour changer le mot de passe du compte { $account }. Ce lien doit vous être donné en personne ou par téléphone. Il est valable une seule fois, pendant 30 minutes. Votre deuxième étape reste la même.
    }
mail-password-link-shown-asked = Si vous l’avez demandé, utilisez le lien qu’on vous a donné, et aucun autre.
mail-password-link-shown-not-asked = Sinon, n’utilisez aucun lien pour vous connecter, d’où qu’il vienne, et contactez la personne qui administre { $issuer }. Votre mot de passe reste le même tant que le lien n’est pas utilisé, et nous vous prévenons par e-mail s’il l’est. Voyez ici à qui vous adresser :
mail-password-ended-subject = Votre mot de passe ne fonctionne plus
mail-password-ended = Vous nous avez signalé que quelqu’un d’autre a utilisé votre compte { $account }. Le mot de passe de ce compte ne fonctionne plus et toutes les sessions ont été fermées.
mail-password-ended-link = Choisissez un nouveau mot de passe avec ce lien. Il est valable une seule fois, pendant 30 minutes :
mail-password-ended-later = S’il n’est plus valable, choisissez « Mot de passe oublié ? » sur la page de connexion :

# Accounts.
mail-invitation-subject = Choisissez votre mot de passe
mail-invitation =
    { $who ->
        [person] { $by } vous invite à rejoindre { $issuer }. Votre nom d’utilisateur est { $account }.
       *[administrator] Voici votre invitation à rejoindre { $issuer }. Votre nom d’utilisateur est { $account }.
    }
mail-invitation-link = Choisissez votre mot de passe avec ce lien. Il est valable une seule fois, pendant trois jours :
mail-account-added-subject = Vous avez un compte
mail-account-added =
    { $who ->
        [person] { $by } a créé un compte pour vous. Votre nom d’utilisateur est { $account }. Connectez-vous avec le mot de passe qu’on vous a donné :
       *[administrator] La personne qui administre { $issuer } a créé un compte pour vous. Votre nom d’utilisateur est { $account }. Connectez-vous avec le mot de passe qu’on vous a donné :
    }
mail-account-unlocked-subject = Votre compte a été débloqué
mail-account-unlocked =
    { $who ->
        [person] { $by } a débloqué le compte { $account }. Les mots de passe incorrects ne comptent plus : vous pouvez vous connecter sans attendre.
       *[administrator] La personne qui administre { $issuer } a débloqué le compte { $account }. Les mots de passe incorrects ne comptent plus : vous pouvez vous connecter sans attendre.
    }
mail-account-disabled-subject = Votre compte a été désactivé
mail-account-disabled =
    { $who ->
        [person] { $by } a désactivé le compte { $account }. Toutes les sessions ont été fermées et personne ne peut plus s’y connecter.
       *[administrator] La personne qui administre { $issuer } a désactivé le compte { $account }. Toutes les sessions ont été fermées et personne ne peut plus s’y connecter.
    }
mail-account-enabled-subject = Votre compte a été réactivé
mail-account-enabled =
    { $who ->
        [person] { $by } a réactivé le compte { $account }.
       *[administrator] La personne qui administre { $issuer } a réactivé le compte { $account }.
    }
mail-account-deleted-subject = Votre compte a été supprimé
mail-account-deleted =
    { $who ->
        [person] { $by } a supprimé le compte { $account }. Toutes les sessions ont été fermées et personne ne pourra plus s’y connecter.
       *[administrator] La personne qui administre { $issuer } a supprimé le compte { $account }. Toutes les sessions ont été fermées et personne ne pourra plus s’y connecter.
    }
mail-subaccount-deleted-subject = Un compte utilisateur a été supprimé
mail-subaccount-deleted =
    { $who ->
        [person] { $by } a supprimé le compte utilisateur { $account }. Le motif figure sur la page « Actions des gestionnaires » :
       *[administrator] La personne qui administre { $issuer } a supprimé le compte utilisateur { $account }. Le motif figure sur la page « Actions des gestionnaires » :
    }
mail-subaccount-deleted-you = Si c’était vous, ou si vous vous y attendiez, vous n’avez rien à faire.
mail-subaccount-deleted-not-you = Sinon, quelqu’un d’autre a accès au compte qui a servi à cette suppression. Désactivez ce compte. Si c’est le vôtre, changez votre mot de passe :
mail-policy-changed-subject = Vos règles ont été modifiées
mail-policy-changed = Les règles du compte { $account } ont été modifiées. Elles fixent ce qu’il faut pour se connecter à ce compte et à ses comptes utilisateurs. Consultez-les ici :

# Sign-ins. In each, somebody had the right password.
mail-second-step-failed-subject = Codes incorrects après votre mot de passe
mail-second-step-failed = Quelqu’un a saisi le mot de passe du compte { $account }, puis cinq codes incorrects de suite. La connexion n’a pas abouti.
mail-second-step-left-subject = Connexion inachevée à votre compte
mail-second-step-left = Quelqu’un a saisi le mot de passe du compte { $account }, mais n’a pas terminé la deuxième étape. La connexion n’a pas abouti.
mail-second-step-you = Si c’était vous, vous n’avez rien à faire. Si vos codes ne fonctionnent pas, voyez ici pourquoi :
mail-second-step-not-you = Si ce n’était pas vous, quelqu’un connaît votre mot de passe. Ne donnez aucun code, même si on vous le demande. Demandez à la personne qui administre { $issuer } de définir un nouveau mot de passe.
mail-second-step-not-you-link = Si ce n’était pas vous, quelqu’un connaît votre mot de passe. Ne donnez aucun code, même si on vous le demande. Signalez-le-nous avec le lien ci-dessous : toutes les sessions seront fermées, votre mot de passe ne fonctionnera plus et nous vous expliquerons par e-mail comment en choisir un nouveau. Ce lien est valable une seule fois, pendant trois jours :
mail-sign-in-code-subject = Votre code de connexion
mail-sign-in-code = Votre code pour vous connecter au compte { $account } est { $code }. Il est valable cinq minutes. Personne chez { $issuer } ne vous le demandera.
mail-sign-in-code-not-you = Si ce n’était pas vous, quelqu’un connaît votre mot de passe. Ne donnez ce code à personne et demandez à la personne qui administre { $issuer } de définir un nouveau mot de passe.
mail-address-refused-subject = Connexion bloquée depuis une autre adresse
mail-address-refused = Quelqu’un a saisi le mot de passe du compte { $account } depuis l’adresse IP { $address }, qui n’est pas approuvée. La connexion n’a pas abouti.
mail-address-refused-approve = Si vous savez qui c’était, approuvez cette adresse pendant 30 jours avec le lien ci-dessous. Il est valable une seule fois, pendant une demi-heure, et n’ouvre aucune session :
mail-address-refused-not-you = Si vous ne savez pas qui c’était, quelqu’un connaît le mot de passe. N’ouvrez pas le lien et demandez à la personne qui administre { $issuer } de définir un nouveau mot de passe.
mail-allow-list-changed-subject = Vos adresses IP autorisées ont été modifiées
mail-allow-list-changed = Les adresses IP depuis lesquelles on peut se connecter au compte { $account } ont été modifiées.
mail-approval-revoked-subject = Des adresses approuvées ont été révoquées
mail-approval-revoked =
    { $who ->
        [person] { $by } a révoqué des adresses qui avaient été approuvées pour le compte { $account } via un lien reçu par e-mail. Pour vous connecter depuis ces adresses, il vous faut un nouveau lien.
       *[administrator] La personne qui administre { $issuer } a révoqué des adresses qui avaient été approuvées pour le compte { $account } via un lien reçu par e-mail. Pour vous connecter depuis ces adresses, il vous faut un nouveau lien.
    }

# What several e-mails say. More of the same are told in one e-mail:
mail-repeated =
    { $count ->
        [one] Cela s’est reproduit une fois par la suite. Le détail figure dans votre journal d’activité :
        [many] Cela s’est reproduit { $count } de fois par la suite. Le détail figure dans votre journal d’activité :
       *[other] Cela s’est reproduit { $count } fois par la suite. Le détail figure dans votre journal d’activité :
    }
mail-when = Date : { $moment }
mail-from = Origine : { $address }
mail-from-server = Origine : la ligne de commande du serveur
mail-you = Si c’était vous, vous n’avez rien à faire.
mail-not-you = Si ce n’était pas vous, quelqu’un d’autre a accès à votre compte. Connectez-vous, ouvrez la page « Sécurité », fermez les sessions que vous ne reconnaissez pas et changez votre mot de passe :
mail-help = Pour obtenir de l’aide, voyez ici à qui vous adresser :
mail-unknown = Si vous ne savez pas de quoi il s’agit, ignorez cet e-mail ou voyez ici à qui vous adresser :
mail-not-told = Si personne ne vous en a parlé, contactez la personne qui administre { $issuer }. Voyez ici à qui vous adresser :
