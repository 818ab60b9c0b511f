# What a main account requires of itself and of its subaccounts.

policy-title = Règles
policy-about = Ces règles s’appliquent à votre compte et à tous ses comptes utilisateurs. Une règle plus stricte prend effet dès la prochaine page ouverte, y compris dans les sessions en cours.
policy-save = Enregistrer
policy-saved = Les règles sont enregistrées et prennent effet dès la prochaine page ouverte.
policy-user-accounts = Comptes utilisateurs
policy-help = Aide sur les comptes utilisateurs

# Two-factor authentication for everyone.
policy-mandatory = Authentification à deux facteurs pour tout le monde
policy-mandatory-everyone-has = Tous les comptes, y compris le vôtre, ont une application d’authentification. Rien ne change pour personne.
# Before the list of what sign-ins ask for.
policy-mandatory-now = Elle est désormais obligatoire. Voici ce qui attend, à la prochaine connexion, les comptes sans application d’authentification. Le vôtre est pris en compte lui aussi :
policy-mandatory-today = Si elle devenait obligatoire aujourd’hui, voici ce qui attendrait, à la prochaine connexion, les comptes sans application d’authentification. Le vôtre est pris en compte lui aussi :
policy-next-set-up =
    { $count ->
        [one] <strong>{ $count } compte</strong> : configuration avant toute autre page
        [many] <strong>{ $count } de comptes</strong> : configuration avant toute autre page
       *[other] <strong>{ $count } comptes</strong> : configuration avant toute autre page
    }
policy-next-phone =
    { $count ->
        [one] <strong>{ $count } compte</strong> : un code par SMS ou par appel ; la configuration peut attendre
        [many] <strong>{ $count } de comptes</strong> : un code par SMS ou par appel ; la configuration peut attendre
       *[other] <strong>{ $count } comptes</strong> : un code par SMS ou par appel ; la configuration peut attendre
    }
policy-next-phone-and-set-up =
    { $count ->
        [one] <strong>{ $count } compte</strong> : un code par SMS ou par appel, puis la configuration
        [many] <strong>{ $count } de comptes</strong> : un code par SMS ou par appel, puis la configuration
       *[other] <strong>{ $count } comptes</strong> : un code par SMS ou par appel, puis la configuration
    }
policy-next-email-and-set-up =
    { $count ->
        [one] <strong>{ $count } compte</strong> : un code par e-mail, puis la configuration
        [many] <strong>{ $count } de comptes</strong> : un code par e-mail, puis la configuration
       *[other] <strong>{ $count } comptes</strong> : un code par e-mail, puis la configuration
    }
policy-next-set-up-code =
    { $count ->
        [one] <strong>{ $count } compte</strong> : le code de configuration affiché lors d’une réinitialisation, puis la configuration
        [many] <strong>{ $count } de comptes</strong> : le code de configuration affiché lors d’une réinitialisation, puis la configuration
       *[other] <strong>{ $count } comptes</strong> : le code de configuration affiché lors d’une réinitialisation, puis la configuration
    }
policy-next-unreachable =
    { $count ->
        [one] <strong>{ $count } compte</strong> : connexion impossible sans aide, car nous ne pouvons pas lui envoyer de code
        [many] <strong>{ $count } de comptes</strong> : connexion impossible sans aide, car nous ne pouvons pas leur envoyer de code
       *[other] <strong>{ $count } comptes</strong> : connexion impossible sans aide, car nous ne pouvons pas leur envoyer de code
    }
policy-mandatory-see = Voir les comptes sans application d’authentification
policy-mandatory-from = Obligatoire à partir du
policy-mandatory-from-hint = Une date, par exemple 2027-03-01. L’obligation commence à 00:00 UTC. Si le champ est vide, elle ne concerne que les comptes avec « 2FA obligatoire ». Avant cette date, un bandeau indique le nombre de jours restants, et nous envoyons un rappel par e-mail 14 jours, 7 jours et 1 jour à l’avance.
policy-mandatory-text = Motif
policy-mandatory-text-hint = Affiché dans le bandeau, dans l’e-mail et lors de la configuration. 500 caractères au maximum.

