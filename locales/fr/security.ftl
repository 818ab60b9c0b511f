# How an account is protected.

security-how = Connexion à votre compte
security-why = Chaque jour, des mots de passe sont volés, et toute personne qui a le vôtre peut se connecter à votre place. Protégez votre compte avec l’authentification à deux facteurs, avec une liste d’adresses IP autorisées ou avec les deux.
security-enable = Activer l’authentification à deux facteurs (2FA)
security-manage = Gérer l’authentification à deux facteurs (2FA)

# The checklist: a name in bold, then how it stands.
security-password = Défini. Vous le saisissez à chaque connexion. <link>Changer le mot de passe</link>
security-two-factor = Authentification à deux facteurs (2FA)
security-two-factor-on = Activée, configurée { $time }. Après le mot de passe, vous saisissez un code de votre application d’authentification.
security-two-factor-by-phone = Pas encore d’application d’authentification. Après le mot de passe, vous saisissez un code reçu par SMS ou par appel. <link>Qu’est-ce que la 2FA ?</link>
security-two-factor-by-email = Pas encore d’application d’authentification. Après le mot de passe, vous saisissez un code reçu par e-mail. <link>Qu’est-ce que la 2FA ?</link>
security-two-factor-stuck = Pas encore d’application d’authentification, et nous ne pouvons pas vous envoyer de code : vous ne pourriez donc pas vous reconnecter sans aide. Configurez une application d’authentification dès maintenant. <link>Qu’est-ce que la 2FA ?</link>
security-two-factor-off = Désactivée. Toute personne qui apprend votre mot de passe peut se connecter. <link>Qu’est-ce que la 2FA ?</link>
security-codes-few =
    { $left ->
        [0] Il ne vous en reste aucun. <link>Générez-en de nouveaux</link> avant d’en avoir besoin.
        [one] Il ne vous en reste qu’un. <link>Générez-en de nouveaux</link> avant d’en avoir besoin.
       *[other] Il ne vous en reste que { $left }. <link>Générez-en de nouveaux</link> avant d’en avoir besoin.
    }
security-codes-left = Il vous en reste { $left }. Chacun vous permet de vous connecter une fois si vous n’avez plus votre application d’authentification.
security-phone-confirmed = Confirmé. Si vous n’avez plus votre application d’authentification, vous pouvez vous connecter avec un code reçu par SMS ou par appel.
security-phone-unconfirmed = Pas encore confirmé. <link>Confirmer le numéro</link>
security-phone-unreachable = Nous ne pouvons pas envoyer de codes à votre numéro. <link>Modifier le numéro</link>
security-phone-none = Aucun. Avec un numéro, vous pouvez vous connecter avec un code reçu par SMS ou par appel si vous n’avez plus votre application d’authentification. <link>Ajouter un numéro</link>
security-addresses-on = Activées. Vous ne pouvez vous connecter que depuis les adresses de votre liste. <link>Modifier la liste</link>
security-addresses-off = Désactivées, ce qui convient à la plupart des gens. Vous pouvez vous connecter depuis n’importe où. <link>N’autoriser que certaines adresses</link>

# How many of them are done.
security-done = Fait : { $done } sur { $all }
security-all-done = Tout est fait
