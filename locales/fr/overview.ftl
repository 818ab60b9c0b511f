# The first page of an account: what to do next, and how the account is protected.

overview-title = Votre compte
overview-checklist = Bilan de sécurité
overview-details = Modifier vos informations
overview-sessions = Sessions ouvertes
overview-activity = Activité de votre compte

# What to do next: one of these.
overview-protected-title = Votre compte est protégé
overview-protected = Même en connaissant votre mot de passe, personne ne peut se connecter sans votre application d’authentification. Vous n’avez rien à faire.

overview-set-up-title = À faire : configurer l’authentification à deux facteurs
overview-set-up-required-by = <person>{ $manager }</person> l’exige pour votre compte.
overview-set-up-required = Elle est obligatoire pour votre compte.
overview-set-up-by-phone = Pour le moment, vous confirmez votre connexion avec un code reçu par SMS ou par appel. Les codes d’une application d’authentification sont plus sûrs et fonctionnent sans réseau.
overview-set-up-by-email = Pour le moment, vous confirmez votre connexion avec un code reçu par e-mail. Toute personne qui peut lire vos e-mails peut utiliser ce code. Avec l’authentification à deux facteurs, il lui faudrait aussi votre téléphone.
overview-set-up-stuck = Nous ne pouvons pas vous envoyer de code : vous ne pourriez donc pas vous reconnecter sans aide. Avec une application d’authentification, aucun envoi n’est nécessaire.
overview-set-up-off = Chaque jour, des mots de passe sont volés, devinés ou saisis sur de fausses pages. Pour le moment, toute personne qui apprend votre mot de passe peut se connecter à votre compte. Avec l’authentification à deux facteurs, il lui faudrait aussi votre téléphone.
overview-set-up-time = Cela prend environ trois minutes.
overview-set-up-button = Configurer l’authentification à deux facteurs
overview-set-up-addresses = Vous vous connectez toujours du même endroit ? Avec une liste d’adresses IP autorisées, personne ne peut se connecter depuis un autre endroit. Le plus sûr est d’utiliser les deux.
overview-set-up-addresses-button = N’autoriser que vos adresses

overview-codes-title = À faire : générer de nouveaux codes de récupération
overview-codes-none = Vous les avez tous utilisés. Si vous perdez votre téléphone et n’avez aucun code de récupération, vous devrez attendre que quelqu’un vous aide.
overview-codes-few = Vous en avez utilisé la plupart. Si vous perdez votre téléphone et n’avez aucun code de récupération, vous devrez attendre que quelqu’un vous aide.
overview-codes-button = Générer de nouveaux codes

overview-confirm-phone-title = À faire : confirmer votre numéro de téléphone
overview-confirm-phone = Un numéro de téléphone a été enregistré pour vous, mais il n’est pas encore confirmé. Saisissez le code que nous y envoyons. Vous pourrez ensuite vous connecter avec un code envoyé à ce numéro si vous n’avez plus votre application d’authentification.
overview-confirm-phone-button = Confirmer votre numéro

overview-add-phone-title = À faire : ajouter un numéro de téléphone
overview-add-phone = Si vous n’avez plus votre application d’authentification, vous pouvez vous connecter avec un code reçu par SMS ou par appel. Vos codes de récupération jouent le même rôle : le numéro de téléphone vous aide si vous ne les retrouvez pas.
overview-add-phone-button = Ajouter un numéro
overview-change-phone-title = À faire : modifier votre numéro de téléphone
overview-change-phone = Nous ne pouvons pas envoyer de codes à votre numéro de téléphone actuel. Avec un autre numéro, vous pourrez vous connecter avec un code reçu par SMS ou par appel si vous n’avez plus votre application d’authentification. Vos codes de récupération jouent le même rôle : le numéro de téléphone vous aide si vous ne les retrouvez pas.
overview-change-phone-button = Modifier votre numéro