# The first sign-in.
policy-first = Première connexion quand la 2FA est obligatoire
policy-first-phone = Par téléphone : un code par SMS ou par appel si un numéro est enregistré, puis la configuration, qui peut attendre
policy-first-app = Par application : la configuration, avant toute autre page
policy-first-missing = Choisissez comment se déroule la première connexion.

# Codes by e-mail.
policy-email = Codes par e-mail
policy-email-label = Demander un code par e-mail aux comptes qui n’ont pas d’autre deuxième étape
policy-email-hint = C’est mieux qu’un mot de passe seul, mais moins sûr qu’une application : toute personne qui consulte la boîte obtient le code. Quand vous activez cette option, les autres sessions ouvertes avec un mot de passe seul sont fermées.
policy-email-unavailable = Ce site n’envoie pas d’e-mails pour le moment. Vous ne pouvez donc pas activer cette option.
policy-email-unavailable-problem = Ce site n’envoie pas d’e-mails : personne ne recevrait de code. Demandez à la personne qui administre ce site de configurer un serveur de messagerie.

# Allowed IP addresses.
policy-addresses = Adresses IP autorisées
policy-addresses-label = Adresses depuis lesquelles tous vos comptes peuvent se connecter
policy-addresses-hint = Une adresse ou un réseau par ligne, par exemple 203.0.113.7, 203.0.113.0/24 ou 2001:db8::/32. Laissez ce champ vide pour autoriser les connexions depuis n’importe où. Si quelqu’un se connecte depuis une autre adresse, nous vous envoyons par e-mail un lien pour l’approuver.
policy-addresses-approved = Adresses que vous avez approuvées par e-mail

# What messages are written in.
policy-language = Langue des messages
policy-language-hint = Pour les e-mails, les SMS et les appels aux personnes qui n’ont pas choisi leur langue. Les pages suivent la langue de leur navigateur.
# Where nothing is chosen.
policy-language-none = La langue du compte principal

# A change that requires less.
policy-less = Règles moins strictes
policy-less-about = Nous vous demandons votre propre code à usage unique si vous choisissez une date plus tardive ou aucune date, modifiez la première connexion, désactivez les codes par e-mail ou modifiez la liste des adresses.
policy-less-code-hint = 6 chiffres. Laissez ce champ vide si vous rendez les règles plus strictes.
policy-less-meanwhile = Les règles ont été modifiées entre-temps dans un autre onglet, et celles-ci sont moins strictes. Vérifiez-les, puis enregistrez de nouveau.
policy-shuts-out = Avec ces règles, vous ne pourriez plus vous connecter vous-même : vous n’avez pas d’application d’authentification et nous ne pouvons pas vous envoyer de code. Rien n’a été enregistré. Configurez d’abord une application d’authentification sur la page « Sécurité », puis enregistrez.

# Addresses that were approved.
policy-approvals-title = Adresses approuvées
policy-approvals-about = Ces adresses ne figurent pas dans <link>votre liste d’adresses IP autorisées</link>. Vous avez approuvé chacune d’elles pour un compte et pour 30 jours, via un lien reçu par e-mail. Une révocation prend effet dès la prochaine page ouverte : les sessions ouvertes depuis cette adresse sont fermées.
policy-approvals-none = Aucune autre adresse n’est approuvée.
policy-approvals-revoke-all = Tout révoquer
policy-approvals-revoke-all-hint = « Tout révoquer » révoque aussi les adresses des autres pages de cette liste. Il en va de même si vous modifiez votre liste d’adresses IP autorisées.
policy-approvals-back = Retour aux règles
policy-approvals-revoked = L’adresse est révoquée.
policy-approvals-all-revoked =
    { $count ->
        [0] Il ne restait aucune adresse approuvée.
        [one] { $count } adresse est révoquée.
        [many] { $count } d’adresses sont révoquées.
       *[other] { $count } adresses sont révoquées.
    }
